"""Nothing in the request makes it easy to decline.

## Why
Where rank weighs heavily, people say yes to a request they would rather refuse, and write something thin. One sentence that makes
"no" acceptable costs you nothing and keeps weak letters out of your file.

## When to ignore it
When the referee has offered the letter of their own accord.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=frozenset({Kind.LETTER_REQUEST, Kind.LETTER_FOLLOWUP}),
    sources=("L3",),
    examples=(
        bad(out=""),
        bad(out="I am sure that you will not refuse."),
        bad(out="I know how busy you are and I count on your kindness."),
        bad(kind=Kind.LETTER_FOLLOWUP, out="I hope to hear from you this week."),
        good(out="If you feel you didn't see enough of me, or time is short, just say so; no hard feelings."),
        good(out="No pressure at all if your schedule does not allow it."),
        good(
            out="Should you feel that somebody who saw more of me would be a better choice, I would be glad of that advice."
        ),
        good(out="A plain no is welcome too."),
        good(out="Please do not feel obliged in any way."),
        good(out="If this comes at a bad time, just say so."),
        good(kind=Kind.LETTER_FOLLOWUP, out="Whatever you decide, I am grateful for the month on your ward."),
    ),
)

_MESSAGE = "Add one sentence that makes it easy to decline; it keeps half-hearted letters out of your file."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request without a way out."""
    if facts.way_out is None:
        yield Finding(None, _MESSAGE)
