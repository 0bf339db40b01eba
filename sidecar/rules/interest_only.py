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
from sidecar.lint.family import Family, features
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.within import weigh_kinds

_SURELY = 0.8
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
    """Flag an email to a program without news, or whose every word is of interest although news is touched on."""
    if (not facts.news and facts.kind not in _NEED_NO_NEWS) or _is_all_interest(facts):
        yield Finding(None, _MESSAGE)


def _is_all_interest(facts: Facts) -> bool:
    if facts.kind is not Kind.PROGRAM_INTEREST:
        return False
    return weigh_kinds(facts, features(facts), Family.PROGRAM)[Kind.PROGRAM_INTEREST] >= _SURELY
