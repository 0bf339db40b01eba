"""The user's choices about findings: rules switched off or lowered, own words, findings dismissed."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sidecar.store.database import Database


class Settings:
    """The settings side of the store. Severities and rule ids are passed as text; their meaning is the linter's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def text(self, name: str) -> str | None:
        """Return a setting's JSON text, or None."""
        row = self._database.connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row["value"]) if row else None

    def put_text(self, name: str, value: str | None) -> None:
        """Set a setting's JSON text; None removes the setting."""
        with self._database.writing() as db:
            db.execute("DELETE FROM setting WHERE name = ?", (name,))
            if value is not None:
                db.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))

    def texts(self) -> dict[str, str]:
        """Return every setting's JSON text by name."""
        rows = self._database.connection.execute("SELECT name, value FROM setting ORDER BY name")
        return {row["name"]: row["value"] for row in rows}

    def get(self, name: str) -> Any:
        """Return a setting's JSON value, or None."""
        text = self.text(name)
        return None if text is None else json.loads(text)

    def put(self, name: str, value: object) -> None:
        """Set a JSON value under a name."""
        self.put_text(name, json.dumps(value))

    def read_since(self) -> date | None:
        """Return how far back the user wants mail to be read, None for as far as the season asks."""
        kept = self.get("read-since")
        return date.fromisoformat(kept) if kept else None

    def read_further(self, since: date) -> None:
        """Read mail back to a day from now on; never less far than was asked for before."""
        before = self.read_since()
        self.put("read-since", min(since, before or since).isoformat())

    def rules(self) -> dict[str, str]:
        """Return the rules the user changed: rule id to `off` or a severity."""
        return dict(self.get("rules") or {})

    def change_rule(self, rule: str, to: str | None) -> None:
        """Switch a rule `off`, lower it to a severity, or (None) let it be as shipped."""
        with self._database.writing():
            changed = {key: value for key, value in self.rules().items() if key != rule}
            self.put("rules", changed | ({rule: to} if to else {}))

    def words(self) -> frozenset[str]:
        """Return the user's own dictionary."""
        return frozenset(self.get("words") or ())

    def add_word(self, word: str) -> None:
        """Add a word to the user's dictionary."""
        with self._database.writing():
            self.put("words", sorted(self.words() | {word}))

    def remove_word(self, word: str) -> None:
        """Take a word out of the user's dictionary."""
        with self._database.writing():
            self.put("words", sorted(self.words() - {word}))

    def dismiss_finding(self, fingerprint: str, rule: str, at: datetime) -> None:
        """Keep a finding quiet while the text around it is the same (that is what the fingerprint says)."""
        with self._database.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO dismissed_finding (fingerprint, rule, at) VALUES (?, ?, ?)",
                (fingerprint, rule, at.isoformat()),
            )

    def restore_finding(self, fingerprint: str) -> None:
        """Let a dismissed finding speak again."""
        with self._database.writing() as db:
            db.execute("DELETE FROM dismissed_finding WHERE fingerprint = ?", (fingerprint,))

    def dismissals(self) -> list[tuple[str, str, datetime]]:
        """Return every dismissed finding: its fingerprint, its rule, and when."""
        rows = self._database.connection.execute("SELECT fingerprint, rule, at FROM dismissed_finding ORDER BY rowid")
        return [(row["fingerprint"], row["rule"], datetime.fromisoformat(row["at"])) for row in rows]

    def dismissed_findings(self, among: Iterable[str] | None = None) -> frozenset[str]:
        """Return the fingerprints dismissed: all of them, or those among the given ones."""
        rows = self._database.connection.execute("SELECT fingerprint FROM dismissed_finding")
        known = frozenset(row["fingerprint"] for row in rows)
        return known if among is None else known & frozenset(among)
