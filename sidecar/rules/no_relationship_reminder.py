"""The request does not remind the reader who you are: where you worked together, and when.

## Why
An attending meets dozens of visitors a year. The service, the hospital and the months bring you back to mind, and a referee who
remembers you can write about something they saw.

## When to ignore it
When you see each other every day.
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
        bad(background=""),
        bad(background="You may remember me from the hospital."),
        bad(background="I have always admired your knowledge and value the guidance you have given me."),
        good(background="I was your observer on the stroke service at Harbor Hospital in May 2026."),
        good(background="From March to June I did my elective in your clinic."),
        good(background="You supervised my quality project in the burn unit last winter."),
        good(background="We looked after the dialysis patients together at Harbor Hospital for six weeks."),
    ),
)

_MESSAGE = "Remind the reader who you are: what you did together, where, and in which months."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request in which no sentence about shared work has a place or a time."""
    if not facts.reminds_who:
        yield Finding(None, _MESSAGE)
