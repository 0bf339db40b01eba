"""Where things are on this machine, and what time it is."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

HOST = "127.0.0.1"
PORT = 8765

Clock = Callable[[], datetime]


class ConfigurationError(Exception):
    """A setting cannot be used; the message says which one and what it should be."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds all data and configuration of one user."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "deardr.sqlite3"

    @property
    def templates(self) -> Path:
        """The user's own email templates, which override ours by name."""
        return self.folder / "templates" / "email"

    def create(self) -> "Home":
        """Make the folder, readable by its owner only; raise `ConfigurationError` when that cannot be done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigurationError(f"The data folder {self.folder} cannot be made: {error.strerror}.") from error
        return self


def home() -> Home:
    """Return the user's data folder: `DEARDR_HOME`, else the platform's place for it."""
    chosen = os.environ.get("DEARDR_HOME")
    return Home(Path(chosen).expanduser() if chosen else platformdirs.user_data_path("deardr", appauthor=False))


def clock() -> Clock:
    """Return a function that tells the time (aware); `DEARDR_NOW` stops it at one moment, for tests and demos.

    Raises `ConfigurationError` when `DEARDR_NOW` is no ISO 8601 time.
    """
    fixed = os.environ.get("DEARDR_NOW")
    if not fixed:
        return lambda: datetime.now(UTC).astimezone()
    moment = parse_moment(fixed, "DEARDR_NOW")
    return lambda: moment


def parse_moment(text: str, what: str) -> datetime:
    """Read an ISO 8601 time, local where it has no offset; raise `ConfigurationError` naming `what` otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"{what} should be a time such as 2026-09-01T09:00:00+02:00, not {text!r}.") from None
    return moment if moment.tzinfo else moment.astimezone()


def resources(name: str) -> Path:
    """Return a folder that ships with the product (`templates`, `addin`), from an installed package or a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
