"""Fingerprints of sent emails, and which of them are like a given one (see `sidecar.lint.sketch`)."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from sidecar.lint.sketch import VERSION, unpacked
from sidecar.store.database import Database

_INDEXED = 24  # lowest hashes of a sketch that are looked up; of an email nine tenths the same nearly all agree
_CROWDED = 32  # messages looked at for one hash; a phrase in more of them tells nothing
_MOST = 6  # candidates whose sketches are returned


class Sketches:
    """The fingerprints in a database. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def like(self, sketch: bytes) -> list[tuple[str, bytes]]:
        """Return key and sketch of the messages that share most of the lowest hashes, the likeliest first.

        Which of them really are alike is for `lint.sketch.Shingles.repeated_in` to say.
        """
        db = self._database.connection
        shared: Counter[int] = Counter()
        for value in unpacked(sketch)[:_INDEXED]:
            rows = db.execute(
                "SELECT message FROM shingle WHERE hash = ? ORDER BY message DESC LIMIT ?", (value, _CROWDED)
            )
            shared.update(row[0] for row in rows)
        found = []
        for message, _ in shared.most_common(_MOST):
            row = db.execute(
                "SELECT key, hashes FROM sketch JOIN message ON id = message WHERE message = ? AND version = ?",
                (message, VERSION),
            ).fetchone()
            if row is not None:
                found.append((str(row["key"]), bytes(row["hashes"])))
        return found


def put_sketches(db: sqlite3.Connection, sketches: Iterable[tuple[int, bytes]]) -> None:
    """Keep the sketches of message rows, within the caller's transaction; a row's earlier sketch is replaced."""
    for message, sketch in sketches:
        db.execute("DELETE FROM sketch WHERE message = ?", (message,))
        db.execute("INSERT INTO sketch (message, version, hashes) VALUES (?, ?, ?)", (message, VERSION, sketch))
        lowest = unpacked(sketch)[:_INDEXED]
        db.executemany("INSERT INTO shingle (hash, message) VALUES (?, ?)", [(value, message) for value in lowest])
