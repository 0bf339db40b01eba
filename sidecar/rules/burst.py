"""More than five programs within a day.

## Why
A few at a time lets you watch what comes back and write the next ones better. A burst spends every chance on the first version.

## When to ignore it
When the news itself has a date, such as a result that reached you today.
"""

from collections.abc import Iterator
from datetime import timedelta

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.volume import programs_with_this_one

A_FEW = 5
A_DAY = timedelta(hours=24)


def _wrote_to(count: int, day: str = "2026-07-20") -> Past:
    addresses = [f"director@program{number}.example" for number in range(count)]
    return Past(sent=tuple(mail(Kind.PROGRAM_UPDATE, one, day, program=one) for one in addresses))


RULE = Rule(
    severity=Severity.ADVICE,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(history=_wrote_to(5)),
        bad(history=_wrote_to(9)),
        bad(kind=Kind.PROGRAM_TIE, history=_wrote_to(6)),
        good(history=_wrote_to(4)),
        good(history=_wrote_to(9, "2026-07-18")),
        good(history=_wrote_to(9), to="director@program3.example"),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a further program within a day of many others."""
    count = programs_with_this_one(facts, since=facts.now - A_DAY)
    if count is not None and count > A_FEW:
        yield Finding(
            None, f"This would be program number {count} within a day; send a few, wait, and learn from the answers."
        )
