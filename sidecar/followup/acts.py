"""What the user did or said about prompts and conversations. Acts are journaled and replayed, never edited.

Terminology: an act's *subject* is what it speaks of: a prompt id (snooze, dismiss, done), a message key or Message-ID
(track, untrack, meaning, return), a message key, Message-ID or referee id (state), or another act's id (undo).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sidecar.followup.message import Meaning
from sidecar.kinds import Kind
from sidecar.people import LetterState


class ActKind(StrEnum):
    """The sorts of act."""

    SNOOZE = "snooze"  # hide the prompt until `until`
    DISMISS = "dismiss"  # never show this prompt again
    DONE = "done"  # the step was taken, by whatever way
    TRACK = "track"  # follow this message up though mail alone would not say so
    UNTRACK = "untrack"  # leave this conversation alone
    STATE = "state"  # the letter stands at `state`
    MEANING = "meaning"  # the reply says `meaning`
    RETURN = "return"  # the automatic reply means that they are back on `day`
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the journal. `id` is unique; `at` is aware; the other fields belong to the kinds named above."""

    id: str
    at: datetime
    kind: ActKind
    subject: str
    until: datetime | None = None
    state: LetterState | None = None
    meaning: Meaning | None = None
    day: date | None = None
    letter_kind: Kind | None = None  # what a tracked message is, in the user's word


def standing(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return the acts that hold, oldest first: without those undone and without the undoings. An undo can be undone."""
    ordered = sorted(acts, key=lambda act: (act.at, act.id))
    undone: set[str] = set()
    for act in reversed(ordered):
        if act.kind is ActKind.UNDO and act.id not in undone:
            undone.add(act.subject)
    return tuple(act for act in ordered if act.kind is not ActKind.UNDO and act.id not in undone)
