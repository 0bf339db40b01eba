"""A history given as plain values, for examples and tests: it answers as the store would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sidecar.kinds import Kind
from sidecar.lint.history import Likeness, Standing
from sidecar.people import Mailbox, Program, Referee, Season, SentMail


@dataclass(frozen=True, slots=True)
class Past:
    """What was sent and answered. `standings` are found by address."""

    dates: Season | None = None
    roster: tuple[Program, ...] = ()
    referees: tuple[Referee, ...] = ()
    sent: tuple[SentMail, ...] = ()
    answers: Mapping[str, datetime] = field(default_factory=dict)
    likenesses: tuple[Likeness, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)

    def season(self) -> Season | None:
        """Return the season."""
        return self.dates

    def programs(self) -> Sequence[Program]:
        """Return the roster."""
        return self.roster

    def program_for(self, addresses: Sequence[str]) -> Program | None:
        """Return the program one of the addresses belongs to, by its people or by its domain."""
        return next((one for one in self.roster if any(_belongs(address, one) for address in addresses)), None)

    def referee_for(self, addresses: Sequence[str]) -> Referee | None:
        """Return the referee with one of the addresses."""
        return next((one for one in self.referees if one.address in addresses), None)

    def sent_to(self, addresses: Sequence[str]) -> Sequence[SentMail]:
        """Return what was sent to any of the addresses."""
        return [mail for mail in self.sent if any(one.address in addresses for one in (*mail.to, *mail.cc))]

    def sent_to_program(self, program: str) -> Sequence[SentMail]:
        """Return what was sent to the program."""
        return [mail for mail in self.sent if mail.program == program]

    def sent_to_programs(self) -> Sequence[SentMail]:
        """Return all mail to programs."""
        return [mail for mail in self.sent if mail.kind.startswith("program.")]

    def answered_by_program(self, program: str) -> datetime | None:
        """Return when the program last answered."""
        return self.answers.get(program)

    def like(self, _text: str) -> Sequence[Likeness]:
        """Return the earlier mail that every text is said to resemble."""
        return self.likenesses

    def conversation(self, _message_ids: Sequence[str], addresses: Sequence[str]) -> Standing | None:
        """Return where the conversation with one of the addresses stands."""
        return next((self.standings[one] for one in addresses if one in self.standings), None)


def _belongs(address: str, program: Program) -> bool:
    known = {program.address, program.director_address, program.coordinator_address}
    return address in known or (program.domain is not None and address.endswith("@" + program.domain))


def mail(kind: Kind, to: str, when: str, **known: str | bool | None) -> SentMail:
    """Make one earlier email, sent at noon UTC of an ISO date."""
    program, referee, greeting = (known.get(name) for name in ("program", "referee", "greeting"))
    return SentMail(
        message_id=f"{when}.{to}",
        kind=kind,
        to=(Mailbox("", to),),
        cc=(),
        subject="",
        sent_at=noon(when),
        greeting=str(greeting) if greeting else None,
        program=str(program) if program else None,
        referee=str(referee) if referee else None,
        claims_top_choice=bool(known.get("claims_top_choice")),
    )


def noon(day: str) -> datetime:
    """Return noon UTC of an ISO date."""
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
