"""What the store takes and gives about mailboxes: sightings, cursors, batches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sidecar.followup.message import Message


@dataclass(frozen=True, slots=True)
class Sighting:
    """One copy of a message: the folder of the batch's cursor showed it under `uid`."""

    uid: int
    key: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder was read. `progress` is the reader's own record (uidnext, highestmodseq, first sync, …) in JSON
    values; `suspicion` is one sentence about what looks wrong, None when nothing does."""

    account: str
    folder: str
    role: str
    uidvalidity: int | None = None
    read_at: datetime | None = None
    suspicion: str | None = None
    progress: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step of reading a folder brought: to be recorded whole or not at all."""

    cursor: Cursor
    messages: tuple[Message, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    gone: tuple[int, ...] = ()  # uids that the folder no longer shows
