"""The desk over the store: decides on the messages that matter, and keeps what it loaded while nothing changes."""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from sidecar.followup.acts import Act, ActKind
from sidecar.followup.conversation import Desk
from sidecar.followup.decide import decide
from sidecar.followup.message import Message
from sidecar.followup.season import current
from sidecar.followup.trust import Reading
from sidecar.people import Profile, Program, Referee, Season
from sidecar.store.records import Cursor
from sidecar.store.store import Store

_INCOMING = frozenset({"inbox", "junk", "archive", "all"})
_MINUTE = timedelta(minutes=1)
_REACH = timedelta(days=400)  # a season, and what led up to it


@dataclass(frozen=True, slots=True)
class Known:
    """Everything `decide` needs but the moment."""

    messages: list[Message]
    acts: list[Act]
    referees: list[Referee]
    programs: list[Program]
    season: Season
    profile: Profile
    readings: list[Reading]


class DeskKeeper:
    """Gives the desk at any moment. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: tuple[object, Known] | None = None
        self._desk: tuple[Known, datetime, Desk] | None = None
        self._lock = threading.Lock()

    def at(self, now: datetime) -> Desk:
        """Return all conversations that matter and what is due at `now`, or was within the same minute."""
        known = self.known(now)
        with self._lock:
            if self._desk is None or self._desk[0] is not known or not timedelta(0) <= now - self._desk[1] < _MINUTE:
                self._desk = (known, now, _decided(known, now))
            return self._desk[2]

    def known(self, now: datetime) -> Known:
        """Return what the store holds that bears on following up, as last loaded while nothing changed."""
        with self._lock:
            version = (threading.get_ident(), self._store.database.version(), now.date())
            if self._kept is None or self._kept[0] != version:
                self._kept = (version, self._load(now))
            return self._kept[1]

    def _load(self, now: datetime) -> Known:
        store = self._store
        acts = store.journal.acts()
        tracked = [act.subject for act in acts if act.kind is ActKind.TRACK]
        return Known(
            messages=store.mail.that_matter(now - _REACH, tracked),
            acts=acts,
            referees=store.people.referees.all(),
            programs=store.people.programs.all(),
            season=store.people.season() or current(now.date()),
            profile=store.people.profile(),
            readings=readings(store),
        )


def _decided(known: Known, now: datetime) -> Desk:
    return decide(
        known.messages,
        known.acts,
        known.referees,
        known.programs,
        known.season,
        known.profile,
        now,
        known.readings,
    )


def readings(store: Store) -> list[Reading]:
    """Return how far each account's incoming mail can be believed: by its worst folder."""
    return [_reading(str(account["name"]), str(account.get("address", "")), store) for account in store.mail.accounts()]


def _reading(account: str, address: str, store: Store) -> Reading:
    cursors: list[Cursor] = [one for one in store.mail.cursors(account) if one.role in _INCOMING]
    suspicion = next((one.suspicion for one in cursors if one.suspicion), None)
    read_at = (
        None
        if any(one.read_at is None for one in cursors)
        else min((one.read_at for one in cursors if one.read_at), default=None)
    )
    return Reading(account, address.casefold(), read_at, suspicion)
