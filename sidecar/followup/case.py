"""One matter with one person: the mail that a conversation's state is read from.

Terminology: a *case* holds the emails the user sent to one party about one letter (or to one program), what came back,
and what never arrived. A *stray* is new mail of the party outside the case's threads. An email to two referees belongs
to two cases, which it opens under two *roots*.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sidecar.followup.directory import Party
from sidecar.followup.message import Message
from sidecar.kinds import Kind


@dataclass(frozen=True, slots=True)
class Case:
    """All messages oldest first; `undelivered` maps sent keys to bounces."""

    family: str  # letter, program, other (tracked by the user's wish)
    party: Party
    sent: tuple[Message, ...] = ()
    received: tuple[Message, ...] = ()  # replies and automatic replies
    strays: tuple[Message, ...] = ()
    undelivered: Mapping[str, Message] = field(default_factory=dict)
    begins: datetime | None = None  # None for the first case with this party
    ends: datetime | None = None  # when the next case with this party begins
    addresses: frozenset[str] = frozenset()  # of the party, as written to
    shares: bool = False  # whether its first email opened another party's case before

    @property
    def id(self) -> str:
        """The conversation's id, the same on every machine."""
        return hashlib.blake2b(f"{self.family} {self.root}".encode(errors="replace"), digest_size=9).hexdigest()

    @property
    def names(self) -> frozenset[str]:
        """Every name an act may call the case by: its id, and keys and Message-IDs of its messages."""
        names = {self.id, *(message.key for message in (*self.messages, *self.strays))}
        return frozenset(names | {message.message_id for message in self.messages if message.message_id})

    @property
    def root(self) -> str:
        """What the case is known by: the key of its first email, else its referee's id."""
        return self.sent[0].key + self.aside if self.sent else self.party.id

    @property
    def aside(self) -> str:
        """What tells the case and its steps from those of another party in the same email."""
        return f" {self.party.id}" if self.shares else ""

    @property
    def kind(self) -> Kind:
        """What the case is about: the kind of the email that opened it."""
        return self.sent[0].kind if self.sent else Kind.LETTER_REQUEST

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything that belongs to the case, oldest first."""
        everything = {m.key: m for m in (*self.sent, *self.received, *self.undelivered.values())}
        return tuple(sorted(everything.values(), key=when))


def when(message: Message) -> tuple[datetime, str]:
    """Return the order of messages in time, the same whatever the order of observation."""
    return message.sent_at, message.key
