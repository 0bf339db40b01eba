"""What a template may name: the applicant, the referee, the program, the season, the thread, and what the user adds.

Every value is untrusted text. It is cleaned here, once: one line, no control, bidirectional or noncharacter code point.

Terminology:
- *value*: text that is known.
- *blank*: a name whose value is unknown; it renders as a visible placeholder (`sidecar.letters.rendered`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from jinja2 import ChainableUndefined
from jinja2.exceptions import SecurityError

from sidecar import plain
from sidecar.letters import wording
from sidecar.letters.deadline import due_date, soft_deadline
from sidecar.people import Mailbox, Profile, Program, Referee, Season

OPEN, CLOSE, BREAK = "\ufdd0", "\ufdd1", "\ufdd2"  # noncharacters (Unicode 23.7), which no cleaned value can hold
GAP = timedelta(days=365)  # domain.md 2.2: out of touch for a year or more

Extra: TypeAlias = Mapping[str, str | int | date | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Thread:
    """The conversation a reply belongs to. Ids carry no angle brackets; `references` run from the oldest on."""

    subject: str = ""
    first_sent: date | None = None  # the local day of the first email
    greeting: str | None = None  # the form of address used in it: "Dear Dr. Rao"
    message_id: str | None = None  # the message to answer
    references: tuple[str, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()


class Blank(ChainableUndefined):
    """An unknown value. Prints as its dotted name between two noncharacters, is false, empty, and never an error."""

    @property
    def dotted(self) -> str:
        """Return the name as the template wrote it: `me.name`."""
        return str(self._undefined_name)

    def __str__(self) -> str:
        self._refuse_unsafe()
        return f"{OPEN}{self.dotted}{CLOSE}"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, *key: Any, **_: Any) -> Any:
        self._refuse_unsafe()
        return Blank(name=f"{self.dotted}.{key[0]}")

    def _refuse_unsafe(self) -> None:
        """Raise what the sandbox has against this name; the other unknown names are only blank."""
        if self._undefined_exception is SecurityError:
            self._fail_with_undefined_error()


class Part:
    """The values under one name, such as `me`. What is unknown is a `Blank` that knows its own dotted name."""

    def __init__(self, name: str, values: Mapping[str, object]) -> None:
        self._name = name
        self._values = {key: value for key, value in values.items() if value not in (None, "", ())}

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._values[name] if name in self._values else Blank(name=f"{self._name}.{name}")

    def __str__(self) -> str:
        return str(Blank(name=self._name))

    def __bool__(self) -> bool:
        return bool(self._values)


def context(  # noqa: PLR0913 - one argument for each party a letter can name
    *,
    profile: Profile,
    referee: Referee | None,
    program: Program | None,
    season: Season | None,
    thread: Thread | None,
    extra: Extra,
    lists: frozenset[str],
    now: datetime,
) -> dict[str, object]:
    """Return the names a template may use. `extra` fills or overrides any, dotted ones too; `lists` are list fields."""
    today = now.date()
    parts: dict[str, dict[str, object]] = {
        "me": {**_fields(profile), "cycle": plain.line(profile.cycle or (season.name if season else ""))},
        "referee": _referee(referee, thread, today),
        "program": _program(program),
        "season": _season(season),
        "thread": _thread(thread),
    }
    dates = {"deadline": soft_deadline(referee, season, today), "needed_by": due_date(referee, season, today)}
    single: dict[str, object] = {name: wording.day(on) for name, on in dates.items() if on}
    for name, value in extra.items():
        cleaned = _cleaned(value, as_list=name in lists)
        part, dot, field = name.partition(".")
        if dot and part in parts:
            parts[part][field] = cleaned
        elif part not in parts:
            single[name] = cleaned
    return {name: value for name, value in single.items() if value} | {
        name: Part(name, values) for name, values in parts.items()
    }


def _cleaned(value: str | int | date | Sequence[str], *, as_list: bool) -> object:
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, str | int):
        text = str(value)
        return _nonempty(text.splitlines()) if as_list else plain.line(text)
    items = _nonempty([str(item) for item in value])
    return items if as_list else ", ".join(items)


def _nonempty(lines: list[str]) -> list[str]:
    return [line for line in map(plain.line, lines) if line]


def _fields(person: Profile | Referee | Program) -> dict[str, object]:
    """Return the fields of a record, text cleaned, numbers as text; `False` stays false."""
    return {name: _shown(value) for name, value in asdict(person).items()}


def _shown(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, tuple):
        return ", ".join(plain.line(str(item)) for item in value)
    return plain.line(str(value))


def _referee(referee: Referee | None, thread: Thread | None, today: date) -> dict[str, object]:
    earlier = plain.line(thread.greeting) if thread and thread.greeting else None
    if referee is None:
        return {"greeting": earlier}
    name, title = plain.line(referee.name), plain.line(referee.title or "")
    family = wording.family_name(name)
    return _fields(referee) | {
        "title": wording.spoken_title(title, name),
        "family_name": family,
        "greeting": wording.greeting(title, name, earlier=earlier) if family else earlier,
        "months": wording.period(referee.worked_from, referee.worked_until),
        "gap": referee.worked_until is not None and today - referee.worked_until >= GAP,
    }


def _program(program: Program | None) -> dict[str, object]:
    if program is None:
        return {}
    director = plain.line(program.director or "")
    family = wording.family_name(director)
    return _fields(program) | {
        "director_family_name": family,
        "greeting": wording.greeting(None, director) if family else None,
        "place": plain.line(program.city or "") or plain.line(program.state or ""),
    }


def _season(season: Season | None) -> dict[str, object]:
    if season is None:
        return {}
    named: dict[str, object] = {m.id.replace("-", "_"): wording.day(m.on) for m in season.milestones}
    return named | {"name": plain.line(season.name)}


def _thread(thread: Thread | None) -> dict[str, object]:
    if thread is None:
        return {}
    return {
        "subject": plain.line(thread.subject),
        "date": wording.day(thread.first_sent) if thread.first_sent else None,
    }
