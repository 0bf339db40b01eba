"""The demo's applicant, referees and programs: `roster.toml` with its days turned into dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from pydantic import TypeAdapter

from sidecar.people import Profile, Program, Referee

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
        TypeAdapter(Profile).validate_python(data["profile"] | {"cycle": cycle}),
        tuple(TypeAdapter(Referee).validate_python(_dated(one, today)) for one in data["referees"]),
        tuple(TypeAdapter(Program).validate_python(_dated(one, today)) for one in data["programs"]),
    )


def _dated(record: Mapping[str, object], today: date) -> dict[str, object]:
    return {
        name: today + timedelta(days=value) if name in _DAYS and isinstance(value, int) else value
        for name, value in record.items()
    }
