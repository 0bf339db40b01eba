"""The follow-up comes before its time.

## Why
A referee needs one to two weeks. A reminder after three days reads as pressure and uses up one of the two follow-ups you have.

## When to ignore it
When a date moved and they must know now.
"""

from collections.abc import Iterator
from datetime import date

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, day, thread
from sidecar.lint.facts import Facts
from sidecar.lint.history import Standing
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_REFEREE = "miriam.osei@hospital.example"


def _asked(on: str, opens: date | None, *, followups: int = 0) -> Past:
    first = noon(on)
    standing = Standing(None, Kind.LETTER_REQUEST, first, 1 + followups, followups, first, opens)
    return Past(standings={_REFEREE: standing})  # fmt: skip


RULE = Rule(
    severity=Severity.WARNING,
    kinds=frozenset({Kind.LETTER_FOLLOWUP}),
    sources=("L7",),
    examples=(
        bad(history=_asked("2026-07-17", date(2026, 7, 24))),
        bad(history=_asked("2026-07-14", date(2026, 7, 21))),
        bad(history=_asked("2026-07-01", date(2026, 7, 22), followups=1)),
        good(history=_asked("2026-07-13", date(2026, 7, 20))),
        good(history=_asked("2026-06-01", None, followups=1)),
        good(),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a follow-up before the window for it opens."""
    standing = facts.history.conversation(thread(facts), addresses(facts)) if facts.history else None
    if standing is None or standing.answered_at or standing.followup_opens is None:
        return
    opens = standing.followup_opens
    if facts.now.date() < opens:
        wrote = day(standing.last_sent_at)
        yield Finding(None, f"You wrote on {wrote}; wait until {opens.day} {opens:%B} before you follow up.")
