"""A consistent copy of the database while it is in use, without what lets a client or a browser in."""

import errno
import os
import sqlite3
from pathlib import Path

from sidecar.store.database import Database


def back_up(database: Database, path: Path) -> None:
    """Copy the database to a file (mode 0600) that appears whole or not at all. Raises OSError."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            database.connection.backup(copy)
            if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'credential'").fetchone():
                copy.execute("DELETE FROM credential")
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("VACUUM")  # what was deleted must not linger in free pages
        finally:
            copy.close()
        unfinished.replace(path)
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
