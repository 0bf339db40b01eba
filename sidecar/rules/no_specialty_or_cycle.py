"""The specialty, or the match cycle, is not given.

## Why
A letter for surgery is not a letter for psychiatry, and a referee who has written "for the 2025 match" twice wants to know which
year this is. Two words settle it.

## When to ignore it
When the letter is for several specialties on purpose; say so then.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_SUBJECT = "Recommendation letter for residency – Leila Haddad"

RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM | {Kind.LETTER_REQUEST},
    sources=("L4",),
    examples=(
        bad(
            subject=_SUBJECT,
            background="I worked with you at Harbor Hospital in June 2026.",
            target="I am applying for residency in the United States in the 2026-2027 match.",
        ),
        bad(target="I am applying for residency in internal medicine in the United States."),
        bad(
            subject=_SUBJECT,
            background="I worked with you at Harbor Hospital in June 2026.",
            target="I hope to go to the United States for training.",
        ),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            subject="Step 3 result – Leila Haddad",
            opening="I have applied to your program this season.",
        ),
        good(target="I am applying to pediatrics residencies in the United States for the 2027 match."),
        good(target="I enter the Match in OB/GYN this coming season."),
        good(
            kind=Kind.PROGRAM_UPDATE,
            subject="Step 3 result – Leila Haddad, psychiatry applicant",
            opening="I have applied to your residency.",
        ),
        good(
            kind=Kind.PROGRAM_UPDATE,
            subject="Step 3 result – Leila Haddad (IM, 2026-2027)",
            opening="I have applied to your residency.",
        ),
        good(
            kind=Kind.PROGRAM_UPDATE,
            subject="Step 3 result",
            opening="I have applied to your residency.",
            signature="Leila Haddad\nPsychiatry, AAMC ID 14700001",
        ),
    ),
)

_SPECIALTY = "Name the specialty you are applying for."
_CYCLE = "Name the match cycle, for example {}-{}."
_BOTH = "Name the specialty and the match cycle you are applying for."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag what is missing; a program knows the cycle, a referee needs both."""
    if facts.kind is Kind.LETTER_REQUEST and facts.other_aim:
        return
    cycle = facts.cycle is not None or facts.kind is not Kind.LETTER_REQUEST
    if not facts.specialties:
        yield Finding(None, _SPECIALTY if cycle else _BOTH)
    elif not cycle:
        yield Finding(None, _CYCLE.format(facts.today.year, facts.today.year + 1))
