"""The program asks applicants not to email.

## Why
Some programs say on their page that they do not want to be written to. A message that ignores this shows one thing about its
sender: that they did not read the page.

## When to ignore it
When the program has written to you first and expects an answer, or has taken that sentence back.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM
from sidecar.lint.addressees import answers_them, program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.people import Program

_QUIET = Program(id="millbrook", name="Millbrook General", domain="clinic.example", do_not_email=True)
_OPEN = Program(id="millbrook", name="Millbrook General", domain="clinic.example")

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(history=Past(roster=(_QUIET,))),
        bad(history=Past(roster=(_QUIET,)), to="Office <office@clinic.example>"),
        bad(history=Past(roster=(_QUIET,), answers={"millbrook": noon("2026-07-01")})),
        good(history=Past(roster=(_OPEN,))),
        good(history=Past(roster=(_QUIET,)), to="Dr. Paul Lindqvist <paul.lindqvist@other.example>"),
        good(),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a mail to a program marked so on the roster, unless it answers theirs."""
    there = program(facts)
    if there and there.do_not_email and not answers_them(facts, there):
        yield Finding(None, f"{there.name} asks applicants not to email; leave this unsent.")
