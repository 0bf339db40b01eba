"""This program has had its one email of this phase already.

## Why
One email before the interviews and one after yours is what a program reads with good will. A second of the same phase adds nothing to
the file, and from the third on it works against you.

## When to ignore it
When they have asked you for something, or a major change (a certification, a visa) makes the first email wrong.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import answers_them, day, interviewed, latest, program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.people import Program, SentMail

_THERE = Program(id="millbrook", name="Millbrook General", domain="clinic.example")
_FIRST = mail(Kind.PROGRAM_TIE, "paul.lindqvist@clinic.example", "2026-07-02", program="millbrook")
_THANKS = mail(Kind.PROGRAM_THANKS, "paul.lindqvist@clinic.example", "2026-07-12", program="millbrook")
_SEEN = Program(
    id="millbrook", name="Millbrook General", domain="clinic.example", interviewed_on=_THANKS.sent_at.date()
)

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P-FAQ2",),
    examples=(
        bad(history=Past(roster=(_THERE,), sent=(_FIRST,))),
        bad(kind=Kind.PROGRAM_TIE, history=Past(roster=(_THERE,), sent=(_FIRST,)), to="Office <office@clinic.example>"),
        bad(
            kind=Kind.PROGRAM_INTENT,
            history=Past(
                roster=(_SEEN,),
                sent=(_FIRST, mail(Kind.PROGRAM_INTENT, "p@clinic.example", "2026-07-15", program="millbrook")),
            ),
        ),
        good(history=Past(roster=(_THERE,))),
        good(kind=Kind.PROGRAM_INTENT, history=Past(roster=(_SEEN,), sent=(_FIRST, _THANKS))),
        good(history=Past(roster=(_THERE,), sent=(mail(Kind.OTHER, "p@clinic.example", "2026-07-02", program="millbrook"),))),
    ),
)  # fmt: skip


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a further mail of the phase, unless it answers theirs."""
    there = program(facts)
    if there is None or facts.history is None or facts.kind is Kind.PROGRAM_THANKS or answers_them(facts, there):
        return
    earlier = [one for one in facts.history.sent_to_program(there.id) if _counts(one)]
    if interviewed(there, facts.now):
        earlier = [one for one in earlier if there.interviewed_on and one.sent_at.date() >= there.interviewed_on]
    last = latest(earlier)
    if last:
        yield Finding(
            None, f"{there.name} had its one email of this phase on {day(last.sent_at)}; do not send another."
        )


def _counts(one: SentMail) -> bool:
    return one.kind.startswith("program.") and one.kind != Kind.PROGRAM_THANKS
