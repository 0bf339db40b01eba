"""Low scores are explained away.

## Why
The number is in the file, and a paragraph about fevers and neighbours makes it larger. What came after it, a Step 3 result or good
months on the wards, answers the question better.

## When to ignore it
When the program asked you to explain.
"""

from collections.abc import Iterator

from sidecar.kinds import LETTER, PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=LETTER | PROGRAM,
    sources=("P",),
    examples=(
        bad(
            kind=Kind.PROGRAM_UPDATE,
            more="My Step 2 score is low because I was ill that week. With better luck I would have scored above 230.",
            flags=[
                "My Step 2 score is low because I was ill that week. With better luck I would have scored above 230."
            ],
        ),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            more="I failed Step 1 once, due to a death in my family.",
            flags=["I failed Step 1 once, due to a death in my family."],
        ),
        bad(
            more="I want to explain my score: a number does not reflect a person.",
            flags=["I want to explain my score: a number does not reflect a person."],
        ),
        good(kind=Kind.PROGRAM_UPDATE, news="Since I applied I passed Step 3 with 226, after 209 in Step 2."),
        good(
            kind=Kind.PROGRAM_ELIGIBILITY,
            news="Do you consider applicants with a second attempt at Step 1? I have since passed Step 3.",
        ),
        good(more="The fever chart we studied that night, and the results it led to, I still use when I teach."),
    ),
)

_MESSAGE = "This explains a score away; state the number if you must, and what came after it."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the stretch from the first excuse to the last."""
    if facts.excuses:
        yield Finding(Span(Field.BODY, facts.excuses[0].start, facts.excuses[-1].end), _MESSAGE)
