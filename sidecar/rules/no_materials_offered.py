"""Nothing is offered that would help to write the letter.

## Why
Nobody remembers every visitor. A CV, a draft of your personal statement or one page with the patients you saw together turns an
hour of digging into ten minutes of writing, and makes the letter concrete.

## When to ignore it
When you sent these things earlier.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L4",),
    examples=(
        bad(materials="", attachments=""),
        bad(materials="Please tell me what you need from me.", attachments=""),
        bad(materials="I will gladly answer any question about the process.", attachments=""),
        good(materials="I have enclosed my résumé and a page of shared cases."),
        good(materials="May I send you a short list of the patients we looked after together?"),
        good(materials="If it helps, bullet points about our month and my transcript are ready."),
        good(materials="CV and personal statement below."),
    ),
)

_MESSAGE = "Offer something to write from: your CV, a draft of your statement, or a short list of shared cases."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request that neither offers nor attaches anything."""
    if facts.materials is None and not facts.draft.attachments:
        yield Finding(None, _MESSAGE)
