"""The journal of the user's acts: appended to, replayed, never edited."""

import secrets
from datetime import date, datetime
from typing import Any

from sidecar.followup.acts import Act, ActKind
from sidecar.followup.message import Meaning
from sidecar.kinds import Kind
from sidecar.people import LetterState
from sidecar.store.codec import dump, load
from sidecar.store.database import Database


class Journal:
    """The acts side of the store. Each method returns the act it wrote, whose id undoes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def acts(self) -> list[Act]:
        """Return every act, in the order written."""
        rows = self._database.connection.execute("SELECT body FROM act ORDER BY rowid")
        return [load(Act, row["body"]) for row in rows]

    def write(self, act: Act) -> Act:
        """Append an act; one whose id is known already changes nothing."""
        with self._database.writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO act (id, at, body) VALUES (?, ?, ?)", (act.id, act.at.isoformat(), dump(act))
            )
        return act

    def snooze(self, prompt: str, until: datetime, at: datetime) -> Act:
        """Hide a prompt until a moment."""
        return self._append(ActKind.SNOOZE, prompt, at, until=until)

    def dismiss(self, prompt: str, at: datetime) -> Act:
        """Never show this prompt again."""
        return self._append(ActKind.DISMISS, prompt, at)

    def done(self, prompt: str, at: datetime) -> Act:
        """Take the step as taken."""
        return self._append(ActKind.DONE, prompt, at)

    def track(self, message: str, at: datetime, kind: Kind | None = None) -> Act:
        """Follow a message up (by key or Message-ID), as a mail of `kind` when the user says so."""
        return self._append(ActKind.TRACK, message, at, letter_kind=kind)

    def untrack(self, message: str, at: datetime) -> Act:
        """Leave the message's conversation alone."""
        return self._append(ActKind.UNTRACK, message, at)

    def set_state(self, subject: str, state: LetterState, at: datetime) -> Act:
        """Say where a letter stands: by referee id, or by key or Message-ID of a message in the conversation."""
        return self._append(ActKind.STATE, subject, at, state=state)

    def set_meaning(self, reply: str, meaning: Meaning, at: datetime) -> Act:
        """Say what a reply (by key or Message-ID) means."""
        return self._append(ActKind.MEANING, reply, at, meaning=meaning)

    def set_return(self, note: str, day: date, at: datetime) -> Act:
        """Say which day an automatic reply (by key or Message-ID) means."""
        return self._append(ActKind.RETURN, note, at, day=day)

    def undo(self, act: str, at: datetime) -> Act:
        """Take an act back; undoing the undoing brings it back."""
        return self._append(ActKind.UNDO, act, at)

    def _append(self, kind: ActKind, subject: str, at: datetime, **what: Any) -> Act:
        """Write a new act; ids grow, so that acts of one moment keep their order."""
        with self._database.writing() as db:
            (number,) = db.execute("SELECT count(*) + 1 FROM act").fetchone()
            return self.write(Act(f"{number:08d}-{secrets.token_urlsafe(6)}", at, kind, subject, **what))
