"""The request does not say how the letter gets in.

## Why
"How do I send it?" is the question every referee asks next. One sentence answers it: ERAS sends a secure link, and the letter goes
up as a signed PDF on letterhead, addressed to the program director.

## When to ignore it
When the referee has written letters through ERAS before.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L8",),
    examples=(
        bad(logistics=""),
        bad(logistics="I will explain the details later."),
        bad(logistics="The process is simple and does not take long."),
        good(logistics="Letters go up as a PDF on letterhead."),
        good(logistics="ERAS will email you a link once I have entered your name."),
        good(logistics="The letter is submitted through the AAMC portal; I will send you the Letter Request Form."),
    ),
)

_MESSAGE = "Say how the letter gets in: ERAS sends a secure link, and it is uploaded as a signed PDF on letterhead."
_ELSEWHERE = "Say how the letter gets in: by which link, to which address, and in what form."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request without a word on the way."""
    if facts.upload is None:
        yield Finding(None, _ELSEWHERE if facts.other_aim else _MESSAGE)
