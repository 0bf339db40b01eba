"""What an email is for, told from its text, and when it is none of our business."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sidecar.kinds import Kind
from sidecar.lint import exemplar
from sidecar.lint.draft import Draft, from_message, parse
from sidecar.lint.engine import lint
from sidecar.lint.kind import detect
from sidecar.lint.rule import Example

NOW = datetime(2026, 7, 20, 12, tzinfo=UTC)

LETTERS_AND_PROGRAMS = [  # (subject, body, kind)
    ("LOR", "Dear Dr. Roy,\nCan you give me a recommendation letter for residency in USA?", Kind.LETTER_REQUEST),
    ("Hello", "Respected Sir, I need any letter from you for my residency documents.", Kind.LETTER_REQUEST),
    ("Re: LOR", "Dear Dr. Roy,\nI asked you on 2 July about a letter and have no reply yet.", Kind.LETTER_FOLLOWUP),
    ("My letter", "Dear Dr. Roy,\nThe letter you promised is due on 4 September.", Kind.LETTER_REMINDER),
    ("Thank you", "Dear Dr. Roy,\nThank you for the recommendation; ERAS has received it.", Kind.LETTER_THANKS),
    (
        "A word about September",
        "Dear Dr. Roy,\nAt the end of this rotation, might I ask you for a letter of recommendation?",
        Kind.LETTER_EARLY_ASK,
    ),
    ("Step 3", "Dear Dr. Lee,\nSince I applied to your residency program I passed Step 3.", Kind.PROGRAM_UPDATE),
    ("Visa", "Dear Ms. Orr,\nDoes your residency program sponsor H-1B visas?", Kind.PROGRAM_ELIGIBILITY),
    ("Erie", "Dear Dr. Lee,\nI applied to your program. My wife teaches in Erie.", Kind.PROGRAM_TIE),
    (
        "June",
        "Dear Dr. Lee,\nI applied to your residency. In June I was an observer at your hospital.",
        Kind.PROGRAM_ROTATION,
    ),
    ("Interest", "Dear Dr. Lee,\nI am very interested in your residency program.", Kind.PROGRAM_INTEREST),
    (
        "Letter of intent",
        "Dear Dr. Lee,\nSince my interview on 6 January I know that I will rank your program first.",
        Kind.PROGRAM_INTENT,
    ),
    ("Thank you", "Dear Dr. Lee,\nThank you for interviewing me for your residency on Tuesday.", Kind.PROGRAM_THANKS),
    (
        "Request",
        "Dear Prof. Eze,\nI want residency in USA and they ask for three letters. Sir if you can do it I will be glad.",
        Kind.LETTER_REQUEST,
    ),
    (
        "Thank you",
        "Dear Dr. Roy,\nThank you for talking with me on 9 January. The night float in your program sounds right.",
        Kind.PROGRAM_THANKS,
    ),
    ("visa??", "Hello,\nDo u sponsor H1b or not? I have to decide where to apply.", Kind.PROGRAM_ELIGIBILITY),
    (
        "Erie in May",
        "Dear Dr. Roy,\nI applied to family medicine at Lakeshore. My wife has got a post as a nurse in Erie; in May"
        " we are moving there, to her brother's house.\nAda Obi\nAAMC ID 14377001",
        Kind.PROGRAM_TIE,
    ),
    ("my step 3", "Hey Dr. Roy,\ni passed step 3!! so happy about ur program\nAAMC 14377001", Kind.PROGRAM_UPDATE),
]
FOREIGN = [
    (
        "Re: Letter",
        "Dear Ada,\nYes, of course I will write, and a strong one. Send me your CV and remind me in August.",
    ),
    (
        "Interview on the 4th",
        "Dear Ms. Orr,\nI am ill and must cancel, so that somebody else can have the place. Ada Obi",
    ),
    ("Lease", "Dear Mr. Park,\nPlease send me the signed letter for the deposit as soon as possible."),
    ("Visa appointment", "Dear Sir or Madam,\nI would like to move my visa interview to Friday. Kindly confirm."),
    ("Rota", "Hi Sam,\ncould you take my night on Thursday? I owe you one."),
    ("Data analyst", "Dear Hiring Manager,\nI wish to apply for the position of data analyst; my CV is enclosed."),
    ("Recommendation", "Dear Anna,\nI will write you a letter of recommendation. When do you need it?"),
    ("Letter for the embassy", "Dear HR,\nI need a letter confirming my employment for the visa."),
    ("Cancel", "Dear Ms. Orr,\nI would like to cancel my interview with your residency program."),
    ("Residency", "Dear Ms. Dahl,\nattached is my proposal for the artist residency; the gallery's letter follows."),
]


@pytest.mark.parametrize(("subject", "body", "kind"), LETTERS_AND_PROGRAMS)
def test_the_kind_is_told_from_the_text(subject: str, body: str, kind: Kind) -> None:
    assert detect(parse(subject=subject, text=body)).kind is kind


NEAR_THE_FIELD = (Path(__file__).parent / "other_mail.txt").read_text(encoding="utf-8").split("%%\n")


@pytest.mark.parametrize("mail", NEAR_THE_FIELD)
def test_mail_that_only_names_the_field_is_none_of_our_business(mail: str) -> None:
    assert detect(from_message(mail.encode())).kind is Kind.OTHER


@pytest.mark.parametrize(("subject", "body"), FOREIGN)
def test_nothing_but_slips_is_said_about_other_mail(subject: str, body: str) -> None:
    report = lint(parse(subject=subject, text=body), now=NOW)
    assert report.kind.kind is Kind.OTHER
    assert {one.rule for one in report.findings} <= {"unfilled-placeholder", "attachment-missing", "recipient-typo"}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PROGRAM_INTEREST])
def test_the_model_draft_of_each_kind_is_known_as_such(kind: Kind) -> None:
    assert detect(_model(kind)).kind is kind


def test_the_users_choice_wins_over_thread_and_text() -> None:
    report = lint(_model(Kind.LETTER_REQUEST), kind=Kind.OTHER, thread_kind=Kind.PROGRAM_UPDATE, now=NOW)
    assert (report.kind.kind, report.kind.chosen_by) == (Kind.OTHER, "user")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Dear Dr. Roy,\nDid my message reach you?", Kind.LETTER_FOLLOWUP),
        ("Dear Dr. Roy,\nThank you for the letter, ERAS has received it.", Kind.LETTER_THANKS),
        ("Dear Dr. Roy,\nThank you for agreeing to write it. It is due on 4 September.", Kind.LETTER_REMINDER),
    ],
)
def test_a_reply_in_a_conversation_about_a_letter_takes_its_kind_from_there(body: str, kind: Kind) -> None:
    report = lint(parse(subject="Re: Letter", text=body), thread_kind=Kind.LETTER_REQUEST, now=NOW)
    assert (report.kind.kind, report.kind.chosen_by) == (kind, "thread")


def _model(kind: Kind) -> Draft:
    return exemplar.draft(Example(False, {}), kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have to cancel my interview on the 9th. Thank you for the invitation.", Kind.OTHER),
        ("I am no longer interested in surgery, and since September I have passed Step 3.", Kind.PROGRAM_UPDATE),
        ("My husband works in Dayton and I give up my place in Boston in May to join him.", Kind.PROGRAM_TIE),
    ],
)
def test_giving_up_an_interview_is_not_taken_for_giving_up_something_else(text: str, kind: Kind) -> None:
    opening = "Dear Dr. Ferris,\n\nI have applied to your internal medicine residency."
    body = f"{opening} {text}\n\nThank you,\nAda Obi, AAMC 14220011"
    assert detect(parse(subject="Ada Obi", text=body)).kind is kind
