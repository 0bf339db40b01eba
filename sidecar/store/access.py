"""Who may come in: client tokens, browser sessions, one-time links, pairing codes, calendar secrets. Digests only.

Terminology:
- *credential*: a random secret with one purpose; whoever shows it is let in.
- *ticket*: the credential in a one-time sign-in link; it is traded for a session.
- *pairing code*: short, typed by hand, traded once for a client's token.
"""

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sidecar.store.database import Database

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads like something else
CODE_LENGTH = 8  # 40 bits, for a quarter of an hour, at a handful of guesses a minute
LAST_USED_GRAIN = timedelta(minutes=1)  # how exact "last used" is; spares a write on every request


class Purpose(StrEnum):
    """What a credential opens, and only that."""

    CLIENT = "client"  # Authorization: Bearer
    SESSION = "session"  # the browser's cookie
    TICKET = "ticket"  # /signin?ticket=…
    CODE = "code"  # typed into a mail client
    CALENDAR = "calendar"  # /calendar/….ics


LIFETIME: dict[Purpose, timedelta | None] = {
    Purpose.CLIENT: None,
    Purpose.SESSION: timedelta(days=30),
    Purpose.TICKET: timedelta(minutes=15),
    Purpose.CODE: timedelta(minutes=15),
    Purpose.CALENDAR: None,
}


@dataclass(frozen=True, slots=True)
class Credential:
    """What may be shown of a credential; the secret itself is known only to whoever was given it. Times are aware."""

    id: str
    purpose: Purpose
    name: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class Access:
    """The credentials of one installation. Safe to use from several threads and several processes."""

    def __init__(self, database: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Open the store's file; `now` is the real clock, since a stopped one must not keep links alive."""
        self._database = Database(database)
        self._now = now

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def issue(self, purpose: Purpose, name: str = "") -> str:
        """Make a credential and return its secret, which cannot be had again."""
        secret = _code() if purpose is Purpose.CODE else secrets.token_urlsafe(32)
        now, lifetime = self._now(), LIFETIME[purpose]
        row = (
            secrets.token_hex(6),
            purpose,
            _digest(purpose, secret),
            name,
            _written(now),
            _written(now + lifetime) if lifetime else None,
        )
        with self._database.writing() as db:
            db.execute("DELETE FROM credential WHERE expires_at <= ?", (_written(now),))
            db.execute(
                "INSERT INTO credential (id, purpose, digest, name, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
        return f"{secret[:4]}-{secret[4:]}" if purpose is Purpose.CODE else secret

    def check(self, purpose: Purpose, secret: str) -> Credential | None:
        """Return the credential if the secret opens this purpose now, and note that it was used."""
        found = self._find(purpose, secret)
        if found is not None:
            self._note_use(found)
        return found

    def redeem(self, purpose: Purpose, secret: str) -> bool:
        """Use a credential up: true for the first who shows it, false ever after."""
        found = self._find(purpose, secret)
        return found is not None and self.revoke(found.id, purpose)

    def credentials(self, purpose: Purpose) -> tuple[Credential, ...]:
        """List what is valid now, oldest first."""
        rows = self._database.connection.execute(
            "SELECT id, purpose, name, created_at, expires_at, last_used_at FROM credential"
            " WHERE purpose = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY created_at, rowid",
            (purpose, _written(self._now())),
        ).fetchall()
        return tuple(_credential(row) for row in rows)

    def revoke(self, identifier: str, purpose: Purpose) -> bool:
        """Take a credential away by its id; false when there was none."""
        with self._database.writing() as db:
            cursor = db.execute("DELETE FROM credential WHERE id = ? AND purpose = ?", (identifier, purpose))
        return cursor.rowcount == 1

    def _find(self, purpose: Purpose, secret: str) -> Credential | None:
        """Compare with every valid credential of the purpose, in a time that does not tell how near a guess was."""
        digest = _digest(purpose, secret)
        rows = self._database.connection.execute(
            "SELECT id, purpose, name, created_at, expires_at, last_used_at, digest FROM credential"
            " WHERE purpose = ? AND (expires_at IS NULL OR expires_at > ?)",
            (purpose, _written(self._now())),
        ).fetchall()
        matching = [row for row in rows if hmac.compare_digest(row["digest"], digest)]
        return _credential(matching[0]) if matching else None

    def _note_use(self, credential: Credential) -> None:
        now = self._now()
        if credential.last_used_at is None or now - credential.last_used_at >= LAST_USED_GRAIN:
            with self._database.writing() as db:
                db.execute("UPDATE credential SET last_used_at = ? WHERE id = ?", (_written(now), credential.id))


def _code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def _digest(purpose: Purpose, secret: str) -> bytes:
    """Hash a secret. Random secrets of 256 bits need no slow hash; codes live too short for one to matter."""
    if purpose is Purpose.CODE:  # as people type: any case, spaced or not, letters for the digits they look like
        secret = secret.upper().translate(str.maketrans("OIL", "011", " -\t"))
    return hashlib.sha256(f"{purpose}:{secret}".encode("utf-8", "surrogatepass")).digest()


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _credential(row: sqlite3.Row) -> Credential:
    return Credential(
        row["id"],
        Purpose(row["purpose"]),
        row["name"],
        datetime.fromisoformat(row["created_at"]),
        datetime.fromisoformat(row["expires_at"]) if row["expires_at"] else None,
        datetime.fromisoformat(row["last_used_at"]) if row["last_used_at"] else None,
    )
