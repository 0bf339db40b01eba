"""They have answered already.

## Why
A reminder that crosses an answer tells the reader that theirs was not read.

## When to ignore it
When the answer left your question open and this email says so.
"""

from collections.abc import Iterator
from dataclasses import replace

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, day, thread
from sidecar.lint.facts import Facts
from sidecar.lint.history import Standing
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_OPEN = Standing(None, Kind.LETTER_REQUEST, noon("2026-07-01"), 1, 0, noon("2026-07-01"))


def _answered(on: str | None, sent: str = "2026-07-01", kind: Kind = Kind.LETTER_REQUEST, mine: int = 1) -> Past:
    standing = replace(_OPEN, kind=kind, mine=mine, last_sent_at=noon(sent), answered_at=noon(on) if on else None)
    return Past(standings={"miriam.osei@hospital.example": standing})


RULE = Rule(
    severity=Severity.ERROR,
    kinds=frozenset({Kind.LETTER_FOLLOWUP, Kind.LETTER_REMINDER}),
    sources=("L7",),
    examples=(
        bad(history=_answered("2026-07-15")),
        bad(history=_answered("2026-07-19")),
        bad(history=_answered("2026-07-02", kind=Kind.LETTER_EARLY_ASK)),
        bad(kind=Kind.LETTER_REMINDER, history=_answered("2026-07-15", mine=2)),
        good(history=_answered(None)),
        good(kind=Kind.LETTER_REMINDER, history=_answered("2026-07-15")),
        good(history=Past()),
        good(),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a follow-up after an answer, and a reminder when the last one was answered."""
    standing = facts.history.conversation(thread(facts), addresses(facts)) if facts.history else None
    if standing and standing.answered_at and (facts.kind is Kind.LETTER_FOLLOWUP or _reminded(standing)):
        yield Finding(None, f"They answered on {day(standing.answered_at)}; read that before you write again.")


def _reminded(standing: Standing) -> bool:
    """Tell whether the answer came after a reminder; the promise itself is an answer too, and is what one reminds of."""
    return standing.mine > 1 and standing.answered_at is not None and standing.answered_at > standing.last_sent_at
