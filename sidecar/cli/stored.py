"""What the commands about the user's own records share: opening the store, and listings as text or JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any, TypeVar

import click
from pydantic import TypeAdapter

from sidecar import plain
from sidecar.config import home
from sidecar.letters import UnusableTemplateError
from sidecar.people import Program, Referee
from sidecar.roster import BadValueError, UnreadableTableError
from sidecar.roster.days import BadDayError
from sidecar.store.people import Roster
from sidecar.store.store import Store

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T", Referee, Program)

_WIDEST = 48  # columns of a cell in a text table


@contextmanager
def opened() -> Iterator[Store]:
    """Open the user's store for the length of the block; raises `ConfigurationError` when it cannot be used."""
    with closing(Store(home().create().database)) as store:
        yield store


@contextmanager
def sentences() -> Iterator[None]:
    """End the command with the one sentence of what a user's words, table or template are not fit for."""
    try:
        yield
    except (BadValueError, BadDayError, UnreadableTableError, UnusableTemplateError) as error:
        raise click.ClickException(str(error)) from None


def record(roster: Roster[T], identifier: str, where: str) -> T:
    """Return the record of an id, or end the command saying where the ids are listed."""
    found = roster.get(identifier)
    if found is None:
        raise click.ClickException(
            f"There is nothing of the id {plain.line(identifier)[:60]!r}; `{where}` lists the ids."
        )
    return found


def shape_option(command: F) -> F:
    """Add `--format text|json`."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "shape", type=choice, default="text", show_default=True, help="How to print.")(
        command
    )


def as_json(value: object) -> str:
    """Return a value of the product as JSON; everything but ASCII is escaped, so that no text can steer a terminal."""
    return json.dumps(TypeAdapter(object).dump_python(value, mode="json"), indent=2)


def table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows under headers in aligned columns, unknown values empty, long ones cut."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(line[at]) for line in [list(headers), *cells]) for at in range(len(headers))]
    lines = [headers, ["-" * width for width in widths], *cells]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _cell(value: object) -> str:
    text = plain.line(_worded(value))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _worded(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def day(moment: datetime | None) -> str:
    """Return the local day of a moment, empty when there was none."""
    return f"{moment.astimezone():%Y-%m-%d}" if moment else ""


def pairs(arguments: Sequence[str]) -> dict[str, str]:
    """Read `FIELD=VALUE` arguments; hyphens in a field's name may stand for its underscores."""
    entries = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals or not name.strip():
            raise click.UsageError(f"Write FIELD=VALUE, not {plain.line(argument)[:60]!r}.")
        entries[name.strip().replace("-", "_")] = value
    return entries
