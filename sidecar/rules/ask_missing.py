"""The request never asks for a letter.

## Why
A busy attending reads your mail once. If it tells them about ERAS, dates and links but asks nothing, it reads as news, and nobody
answers news. One plain question gives them something to say yes to.

## When to ignore it
When you have asked in person already and this email only brings what you promised to send.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L1",),
    examples=(
        bad(ask="", out=""),
        bad(ask="I have chosen my writers with care and have waived my right to read their letters.", out=""),
        bad(
            ask="ERAS asks every applicant for three or four letters.",
            out="I remain at your disposal for any question.",
        ),
        good(ask="May I count on you for a strong letter?"),
        good(ask="I would be honoured if you were willing to recommend me strongly."),
        good(ask="I am writing to see whether you could act as one of my referees, with a strong letter."),
        good(ask="It would mean a great deal to have an enthusiastic letter from you, if you can write one for me."),
        good(ask="Your letter of 2024 was strong; could you see your way to writing a fresh one?"),
        good(ask="Please write me a strong letter if you feel you can."),
    ),
)

_MESSAGE = "You never ask for the letter; put it as one plain question."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request in which no sentence asks."""
    if facts.asked is None:
        yield Finding(None, _MESSAGE)
