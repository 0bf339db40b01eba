"""The email just stops: no thanks, no closing, no name.

## Why
"Sincerely," and your name, or a word of thanks, cost nothing; their absence looks as if the mail went off by accident.

## When to ignore it
When your mail program adds them.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.interview import grateful
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=OURS,
    sources=("L4",),
    examples=(
        bad(thanks="", closing="", signature=""),
        bad(closing="", signature="", thanks="I will be very grateful."),
        bad(closing="thx", signature="", thanks=""),
        bad(kind=Kind.PROGRAM_UPDATE, thanks="", closing="", signature=""),
        good(closing="With many thanks,"),
        good(closing="Warm regards"),
        good(closing="Have a good week,", thanks=""),
        good(closing="Wish you a quiet ward and good health!", thanks=""),
        good(closing="Remaining grateful till the winter ends,", thanks=""),
        good(closing="Accept, Professor, my best greetings.", thanks=""),
        good(closing="I appreciate the time you take to read this.", thanks=""),
        good(closing="My thanks to you and to Dr. Lang,", thanks=""),
        good(closing="tysm,", thanks=""),
        good(closing="", signature="", thanks="Your time is valued. Kind regards, Leila Haddad, MD"),
        good(closing="With gratitude, and a warm thought for the whole night shift of the burn unit,", thanks=""),
        good(closing="In the hope of good news, I ask you to accept the expression of my highest respect.", thanks=""),
        good(closing="Till we meet on the ward, and thanks a million,", thanks=""),
        good(closing="", thanks="Thank you for your time,"),
        good(kind=Kind.PROGRAM_UPDATE, closing="Respectfully,"),
    ),
)

_MESSAGE = "Close with thanks, “Sincerely,” and your name."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a text without a closing formula that has no name below, or no word of thanks."""
    if facts.closing is None and (not facts.signer or not any(map(grateful, facts.prose.sentences))):
        yield Finding(None, _MESSAGE)
