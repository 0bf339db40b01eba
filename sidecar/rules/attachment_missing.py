"""The text says that something is attached, and nothing is.

## Why
The second mail with "sorry, now with the attachment" is the one people remember, and some never open it.

## When to ignore it
When the file is a link in the text, or your mail program adds it only at send.
"""

from collections.abc import Iterator

from sidecar.kinds import ALL, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=ALL,
    sources=("common sense",),
    examples=(
        bad(materials="My CV is attached.", attachments="", flags=["CV is attached"]),
        bad(materials="Please find enclosed my résumé.", attachments="", flags=["Please find enclosed"]),
        bad(kind=Kind.PROGRAM_UPDATE, more="I have attached the certificate.", flags=["I have attached"]),
        bad(kind=Kind.OTHER, more="The meter reading is in the attachment.", flags=["in the attachment"]),
        good(materials="My CV is attached.", attachments="cv.pdf"),
        good(materials="I can attach my CV if you would like to have it.", attachments=""),
        good(materials="I have enclosed nothing yet; the CV comes when you want it.", attachments=""),
        good(materials="My transcript is attached in ERAS, and I can send a page of notes.", attachments=""),
        good(materials="My CV can be sent at once.", more="In May I was attached to the renal unit.", attachments=""),
        good(kind=Kind.OTHER, more="I am very attached to this flat."),
    ),
)

_MESSAGE = "The text says that something is attached, but no file is."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first claim when there is no attachment."""
    claim = facts.attachment_claimed
    if claim is not None and not facts.draft.attachments:
        yield Finding(Span(Field.BODY, claim.start, claim.end), _MESSAGE)
