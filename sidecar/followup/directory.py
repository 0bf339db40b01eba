"""Who is who: correspondents by address, whichever of a person's addresses is used."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidecar.followup.identity import Seen, is_greeted, may_be_one
from sidecar.followup.message import Message, MessageClass
from sidecar.people import Mailbox, Program, Referee

_TO_ALL = re.compile(r"\b(?:all|both|everyone|colleagues|doctors|drs|professors|profs|teachers)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """The other end of a conversation: who, at which address, and which record speaks of them."""

    id: str  # the referee's or program's id, else the address
    name: str
    address: str
    referee: Referee | None = None
    program: Program | None = None

    @property
    def time_zone(self) -> str | None:
        """The zone their record names."""
        record = self.referee or self.program
        return record.time_zone if record else None


class Directory:
    """Looks addresses up among referees and programs."""

    def __init__(self, referees: Iterable[Referee], programs: Iterable[Program]) -> None:
        self._referees = {referee.address.casefold(): referee for referee in referees if referee.address}
        self._programs: dict[str, Program] = {}
        self._domains: dict[str, Program] = {}
        for program in programs:
            if program.domain:
                self._domains[program.domain.casefold().lstrip("@")] = program
            for address in (program.coordinator_address, program.address, program.director_address):
                if address:
                    self._programs[address.casefold()] = program

    def letter_parties(self, message: Message) -> list[Party]:
        """Return whom a letter email is for: the referees in To and whom it greets, else the first recipient."""
        people = [one for one in recipients(message) if one in message.to] or recipients(message)
        known = [one for one in people if one.address in self._referees]
        meant = [one for one in _greeted(people, message.greeting) if one not in known]
        parties = [self._referee_party(one) for one in (*known, *meant) or people[:1]]
        return list({party.id: party for party in reversed(parties)}.values())[::-1]

    def program_party(self, message: Message) -> Party | None:
        """Return which program an email is for, by the first recipient who belongs to one, else the first recipient."""
        people = recipients(message)
        if not people:
            return None
        chosen = next((one for one in people if self._program(one.address)), people[0])
        program = self._program(chosen.address)
        return Party(
            f"program {program.id}" if program else chosen.address, _name(chosen), chosen.address, None, program
        )

    def _program(self, address: str) -> Program | None:
        """The program an address belongs to: by its people, else by its domain or one above it."""
        labels = address.partition("@")[2].split(".")
        domains = (".".join(labels[n:]) for n in range(len(labels) - 1))
        by_domain = (self._domains[domain] for domain in domains if domain in self._domains)
        return self._programs.get(address) or next(by_domain, None)

    def _referee_party(self, one: Mailbox) -> Party:
        referee = self._referees.get(one.address)
        return party_of(referee, one) if referee else Party(one.address, _name(one), one.address)


def party_of(referee: Referee, one: Mailbox | None = None) -> Party:
    """Return a referee as a party, at the address actually written to."""
    title = f"{referee.title} " if referee.title and not referee.name.startswith(referee.title) else ""
    return Party(f"referee {referee.id}", title + referee.name, one.address if one else referee.address, referee)


def _greeted(people: Sequence[Mailbox], greeting: str | None) -> Sequence[Mailbox]:
    """Those whom a greeting names, if it names several of them; everybody, if it is to all of them."""
    named = [one for one in people if is_greeted(one, greeting)]
    several = people if _TO_ALL.search(greeting or "") else named
    known_as = [Seen.of(one, None) for one in several]
    apart = [one for at, one in enumerate(several) if not any(may_be_one(known_as[at], each) for each in known_as[:at])]
    return apart if len(apart) > 1 else ()


def recipients(message: Message) -> Sequence[Mailbox]:
    """Return the people a sent email is for, the sender apart: To first, then CC, then BCC."""
    everybody = (*message.to, *message.cc, *message.bcc)
    return [one for one in everybody if one.address and one.address != message.sender.address]


def aliases(party: Party, replies: Iterable[Message]) -> frozenset[str]:
    """Return the party's addresses: the known one, and those their replies came from under the same name."""
    name = party.name.casefold()
    same = {
        message.sender.address
        for message in replies
        if message.cls is MessageClass.REPLY and message.sender.name and message.sender.name.casefold() == name
    }
    return frozenset(same | {party.address})


def _name(one: Mailbox) -> str:
    return one.name or one.address
