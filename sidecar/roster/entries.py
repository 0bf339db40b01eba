"""One value as a person types it, read into the type its field has. What cannot be read is one clear sentence."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from email.utils import getaddresses
from typing import Any, TypeVar
from zoneinfo import available_timezones

from sidecar import plain
from sidecar.people import LetterState, Profile, Program, Referee
from sidecar.roster.days import BadDayError, read_day

R = TypeVar("R", Profile, Referee, Program)

_YES = frozenset(("yes", "y", "true", "1", "x", "✓", "✔", "on"))
_NO = frozenset(("no", "n", "false", "0", "-", "off"))
_NONE = frozenset(("n/a", "na", "none", "null", "unknown", "?", "-", "–", "—", "tbd"))
_LONGEST = 2_000  # characters of a note


class BadValueError(ValueError):
    """A value does not fit its field. The message is one sentence for the user."""


def with_entries(record: R, entries: Mapping[str, str]) -> R:
    """Return a record with some fields set from text; empty text makes a field unknown again. Raises BadValueError."""
    known = [field.name for field in fields(record) if field.name != "id"]
    for name in entries:
        if name not in known:
            raise BadValueError(f"There is no field {plain.line(name)[:60]!r}; there are {', '.join(known)}.")
    defaults = {field.name: field.default for field in fields(record)}
    values: dict[str, Any] = {name: read(name, text) if plain.line(text) else None for name, text in entries.items()}
    for name, value in values.items():
        if value is None:
            values[name] = _unknown(name, defaults[name])
    return replace(record, **values)


def _unknown(name: str, default: object) -> object:
    """Return what stands for unknown in a field; only a referee's address may be empty where a value is a must."""
    if default is not MISSING:
        return default
    if name == "address":
        return ""
    raise BadValueError(f"{_said(name)} should not be empty.")


def read(name: str, text: str) -> object:
    """Read the text of a field that has some; raises BadValueError."""
    value = plain.line(text)
    if len(value) > _LONGEST:
        raise BadValueError(f"{_said(name)} should be shorter than {_LONGEST:,} characters.")
    if name in _READERS:
        return None if name not in _LITERAL and value.casefold() in _NONE else _READERS[name](name, value)
    return value


def _said(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _number(low: int, high: int) -> Callable[[str, str], int]:
    def read_number(name: str, text: str) -> int:
        numbers = re.findall(r"\d+", text.replace(",", ""))
        if len(numbers) != 1 or "." in text or not low <= int(numbers[0][:9]) <= high:
            raise BadValueError(f"{_said(name)} should be one whole number from {low} to {high}, not {text[:60]!r}.")
        return int(numbers[0])

    return read_number


def _truth(name: str, text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise BadValueError(f"{_said(name)} should be yes or no, not {text[:60]!r}.")
    return word in _YES


def _day(name: str, text: str) -> date:
    try:
        return read_day(text, last_of_month=name == "worked_until")
    except BadDayError as error:
        raise BadValueError(f"{_said(name)}: {error}") from error


def _address(name: str, text: str) -> str:
    found = getaddresses([text])
    address = found[0][1].removeprefix("mailto:")
    if len(found) > 1 or not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+", address):
        raise BadValueError(f"{_said(name)} should be one email address, not {text[:60]!r}.")
    return address.lower()


def _addresses(name: str, text: str) -> tuple[str, ...]:
    return tuple(_address(name, part) for part in re.split(r"[,;\s]+", text) if part)


def _domain(name: str, text: str) -> str:
    domain = text.rpartition("@")[2].lower().strip(".")
    if not re.fullmatch(r"[^\s@/.]+(?:\.[^\s@/.]+)+", domain):
        raise BadValueError(f"{_said(name)} should be a mail domain such as med.example.edu, not {text[:60]!r}.")
    return domain


def _zone(name: str, text: str) -> str:
    zones = {zone.casefold(): zone for zone in available_timezones()}
    zone = zones.get(text.casefold().replace(" ", "_"))
    if zone is None:
        raise BadValueError(f"{_said(name)} should be a zone such as America/New_York, not {text[:60]!r}.")
    return zone


def _aamc(_: str, text: str) -> str:
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"\d{8}", digits):
        raise BadValueError(f"An AAMC ID has eight digits, which {text[:60]!r} has not.")
    return digits


def _cycle(_: str, text: str) -> str:
    years = re.fullmatch(r"(\d{4})\s*[-–/]\s*(\d{2}|\d{4})", text)
    if years and int(years[2]) % 100 == (int(years[1]) + 1) % 100:
        return f"{years[1]}-{int(years[1]) + 1}"
    raise BadValueError(f"A match cycle is two years in a row with a hyphen between them, not {text[:60]!r}.")


def _step1(name: str, text: str) -> str:
    return "pass" if text.casefold() in ("pass", "passed", "p") else str(_number(1, 300)(name, text))


def _state(name: str, text: str) -> LetterState:
    word = re.sub(r"[\s_]+", "-", text.casefold())
    if word not in list(LetterState):
        raise BadValueError(f"{_said(name)} should be one of {', '.join(LetterState)}, not {text[:60]!r}.")
    return LetterState(word)


def visas(_: str, text: str) -> tuple[str, ...]:
    """Read the visas a program accepts: "J1, H1B" is ("J-1", "H-1B"); "none" is a word like the others here."""
    names = (
        re.sub(r"\b([a-z])\s*-?\s*1(b?)\b", r"\1-1\2", part.strip(), flags=re.IGNORECASE)
        for part in _LISTED.split(text)
    )
    return tuple(
        dict.fromkeys(name.upper() if re.match(r"[a-z]-1", name, re.IGNORECASE) else name for name in names if name)
    )


_LISTED = re.compile(r"[,;/|+&]|\band\b|\bor\b", re.IGNORECASE)
_LITERAL = frozenset(("visas", "abroad", "do_not_email"))
_READERS: dict[str, Callable[[str, str], object]] = {
    "graduation_year": _number(1950, 2100),
    "aamc_id": _aamc,
    "email": _address,
    "cycle": _cycle,
    "step1": _step1,
    "step2": _number(1, 300),
    "step3": _number(1, 300),
    "min_step2": _number(1, 300),
    "usce_months": _number(0, 240),
    "min_usce_months": _number(0, 240),
    "max_years_since_graduation": _number(0, 80),
    "time_zone": _zone,
    "identities": _addresses,
    "address": _address,
    "director_address": _address,
    "coordinator_address": _address,
    "domain": _domain,
    "visas": visas,
    "do_not_email": _truth,
    "abroad": _truth,
    "interviewed_on": _day,
    "worked_from": _day,
    "worked_until": _day,
    "needed_by": _day,
    "state_by_hand": _state,
}
