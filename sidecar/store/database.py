"""One SQLite file: a connection a thread, one transaction at a time, numbered migrations."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from sidecar.config import ConfigurationError

MIGRATIONS = files("sidecar.store") / "migrations"


class NewerDatabaseError(ConfigurationError):
    """The file was written by a later version of the product; it is left alone."""


class NoDatabaseError(ConfigurationError):
    """The file is not one that the product wrote, or is damaged; it is left alone."""


class Database:
    """Open (and create, mode 0600) the file at `path`; safe to share between threads.

    Raises `NewerDatabaseError` when the file's schema is ahead of this program, and `NoDatabaseError` when it is no
    database, or cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            # Only ever a new file: closing a descriptor drops this process's POSIX locks on the file, those of open
            # connections too, and another process would then take the log from under them.
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            _migrate(self.connection, path)
        except (OSError, sqlite3.DatabaseError) as error:
            raise NoDatabaseError(f"The file {path} cannot be used as DearDr's database: {error}.") from error

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection, in autocommit mode: fit for reading."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is None:
            known = self._local.connection = _connect(self.path)
            with self._lock:
                self._all.append(known)
        return known

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One write transaction, whole or not at all. Waits for other writers; joins one begun in this thread."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def version(self) -> tuple[int, int]:
        """Return a value that differs whenever this thread could see other content than before."""
        connection = self.connection
        (outside,) = connection.execute("PRAGMA data_version").fetchone()
        return outside, connection.total_changes

    def close(self) -> None:
        """Close the connections of all threads; only for when nothing uses them any more."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def numbered() -> list[tuple[int, str]]:
    """Return the migrations, `NNNN_topic.sql`, in order."""
    names = sorted(entry.name for entry in MIGRATIONS.iterdir() if entry.name.endswith(".sql"))
    return [(int(name.partition("_")[0]), (MIGRATIONS / name).read_text(encoding="utf-8")) for name in names]


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    steps = numbered()
    (at,) = connection.execute("PRAGMA user_version").fetchone()
    if at > steps[-1][0]:
        raise NewerDatabaseError(f"The data in {path} were written by a newer DearDr; update this one to use them.")
    for number, sql in steps:
        if number > at:
            connection.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version={number};\nCOMMIT;")
