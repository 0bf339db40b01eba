"""Eighty or more programs have been written to this season.

## Why
At this number it is a mass mailing whatever the words say, and programs treat it as one.

## When to ignore it
Never; choose the few that matter most instead.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.volume import programs_with_this_one

SPAM = 80


def _wrote_to(count: int) -> Past:
    addresses = [f"director@program{number}.example" for number in range(count)]
    return Past(sent=tuple(mail(Kind.PROGRAM_UPDATE, one, "2026-07-01", program=one) for one in addresses))


RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(history=_wrote_to(79)),
        bad(history=_wrote_to(140)),
        bad(kind=Kind.PROGRAM_INTEREST, history=_wrote_to(81)),
        good(history=_wrote_to(20)),
        good(history=_wrote_to(120), to="director@program7.example"),
        good(history=Past()),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a further program when there were very many."""
    count = programs_with_this_one(facts)
    if count is not None and count >= SPAM:
        yield Finding(None, f"This would be program number {count} this season: a mass mailing; stop here.")
