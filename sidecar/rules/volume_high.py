"""More than thirty programs have been written to this season.

## Why
Ten to thirty well-chosen programs is what careful applicants write to. Beyond that nobody can say something true and particular to each,
and the emails begin to read alike.

## When to ignore it
When every one of them really got its own reason.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.volume import programs_with_this_one

MANY, SPAM = 30, 80


def _wrote_to(count: int) -> Past:
    addresses = [f"director@program{number}.example" for number in range(count)]
    return Past(sent=tuple(mail(Kind.PROGRAM_UPDATE, one, "2026-07-01", program=one) for one in addresses))


RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(history=_wrote_to(30)),
        bad(history=_wrote_to(55)),
        bad(kind=Kind.PROGRAM_TIE, history=_wrote_to(78)),
        good(history=_wrote_to(29)),
        good(history=_wrote_to(12)),
        good(history=_wrote_to(60), to="director@program7.example"),
        good(history=Past()),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a further program when there were many."""
    count = programs_with_this_one(facts)
    if count is not None and MANY < count < SPAM:
        yield Finding(
            None, f"This would be program number {count} this season; ten to thirty is what can be done well."
        )
