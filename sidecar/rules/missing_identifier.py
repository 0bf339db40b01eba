"""The email does not say in full who writes: no full name, or to a program no AAMC ID.

## Why
A coordinator finds your file by the AAMC ID, and by nothing else as surely; there are four applicants called M. Khan. To a referee
your full name is what goes into the letter.

## When to ignore it
When your mail program adds a signature with them.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM | {Kind.LETTER_REQUEST},
    sources=("L4", "P"),
    examples=(
        bad(signature="Leila", subject="Recommendation letter for internal medicine residency"),
        bad(signature="", closing="", subject="Recommendation letter for internal medicine residency"),
        bad(kind=Kind.PROGRAM_TIE, signature="Leila Haddad"),
        bad(
            kind=Kind.PROGRAM_TIE,
            signature="Leila\nAAMC ID 14700001",
            subject="Internal medicine applicant living in Millbrook",
        ),
        good(signature="Leila Haddad, MD"),
        good(kind=Kind.PROGRAM_TIE, reason="I applied as Leila Haddad, AAMC 14700001.", signature="Leila"),
        good(kind=Kind.PROGRAM_TIE, signature="Leila Haddad, pediatrics applicant, AAMC 14700001", closing=""),
        good(kind=Kind.PROGRAM_TIE, signature="Feras Haddad\nAAMC ID 14700001"),  # ERAS is no part of the name
        good(signature="Suryani, MBBS", subject="Recommendation letter for internal medicine residency"),
        good(kind=Kind.PROGRAM_TIE, signature="Leila Haddad\nAAMC ID 14700001"),
        good(kind=Kind.PROGRAM_UPDATE, signature="Leila Haddad"),  # its subject has the number
        good(kind=Kind.PROGRAM_TIE, signature="L. Haddad, MBBS | AAMC # 14700001 | +1 555 010 0199"),
    ),
)

_NAME = "Sign with your full name."
_ID = "Give your AAMC ID; it is how the program finds your file."
_BOTH = "Sign with your full name and your AAMC ID."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag what is missing of name and number."""
    named = facts.signed_in_full
    numbered = facts.identifier is not None or facts.kind not in PROGRAM
    if not numbered:
        yield Finding(None, _ID if named else _BOTH)
    elif not named:
        yield Finding(None, _NAME)
