"""`deardr letters` and `deardr programs`: the people to write to, listed, edited and imported from tables."""

from typing import BinaryIO

import click

from sidecar import plain
from sidecar.cli import records
from sidecar.cli.stored import opened, record, sentences, shape_option
from sidecar.config import clock
from sidecar.people import LetterState, Program, Referee
from sidecar.roster import import_programs, import_referees

_REFEREES, _PROGRAMS = "deardr letters", "deardr programs"
_REFEREE_COLUMNS = {
    "Id": "id",
    "Name": "name",
    "Address": "address",
    "Institution": "institution",
    "Worked until": "worked_until",
    "Needed by": "needed_by",
    "Set by hand": "state_by_hand",
}
_PROGRAM_COLUMNS = {
    "Id": "id",
    "Program": "name",
    "City": "city",
    "State": "state",
    "Director": "director",
    "Visas": "visas",
    "No email": "do_not_email",
    "Interviewed": "interviewed_on",
}
_file = click.argument("file", type=click.File("rb"))
_dry_run = click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
_encoding = click.option("--encoding", help="Of the file, when it is neither UTF-8 nor Windows-1252.")
_id = click.argument("identifier", metavar="ID")
_changes = click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
_fields = click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")


@click.group(
    invoke_without_command=True, epilog="Example: deardr letters add 'Anita Rao' address=arao@lakeside.example"
)
@shape_option
@click.pass_context
def letters(context: click.Context, shape: str) -> None:
    """List and edit the people you ask for letters."""
    if context.invoked_subcommand is None:
        context.invoke(list_letters, shape=shape)


@letters.command(name="list", epilog="Example: deardr letters list --format json")
@shape_option
def list_letters(shape: str) -> None:
    """List the referees on record."""
    with opened() as store:
        known = store.people.referees.all()
    records.show(known, shape, _REFEREE_COLUMNS, "No referee is on record; `deardr letters add` puts one there.")


@letters.command(name="add", epilog="Example: deardr letters add 'Anita Rao' address=arao@lakeside.example title=Dr.")
@click.argument("name")
@_fields
def add_letter(name: str, fields: tuple[str, ...]) -> None:
    """Put a referee on the list."""
    with opened() as store:
        records.add(store.people.referees, Referee("", "", ""), name, fields)


@letters.command(name="set", epilog="Example: deardr letters set anita-rao worked_until=2026-05-29")
@_id
@_changes
def set_letter(identifier: str, fields: tuple[str, ...]) -> None:
    """Change what is known of a referee; an empty value makes a field unknown."""
    with opened() as store:
        records.change(store.people.referees, identifier, fields, _REFEREES)


@letters.command(name="state", epilog="Example: deardr letters state anita-rao promised")
@_id
@click.argument("state", type=click.Choice([state.value for state in LetterState]))
def state_of_letter(identifier: str, state: str) -> None:
    """Say where a letter stands, when mail does not show it."""
    with opened() as store:
        referee = record(store.people.referees, identifier, _REFEREES)
        store.journal.set_state(referee.id, LetterState(state), clock()())
    click.echo(f"{plain.line(referee.name)}: {state}.")


@letters.command(name="remove", epilog="Example: deardr letters remove anita-rao")
@_id
def remove_letter(identifier: str) -> None:
    """Take a referee off the list. Mail about the letter stays known."""
    with opened() as store:
        records.remove(store.people.referees, identifier, _REFEREES)


@letters.command(name="import", epilog="Example: deardr letters import referees.csv --dry-run")
@_file
@_dry_run
@_encoding
@shape_option
def import_letters(file: BinaryIO, dry_run: bool, encoding: str | None, shape: str) -> None:
    """Read referees from a CSV table. Importing it again changes nothing."""
    with opened() as store:
        with sentences():
            result = import_referees(file.read(), store.people.referees.all(), encoding=encoding)
        records.take_in(store.people.referees, result, dry_run=dry_run, shape=shape)


@click.group(invoke_without_command=True, epilog="Example: deardr programs import programs.csv --dry-run")
@shape_option
@click.pass_context
def programs(context: click.Context, shape: str) -> None:
    """List, import and edit the programs you apply to."""
    if context.invoked_subcommand is None:
        context.invoke(list_programs, shape=shape)


@programs.command(name="list", epilog="Example: deardr programs list --format json")
@shape_option
def list_programs(shape: str) -> None:
    """List the roster."""
    with opened() as store:
        known = store.people.programs.all()
    records.show(known, shape, _PROGRAM_COLUMNS, "No program is on the roster; `deardr programs import` reads a table.")


@programs.command(
    name="add", epilog="Example: deardr programs add 'Lakeside Internal Medicine' city=Cleveland state=OH"
)
@click.argument("name")
@_fields
def add_program(name: str, fields: tuple[str, ...]) -> None:
    """Put a program on the roster."""
    with opened() as store:
        records.add(store.people.programs, Program("", ""), name, fields)


@programs.command(name="set", epilog="Example: deardr programs set lakeside-im interviewed_on=2026-11-12")
@_id
@_changes
def set_program(identifier: str, fields: tuple[str, ...]) -> None:
    """Change what is known of a program; an empty value makes a field unknown."""
    with opened() as store:
        records.change(store.people.programs, identifier, fields, _PROGRAMS)


@programs.command(name="remove", epilog="Example: deardr programs remove lakeside-im")
@_id
def remove_program(identifier: str) -> None:
    """Take a program off the roster."""
    with opened() as store:
        records.remove(store.people.programs, identifier, _PROGRAMS)


@programs.command(name="import", epilog="Example: deardr programs import programs.csv")
@_file
@_dry_run
@_encoding
@shape_option
def import_roster(file: BinaryIO, dry_run: bool, encoding: str | None, shape: str) -> None:
    """Read programs from a CSV table. Importing it again changes nothing."""
    with opened() as store:
        with sentences():
            result = import_programs(file.read(), store.people.programs.all(), encoding=encoding)
        records.take_in(store.people.programs, result, dry_run=dry_run, shape=shape)
