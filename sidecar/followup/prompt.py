"""What is due: the prompts, as every client shows them."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sidecar.followup.message import Meaning
from sidecar.kinds import Kind


class Action(StrEnum):
    """What a prompt asks of the user."""

    FOLLOWUP_1 = "followup-1"
    FOLLOWUP_2 = "followup-2"
    MOVE_ON = "move-on"
    REMINDER = "reminder"
    FINAL_NUDGE = "final-nudge"
    SAY_THANKS = "say-thanks"
    FIX_ADDRESS = "fix-address"
    CLASSIFY_REPLY = "classify-reply"
    POSSIBLE_REPLY = "possible-reply"


class PromptState(StrEnum):
    """Before, in, after the window, or put off by the user."""

    WAITING = "waiting"
    DUE = "due"
    OVERDUE = "overdue"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when a step fits. Both ends are aware and belong to the window."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """Which of these days an automatic reply means, by the key of that message. The later one counts until answered."""

    message: str
    days: tuple[date, ...]  # in order

    @property
    def text(self) -> str:
        """The question in words."""
        return f"Did they mean {' or '.join(map(self.label, self.days))}?"

    def answer(self, day: str) -> date | None:
        """Return the day of the question that is written so (ISO 8601), None for any other."""
        return next((one for one in self.days if one.isoformat() == day), None)

    def label(self, day: date) -> str:
        """One of the days in words, with the year where it matters."""
        year = f" {day.year}" if len({one.year for one in self.days}) > 1 else ""
        return f"{day.day} {day:%B}{year}"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to do. `message_id` is the email to answer (without angle brackets), None when there is none."""

    id: str
    action: Action
    person: str
    address: str
    subject: str
    message_id: str | None
    kind: Kind
    window: Window
    best: datetime
    state: PromptState
    reason: str  # one sentence: what and why, with dates
    source: str  # where the advice comes from: "L7"
    template: str | None  # id of the draft that fits, None where nothing is to be written
    conversation: str  # id of the conversation it belongs to
    suggestion: Meaning | None = None  # classify-reply, possible-reply: what the text seems to say
    caution: str | None = None  # why silence may not be silence: a stale or suspicious reading of the mailbox
    question: Question | None = None  # the window hangs on the answer

    @property
    def asks_meaning(self) -> bool:
        """Whether it asks the user what an answer means."""
        return self.action in (Action.CLASSIFY_REPLY, Action.POSSIBLE_REPLY)


def prompt_id(action: Action, anchor: str) -> str:
    """Return the id of a step, the same on every machine: from the action and the key of the message it hangs on."""
    return hashlib.blake2b(f"{action} {anchor}".encode(), digest_size=9).hexdigest()
