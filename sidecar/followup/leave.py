"""When somebody on leave is back, what that does to a window, and when the user is asked which day was meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.moments import end_of, start_of, working_day_after
from sidecar.followup.prompt import Question, Window

LONGEST = timedelta(days=366)  # a return later than this is a slip of the reading, or of the pen


@dataclass(frozen=True, slots=True)
class Leaves:
    """The absence notes of a matter, with the days on which each may mean its writer to be back."""

    days: Mapping[str, tuple[date, ...]]  # by message key, oldest note first; in order, none when no day fits
    unread: tuple[Message, ...]  # notes with a day of two readings, of which neither is known

    @classmethod
    def of(cls, received: Sequence[Message], said: Mapping[str, date]) -> "Leaves":
        """Read the notes; `said` is the user's word by message key, which holds for every note of the same wording."""
        notes = [message for message in received if message.cls is MessageClass.AUTO_REPLY]
        settled = {note.return_dates: said[note.key] for note in notes if note.return_dates and note.key in said}
        unread = tuple(note for note in notes if note.return_date_ambiguous and not note.return_dates)
        return cls({note.key: _days(note, settled) for note in notes}, unread)

    def window(self, window: Window, there: tzinfo) -> Window:
        """Return the window, or the two working days after the return when that is later; in doubt the later return."""
        return _moved(window, (max(days) for days in self.days.values() if days), there)

    def question(self, window: Window, there: tzinfo) -> Question | None:
        """Ask which day the latest note with two readings means, if the window hangs on it."""
        for key, days in reversed(tuple(self.days.items())):
            others = [max(other) for name, other in self.days.items() if other and self.days[name] != days]
            if len({_moved(window, (day, *others), there).start for day in days}) > 1:
                return Question(key, days)
        return None


def _days(note: Message, settled: Mapping[tuple[date, ...], date]) -> tuple[date, ...]:
    if note.return_dates in settled:
        return (settled[note.return_dates],)
    written = note.sent_at.date()
    named = note.return_dates if note.return_date_ambiguous else (note.return_date,)
    return tuple(sorted(day for day in named if day and written <= day <= written + LONGEST))


def _moved(window: Window, returns: Iterable[date], there: tzinfo) -> Window:
    back = max(returns, default=None)
    if back is None:
        return window
    first = start_of(working_day_after(back, 1), there)
    return Window(first, end_of(working_day_after(back, 2), there)) if first > window.start else window
