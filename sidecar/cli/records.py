"""What `deardr letters` and `deardr programs` do alike: add, change, remove and import records."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import click

from sidecar import plain
from sidecar.cli.stored import as_json, pairs, record, sentences
from sidecar.people import Program, Referee
from sidecar.roster import Imported, with_entries
from sidecar.roster.importing import new_id
from sidecar.store.people import Roster

T = TypeVar("T", Referee, Program)


def add(roster: Roster[T], blank: T, name: str, fields: Sequence[str]) -> None:
    """Put a record on the list, under an id made of its name."""
    made = new_id(plain.line(name), [one.id for one in roster.all()])
    _save(roster, replace(blank, id=made), {"name": name} | pairs(fields))


def change(roster: Roster[T], identifier: str, fields: Sequence[str], where: str) -> None:
    """Change some fields of a record; `where` is the command that lists the ids."""
    _save(roster, record(roster, identifier, where), pairs(fields))


def remove(roster: Roster[T], identifier: str, where: str) -> None:
    """Take a record off the list."""
    known = record(roster, identifier, where)
    roster.remove(known.id)
    click.echo(f"Removed {plain.line(known.name)}.")


def take_in(roster: Roster[T], result: Imported[T], *, dry_run: bool, shape: str) -> None:
    """Save what a table holds, or with `dry_run` only say what it would change."""
    if not dry_run:
        roster.put(*result.added, *result.changed)
    if shape == "json":
        click.echo(as_json(result))
    else:
        _report(result, dry_run)


def _save(roster: Roster[T], before: T, entries: dict[str, str]) -> None:
    with sentences():
        saved = with_entries(before, entries)
    roster.put(saved)
    click.echo(f"{saved.id}: {plain.line(saved.name)}")


def _report(result: Imported[T], dry_run: bool) -> None:
    """Say what came of an import; rows that were left out go to standard error."""
    added, changed = ("Would add", "change") if dry_run else ("Added", "changed")
    click.echo(f"{added} {len(result.added)}, {changed} {len(result.changed)}; {result.unchanged} as before.")
    if result.ignored_columns:
        click.echo(f"Columns without a meaning here: {plain.line(', '.join(result.ignored_columns))}.", err=True)
    for skipped in result.skipped:
        click.echo(f"Line {skipped.line} was left out: {skipped.reason}", err=True)
