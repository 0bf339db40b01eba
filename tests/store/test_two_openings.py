"""A database that is opened twice in one process, while another process uses it too."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sidecar.store.database import Database

_WRITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("INSERT INTO noted VALUES (?)", (sys.argv[2],))
connection.close()
"""


def write_elsewhere(path: Path, word: str) -> None:
    subprocess.run([sys.executable, "-c", _WRITE, str(path), word], check=True)  # noqa: S603 - our own script


def test_a_second_opening_does_not_let_another_process_pull_the_log_from_under_the_first(tmp_path: Path) -> None:
    path = tmp_path / "deardr.sqlite3"
    with closing(Database(path)) as first:
        first.connection.execute("CREATE TABLE noted (word TEXT)")
        Database(path).close()
        write_elsewhere(path, "one")
        first.connection.execute("INSERT INTO noted VALUES ('two')")
        write_elsewhere(path, "three")
        seen = [row["word"] for row in first.connection.execute("SELECT word FROM noted ORDER BY rowid")]
        with closing(sqlite3.connect(path)) as other:
            kept = [word for (word,) in other.execute("SELECT word FROM noted ORDER BY rowid")]
    assert seen == kept == ["one", "two", "three"]
