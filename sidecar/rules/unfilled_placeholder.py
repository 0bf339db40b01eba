"""A blank of a template was left unfilled.

## Why
`Dear Dr. [Last Name]` tells the reader that they are one of many, and that the writer did not look. No mistake is easier to make
in September, and none is remembered longer.

## When to ignore it
When the brackets are meant to stand there, as in a citation.
"""

from collections.abc import Iterator

from sidecar.kinds import ALL, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.placeholder import placeholders
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=ALL,
    sources=("P-FAQ6",),
    examples=(
        bad(greeting="Dear Dr. [Last Name],", flags=["[Last Name]"]),
        bad(subject="Recommendation letter – [Your Full Name]", flags=["[Your Full Name]"]),
        bad(
            background="I worked with you on the {{ service }} at Harbor Hospital in June 20XX.",
            flags=["{{ service }}", "20XX"],
        ),
        bad(
            kind=Kind.PROGRAM_TIE,
            news="My wife works in <city>, and I passed Step 3 with XXX.",
            flags=["<city>", "XXX"],
        ),
        bad(
            kind=Kind.PROGRAM_TIE,
            news="Since 2021 my aunt has lived in TOWN NAME HERE, and <ward or clinic you liked> is why I write.",
            flags=["TOWN NAME HERE", "<ward or clinic you liked>"],
        ),
        bad(more="Since then [what you have done since] has kept me busy.", flags=["[what you have done since]"]),
        bad(
            more="I have the conviction that (name of the hospital) and Dr. (..............) would teach me a lot.",
            flags=["(name of the hospital)", "(..............)"],
        ),
        bad(
            more="[Optional: tell in one or two lines what you learned from this person, and which patients the two of you saw together]",
            flags=[
                "[Optional: tell in one or two lines what you learned from this person, and which patients the two of you saw together]"
            ],
        ),
        bad(greeting="Dear Dr. [apellido],", flags=["[apellido]"]),
        bad(kind=Kind.OTHER, greeting="Dear Professor X,", flags=["X"]),
        bad(kind=Kind.OTHER, closing="Best regards,", signature="Your Name", flags=["Your Name"]),
        bad(kind=Kind.OTHER, greeting="Dear Mr. ____,", flags=["____"]),
        bad(date="The letter should be in by XX September.", flags=["XX"]),
        good(materials="I can send my CV [updated in July] and a page of notes."),
        good(more="The winter was long..... but (your advice helped) I kept reading."),
        good(greeting="Dear Dr. X. Yang,"),
        good(signature="Leila Haddad <leila.haddad@mail.example>"),
        good(more="Your note called it “The Lungs [sic]”, and the photo [attached] proves it."),
        good(more="The case report [2] came out of that month; I WORKED HERE before and I'd love to be HERE again."),
        good(
            kind=Kind.PROGRAM_UPDATE,
            news="My sample showed Factor XIII deficiency; the paper was accepted since I applied.",
        ),
    ),
)

_MESSAGE = "“{}” is still a blank of the template; fill it in or take it out."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag every blank in the subject and in the writer's own words."""
    for field, text in ((Field.SUBJECT, facts.draft.subject), (Field.BODY, facts.draft.signed_text)):
        for start, end in placeholders(text):
            yield Finding(Span(field, start, end), _MESSAGE.format(text[start:end]))
