"""A program is called the first choice before there was an interview.

## Why
Before an interview nobody can know that, and program directors know that nobody can. The claim makes everything else in the mail
less believable, and it is worth something only once: after the interview, to one program.

## When to ignore it
When you interviewed there and the interview is not on record yet.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM - {Kind.PROGRAM_INTENT},
    sources=("P-FAQ5",),
    examples=(
        bad(
            kind=Kind.PROGRAM_UPDATE,
            reason="Your program is my number one choice.",
            flags=["Your program is my number one"],
        ),
        bad(kind=Kind.PROGRAM_TIE, reason="I will rank your program first.", flags=["rank your program first"]),
        bad(kind=Kind.PROGRAM_INTEREST, reason="You are my dream program.", flags=["You are my dream program"]),
        bad(
            kind=Kind.PROGRAM_TIE,
            reason="No other hospital stands above yours on my list, and none will.",
            flags=["No other hospital stands above"],
        ),
        bad(
            kind=Kind.PROGRAM_TIE,
            more="Your interviews have not begun, but yours is the only program that I want to join.",
            flags=["yours is the only program that I want"],
        ),
        good(kind=Kind.PROGRAM_UPDATE, reason="The refugee clinic is the first reason for my application."),
        good(
            kind=Kind.PROGRAM_TIE, reason="I came first in my class, and the clinic on Canal Street was my first post."
        ),
        good(kind=Kind.PROGRAM_TIE, more="You are my first contact at the hospital."),
        good(
            kind=Kind.PROGRAM_THANKS,
            opening="Thank you for the interview for the internal medicine program on 8 January.",
            reason="Your program is my first choice because of the refugee clinic.",
        ),
        good(
            kind=Kind.PROGRAM_UPDATE,
            reason="I know of no other program in Ohio where the residents treat snake bites, which I did in Accra.",
        ),
        good(kind=Kind.PROGRAM_TIE, more="With my family here, your program is one of my top choices."),
    ),
)

_MESSAGE = "“{}” is not believable before an interview; say what draws you there instead."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a claim when neither the draft nor the roster knows of an interview."""
    claim = facts.claims_top
    if claim is None or facts.interviewed:
        return
    span = Span(Field.BODY, claim.start, claim.end)
    yield Finding(span, _MESSAGE.format(facts.shown(claim)))
