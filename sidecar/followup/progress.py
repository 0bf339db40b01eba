"""How far a matter has come: events folded, in the order of time, into a state.

Terminology: the *clock* runs from the email that waits for an answer; an *anchor* is the key of what a step hangs on.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sidecar.followup.cadence import ADDENDUM_HOURS, FOLLOWUPS, THANKS_DAYS
from sidecar.followup.conversation import Standing
from sidecar.followup.message import Meaning, Message
from sidecar.followup.prompt import Action, prompt_id
from sidecar.kinds import Kind
from sidecar.people import LetterState

UNANSWERED = (Standing.ASKED, Standing.FOLLOWED_UP_ONCE, Standing.FOLLOWED_UP_TWICE)
AWAITED = (Standing.PROMISED, Standing.LINK_SENT)
SETTLED = (Standing.DECLINED, Standing.UPLOADED, Standing.THANKED)
_CLOSES = {Action.MOVE_ON: Standing.NO_ANSWER, Action.SAY_THANKS: Standing.THANKED}
_CHASES = (Kind.LETTER_REMINDER, Kind.LETTER_FOLLOWUP, Kind.LETTER_REQUEST)
_FOR_THE_PROMISE = timedelta(days=THANKS_DAYS)
_ADDENDUM = timedelta(hours=ADDENDUM_HOURS)


@dataclass(frozen=True, slots=True)
class Sent:
    """The user's email went out and, for all that is known, arrived."""

    message: Message


@dataclass(frozen=True, slots=True)
class Lost:
    """The user's email did not arrive."""

    message: Message
    bounce: Message


@dataclass(frozen=True, slots=True)
class Answered:
    """A person answered; `meaning` is what the user says it means, None before they said."""

    message: Message
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Strayed:
    """New mail of the party, outside the threads: perhaps an answer."""

    message: Message


@dataclass(frozen=True, slots=True)
class Said:
    """The user says where the letter stands."""

    state: LetterState
    at: datetime


@dataclass(frozen=True, slots=True)
class Did:
    """The user took the step of a prompt, by whatever way."""

    prompt: str
    at: datetime


Event = Sent | Lost | Answered | Strayed | Said | Did


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a matter stands. Times are those of the mails (or acts) that made it so."""

    root: str
    aside: str = ""  # what tells its steps from those of another party in the same email
    standing: Standing = Standing.PLANNED
    clock: datetime | None = None
    anchor: str = ""
    asked: Message | None = None  # the first email that asked and arrived
    last_sent: datetime | None = None
    followups: int = 0
    lost: Lost | None = None  # the latest email, if it bounced
    reply: Message | None = None  # waits for its meaning
    strays: tuple[Message, ...] = ()
    answered_at: datetime | None = None
    promised_at: datetime | None = None
    promise: Message | None = None
    chased: tuple[tuple[datetime, bool], ...] = ()  # emails since the promise, and whether they remind by their kind
    thanked_at: datetime | None = None  # the latest thanks for something that came after the promise
    uploaded_at: datetime | None = None

    def open_steps(self) -> tuple[tuple[Action, str], ...]:
        """Return the steps that are open, each with its anchor, most pressing first."""
        if self.reply:
            return ((Action.CLASSIFY_REPLY, self.reply.key),)
        if self.lost:
            return ((Action.FIX_ADDRESS, self.lost.message.key + self.aside),)
        if self.standing in UNANSWERED:
            action = (Action.FOLLOWUP_1, Action.FOLLOWUP_2, Action.MOVE_ON)[min(self.followups, FOLLOWUPS)]
            stray = ((Action.POSSIBLE_REPLY, self.strays[-1].key),) if self.strays else ()
            return (*stray, (action, self.anchor))
        if self.standing in AWAITED:
            anchor = self.promise.key if self.promise else self.root
            return ((Action.FINAL_NUDGE, anchor), (Action.REMINDER, anchor))
        if self.standing is Standing.UPLOADED:
            return ((Action.SAY_THANKS, self.root),)
        return ()


def advance(progress: Progress, event: Event) -> Progress:
    """Return the progress after one more event."""
    match event:
        case Sent(message):
            return replace(_sent(progress, message), last_sent=message.sent_at, lost=None, strays=())
        case Lost():
            return replace(progress, lost=event, last_sent=event.message.sent_at)
        case Answered(message, meaning):
            return _answered(progress, message, meaning)
        case Strayed(message):
            return replace(progress, strays=(*progress.strays, message))
        case Said(state, at):
            return _said(progress, state, at)
        case Did(prompt, at):
            return _did(progress, prompt, at)


def _sent(progress: Progress, message: Message) -> Progress:
    if progress.asked is None and message.kind is not Kind.LETTER_EARLY_ASK:
        return _opened(progress, message)
    if progress.standing in UNANSWERED:
        return _wrote_again(progress, message)
    if progress.standing in AWAITED:
        chased = (*progress.chased, (message.sent_at, message.kind in _CHASES))
        return replace(progress, chased=chased, thanked_at=_late_thanks(progress, message))
    if progress.standing is Standing.ANSWERED:
        return replace(progress, thanked_at=_late_thanks(progress, message))
    return replace(progress, standing=Standing.THANKED) if progress.standing is Standing.UPLOADED else progress


def _wrote_again(progress: Progress, message: Message) -> Progress:
    """One more email before any answer chases, but for thanks and for what belongs to the email just sent."""
    if message.kind is Kind.LETTER_THANKS:
        return replace(progress, standing=Standing.ANSWERED)
    if progress.clock and message.sent_at - progress.clock < _ADDENDUM:
        return progress
    return _followed_up(progress, message.sent_at, message.key + progress.aside)


def _late_thanks(progress: Progress, message: Message) -> datetime | None:
    """When the user thanked for something that came after the promise, such as word of the upload.

    Thanks for the promise itself are sent in the days after it.
    """
    news = progress.answered_at and progress.promised_at and progress.answered_at > progress.promised_at
    later = progress.answered_at and message.sent_at - progress.answered_at > _FOR_THE_PROMISE
    return message.sent_at if (news or later) and message.kind is Kind.LETTER_THANKS else progress.thanked_at


def _opened(progress: Progress, message: Message) -> Progress:
    """The first email that asks; when it is not a request, the request was made out of sight."""
    anchor = message.key + progress.aside
    begun = replace(progress, asked=message, clock=message.sent_at, anchor=anchor, followups=0)
    begun = replace(begun, reply=None, answered_at=None)  # an answer to an early mention was not to the request
    match message.kind:
        case Kind.LETTER_FOLLOWUP:
            return replace(begun, followups=1, standing=Standing.FOLLOWED_UP_ONCE)
        case Kind.LETTER_REMINDER:
            chased = ((message.sent_at, True),)
            return replace(begun, standing=Standing.PROMISED, promised_at=message.sent_at, chased=chased)
        case Kind.LETTER_THANKS:
            return replace(progress, standing=Standing.THANKED)
        case kind if kind.family == "program":
            return replace(begun, standing=Standing.SENT)
        case _:
            return replace(begun, standing=Standing.ASKED)


def _followed_up(progress: Progress, at: datetime, anchor: str) -> Progress:
    count = progress.followups + 1
    return replace(progress, followups=count, standing=UNANSWERED[min(count, FOLLOWUPS)], clock=at, anchor=anchor)


def _answered(progress: Progress, message: Message, meaning: Meaning | None) -> Progress:
    if progress.standing in (Standing.UPLOADED, Standing.THANKED):
        return progress
    if progress.standing is Standing.DECLINED and meaning is None and message.meaning is not Meaning.PROMISED:
        return progress
    asked = progress.asked or (progress.lost.message if progress.lost else None)  # it did arrive somewhere
    heard = replace(progress, asked=asked, answered_at=message.sent_at, lost=None, strays=())
    match meaning:
        case None:
            return replace(heard, reply=message, standing=_quiet(progress.standing))
        case Meaning.PROMISED:
            return replace(
                heard,
                reply=None,
                standing=Standing.LINK_SENT if progress.standing is Standing.LINK_SENT else Standing.PROMISED,
                promised_at=message.sent_at,
                promise=message,
                chased=(),
            )
        case Meaning.DECLINED:
            return replace(heard, reply=None, standing=Standing.DECLINED)
        case _:
            return replace(heard, reply=None, standing=_quiet(progress.standing))


def _quiet(standing: Standing) -> Standing:
    """Where an answer of no clear meaning leaves things: a first answer is there, a promise stays a promise."""
    return standing if standing in (*AWAITED, *SETTLED) else Standing.ANSWERED


def _said(progress: Progress, state: LetterState, at: datetime) -> Progress:
    settled = replace(progress, standing=Standing(state.value), reply=None, lost=None, strays=())
    clock, anchor = progress.clock or at, progress.anchor or progress.root
    match state:
        case LetterState.ASKED | LetterState.FOLLOWED_UP_ONCE | LetterState.FOLLOWED_UP_TWICE:
            return replace(settled, followups=UNANSWERED.index(settled.standing), clock=clock, anchor=anchor)
        case LetterState.PROMISED | LetterState.LINK_SENT:
            return _promised(settled, progress.reply, at)
        case LetterState.UPLOADED:
            thanked = progress.thanked_at is not None
            return replace(settled, uploaded_at=at, standing=Standing.THANKED if thanked else Standing.UPLOADED)
        case _:
            return settled


def _promised(settled: Progress, reply: Message | None, at: datetime) -> Progress:
    """A promise by the user's word: the one in the reply that waits for its meaning, if there is one."""
    if reply:
        return replace(settled, promised_at=reply.sent_at, promise=reply, chased=())
    return replace(settled, promised_at=settled.promised_at or at)


def _did(progress: Progress, prompt: str, at: datetime) -> Progress:
    done = {prompt_id(action, anchor): action for action, anchor in progress.open_steps()}.get(prompt)
    if done is Action.FIX_ADDRESS and progress.lost:
        arrived = replace(progress.lost.message, sent_at=at)  # the clock runs from when the user saw to it
        return advance(replace(progress, lost=None), Sent(arrived))
    if done in (Action.FOLLOWUP_1, Action.FOLLOWUP_2):
        return _followed_up(progress, at, progress.anchor)
    if done in (Action.REMINDER, Action.FINAL_NUDGE):
        return replace(progress, chased=(*progress.chased, (at, True)))
    if done is Action.POSSIBLE_REPLY:
        return replace(progress, standing=Standing.ANSWERED, answered_at=progress.strays[-1].sent_at, strays=())
    if done is Action.CLASSIFY_REPLY:
        return replace(progress, reply=None)
    return replace(progress, standing=_CLOSES.get(done, progress.standing)) if done else progress
