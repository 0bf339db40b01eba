"""Nearly the same text went to somebody else before.

## Why
Names, cities and dates aside, this is an email you have sent already. Directors and referees recognise a circular at once, and some of
them compare notes.

## When to ignore it
When the earlier one never arrived, or the likeness is in lines that have to be the same, such as a list of your scores.
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
_OTHER = mail(Kind.PROGRAM_UPDATE, "d@river.example", "2026-07-10", program="river")
_SAME = mail(Kind.PROGRAM_UPDATE, "paul.lindqvist@clinic.example", "2026-07-10")
_A_LINE = 12  # words only this reader could get (domain.md 3.3)
_REQUEST = mail(Kind.LETTER_REQUEST, "s@river.example", "2026-07-10")

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM | {Kind.LETTER_REQUEST},
    sources=("P-FAQ6",),
    examples=(
        bad(kind=Kind.PROGRAM_UPDATE, history=Past(roster=(_THERE,), likenesses=(Likeness(_OTHER, 0.92),))),
        bad(kind=Kind.PROGRAM_TIE, history=Past(likenesses=(Likeness(_OTHER, 0.95),))),
        bad(kind=Kind.LETTER_REQUEST, history=Past(likenesses=(Likeness(_REQUEST, 0.98),))),
        good(kind=Kind.PROGRAM_UPDATE, history=Past(likenesses=(Likeness(_OTHER, 0.4),))),
        good(kind=Kind.LETTER_REQUEST, history=Past(likenesses=(Likeness(_REQUEST, 0.9),))),
        good(
            kind=Kind.LETTER_REQUEST,
            history=Past(likenesses=(Likeness(mail(Kind.LETTER_REQUEST, "miriam.osei@hospital.example", "2026-07-10"), 1),)),
        ),
        good(kind=Kind.PROGRAM_UPDATE, history=Past(likenesses=(Likeness(_SAME, 1),))),
    ),
)  # fmt: skip


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a text that went to another program or referee."""
    if facts.history is None:
        return
    for likeness in facts.history.like(facts.draft.own_text):
        if _repeats(facts, likeness) and likeness.mail.kind != Kind.OTHER and _elsewhere(facts, likeness):
            when = day(likeness.mail.sent_at)
            yield Finding(
                None, f"Names aside, this went to somebody else on {when}; write what only this reader could get."
            )
            return


def _repeats(facts: Facts, likeness: Likeness) -> bool:
    """Tell whether there is neither a share nor a line of its own: in a long letter a good line is a small share."""
    fresh = (1 - likeness.share) * len(facts.draft.own_text.split())
    return likeness.share >= NEARLY_THE_SAME and fresh < _A_LINE


def _elsewhere(facts: Facts, likeness: Likeness) -> bool:
    there = program(facts)
    if there and likeness.mail.program == there.id:
        return False
    return not set(addresses(facts)) & {one.address for one in likeness.mail.to}
