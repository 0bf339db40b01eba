"""The people: profile, referees, programs, season."""

from typing import Generic, TypeVar

from sidecar.people import Profile, Program, Referee, Season
from sidecar.store.codec import dump, load
from sidecar.store.database import Database
from sidecar.store.settings import Settings

T = TypeVar("T", Referee, Program)


class Roster(Generic[T]):
    """Records of one sort by their `id`."""

    def __init__(self, database: Database, table: str, shape: type[T]) -> None:
        self._database = database
        self._shape: type[T] = shape
        self._all = f"SELECT body FROM {table} ORDER BY rowid"  # noqa: S608 - `table` is one of two words of our own
        self._one = f"SELECT body FROM {table} WHERE id = ?"  # noqa: S608 - as above
        self._put = f"INSERT INTO {table} (id, body) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET body = ?2"  # noqa: S608
        self._remove = f"DELETE FROM {table} WHERE id = ?"  # noqa: S608 - as above

    def all(self) -> list[T]:
        """Return every record, in the order they were first put."""
        return [load(self._shape, row["body"]) for row in self._database.connection.execute(self._all)]

    def get(self, record_id: str) -> T | None:
        """Return one record."""
        row = self._database.connection.execute(self._one, (record_id,)).fetchone()
        return load(self._shape, row["body"]) if row else None

    def put(self, *records: T) -> None:
        """Add or replace records, all in one transaction."""
        with self._database.writing() as db:
            db.executemany(self._put, [(record.id, dump(record)) for record in records])

    def remove(self, record_id: str) -> bool:
        """Forget one; return whether there was one."""
        with self._database.writing() as db:
            return db.execute(self._remove, (record_id,)).rowcount > 0


class People:
    """Who takes part, and when. `referees` and `programs` are rosters of their own."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._settings = settings
        self.referees = Roster(database, "referee", Referee)
        self.programs = Roster(database, "program", Program)

    def profile(self) -> Profile:
        """Return the applicant's profile, empty before one is saved."""
        text = self._settings.text("profile")
        return load(Profile, text) if text else Profile()

    def save_profile(self, profile: Profile) -> None:
        """Replace the profile."""
        self._settings.put_text("profile", dump(profile))

    def season(self) -> Season | None:
        """Return the season as the user edited it, None while the shipped one holds."""
        text = self._settings.text("season")
        return load(Season, text) if text else None

    def save_season(self, season: Season | None) -> None:
        """Replace the season's dates; None goes back to the shipped ones."""
        self._settings.put_text("season", dump(season) if season else None)
