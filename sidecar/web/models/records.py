"""People, dates, accounts and settings on the wire; `sidecar.people` says what a profile, referee or program has."""

from dataclasses import fields, replace
from datetime import date, datetime
from http import HTTPStatus
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, SecretStr, StringConstraints, TypeAdapter, ValidationError

from sidecar.followup.conversation import Conversation
from sidecar.people import LetterState, Milestone, Profile, Program, Referee, Season
from sidecar.web.endpoint import adapter, explained
from sidecar.web.keys import ReadingState
from sidecar.web.models.wire import Wire
from sidecar.web.problems import ProblemError

R = TypeVar("R", Referee, Program, Profile)

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Choice = Literal["off", "advice", "warning", "error"]


class LetterOut(Wire):
    """A letter in the pipeline: the referee, where it stands, and when mail last passed."""

    id: str | None  # of the referee; None for somebody asked by mail who is not on the list
    person: str
    address: str
    state: str
    asked_at: datetime | None
    last_sent_at: datetime | None
    answered_at: datetime | None
    followups: int
    prompts: list[str]
    referee: Referee | None
    conversation: str | None  # with mail about it
    tracked: bool  # false: the user wants it left alone

    @classmethod
    def of(cls, referee: Referee | None, conversation: Conversation | None, prompts: list[str]) -> "LetterOut":
        """Join a referee with the conversation about their letter; either may be missing."""
        state = conversation.standing if conversation else LetterState.PLANNED
        if referee and referee.state_by_hand:
            state = referee.state_by_hand
        return cls(
            id=referee.id if referee else None,
            person=referee.name if referee else conversation.person if conversation else "",
            address=referee.address if referee else conversation.address if conversation else "",
            state=state,
            asked_at=conversation.opened_at if conversation else None,
            last_sent_at=conversation.last_sent_at if conversation else None,
            answered_at=conversation.answered_at if conversation else None,
            followups=conversation.followups if conversation else 0,
            prompts=prompts,
            referee=referee,
            conversation=conversation.id if conversation else None,
            tracked=conversation.tracked if conversation else True,
        )


class LettersOut(Wire):
    """Every letter, and how many are wanted: the most a program takes, and how many people to ask for that."""

    letters: list[LetterOut]
    wanted: int = 4
    to_ask: str = "5 to 6"


class StateIn(Wire):
    """Where a letter stands, in the user's word."""

    state: LetterState


class ProgramOut(Wire):
    """A program of the roster, with when it was last written to and whether it answered."""

    id: str
    name: str
    program: Program
    emails: int
    last_sent_at: datetime | None
    answered_at: datetime | None


class ProgramsOut(Wire):
    """The roster, and how many of its programs were written to this season."""

    programs: list[ProgramOut]
    contacted: int


class MilestoneIn(Wire):
    """One date of a season."""

    id: Key
    title: Key
    on: date
    official: bool = False
    source: str = Field(default="", max_length=200)


class SeasonIn(Wire):
    """An application year with its dates."""

    name: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}$")]
    milestones: list[MilestoneIn] = Field(max_length=40)

    def season(self) -> Season:
        """Return it as the rest of the product knows it, dates in order."""
        ordered = sorted(self.milestones, key=lambda milestone: milestone.on)
        return Season(self.name, tuple(Milestone(**milestone.model_dump()) for milestone in ordered))


class FolderOut(Wire):
    """A folder that is read, and why it was chosen."""

    name: str
    role: str
    because: str
    last_read: datetime | None
    messages: int | None
    suspicion: str | None


class AccountOut(Wire):
    """A mail account and how reading it stands."""

    name: str
    address: str
    host: str
    state: ReadingState
    last_read: datetime | None
    problem: str | None
    progress: str | None
    folders: list[FolderOut]
    auth: str
    since: date | None


class AccountsOut(Wire):
    """Every account; `demo` says that the embedded demo mailbox is read."""

    accounts: list[AccountOut]
    demo: bool


class AccountIn(Wire):
    """A new account. `security` may be `none` for this computer only."""

    name: Key
    address: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$", max_length=320)]
    host: Key
    port: int | None = Field(default=None, ge=1, le=65535)
    security: Literal["tls", "starttls", "none"] = "tls"
    user: Key
    password: SecretStr


class PasswordIn(Wire):
    """A new password of a known account."""

    password: SecretStr


class SyncIn(Wire):
    """How far back to read from now on, in every account; by default as far as before."""

    since: date | None = None


class FolderIn(Wire):
    """Which folder to read in a role."""

    role: Key
    folder: Key


class RuleSettings(Wire):
    """The user's choices: rules switched off or set to another severity, and words that are no mistakes."""

    rules: dict[str, Choice]
    words: list[str]


class SettingsIn(Wire):
    """Changes; a rule set to null goes back to how it was shipped."""

    rules: dict[Key, Choice | None] = Field(default={}, max_length=200)
    add_words: list[Word] = Field(default=[], max_length=500)
    remove_words: list[Word] = Field(default=[], max_length=500)


class DismissIn(Wire):
    """A finding to keep quiet while the text around it is the same: its `key` and `rule` in the lint response."""

    key: Key
    rule: Key


def changed(record: R, changes: object, fixed: frozenset[str] = frozenset({"id"})) -> R:
    """Return a record with some fields replaced; raise a problem for fields that do not exist or do not fit."""
    known = {each.name for each in fields(record)} - fixed
    if not isinstance(changes, dict) or not changes.keys() <= known:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, f"Only these can be set: {', '.join(sorted(known))}.")
    shape: TypeAdapter[Any] = adapter(type(record))
    try:
        read = shape.validate_python(shape.dump_python(record) | changes)
    except ValidationError as error:
        raise explained(error) from None
    return replace(record, **{name: getattr(read, name) for name in changes})
