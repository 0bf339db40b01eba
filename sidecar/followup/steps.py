"""The next step of a matter: which one, in what window, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from sidecar.followup import wording
from sidecar.followup.cadence import AFTER_PROMISE, BEFORE_NAMED_DATE, CADENCES, REST_DAYS, SEASON_DAYS, Cadence
from sidecar.followup.case import Case
from sidecar.followup.leave import Leaves
from sidecar.followup.message import Message
from sidecar.followup.moments import end_of, plus_days, start_of
from sidecar.followup.progress import Progress
from sidecar.followup.prompt import Action, Question, Window
from sidecar.people import Season

RESTS_ON_SILENCE = frozenset(
    {Action.FOLLOWUP_1, Action.FOLLOWUP_2, Action.MOVE_ON, Action.REMINDER, Action.FINAL_NUDGE}
)
_CHASING = frozenset({Action.FOLLOWUP_1, Action.FOLLOWUP_2, Action.MOVE_ON})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """What steps are measured against: the moment, the clocks of both sides, the season."""

    now: datetime
    here: tzinfo  # the user's
    there: tzinfo  # the recipient's
    season: Season | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its window. `answers` is the email to reply to."""

    action: Action
    anchor: str
    window: Window
    reason: str
    source: str
    template: str | None
    answers: Message | None
    caution: str | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A case, how far it has come, and what its steps are measured against."""

    case: Case
    progress: Progress
    setting: Setting
    leaves: Leaves

    @property
    def person(self) -> str:
        """Whom it is with, fit for a sentence."""
        return wording.plain(self.case.party.name)

    def day(self, at: datetime | date) -> str:
        """Return a date in words, on the user's calendar."""
        return wording.day(at, self.setting.here)


def next_step(matter: Matter) -> Step | None:
    """Return what is to be done next in a matter, None when nothing is."""
    for action, anchor in matter.progress.open_steps():
        if matter.case.family == "program" and action is not Action.FIX_ADDRESS:
            continue  # silence of a program is never chased (P-FAQ2), its answers need no sorting
        if action in (Action.REMINDER, Action.FINAL_NUDGE):
            return _awaited(anchor, matter)
        if action in _CHASING:
            return _chase(action, anchor, matter)
        return _at_once(action, anchor, matter)
    return None


def _at_once(action: Action, anchor: str, matter: Matter) -> Step | None:
    """A step that is due as soon as something happened."""
    found = _occasion(action, matter)
    if found is None:
        return None
    since, answers, reason = found
    cadence = CADENCES[action]
    window = Window(since, plus_days(since, cadence.closes, matter.setting.here))
    source = "P-FAQ2" if matter.case.family == "program" else cadence.source
    return Step(action, anchor, window, reason, source, cadence.template, answers)


def _occasion(action: Action, matter: Matter) -> tuple[datetime, Message | None, str] | None:
    """What happened: when, in answer to which email the step is taken, and the reason in words."""
    progress, person, day = matter.progress, matter.person, matter.day
    asked = progress.asked or (matter.case.sent[0] if matter.case.sent else None)
    match action:
        case Action.CLASSIFY_REPLY if progress.reply:
            reply = progress.reply
            return reply.sent_at, reply, wording.reply(person, day(reply.sent_at), reply.meaning)
        case Action.FIX_ADDRESS if progress.lost:
            lost, at = progress.lost.message, progress.lost.bounce.sent_at
            address = wording.plain(matter.case.party.address)
            return at, lost, wording.lost(address, matter.case.kind, day(lost.sent_at), day(at))
        case Action.POSSIBLE_REPLY if asked:
            stray, last = progress.strays[-1], progress.last_sent or asked.sent_at
            return stray.sent_at, stray, wording.stray(person, day(stray.sent_at), day(last))
        case Action.SAY_THANKS if progress.uploaded_at:
            return progress.uploaded_at, asked, wording.thanks(person, day(progress.uploaded_at))
        case _:
            return None


def _chase(action: Action, anchor: str, matter: Matter) -> Step | None:
    clock, here = matter.progress.clock, matter.setting.here
    if clock is None:
        return None
    cadence = CADENCES[action]
    fits = Window(plus_days(clock, cadence.opens, here), plus_days(clock, cadence.closes, here))
    window = matter.leaves.window(fits, matter.setting.there)
    between = f"{matter.day(window.start)} to {matter.day(window.end)}"
    reason = wording.silence(action, matter.person, wording.noun(matter.case.kind), matter.day(clock), between)
    step = Step(action, anchor, window, reason, cadence.source, cadence.template, matter.progress.asked)
    return _when_back(step, fits, matter)


def _awaited(anchor: str, matter: Matter) -> Step | None:
    """The reminder of a promised letter that comes next: the last one whose day has come, else the first to come."""
    progress = matter.progress
    open_ones = [
        replace(reminder, window=_rested(reminder.window, progress))
        for reminder in _reminders(matter)
        if not _is_taken(reminder, progress)
    ]
    if not open_ones:
        return None
    begun = [one for one in open_ones if one.window.start <= matter.setting.now]
    chosen = begun[-1] if begun else open_ones[0]
    promised = matter.day(progress.promised_at) if progress.promised_at else None
    named = matter.day(chosen.deadline) if chosen.deadline else None
    reason = wording.promise(chosen.action, matter.person, promised, named)
    answers, cadence = progress.promise or progress.asked, chosen.cadence
    step = Step(chosen.action, anchor, chosen.window, reason, cadence.source, cadence.template, answers)
    return _when_back(step, chosen.window, matter)


def _when_back(step: Step, fits: Window, matter: Matter) -> Step:
    """Move a step behind the recipient's return (domain.md 6), and say where the day of it can be read two ways."""
    leaves, there = matter.leaves, matter.setting.there
    question = leaves.question(fits, there)
    unclear = next((note for note in matter.case.received if question and note.key == question.message), None)
    last = matter.progress.last_sent
    if unclear is None and last and leaves.unread and leaves.unread[-1].sent_at >= last:
        unclear = leaves.unread[-1]
    caution = wording.ambiguous_return(matter.day(unclear.sent_at), asked=bool(question)) if unclear else None
    return replace(step, window=leaves.window(fits, there), caution=caution, question=question)


@dataclass(frozen=True, slots=True)
class _Reminder:
    """One reminder of a promise, and the date it looks to (None when nobody named one)."""

    action: Action
    window: Window
    deadline: date | None
    cadence: Cadence


def _reminders(matter: Matter) -> Iterator[_Reminder]:
    """Every reminder that the promise calls for, in the order of their days (domain.md 2.4)."""
    here, at = matter.setting.here, matter.progress.promised_at
    if at is None:
        return
    promised = at.astimezone(here).date()
    final = _application_date(matter)
    if final and promised < final - SEASON_DAYS * _DAY:
        return
    if final and promised <= final + CADENCES[Action.FINAL_NUDGE].opens * _DAY:
        for action in (Action.REMINDER, Action.FINAL_NUDGE):
            cadence = CADENCES[action]
            if promised <= final + cadence.opens * _DAY:
                yield _Reminder(action, _before(final, cadence, here), final, cadence)
        return
    for named in _named_dates(matter.progress):
        if promised < named + BEFORE_NAMED_DATE.opens * _DAY:
            yield _Reminder(Action.REMINDER, _before(named, BEFORE_NAMED_DATE, here), named, BEFORE_NAMED_DATE)
            return
    after = Window(plus_days(at, AFTER_PROMISE.opens, here), plus_days(at, AFTER_PROMISE.closes, here))
    yield _Reminder(Action.REMINDER, after, None, AFTER_PROMISE)


def _application_date(matter: Matter) -> date | None:
    referee, season = matter.case.party.referee, matter.setting.season
    own = referee.needed_by if referee else None
    return own or (season.on("review-begins") if season else None)


def _named_dates(progress: Progress) -> Iterator[date]:
    """The date the promise names goes before the one the request names."""
    for message in (progress.promise, progress.asked):
        if message and message.named_date:
            yield message.named_date


def _before(deadline: date, cadence: Cadence, here: tzinfo) -> Window:
    return Window(start_of(deadline + cadence.opens * _DAY, here), end_of(deadline + cadence.closes * _DAY, here))


def _is_taken(reminder: _Reminder, progress: Progress) -> bool:
    """Whether the user reminded them already: for the final nudge, only a mail of its own week counts."""
    start = reminder.window.start
    if reminder.action is Action.REMINDER:
        return any(reminds or at >= start for at, reminds in progress.chased)
    return any(at >= start for at, _ in progress.chased)


def _rested(window: Window, progress: Progress) -> Window:
    """The window with some days of rest after the last reminder."""
    rested = max((at + REST_DAYS * _DAY for at, reminds in progress.chased if reminds), default=window.start)
    return window if rested <= window.start else Window(rested, max(window.end, rested + _DAY))
