"""The demo's applicant, referees and programs: `roster.toml` with its days turned into dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from sidecar.people import LetterState, Profile, Program, Referee

_DAYS = frozenset({"worked_from", "worked_until", "interviewed_on", "needed_by"})


@dataclass(frozen=True, slots=True)
class DemoRoster:
    """Whom the demo's mail is from and to."""

    profile: Profile
    referees: tuple[Referee, ...]
    programs: tuple[Program, ...]


def demo_roster(today: date, cycle: str) -> DemoRoster:
    """Return the people of the demo as of `today`, in the match cycle of that name."""
    data = tomllib.loads(files("sidecar.demo").joinpath("roster.toml").read_text("utf-8"))
    return DemoRoster(
        Profile(**data["profile"], cycle=cycle),
        tuple(Referee(**_dated(one, today)) for one in data["referees"]),
        tuple(Program(**_dated(one, today)) for one in data["programs"]),
    )


def _dated(record: Mapping[str, object], today: date) -> dict[str, object]:
    return {name: _value(name, value, today) for name, value in record.items()}


def _value(name: str, value: object, today: date) -> object:
    if name in _DAYS and isinstance(value, int):
        return today + timedelta(days=value)
    if name == "state_by_hand":
        return LetterState(str(value))
    return tuple(value) if isinstance(value, list) else value
