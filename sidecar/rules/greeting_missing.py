"""The email starts without a greeting.

## Why
In a first email to somebody senior a missing greeting reads as carelessness or as a form letter. "Dear Dr. Rao," is nearly always
right.

## When to ignore it
In the middle of a quick exchange.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.people import salutation
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L4",),
    examples=(
        bad(greeting="", fixed="Dear Dr. Osei,\n\nI hope the new residents"),
        bad(greeting="", opening="I, Leila Haddad, write to you from Alexandria.", to="osei@hospital.example"),
        bad(kind=Kind.PROGRAM_THANKS, greeting="", opening="It was good to meet you at the interview on 8 January."),
        good(greeting="Dear Dr. Osei:"),
        good(greeting="Professor Osei,"),
        good(greeting="Dear Professor Osei. I hope the move went well."),
        good(kind=Kind.PROGRAM_UPDATE, greeting="Good evening Dr. Lindqvist,"),
    ),
)

_MESSAGE = "There is no greeting; begin with the reader's title and family name."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag own words that open without a salutation."""
    if facts.greeting is not None or not facts.prose.text.strip():
        return
    better = salutation(facts.draft.to)
    start = len(facts.prose.text) - len(facts.prose.text.lstrip())
    insert = Edit(Span(Field.BODY, start, start), f"{better},\n\n")
    yield Finding(None, _MESSAGE, (Fix(f"Begin with “{better},”", (insert,)),) if better else ())
