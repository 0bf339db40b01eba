"""No date is given by which the letter is needed.

## Why
Without a date a letter is written when there is time, and there never is. A concrete day, two to four weeks before you apply, lets
the referee plan, and gives you a reason to remind them politely.

## When to ignore it
When the date was settled earlier and stands in the quoted mail below.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=frozenset({Kind.LETTER_REQUEST, Kind.LETTER_REMINDER}),
    sources=("L1",),
    examples=(
        bad(date=""),
        bad(date="It would help me to have the letter before ERAS opens."),
        bad(date="Programs begin to read in September."),
        bad(kind=Kind.LETTER_REMINDER, date="I hope to see it in the portal soon."),
        good(date="The 5th of next month would be a good date for me, or any other that suits you better."),
        good(date="May I ask for it by 09/05?"),
        good(date="Could it be in by the end of August?"),
        good(date="My target for all letters is the first week of September."),
        good(date="If it could be uploaded within six weeks, that would be ideal."),
        good(date="For the date, the 1st of September would arrange me well."),
        good(date="The Friday after Labor Day would be a workable target for the upload."),
        good(kind=Kind.LETTER_REMINDER, date="The deadline is 4 September."),
    ),
)

_MESSAGE = "Name a date for the letter, two to four weeks before you apply, and leave room for another."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a draft without a deadline."""
    if not facts.names_a_day:
        yield Finding(None, _MESSAGE)
