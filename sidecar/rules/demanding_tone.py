"""The draft gives orders, or announces pressure.

## Why
Referees and programs owe you nothing, and somebody who is told what they must do looks for reasons not to. A question and a date get
more.

## When to ignore it
When you quote a rule of the application system.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("P",),
    examples=(
        bad(date="You must upload the letter by 4 September.", flags=["You must upload"]),
        bad(kind=Kind.LETTER_REMINDER, more="I will write every day until it is in.", flags=["I will write every"]),
        bad(kind=Kind.PROGRAM_INTEREST, more="I expect an answer this week.", flags=["I expect an answer"]),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            more="I have copied your residents so that someone will respond.",
            flags=["so that someone will respond"],
        ),
        good(date="The letter must be on letterhead, and it would help to have it by 4 September."),
        good(kind=Kind.LETTER_REMINDER, more="I will write to ERAS myself if the link does not work."),
        good(kind=Kind.PROGRAM_UPDATE, more="I expect to finish my observership in August."),
    ),
)

_MESSAGE = "“{}” presses the reader; ask, and give a date instead."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag each order and each announcement of pressure."""
    for found in facts.demands:
        span = Span(Field.BODY, found.start, found.end)
        yield Finding(span, _MESSAGE.format(facts.shown(found)))
