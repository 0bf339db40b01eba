"""The letter you remind of has been uploaded.

## Why
A reminder for something that is done costs good will; what is due now is a thank-you.

## When to ignore it
When the letter was uploaded for another specialty or season and a second one was promised.
"""

from collections.abc import Iterator
from datetime import date

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, thread
from sidecar.lint.facts import Facts
from sidecar.lint.history import Standing
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Finding, Rule, Severity, bad, good


def _uploaded(on: date | None, address: str = "miriam.osei@hospital.example") -> Past:
    first = noon("2026-06-01")
    return Past(standings={address: Standing("m1", Kind.LETTER_REQUEST, first, 1, 0, first, uploaded_on=on)})


RULE = Rule(
    severity=Severity.ERROR,
    kinds=frozenset({Kind.LETTER_REMINDER}),
    sources=("L7",),
    examples=(
        bad(history=_uploaded(date(2026, 7, 15))),
        bad(history=_uploaded(date(2026, 7, 20))),
        bad(history=_uploaded(date(2026, 6, 30)), ask="Was there any trouble with the portal?"),
        good(history=_uploaded(None)),
        good(history=_uploaded(date(2026, 7, 15), "somebody@hospital.example")),
        good(),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a reminder for a letter that is in."""
    standing = facts.history.conversation(thread(facts), addresses(facts)) if facts.history else None
    if standing and standing.uploaded_on:
        when = f"{standing.uploaded_on.day} {standing.uploaded_on:%B}"
        yield Finding(None, f"This letter is in since {when}; thank them instead of reminding.")
