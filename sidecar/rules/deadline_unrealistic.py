"""The date asked for is past, or too near for a new request.

## Why
A date that has gone by is a leftover of an old draft, and two weeks are little for somebody with patients. Four to six weeks are
fair; less works only where the referee has offered.

## When to ignore it
When the referee knows that it is short and has agreed.
"""

from collections.abc import Iterator

from sidecar.kinds import LETTER, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.dates import DateRead
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=LETTER,
    sources=("L7",),
    examples=(
        bad(date="I would need the letter by 25 July.", flags=["25 July"]),
        bad(date="Could you upload it by 1 July 2026?", flags=["1 July 2026"]),
        bad(date="It would be ideal to have the letter by Friday.", flags=["by Friday"]),
        bad(kind=Kind.LETTER_REMINDER, date="The deadline is 3 September 2025.", flags=["3 September 2025"]),
        good(kind=Kind.LETTER_FOLLOWUP, background="On 3 July I asked whether you could write a letter for me."),
        good(date="I would be glad to have the letter by 28 August."),
        good(date="Could it be in by the end of August?"),
        good(kind=Kind.LETTER_REMINDER, date="The deadline is 25 July."),
    ),
)

_PAST = "{} is past; name a date that is still ahead."
_NEAR = "{} is less than two weeks away; give more time, or say why it cannot wait."
_LEAST_DAYS = 14


def check(facts: Facts) -> Iterator[Finding]:
    """Flag deadlines in the body that lie behind, or for a new request too near."""
    for found in facts.deadlines:
        if found.on is None or not found.exact or not _in_body(facts, found):
            continue
        days = (found.on - facts.today).days
        span = Span(Field.BODY, found.start, found.end)
        if days < 0:
            yield Finding(span, _PAST.format(_shown(found)))
        elif days < _LEAST_DAYS and facts.kind in {Kind.LETTER_REQUEST, Kind.LETTER_EARLY_ASK}:
            yield Finding(span, _NEAR.format(_shown(found)))


def _in_body(facts: Facts, found: DateRead) -> bool:
    return facts.prose.text[found.start : found.end] == found.text


def _shown(found: DateRead) -> str:
    return f"{found.on:%B} {found.on.day}, {found.on.year}" if found.on else found.text
