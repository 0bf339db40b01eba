"""The email to a program says that you are interested, and nothing else.

## Why
Every applicant is interested; that is what the application says. Program staff find email useful when it brings a new fact: a
result, a certificate, a tie to the place, an answer about visas, a month worked there. Without one it is better not sent.

## When to ignore it
When the program has asked applicants to confirm their interest.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.family import Family
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.within import weigh

_LIKELY = 0.5  # a score or a visa that is only touched on makes no news
_NEED_NO_NEWS = frozenset({Kind.PROGRAM_THANKS, Kind.PROGRAM_INTENT})

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(
            kind=Kind.PROGRAM_INTEREST,
            news="",
            reason="Your program is known for excellent training and a diverse patient population.",
        ),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            news="I am very interested in your program.",
            reason="I work hard and learn fast.",
        ),
        bad(kind=Kind.PROGRAM_INTEREST, news="I would be glad to hear about an interview.", reason=""),
        good(kind=Kind.PROGRAM_INTEREST, news="I passed Step 3 in October."),
        good(kind=Kind.PROGRAM_INTEREST, news="My wife teaches at the high school in Millbrook."),
        good(kind=Kind.PROGRAM_INTEREST, news="Does your program sponsor the H-1B visa?"),
        good(kind=Kind.PROGRAM_INTEREST, news="I was an observer on your stroke service in June."),
        good(kind=Kind.PROGRAM_UPDATE, news="Since September my case report has been published."),
    ),
)

_MESSAGE = "This email brings no new fact: no result, no tie, no question about eligibility, no rotation. It is better not sent."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag an email to a program that is of interest: by its words as a whole, or by its kind when nothing in it is news."""
    if facts.kind in _NEED_NO_NEWS:
        return
    likely = weigh(facts, Family.PROGRAM)[Kind.PROGRAM_INTEREST]
    if likely >= _LIKELY or (facts.kind is Kind.PROGRAM_INTEREST and not facts.news):
        yield Finding(None, _MESSAGE)
