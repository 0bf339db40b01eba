"""What a reading hands over: messages as raw bytes, and the cursor to store with them in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sidecar.imap.account import Role
from sidecar.imap.uids import EMPTY, UidSet


@dataclass(frozen=True, slots=True)
class Scope:
    """How far the first reading reaches: messages received on or after `since`, the newest `limit` of each folder.

    `folders` narrows a reading to those that are known to have changed; None means all that matter.
    """

    since: date
    limit: int = 100_000
    folders: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder has been read. `as_record` and `from_record` are its stored form."""

    folder: str
    role: Role
    uidvalidity: int
    seen: int  # the greatest UID ever observed; what the server says about UIDNEXT is not trusted
    since: date  # how far back the reading reaches
    known: UidSet = EMPTY  # read, and there when last looked
    complete: bool = False  # nothing in reach is left to read
    exists: int = 0
    uidnext: int = 0
    modseq: int = 0  # 0 without CONDSTORE (RFC 7162)
    suspicion: str | None = None

    def as_record(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "folder": self.folder,
            "role": self.role.value,
            "uidvalidity": self.uidvalidity,
            "seen": self.seen,
            "since": self.since.isoformat(),
            "known": str(self.known),
            "complete": self.complete,
            "exists": self.exists,
            "uidnext": self.uidnext,
            "modseq": self.modseq,
            "suspicion": self.suspicion,
        }

    @classmethod
    def from_record(cls, record: dict[str, object]) -> "Cursor":
        """Build a cursor from `as_record`'s form; raises KeyError or ValueError when it is damaged."""
        return cls(
            folder=str(record["folder"]),
            role=Role(str(record["role"])),
            uidvalidity=int(str(record["uidvalidity"])),
            seen=int(str(record["seen"])),
            since=date.fromisoformat(str(record["since"])),
            known=UidSet.parse(str(record["known"])),
            complete=bool(record["complete"]),
            exists=int(str(record["exists"])),
            uidnext=int(str(record["uidnext"])),
            modseq=int(str(record["modseq"])),
            suspicion=None if record["suspicion"] is None else str(record["suspicion"]),
        )


class Fetched(NamedTuple):
    """One message in one folder. `headers` are the fields of `sidecar.header_fields` as the server has them.

    A tuple, because a first reading makes a hundred thousand: a frozen dataclass takes three times as long.
    """

    account: str
    folder: str
    role: Role  # of the folder; on Gmail by the message's labels
    uidvalidity: int
    uid: int
    received_at: datetime  # INTERNALDATE, aware
    headers: bytes
    text: bytes | None = None  # the first 8 KB of the body as sent, still encoded, when it was wanted
    provider_thread: str | None = None  # Gmail's X-GM-THRID


@dataclass(frozen=True, slots=True)
class Batch:
    """News of one folder. `done` of `total` counts the messages of this folder that this reading has to fetch.

    `gone` are UIDs (of `cursor.uidvalidity`) known before and no longer there: moved or expunged, which says nothing
    about replies. `suspicion` is a sentence for the user about mail that went missing in a way not to be believed.
    A `cursor.uidvalidity` other than before means that the folder was renumbered: its old UIDs mean nothing any more.
    """

    account: str
    folder: str
    role: Role
    cursor: Cursor
    fetched: tuple[Fetched, ...] = ()
    gone: tuple[int, ...] = ()
    suspicion: str | None = None
    done: int = 0
    total: int = 0
