"""The model draft of each kind: a whole email done right, into which an example of a rule puts the parts it is about.

Every example is thus a believable email, so that all rules can be held silent on all good examples.
"""

from datetime import UTC, datetime

from sidecar.kinds import Kind
from sidecar.lint.draft import Draft, parse
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Example, Field, Finding, Parts, Rule

NOW = datetime(2026, 7, 20, 13, 0, tzinfo=UTC)
SENDER = "Leila Haddad <leila.haddad@mail.example>"

_PARAGRAPHS = (
    ("greeting",),
    ("opening", "background"),
    ("target", "ask", "out"),
    ("materials",),
    ("logistics", "waiver", "date"),
    ("news",),
    ("reason",),
    ("more",),
    ("thanks",),
    ("closing",),
    ("signature",),
)

_SIGNATURE = "Leila Haddad, MD\nAlexandria Faculty of Medicine, class of 2021\nAAMC ID: 14700001\n+1 555 010 0199"
_TO_REFEREE = Parts(
    to="Dr. Miriam Osei <miriam.osei@hospital.example>",
    greeting="Dear Dr. Osei,",
    closing="Sincerely,",
    signature=_SIGNATURE,
)
_TO_PROGRAM = Parts(
    to="Dr. Paul Lindqvist <paul.lindqvist@clinic.example>",
    greeting="Dear Dr. Lindqvist,",
    thanks="Thank you for your time and for reading my application.",
    closing="Sincerely,",
    signature=_SIGNATURE,
)

MODELS: dict[Kind, Parts] = {
    Kind.LETTER_REQUEST: Parts(
        **_TO_REFEREE,
        subject="Recommendation letter for internal medicine residency – Leila Haddad, June observer",
        attachments="haddad-cv.pdf",
        opening="I hope the new residents are settling in well on 4 West.",
        background=(
            "I worked with you as an observer on the general medicine service at Harbor Hospital from 1 to 26 June 2026. "
            "You may remember the woman with adrenal insufficiency whose work-up I presented at noon conference, and the "
            "discharge summaries we went through together on Friday afternoons."
        ),
        target=(
            "I am applying for residency in internal medicine in the United States through ERAS, the common application "
            "system, in the 2026-2027 match cycle."
        ),
        ask="Would you feel able to write a strong letter of recommendation in support of my application?",
        out=(
            "If you did not see enough of my work, or if your summer is too full, please feel free to say no; I would "
            "understand completely and remain thankful for the month."
        ),
        materials=(
            "My CV is attached. I can also send a draft of my personal statement and one page with the patients we saw "
            "together, so that nothing has to come from memory. If it helps, programs like to hear about clinical "
            "reasoning, reliability and communication with patients and nurses; which of these you touch on is of course "
            "for you to decide."
        ),
        logistics=(
            "Once I have entered your email address, ERAS sends you a secure link through which the letter is uploaded as "
            "a signed PDF on letterhead, addressed to the program director."
        ),
        waiver="I plan to waive my right to see the letter, as most applicants do.",
        date=(
            "Programs start to read applications on 23 September, so it would help me a great deal to have the letter in "
            "by 4 September; if another date suits you better, please tell me and I will plan around it."
        ),
        thanks="Thank you for considering this, and for the care you took with teaching in June.",
    ),
    Kind.LETTER_EARLY_ASK: Parts(
        **_TO_REFEREE,
        subject="A question about a letter for internal medicine residency – Leila Haddad",
        background="I have enjoyed these three weeks on your general medicine service at Harbor Hospital very much.",
        target="In September I will apply for internal medicine residency in the United States for the 2026-2027 match.",
        ask="If you still think well of my work at the end of the month, might I ask you then for a strong letter?",
        out="There is no need to decide now, and I would understand if you would rather not.",
        more="Until then I would be glad to hear what I could do better on rounds.",
        thanks="Thank you for your teaching.",
    ),
    Kind.LETTER_FOLLOWUP: Parts(
        **_TO_REFEREE,
        subject="Re: Recommendation letter for internal medicine residency – Leila Haddad, June observer",
        background="I wrote to you on 8 July about a letter for my internal medicine residency application.",
        ask="I wanted to ask once more whether you would feel able to write a strong letter of recommendation.",
        out="If this is not a good time, a short no is perfectly fine and I will ask somebody else.",
        date="ERAS opens to programs in September, so 4 September would be a good date for the letter.",
        thanks="Thank you for your time.",
    ),
    Kind.LETTER_REMINDER: Parts(
        **_TO_REFEREE,
        subject="Re: Recommendation letter for internal medicine residency – Leila Haddad, June observer",
        background="Thank you again for agreeing in July to write a letter for my internal medicine residency application.",
        date="Programs begin to read applications on 23 September, and I hope to have the letter in by 4 September.",
        ask="Did the upload link from ERAS reach you, or shall I have it sent again?",
        thanks="Thank you for doing this for me.",
    ),
    Kind.LETTER_THANKS: Parts(
        **_TO_REFEREE,
        subject="Thank you for your letter – Leila Haddad, internal medicine applicant",
        background="ERAS told me today that your letter has arrived.",
        thanks="Thank you for taking the time to write it. I will let you know where the match takes me in March.",
    ),
    Kind.PROGRAM_UPDATE: Parts(
        **_TO_PROGRAM,
        subject="Application update – Leila Haddad, internal medicine, AAMC ID 14700001",
        opening="I am a graduate of Alexandria Faculty of Medicine and have applied to your internal medicine program this season.",
        news=(
            "Since I applied, my Step 2 CK result has arrived: 251. My ECFMG certification was issued on 6 July, and the "
            "file in ERAS now shows both."
        ),
        reason=(
            "Your refugee clinic in Millbrook is the reason I write to you in particular: I speak Arabic and French, and "
            "spent last year in a clinic of the same kind."
        ),
    ),
    Kind.PROGRAM_TIE: Parts(
        **_TO_PROGRAM,
        subject="Internal medicine applicant living in Millbrook – Leila Haddad",
        opening="I am a graduate of Alexandria Faculty of Medicine and have applied to your internal medicine program this season.",
        news="My husband and I have lived in Millbrook since 2023, and his family has been in the county for two generations.",
        reason="I also volunteer at the free clinic on Canal Street, where two of your residents see patients on Thursdays.",
    ),
    Kind.PROGRAM_ELIGIBILITY: Parts(
        **_TO_PROGRAM,
        subject="Question about H-1B sponsorship – Leila Haddad, internal medicine applicant",
        opening="I am a graduate of Alexandria Faculty of Medicine and have applied to your internal medicine program this season.",
        news="I have passed Step 3. Your page names the J-1 visa only: do you also sponsor the H-1B visa for first-year residents?",
        reason="The refugee clinic in Millbrook is the reason your program stands high on my list, since I speak Arabic and French.",
    ),
    Kind.PROGRAM_ROTATION: Parts(
        **_TO_PROGRAM,
        subject="Former observer at Millbrook General applying in internal medicine – Leila Haddad",
        opening="I am a graduate of Alexandria Faculty of Medicine and have applied to your internal medicine program this season.",
        news="In May and June 2026 I was an observer on the wards of Millbrook General with Dr. Tessa Armand.",
        reason="Morning report with your residents, and the way interns are taught to hand over, are what I would like to train in.",
    ),
    Kind.PROGRAM_INTEREST: Parts(
        **_TO_PROGRAM,
        subject="Internal medicine applicant – Leila Haddad",
        opening="I am a graduate of Alexandria Faculty of Medicine and have applied to your internal medicine program this season.",
        news="In July I passed Step 3, which my application does not show yet.",
        reason="Your refugee clinic in Millbrook is where I could use my Arabic and French.",
    ),
    Kind.PROGRAM_INTENT: Parts(
        **_TO_PROGRAM,
        subject="Thank you and letter of interest – Leila Haddad, internal medicine",
        opening="Thank you again for the interview day on 8 January for the internal medicine program.",
        news="Since then my paper on heart failure in refugees has been accepted.",
        reason=(
            "What Dr. Armand told me about the refugee clinic in Millbrook, and the hour with your chief residents, confirmed "
            "that this is the training I am looking for, and I remain very interested in your program."
        ),
    ),
    Kind.PROGRAM_THANKS: Parts(
        **_TO_PROGRAM,
        subject="Thank you for the interview – Leila Haddad, internal medicine",
        opening="Thank you for the interview for the internal medicine program on 8 January.",
        reason="I enjoyed our talk about the refugee clinic in Millbrook, and hearing how your residents share its evening sessions.",
    ),
    Kind.OTHER: Parts(
        subject="Boiler in flat 3",
        to="Sam Whitfield <sam@rentals.example>",
        greeting="Hello Sam,",
        more="The boiler in flat 3 has stopped again. Could somebody look at it on Thursday?",
        closing="Best wishes,",
        signature="Leila Haddad",
    ),
}


def kind_of(example: Example, rule: Rule) -> Kind:
    """Return the kind an example is written as: its own, else the first of the rule's kinds."""
    return example.given.kind or next(kind for kind in Kind if kind in rule.kinds)


def body(parts: Parts) -> str:
    """Return the body that the parts make, in paragraphs."""
    if "text" in parts:
        return parts["text"]
    paragraphs = (" ".join(str(parts.get(name, "")) for name in names).strip() for names in _PARAGRAPHS)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def draft(example: Example, kind: Kind) -> Draft:
    """Return the whole draft of an example: the model of `kind` with the example's parts put in."""
    parts: Parts = {**MODELS[kind], **example.parts}
    return parse(
        subject=parts.get("subject", ""),
        text=body(parts),
        sender=SENDER,
        to=_listed(parts.get("to", "")),
        cc=_listed(parts.get("cc", "")),
        bcc=_listed(parts.get("bcc", "")),
        attachments=_listed(parts.get("attachments", "")),
    )


def facts(example: Example, kind: Kind, draft_: Draft | None = None) -> Facts:
    """Return what rules are given for an example, or for another draft in its circumstances."""
    given = example.given
    return Facts(
        draft_ or draft(example, kind), now=given.now or NOW, profile=given.profile, history=given.history, kind=kind
    )


def mended(before: Draft, findings: list[Finding]) -> Draft:
    """Return the draft after the first fix of every finding."""
    texts = {field: before.field_text(field) for field in Field}
    edits = [edit for finding in findings for fix in finding.fixes[:1] for edit in fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = texts[edit.span.field]
        texts[edit.span.field] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return parse(
        subject=texts[Field.SUBJECT],
        text=texts[Field.BODY],
        sender=SENDER,
        to=[texts[Field.TO]],
        cc=[texts[Field.CC]],
        bcc=[texts[Field.BCC]],
        attachments=before.attachments,
    )


def _listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]
