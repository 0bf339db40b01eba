"""You last worked together a year or more ago, and the letter passes over it.

## Why
Somebody asked after two years of silence wonders what happened in between. One plain sentence, without an apology, and a short
summary of the time since answer the question before it is asked.

## When to ignore it
When you have been in touch since.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.gap import GAP_NAMED
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L5A",),
    examples=(
        bad(
            background="I worked with you as an observer on the general medicine service at Harbor Hospital in March 2024."
        ),
        bad(background="I was a house officer in your unit from January to December 2022."),
        bad(background="I was your intern at Harbor Hospital until May 2025."),
        good(
            background="I was your intern at Harbor Hospital until May 2024. It has been two years since; I have worked in a clinic in Cairo."
        ),
        good(
            background="I was your intern at Harbor Hospital in 2023, three years ago, and have practised in Cairo since then."
        ),
        good(background="I worked with you on 4 West from April to June 2026."),
    ),
)

_MESSAGE = "You last worked together in {}; name the gap in one sentence and attach a short summary of the time since."
_A_YEAR = timedelta(days=365)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag shared work that ended a year ago or earlier when no sentence names the time since."""
    last = _last_day(facts)
    if last is None or facts.today - last < _A_YEAR or GAP_NAMED.anywhere(facts.prose.sentences):
        return
    yield Finding(None, _MESSAGE.format(f"{last:%B %Y}"))


def _last_day(facts: Facts) -> date | None:
    if facts.referee and facts.referee.worked_until:
        return facts.referee.worked_until
    return facts.last_day_together
