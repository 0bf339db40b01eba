"""What rules may ask about the past: what was sent, to whom, what came back, who is on the roster.

Every question has an honest "nothing known" answer (None or empty), on which a rule stays silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sidecar.people import Program, Referee, Season, SentMail


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the conversation that a draft continues stands. Times are aware."""

    first_message_id: str | None
    kind: str  # of the conversation's first email: a `sidecar.kinds.Kind` value
    first_sent_at: datetime
    mine: int  # emails of the user's in it, the first included
    followups: int  # of those, the ones that followed up without an answer
    last_sent_at: datetime
    followup_opens: date | None = None  # the day the window for the next follow-up opens, if one is left
    answered_at: datetime | None = None  # the latest human reply
    uploaded_on: date | None = None  # the letter is recorded as uploaded


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier email whose text, names masked, resembles the draft; `share` is 0 to 1."""

    mail: SentMail
    share: float


class History(Protocol):
    """Plain questions about the past. Addresses are lower-cased addr-specs; sequences are oldest first."""

    def season(self) -> Season | None:
        """Return the current season with its dates."""

    def programs(self) -> Sequence[Program]:
        """Return the roster."""

    def program_for(self, addresses: Sequence[str]) -> Program | None:
        """Return the roster's program that one of these addresses belongs to."""

    def referee_for(self, addresses: Sequence[str]) -> Referee | None:
        """Return the referee that one of these addresses belongs to."""

    def sent_to(self, addresses: Sequence[str]) -> Sequence[SentMail]:
        """Return what was sent to any of these addresses."""

    def sent_to_program(self, program: str) -> Sequence[SentMail]:
        """Return what was sent this season to anybody of the program with this roster id."""

    def sent_to_programs(self) -> Sequence[SentMail]:
        """Return every email of this season to a program, on the roster or not."""

    def answered_by_program(self, program: str) -> datetime | None:
        """Return when the program last answered this season."""

    def like(self, text: str) -> Sequence[Likeness]:
        """Return earlier emails whose content resembles `text`, closest first."""

    def conversation(self, message_ids: Sequence[str], addresses: Sequence[str]) -> Standing | None:
        """Return where the thread of these messages stands, else the open conversation with these people."""
