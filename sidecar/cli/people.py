"""`deardr letters` and `deardr programs`: the people to write to, listed, edited and imported from tables."""

from datetime import datetime
from typing import BinaryIO

import click

from sidecar import plain
from sidecar.cli import records
from sidecar.cli.act import how_to_undo
from sidecar.cli.pipeline import Row, letter_rows, program_rows
from sidecar.cli.stored import as_json, day, opened, record, sentences, shape_option, table
from sidecar.config import clock
from sidecar.followup.conversation import Conversation
from sidecar.people import LetterState, Program, Referee
from sidecar.roster import import_programs, import_referees
from sidecar.store.desk import DeskKeeper
from sidecar.store.store import Store

_REFEREES, _PROGRAMS = "deardr letters", "deardr programs"
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
    """List the letters: who was asked, when, and where each stands."""
    with opened() as store:
        rows = letter_rows(DeskKeeper(store).at(clock()()), store.people.referees.all())
    if shape == "json":
        click.echo(as_json([row.as_json() for row in rows]))
        return
    cells = [
        (
            one.id if one.record else "(from mail)",
            one.name,
            one.address,
            one.standing,
            day(one.asked_at),
            day(one.last_sent_at),
        )
        for one in rows
    ]
    headers = ("Id", "Name", "Address", "State", "Asked", "Last email")
    click.echo(table(headers, cells) if rows else "No letter is on record; `deardr letters add` puts a referee there.")


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
@click.argument("identifier", metavar="ID|ADDRESS")
@click.argument("state", type=click.Choice([state.value for state in LetterState]))
def state_of_letter(identifier: str, state: str) -> None:
    """Say where a letter stands, when mail does not show it: by the id on the list, or by the address written to."""
    now = clock()()
    with opened() as store:
        conversation = None if store.people.referees.get(identifier) else _letter_with(identifier, store, now)
        if conversation and conversation.referee is None:
            subject, name = conversation.id, conversation.person
        else:
            on_list = conversation.referee if conversation and conversation.referee else identifier
            referee = record(store.people.referees, on_list, _REFEREES)
            subject, name = referee.id, referee.name
        done = store.journal.set_state(subject, LetterState(state), now)
    click.echo(f"{plain.line(name)}: {state}. {how_to_undo(done)}")


def _letter_with(address: str, store: Store, now: datetime) -> Conversation | None:
    """Return the latest conversation about a letter with somebody at an address."""
    about = [one for one in DeskKeeper(store).at(now).conversations if one.kind.family == "letter" and one.opened_at]
    return next((one for one in reversed(about) if one.address == address.casefold()), None)


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
    """List the roster, and what was written to each program this season."""
    with opened() as store:
        rows = program_rows(DeskKeeper(store).at(clock()()), store.people.programs.all())
    if shape == "json":
        click.echo(as_json([row.as_json() for row in rows]))
        return
    cells = [
        (
            one.id,
            one.name,
            one.record["city"],
            one.record["state"],
            one.emails or "",
            day(one.last_sent_at),
            _remark(one),
        )
        for one in rows
    ]
    headers = ("Id", "Program", "City", "State", "Emails", "Last email", "Mind")
    click.echo(
        table(headers, cells) if rows else "No program is on the roster; `deardr programs import` reads a table."
    )


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


def _remark(row: Row) -> str:
    """Say what matters before writing to a program."""
    interviewed = row.record["interviewed_on"]
    remarks = ["does not want email"] if row.record["do_not_email"] else []
    return ", ".join([*remarks, f"interviewed {interviewed}"] if interviewed else remarks)
