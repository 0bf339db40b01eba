"""Prompts and messages on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from sidecar.followup.conversation import Conversation
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.prompt import Action, Prompt, PromptState, Question
from sidecar.kinds import Kind
from sidecar.letters.prompts import template_for
from sidecar.web.models.wire import Wire

Line = Annotated[str, StringConstraints(max_length=1000)]


class ThreadOut(Wire):
    """The conversation of a prompt: the email to answer, and every message known of it. No angle brackets."""

    message_id: str | None
    messages: list[str]


class WindowOut(Wire):
    """From when to when the step fits."""

    start: datetime = Field(serialization_alias="from")
    end: datetime = Field(serialization_alias="to")


class SuggestionOut(Wire):
    """What a reply seems to say; the user has the last word."""

    meaning: Meaning
    because: str


class AnswerOut(Wire):
    """One of the answers to a question, and what its button says."""

    date: date
    label: str


class QuestionOut(Wire):
    """A return date of two readings; `POST /prompts/{id}/return-date` answers. Until then the later one counts."""

    text: str
    answers: list[AnswerOut]


class PromptOut(Wire):
    """One thing to do: to whom, why, when."""

    id: str
    action: Action
    person: str
    address: str
    subject: str
    thread: ThreadOut
    kind: Kind
    window: WindowOut
    best: datetime
    state: PromptState
    reason: str
    source: str
    template: str | None
    suggestion: SuggestionOut | None
    caution: str | None
    question: QuestionOut | None

    @classmethod
    def of(cls, prompt: Prompt, conversation: Conversation | None) -> "PromptOut":
        """Write a prompt of the desk for the wire."""
        return cls(
            id=prompt.id,
            action=prompt.action,
            person=prompt.person,
            address=prompt.address,
            subject=prompt.subject,
            thread=ThreadOut(
                message_id=prompt.message_id, messages=list(conversation.message_ids if conversation else ())
            ),
            kind=prompt.kind,
            window=WindowOut(start=prompt.window.start, end=prompt.window.end),
            best=prompt.best,
            state=prompt.state,
            reason=prompt.reason,
            source=prompt.source,
            template=prompt.template or template_for(prompt.action, kind=prompt.kind),
            suggestion=SuggestionOut(meaning=prompt.suggestion, because=prompt.reason) if prompt.suggestion else None,
            caution=prompt.caution,
            question=_question(prompt.question) if prompt.question else None,
        )


def _question(asked: Question) -> QuestionOut:
    return QuestionOut(text=asked.text, answers=[AnswerOut(date=day, label=asked.label(day)) for day in asked.days])


class PromptsOut(Wire):
    """Every prompt, most pressing first, waiting ones included."""

    prompts: list[PromptOut]


class SnoozeIn(Wire):
    """For how many days, or until when. Neither means three days."""

    days: int = Field(default=3, ge=1, le=366)
    until: AwareDatetime | None = None


class ClassifyIn(Wire):
    """What the reply says, in the user's word."""

    meaning: Meaning


class ReturnIn(Wire):
    """Which of the days of the question is meant."""

    date: date


class ActOut(Wire):
    """What was noted; `POST /acts/{id}/undo` takes it back."""

    act: str


class DraftOut(Wire):
    """A draft for the user to look over. What is unknown stands in it as `[a placeholder]`."""

    subject: str
    text: str
    to: list[str]
    cc: list[str]
    in_reply_to: str | None
    references: list[str]
    attachments: list[str]
    placeholders: list["PlaceholderOut"]


class PlaceholderOut(Wire):
    """Something left to fill in; the range counts UTF-16 code units of the subject or the text."""

    name: str
    hint: str
    field: Literal["subject", "body"]
    start: int
    end: int


class SentIn(Wire):
    """An email the user just sent, told by the client before IMAP shows it. Ids carry no angle brackets."""

    message_id: str = Field(min_length=1, max_length=1000)
    mode: str = Field(default="sendNow", max_length=40)
    in_reply_to: Line | None = None
    references: list[Line] = Field(default=[], max_length=200)
    sender: Line = Field(validation_alias="from")
    to: list[Line] = Field(default=[], max_length=500)
    cc: list[Line] = Field(default=[], max_length=500)
    bcc: list[Line] = Field(default=[], max_length=500)
    subject: Line = ""
    kind: Kind | None = None


class TrackIn(Wire):
    """What the message is, in the user's word; None leaves it to DearDr."""

    kind: Kind | None = None


class MessageOut(Wire):
    """What is known of one message."""

    message_id: str
    cls: MessageClass = Field(serialization_alias="class")
    kind: Kind
    state: str | None  # of its conversation: asked, promised, …; None when it is in none that matters
    tracked: bool
    prompts: list[PromptOut]
    suggestion: Meaning | None

    @classmethod
    def of(cls, message: Message, conversation: Conversation | None, prompts: list[PromptOut]) -> "MessageOut":
        """Write a message and its conversation for the wire."""
        return cls(
            message_id=message.message_id or message.key,
            cls=message.cls,
            kind=conversation.kind if conversation else message.kind,
            state=conversation.standing if conversation else None,
            tracked=bool(conversation and conversation.tracked),
            prompts=prompts,
            suggestion=message.meaning,
        )
