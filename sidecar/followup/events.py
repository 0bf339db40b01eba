"""What happened in a matter, in the order of time: its mails and the user's acts that speak of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sidecar.followup.acts import Act, ActKind
from sidecar.followup.case import Case
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.progress import Answered, Did, Event, Lost, Progress, Said, Sent, Strayed
from sidecar.followup.prompt import Action, prompt_id
from sidecar.kinds import Kind
from sidecar.people import LetterState, Season

_ORDER = tuple(state.value for state in LetterState)
_NEEDS_NO_MAIL = (LetterState.PROMISED, LetterState.LINK_SENT, LetterState.UPLOADED)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The user's acts, sorted by what they are about. Messages are named by key here, whatever name the act used."""

    acts: tuple[Act, ...]
    wished: Mapping[str, Kind | None]  # messages to track, with the kind they are to have
    meanings: Mapping[str, Meaning]
    returns: Mapping[str, date]  # by automatic reply
    dismissed: frozenset[str]
    snoozed: Mapping[str, datetime]

    @classmethod
    def of(cls, acts: Sequence[Act], mail: Iterable[Message]) -> "Rulings":
        """Sort the acts that hold, oldest first: of two about the same thing the later one counts."""
        keys = {message.message_id: message.key for message in mail if message.message_id}
        tracking = {
            keys.get(act.subject, act.subject): act for act in acts if act.kind in (ActKind.TRACK, ActKind.UNTRACK)
        }
        return cls(
            acts=tuple(acts),
            wished={key: act.letter_kind for key, act in tracking.items() if act.kind is ActKind.TRACK},
            meanings={keys.get(act.subject, act.subject): act.meaning for act in acts if act.meaning},
            returns={keys.get(act.subject, act.subject): act.day for act in acts if act.day},
            dismissed=frozenset(act.subject for act in acts if act.kind is ActKind.DISMISS),
            snoozed={act.subject: act.until for act in acts if act.kind is ActKind.SNOOZE and act.until},
        )

    def is_tracked(self, case: Case) -> bool:
        """Say whether the case is followed up: always, but for the user's word to the contrary."""
        names = case.names
        last = [act for act in self.acts if act.kind in (ActKind.TRACK, ActKind.UNTRACK) and act.subject in names]
        return not last or last[-1].kind is ActKind.TRACK


def events(case: Case, rulings: Rulings) -> list[Event]:
    """Return what happened, oldest first; of one moment, mail comes before the user's word."""
    timed = [*_mail(case, rulings), *_acts(case, rulings)]
    return [event for _, event in sorted(timed, key=lambda entry: entry[0])]


def _mail(case: Case, rulings: Rulings) -> Iterator[tuple[tuple[datetime, int, str], Event]]:
    for message in case.sent:
        bounce = case.undelivered.get(message.key)
        yield (message.sent_at, 0, message.key), Lost(message, bounce) if bounce else Sent(message)
    for message in case.received:
        if message.cls is MessageClass.REPLY:
            meaning = rulings.meanings.get(message.key)
            if case.family == "program":
                meaning = meaning or Meaning.OTHER  # answers of programs are not sorted
            yield (message.sent_at, 1, message.key), Answered(message, meaning)
    for message in case.strays:
        meaning = rulings.meanings.get(message.key)
        if meaning:
            yield (message.sent_at, 1, message.key), Answered(message, meaning)
        elif prompt_id(Action.POSSIBLE_REPLY, message.key) not in rulings.dismissed:
            yield (message.sent_at, 1, message.key), Strayed(message)


def _acts(case: Case, rulings: Rulings) -> Iterator[tuple[tuple[datetime, int, str], Event]]:
    questions = {prompt_id(Action.CLASSIFY_REPLY, message.key) for message in (*case.received, *case.strays)}
    for act in rulings.acts:
        order = (act.at, 2, act.id)
        if act.kind is ActKind.DONE or (act.kind is ActKind.DISMISS and act.subject in questions):
            yield order, Did(act.subject, act.at)
        elif act.kind is ActKind.STATE and act.state and (act.subject in case.names or _is_of_referee(act, case)):
            yield order, Said(act.state, act.at)


def _is_of_referee(act: Act, case: Case) -> bool:
    """Whether an act about a referee speaks of this one of their letters: the one under way at the time."""
    if not case.party.referee or act.subject != case.party.referee.id:
        return False
    return (case.begins is None or act.at >= case.begins) and (case.ends is None or act.at < case.ends)


def record_says(case: Case, progress: Progress, season: Season | None) -> Said | None:
    """Return what the referee's record adds: the user's word there wins unless the mail has gone further."""
    state = case.party.referee.state_by_hand if case.party.referee and case.ends is None else None
    if state is None or _ORDER.index(state.value) <= _rank(progress):
        return None
    if progress.last_sent or progress.answered_at:
        return Said(state, max(at for at in (progress.last_sent, progress.answered_at) if at))
    opened = season.on("eras-opens") if season else None
    if opened and state in _NEEDS_NO_MAIL:
        return Said(state, datetime.combine(opened, time.min, UTC))
    return None


def _rank(progress: Progress) -> int:
    shown = progress.standing.value
    return _ORDER.index(shown) if shown in _ORDER else _ORDER.index(LetterState.NO_ANSWER)
