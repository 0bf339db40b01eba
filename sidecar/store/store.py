"""The store: one door to everything the sidecar remembers."""

from pathlib import Path

from sidecar.store.database import Database
from sidecar.store.journal import Journal
from sidecar.store.mail import Mail
from sidecar.store.people import People
from sidecar.store.settings import Settings
from sidecar.store.sketches import Sketches


class Store:
    """Everything remembered, by topic. Safe to share between threads; raises what `Database` raises when opened.

    `store.mail` holds accounts, messages and cursors; `store.journal` the user's acts; `store.people` profile,
    referees, programs and season; `store.settings` rule settings, dictionary and dismissed findings; `store.sketches`
    the fingerprints of sent emails.
    """

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.mail = Mail(self.database)
        self.journal = Journal(self.database)
        self.settings = Settings(self.database)
        self.sketches = Sketches(self.database)
        self.people = People(self.database, self.settings)

    def close(self) -> None:
        """Close it for good."""
        self.database.close()
