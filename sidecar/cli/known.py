"""What `deardr lint` knows of the user: profile, history, settings, the conversation a draft continues."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sidecar.cli.stored import opened
from sidecar.followup.conversation import Desk
from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Settings
from sidecar.lint.history import History
from sidecar.people import Profile
from sidecar.store.desk import DeskKeeper
from sidecar.store.history import StoreHistory
from sidecar.store.known import thread_kind, usual_settings


@dataclass(frozen=True, slots=True)
class Known:
    """The user at one moment, as far as the linter is concerned."""

    profile: Profile
    history: History
    settings: Settings
    desk: Desk

    def thread_kind(self, draft: Draft) -> Kind | None:
        """Return the kind of the conversation that a draft continues, if it is one of ours."""
        return thread_kind(self.desk, draft)


@contextmanager
def known_at(now: datetime) -> Iterator[Known]:
    """Open the store and give what it knows; raises `ConfigurationError` when it cannot be used."""
    with opened() as store:
        desks = DeskKeeper(store)
        history = StoreHistory(store, desks, now)
        yield Known(store.people.profile(), history, usual_settings(store), desks.at(now))
