"""The letter is wanted "as soon as possible" instead of by a date.

## Why
"As soon as possible" hurries the reader and tells them nothing: it may mean tomorrow or October. A day in the calendar is both
kinder and clearer.

## When to ignore it
When the phrase speaks of something else, such as your own reply.
"""

from collections.abc import Iterator

from sidecar.kinds import LETTER, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=LETTER,
    sources=("L9",),
    examples=(
        bad(date="Please send the letter as soon as possible.", flags=["as soon as possible"]),
        bad(date="Kindly upload it at the earliest.", flags=["at the earliest"]),
        bad(date="Please upload it, the sooner is the better.", flags=["the sooner is the better"]),
        bad(date="Please upload it the quickest possible.", flags=["the quickest possible"]),
        bad(date="I need the letter ASAP, since time is short.", flags=["ASAP"]),
        bad(kind=Kind.LETTER_REMINDER, date="Please upload it urgently, by 4 September.", flags=["urgently"]),
        bad(date="Please upload it at the nearest possible opportunity.", flags=["the nearest possible opportunity"]),
        bad(
            date="I want it in the system some time before the season starts.",
            flags=["I want it in the system some time before the season starts."],
        ),
        good(date="I would be glad to have the letter by 4 September."),
        good(
            date="I will send you the list of cases as soon as I can; the letter itself would be needed by 4 September."
        ),
        good(date="I started early so that you have time: 4 September would do for the letter."),
    ),
)

_MESSAGE = "“{}” is no date; name the day by which you need the letter."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag each plea for speed about the letter."""
    for found in facts.vague_deadlines:
        span = Span(Field.BODY, found.start, found.end)
        yield Finding(span, _MESSAGE.format(" ".join(facts.draft.quote(span).split())))
