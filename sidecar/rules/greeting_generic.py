"""The greeting names nobody.

## Why
"Dear Sir" and "Dear Program Director" are what mass mail begins with. The name and title of one person show that you know whom
you ask, and it costs you one look at the program's page.

## When to ignore it
When nobody's name can be found, which is rare.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.people import salutation
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L10", "P"),
    examples=(
        bad(greeting="Dear Sir or Madam,", flags=["Dear Sir or Madam"], fixed="Dear Dr. Osei,"),
        bad(greeting="Dear Sir / Madam,", flags=["Dear Sir / Madam"], fixed="Dear Dr. Osei,"),
        bad(greeting="Hello Doctor,", flags=["Hello Doctor"], fixed="Dear Dr. Osei,"),
        bad(greeting="Respected Sir,", to="osei@hospital.example", flags=["Respected Sir"]),
        bad(greeting="To my beloved teacher,", to="osei@hospital.example", flags=["To my beloved teacher"]),
        bad(
            greeting="To the most learned big physician,",
            to="osei@hospital.example",
            flags=["To the most learned big physician"],
        ),
        bad(greeting="Heyyy doc,", to="osei@hospital.example", flags=["Heyyy doc"]),
        bad(greeting="Gud pm doc!", to="osei@hospital.example", flags=["Gud pm doc"]),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            greeting="To whom it may concern,",
            flags=["To whom it may concern"],
            fixed="Dear Dr. Lindqvist,",
        ),
        bad(kind=Kind.PROGRAM_UPDATE, greeting="Dear Program Director,", to="", flags=["Dear Program Director"]),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            greeting="Dear Program Directors of Toledo,",
            to="",
            flags=["Dear Program Directors of Toledo"],
        ),
        good(
            kind=Kind.PROGRAM_UPDATE,
            greeting="Dear Ms. Hollis and members of the committee,",
            to="June Hollis <hollis@clinic.example>",
        ),
        good(greeting="Dear Professor Osei,"),
        good(greeting="Dear Dr Osei"),
        good(greeting="Good morning Dr. Osei-Mensah,"),
        good(kind=Kind.PROGRAM_UPDATE, greeting="Dear Ms. Hollis,", to="June Hollis <hollis@clinic.example>"),
    ),
)

_MESSAGE = "“{}” could open a letter to anybody; greet one person by title and family name."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a greeting without a name."""
    greeting = facts.greeting
    if greeting is None or not greeting.generic:
        return
    span = Span(Field.BODY, greeting.start, greeting.end)
    better = salutation(facts.draft.to)
    fixes = (Fix(f"Write “{better}”", (Edit(span, better),)),) if better else ()
    yield Finding(span, _MESSAGE.format(greeting.text), fixes)
