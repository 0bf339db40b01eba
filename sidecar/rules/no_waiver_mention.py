"""Whether you waive the right to see the letter is not mentioned.

## Why
ERAS asks every applicant to decide. Programs trust a letter its subject could not read more, and a referee writes more freely when
they know. Say in half a sentence that you plan to waive it.

## When to ignore it
When you have decided to keep the right, or the letter does not go through ERAS.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L8",),
    examples=(
        bad(waiver=""),
        bad(waiver="I will see to the rest."),
        bad(waiver="The right time for the upload is any day in August."),
        good(waiver="I am waiving my access to it."),
        good(waiver="Your letter stays confidential."),
        good(waiver="I will not see what you write."),
    ),
)

_MESSAGE = "Mention that you plan to waive the right to see the letter; programs trust such letters more."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request for residency without a word on the waiver."""
    if facts.waiver is None and not facts.other_aim:
        yield Finding(None, _MESSAGE)
