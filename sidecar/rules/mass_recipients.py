"""One email to several programs or several referees.

## Why
Whoever sees the other names, or guesses them behind a BCC, knows that nothing in the email was meant for them. One reader, one email; to a
program the coordinator may be in Cc.

## When to ignore it
When two people of one team asked you to write to both.
"""

from collections.abc import Iterator, Sequence

from sidecar.kinds import LETTER, PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good
from sidecar.people import Mailbox, Program

MOST_OF_ONE_PROGRAM = 3  # director, associate director, coordinator
_ROSTER = Past(
    roster=(
        Program(id="millbrook", name="Millbrook", domain="clinic.example"),
        Program(id="river", name="Riverside", domain="river.example"),
    )
)
_PD = "Dr. Paul Lindqvist <paul.lindqvist@clinic.example>"
_REFEREE = "Dr. Miriam Osei <miriam.osei@hospital.example>"

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM | LETTER,
    sources=("P",),
    examples=(
        bad(kind=Kind.PROGRAM_UPDATE, to="a@one.example; b@two.example; c@three.example", flags=["b@two.example"]),
        bad(kind=Kind.PROGRAM_TIE, to=_PD, bcc="x@river.example", flags=["x@river.example"]),
        bad(kind=Kind.PROGRAM_UPDATE, to=_PD, cc="d@river.example", history=_ROSTER, flags=["d@river.example"]),
        bad(kind=Kind.PROGRAM_UPDATE, to="a@x.example; b@x.example; c@x.example; d@x.example", flags=["d@x.example"]),
        bad(
            kind=Kind.LETTER_REQUEST,
            to=f"{_REFEREE}; Dr. Hal Brandt <hal.brandt@hospital.example>",
            flags=["Dr. Hal Brandt <hal.brandt@hospital.example>"],
        ),
        good(kind=Kind.PROGRAM_UPDATE, to=_PD, cc="Ines Duarte <ines.duarte@clinic.example>"),
        good(kind=Kind.PROGRAM_UPDATE, to=_PD, cc="Ines Duarte <iduarte@university.example>"),
        good(kind=Kind.PROGRAM_UPDATE, to=_PD, bcc="Leila Haddad <leila.haddad@mail.example>"),
        good(kind=Kind.LETTER_REQUEST, to=_REFEREE, cc="Office of Dr. Osei <office@hospital.example>"),
        good(kind=Kind.LETTER_FOLLOWUP, to=_REFEREE),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first recipient too many."""
    found = _hidden(facts) or (_second_referee(facts) if facts.kind in LETTER else _other_program(facts))
    if found:
        yield found


def _hidden(facts: Facts) -> Finding | None:
    mine = {facts.draft.sender.address} if facts.draft.sender else set()
    strangers = [
        one for one in facts.draft.recipients if one.span.field is Field.BCC and one.mailbox.address not in mine
    ]
    return (
        Finding(strangers[0].span, "Hidden copies look like a mailing; write to each reader alone.")
        if strangers
        else None
    )


def _second_referee(facts: Facts) -> Finding | None:
    asked = _distinct(facts, (Field.TO,))
    copied = _distinct(facts, (Field.TO, Field.CC))
    extra = asked[1:] or copied[MOST_OF_ONE_PROGRAM:]
    return Finding(extra[0], "Write to one referee at a time; each should feel chosen.") if extra else None


def _other_program(facts: Facts) -> Finding | None:
    spans = _distinct(facts, (Field.TO, Field.CC))
    other = _of_another_program(facts) or (spans[MOST_OF_ONE_PROGRAM] if len(spans) > MOST_OF_ONE_PROGRAM else None)
    return (
        Finding(other, "Write to one program at a time, to its director with the coordinator in Cc.") if other else None
    )


def _of_another_program(facts: Facts) -> Span | None:
    shown = [one for one in facts.draft.recipients if one.span.field is not Field.BCC]
    first: str | None = None
    for one in shown:
        there = facts.history.program_for([one.mailbox.address]) if facts.history else None
        first = first or (there.id if there else None)
        if there and there.id != first:
            return one.span
    return _third_domain([(_domain(one.mailbox), one.span) for one in shown])


def _third_domain(shown: Sequence[tuple[str, Span]]) -> Span | None:
    """Two domains may be one program (hospital and university); three are not. Returns the second one's first mailbox."""
    first_of: dict[str, Span] = {}
    for domain, span in shown:
        first_of.setdefault(domain, span)
    return list(first_of.values())[1] if len(first_of) > 2 else None


def _domain(mailbox: Mailbox) -> str:
    """The registered part of a domain, near enough: its last two labels."""
    return ".".join(mailbox.address.rpartition("@")[2].split(".")[-2:])


def _distinct(facts: Facts, fields: tuple[Field, ...]) -> list[Span]:
    seen: dict[str, Span] = {}
    for one in facts.draft.recipients:
        if one.span.field in fields:
            seen.setdefault(one.mailbox.address, one.span)
    return list(seen.values())
