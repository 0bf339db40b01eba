"""The program's coordinator is known and not in Cc.

## Why
Coordinators keep the files. With the coordinator in Cc your news reaches your file even when the director is on the ward.

## When to ignore it
When the program asks you to write to the director alone.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM
from sidecar.lint.addressees import addresses, program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good
from sidecar.people import Program

_KNOWN = Past(
    roster=(
        Program(
            id="millbrook",
            name="Millbrook General",
            domain="clinic.example",
            coordinator="Ines Duarte",
            coordinator_address="ines.duarte@clinic.example",
        ),
    )
)
_UNKNOWN = Past(roster=(Program(id="millbrook", name="Millbrook General", domain="clinic.example"),))

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=PROGRAM,
    sources=("P-FAQ4",),
    examples=(
        bad(history=_KNOWN),
        bad(history=_KNOWN, cc="Chief Resident <chief@clinic.example>"),
        bad(history=_KNOWN, to="Office <office@clinic.example>"),
        good(history=_KNOWN, cc="Ines Duarte <ines.duarte@clinic.example>"),
        good(history=_KNOWN, greeting="Dear Ms. Duarte,", to="Ines Duarte <Ines.Duarte@clinic.example>"),
        good(history=_UNKNOWN),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a mail to a program whose coordinator is left out; the fix adds them to Cc."""
    there = program(facts)
    if there is None or not there.coordinator_address or there.coordinator_address in addresses(facts):
        return
    copied = facts.draft.field_text(Field.CC)
    who = f"{there.coordinator} <{there.coordinator_address}>" if there.coordinator else there.coordinator_address
    edit = Edit(Span(Field.CC, len(copied), len(copied)), f", {who}" if copied else who)
    name = there.coordinator or "the coordinator"
    yield Finding(None, f"Copy {name}, who keeps the files of {there.name}.", (Fix(f"Add {name} to Cc", (edit,)),))
