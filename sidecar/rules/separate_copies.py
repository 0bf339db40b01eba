"""Nearly the same email went to another person of this program.

## Why
Director and coordinator sit a door apart. One email to the director with the coordinator in Cc is read once and filed once; two separate
ones look like a mailing.

## When to ignore it
When the first one came back undelivered.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import addresses, day, program
from sidecar.lint.facts import Facts
from sidecar.lint.history import Likeness
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.lint.sketch import NEARLY_THE_SAME
from sidecar.people import Program

_THERE = Program(id="millbrook", name="Millbrook General", domain="clinic.example")


def _before(to: str, share: float, program_id: str = "millbrook") -> Past:
    return Past(
        roster=(_THERE,),
        likenesses=(Likeness(mail(Kind.PROGRAM_UPDATE, to, "2026-07-18", program=program_id), share),),
    )


RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM,
    sources=("P-FAQ4",),
    examples=(
        bad(history=_before("office@clinic.example", 0.95)),
        bad(history=_before("chief@clinic.example", 0.91)),
        bad(kind=Kind.PROGRAM_TIE, history=_before("office@clinic.example", 1)),
        good(history=_before("office@clinic.example", 0.3)),
        good(history=_before("paul.lindqvist@clinic.example", 0.9)),
        good(history=_before("director@river.example", 0.6, "river")),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a text that went to another address of the same program."""
    there = program(facts)
    if there is None or facts.history is None:
        return
    for likeness in facts.history.like(facts.draft.own_text):
        before = likeness.mail
        same_person = set(addresses(facts)) & {one.address for one in before.to}
        if likeness.share >= NEARLY_THE_SAME and before.program == there.id and not same_person:
            message = f"Nearly the same email went to {there.name} on {day(before.sent_at)}; one to both is enough."
            yield Finding(None, message)
            return
