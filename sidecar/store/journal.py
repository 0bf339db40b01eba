"""The journal of the user's acts: appended to, replayed, never edited."""

import secrets
from datetime import datetime

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
        """Return every act, oldest first."""
        rows = self._database.connection.execute("SELECT body FROM act ORDER BY at, id")
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
        return self.write(Act(_new_id(), at, ActKind.SNOOZE, prompt, until=until))

    def dismiss(self, prompt: str, at: datetime) -> Act:
        """Never show this prompt again."""
        return self.write(Act(_new_id(), at, ActKind.DISMISS, prompt))

    def done(self, prompt: str, at: datetime) -> Act:
        """Take the step as taken."""
        return self.write(Act(_new_id(), at, ActKind.DONE, prompt))

    def track(self, message: str, at: datetime, kind: Kind | None = None) -> Act:
        """Follow a message up (by key or Message-ID), as a mail of `kind` when the user says so."""
        return self.write(Act(_new_id(), at, ActKind.TRACK, message, letter_kind=kind))

    def untrack(self, message: str, at: datetime) -> Act:
        """Leave the message's conversation alone."""
        return self.write(Act(_new_id(), at, ActKind.UNTRACK, message))

    def set_state(self, subject: str, state: LetterState, at: datetime) -> Act:
        """Say where a letter stands: by referee id, or by key or Message-ID of a message in the conversation."""
        return self.write(Act(_new_id(), at, ActKind.STATE, subject, state=state))

    def set_meaning(self, reply: str, meaning: Meaning, at: datetime) -> Act:
        """Say what a reply (by key or Message-ID) means."""
        return self.write(Act(_new_id(), at, ActKind.MEANING, reply, meaning=meaning))

    def undo(self, act: str, at: datetime) -> Act:
        """Take an act back; undoing the undoing brings it back."""
        return self.write(Act(_new_id(), at, ActKind.UNDO, act))


def _new_id() -> str:
    return secrets.token_urlsafe(9)
