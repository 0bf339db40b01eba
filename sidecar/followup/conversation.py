"""What a conversation with one person amounts to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sidecar.followup.prompt import Prompt
from sidecar.kinds import Kind


class Standing(StrEnum):
    """Where a conversation stands: domain.md 2.4 for letters, plus what mail to programs can come to."""

    PLANNED = "planned"
    SENT = "sent"  # to a program, or tracked by hand: no letter is meant
    ASKED = "asked"
    FOLLOWED_UP_ONCE = "followed-up-once"
    FOLLOWED_UP_TWICE = "followed-up-twice"
    NO_ANSWER = "no-answer"
    BOUNCED = "bounced"
    ANSWERED = "answered"
    DECLINED = "declined"
    PROMISED = "promised"
    LINK_SENT = "link-sent"
    UPLOADED = "uploaded"
    THANKED = "thanked"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Messages that answer one another, with one person, about one thing."""

    id: str
    kind: Kind
    person: str
    address: str
    subject: str
    standing: Standing
    tracked: bool
    keys: tuple[str, ...]  # of its messages, oldest first
    message_ids: tuple[str, ...]
    opened_at: datetime | None
    last_sent_at: datetime | None
    answered_at: datetime | None
    followups: int  # of those, what followed up without an answer
    mine: int = 0  # emails of the user's in it
    uploaded_at: datetime | None = None
    referee: str | None = None
    program: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything at one moment: all conversations that matter, and the prompts, most pressing first."""

    conversations: tuple[Conversation, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def prompt(self, prompt_id: str) -> Prompt | None:
        """Return the prompt of that id, or None when it is no longer due."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    def of_message(self, message_id: str) -> Conversation | None:
        """Return the conversation a message belongs to, by Message-ID (no angle brackets) or key."""
        return next((c for c in self.conversations if message_id in c.message_ids or message_id in c.keys), None)

    def prompts_of(self, conversation: str) -> tuple[Prompt, ...]:
        """Return the prompts of a conversation by its id."""
        return tuple(prompt for prompt in self.prompts if prompt.conversation == conversation)
