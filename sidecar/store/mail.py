"""Mail as observed: messages, sightings, cursors, accounts."""

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sidecar.followup.copies import merged
from sidecar.followup.message import Message, MessageClass
from sidecar.store.codec import dump, load
from sidecar.store.database import Database
from sidecar.store.handles import address_handles, id_handle, thread_handles
from sidecar.store.records import Batch, Cursor
from sidecar.store.sketches import put_sketches


class Mail:
    """The mail side of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # accounts ---------------------------------------------------------------------------------------------------

    def accounts(self) -> list[dict[str, Any]]:
        """Return every account's record, by name. Secrets are never in it."""
        rows = self._database.connection.execute("SELECT body FROM account ORDER BY name")
        return [json.loads(row["body"]) for row in rows]

    def put_account(self, record: Mapping[str, object]) -> None:
        """Add or replace the account called `record["name"]`."""
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO account (name, body) VALUES (:name, :body) ON CONFLICT DO UPDATE SET body = :body",
                {"name": record["name"], "body": json.dumps(record)},
            )

    def remove_account(self, name: str) -> bool:
        """Forget an account, its cursors and sightings; its messages stay. Return whether there was one."""
        with self._database.writing() as db:
            return db.execute("DELETE FROM account WHERE name = ?", (name,)).rowcount > 0

    # reading ----------------------------------------------------------------------------------------------------

    def cursors(self, account: str) -> list[Cursor]:
        """Return where reading stands in each folder of the account."""
        rows = self._database.connection.execute("SELECT * FROM folder WHERE account = ? ORDER BY name", (account,))
        return [_cursor(row) for row in rows]

    def record(self, batch: Batch) -> None:
        """Record a batch whole, in one transaction. Recording it again changes nothing."""
        with self._database.writing() as db:
            folder = _put_cursor(db, batch.cursor)
            ids = _put_messages(db, batch.messages)
            _put_sightings(db, folder, batch, ids)

    def observe(self, messages: Sequence[Message]) -> None:
        """Record messages that no folder shows yet, such as one just sent."""
        with self._database.writing() as db:
            _put_messages(db, messages)

    def sightings(self, key: str) -> list[tuple[str, str, int]]:
        """Return where a message can be seen: (account, folder, uid), current uids only."""
        rows = self._database.connection.execute(
            "SELECT folder.account, folder.name, sighting.uid FROM sighting"
            " JOIN folder ON folder.id = sighting.folder AND folder.uidvalidity = sighting.uidvalidity"
            " JOIN message ON message.id = sighting.message WHERE message.key = ? ORDER BY 1, 2, 3",
            (key,),
        )
        return [tuple(row) for row in rows]

    # messages ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Return how many messages are known."""
        (count,) = self._database.connection.execute("SELECT count(*) FROM message").fetchone()
        return int(count)

    def all(self) -> Iterator[Message]:
        """Yield every message, in the order first seen."""
        for row in self._database.connection.execute("SELECT body FROM message ORDER BY id"):
            yield load(Message, row["body"])

    def by_message_id(self, message_id: str) -> Message | None:
        """Return the message with this Message-ID (no angle brackets)."""
        for message in self._with_handles({id_handle(message_id)}, set()).values():
            if message.message_id == message_id:
                return message
        return None

    def sent_of_family(self, family: str, since: datetime) -> list[Message]:
        """Return the user's mail of a family of kinds (`letter`, `program`) since a moment, oldest first."""
        rows = self._database.connection.execute(
            "SELECT body FROM message WHERE cls = 'sent' AND kind <> 'other' AND kind GLOB ? AND sent_at >= ?"
            " ORDER BY sent_at, key",
            (f"{family}.*", since.timestamp()),
        )
        return [load(Message, row["body"]) for row in rows]

    def senders_of_sent(self, newest: int = 2000) -> list[str]:
        """Return the address each of the newest sent messages was sent from, as often as it occurs."""
        rows = self._database.connection.execute(
            "SELECT json_extract(body, '$.sender.address') AS address FROM message WHERE cls = 'sent'"
            " ORDER BY id DESC LIMIT ?",
            (newest,),
        )
        return [row["address"] for row in rows]

    def that_matter(self, since: datetime, tracked: Iterable[str] = ()) -> list[Message]:
        """Return what following up needs: the user's letters and program mail since a moment and the messages named in
        `tracked` (keys or Message-IDs), all that hangs on their threads, and what their correspondents wrote."""
        found = self._seeds(since, list(tracked))
        if not found:
            return []
        asked: set[int] = set()
        self._add_threads(found, found, asked)
        earliest = min(message.sent_at for message in found.values()).timestamp()
        people = set[int]().union(*(address_handles(m) for m in found.values() if m.cls is MessageClass.SENT))
        around = self._with_handles(people, found, earliest) | self._machine_mail(earliest)
        found.update(around)
        self._add_threads(found, around, asked)
        return list(found.values())

    def _add_threads(self, found: dict[int, Message], new: Mapping[int, Message], asked: set[int]) -> None:
        """Add all that hangs on the threads of `new`, and on theirs. `asked` are handles looked up before."""
        while new:
            threads = set[int]().union(*(thread_handles(message) for message in new.values())) - asked
            asked |= threads
            new = self._with_handles(threads, found)
            found.update(new)

    def _seeds(self, since: datetime, tracked: list[str]) -> dict[int, Message]:
        rows = self._database.connection.execute(
            "SELECT id, body FROM message WHERE cls = 'sent' AND kind <> 'other' AND sent_at >= ?"
            " UNION SELECT id, body FROM message WHERE key IN (SELECT value FROM json_each(?))"
            " UNION SELECT message.id, body FROM handle JOIN message ON message.id = handle.message"
            " WHERE handle IN (SELECT value FROM json_each(?))",
            (since.timestamp(), json.dumps(tracked), json.dumps([id_handle(one) for one in tracked])),
        )
        return {row["id"]: load(Message, row["body"]) for row in rows}

    def _machine_mail(self, since: float) -> dict[int, Message]:
        """Bounces and automatic replies since a moment: some name nothing that a handle could be made of."""
        rows = self._database.connection.execute(
            "SELECT id, body FROM message WHERE cls IN ('bounce', 'auto-reply') AND sent_at >= ?", (since,)
        )
        return {row["id"]: load(Message, row["body"]) for row in rows}

    def _with_handles(self, handles: set[int], known: Container[int], since: float = 0.0) -> dict[int, Message]:
        """Load the messages of any of the handles, but for the rows already known."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT message FROM handle WHERE handle IN (SELECT value FROM json_each(?))",
            (json.dumps(list(handles)),),
        )
        new = [row["message"] for row in rows if row["message"] not in known]
        bodies = self._database.connection.execute(
            "SELECT id, body FROM message WHERE sent_at >= ? AND id IN (SELECT value FROM json_each(?))",
            (since, json.dumps(new)),
        )
        return {row["id"]: load(Message, row["body"]) for row in bodies}


def _cursor(row: sqlite3.Row) -> Cursor:
    return Cursor(
        account=row["account"],
        folder=row["name"],
        role=row["role"],
        uidvalidity=row["uidvalidity"],
        read_at=datetime.fromisoformat(row["read_at"]) if row["read_at"] else None,
        suspicion=row["suspicion"],
        progress=json.loads(row["progress"]),
    )


def _put_cursor(db: sqlite3.Connection, cursor: Cursor) -> int:
    row = db.execute(
        "INSERT INTO folder (account, name, role, uidvalidity, read_at, suspicion, progress)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, name) DO UPDATE SET role = excluded.role,"
        " uidvalidity = excluded.uidvalidity, read_at = excluded.read_at, suspicion = excluded.suspicion,"
        " progress = excluded.progress RETURNING id",
        (
            cursor.account,
            cursor.folder,
            cursor.role,
            cursor.uidvalidity,
            cursor.read_at.isoformat() if cursor.read_at else None,
            cursor.suspicion,
            json.dumps(dict(cursor.progress)),
        ),
    ).fetchone()
    return int(row["id"])


def _put_messages(db: sqlite3.Connection, messages: Sequence[Message]) -> dict[str, int]:
    """Insert what is new, merge what was seen before; return the row of each key."""
    fresh: dict[str, Message] = {}
    for message in messages:
        known = fresh.get(message.key)
        fresh[message.key] = merged(known, message) if known else message
    keys = json.dumps(list(fresh))
    seen = db.execute("SELECT id, key, body FROM message WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    for row in seen.fetchall():
        _update(db, row, fresh.pop(row["key"]))
    db.executemany(
        "INSERT INTO message (key, cls, kind, sent_at, body) VALUES (?, ?, ?, ?, ?)",
        [(m.key, m.cls, m.kind, m.sent_at.timestamp(), _body(m)) for m in fresh.values()],
    )
    rows = db.execute("SELECT id, key FROM message WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    ids = {row["key"]: int(row["id"]) for row in rows}
    _put_handles(db, [(ids[message.key], message) for message in fresh.values()])
    put_sketches(db, [(ids[message.key], message.sketch) for message in messages if message.sketch])
    return ids


def _update(db: sqlite3.Connection, row: sqlite3.Row, message: Message) -> None:
    before = load(Message, row["body"])
    after = merged(before, message)
    if after == before:
        return
    db.execute(
        "UPDATE message SET cls = ?, kind = ?, sent_at = ?, body = ? WHERE id = ?",
        (after.cls, after.kind, after.sent_at.timestamp(), _body(after), row["id"]),
    )
    _put_handles(db, [(row["id"], after)])


def _body(message: Message) -> str:
    """The message as kept; its fingerprint has a table of its own."""
    return dump(replace(message, sketch=None) if message.sketch else message)


def _put_handles(db: sqlite3.Connection, messages: Iterable[tuple[int, Message]]) -> None:
    rows = [(handle, row) for row, message in messages for handle in thread_handles(message) | address_handles(message)]
    rows.sort()  # neighbours in the index go in together
    db.executemany("INSERT OR IGNORE INTO handle (handle, message) VALUES (?, ?)", rows)


def _put_sightings(db: sqlite3.Connection, folder: int, batch: Batch, ids: Mapping[str, int]) -> None:
    validity = batch.cursor.uidvalidity or 0
    db.execute("DELETE FROM sighting WHERE folder = ? AND uidvalidity <> ?", (folder, validity))
    db.executemany(
        "DELETE FROM sighting WHERE folder = ? AND uidvalidity = ? AND uid = ?",
        [(folder, validity, uid) for uid in batch.gone],
    )
    db.executemany(
        "INSERT OR REPLACE INTO sighting (folder, uidvalidity, uid, message) VALUES (?, ?, ?, ?)",
        [(folder, validity, sighting.uid, ids[sighting.key]) for sighting in batch.sightings],
    )
