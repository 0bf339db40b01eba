"""`deardr profile`: who the applicant is."""

from dataclasses import fields
from typing import BinaryIO

import click

from sidecar import plain
from sidecar.cli.stored import as_json, opened, pairs, sentences, shape_option
from sidecar.people import Profile
from sidecar.roster import read_profile, with_entries


@click.group(
    invoke_without_command=True, epilog="Example: deardr profile set name='Zoë Ağaoğlu' specialty='Internal Medicine'"
)
@shape_option
@click.pass_context
def profile(context: click.Context, shape: str) -> None:
    """Show or change who you are. Letters are signed with it, and rules compare drafts with it."""
    if context.invoked_subcommand is None:
        context.invoke(show, shape=shape)


@profile.command(epilog="Example: deardr profile show --format json")
@shape_option
def show(shape: str) -> None:
    """Show what is known of you."""
    with opened() as store:
        known = store.people.profile()
    click.echo(as_json(known) if shape == "json" else _as_text(known))


@profile.command(name="set", epilog="Example: deardr profile set aamc_id=12345678 visa=J-1")
@click.argument("entries", nargs=-1, required=True, metavar="FIELD=VALUE...")
def set_(entries: tuple[str, ...]) -> None:
    """Change some fields; an empty value makes a field unknown."""
    with opened() as store:
        with sentences():
            changed = with_entries(store.people.profile(), pairs(entries))
        store.people.save_profile(changed)
    click.echo(_as_text(changed))


@profile.command(name="import", epilog="Example: deardr profile import me.json")
@click.argument("file", type=click.File("rb"))
@click.option("--encoding", help="Of the file, when it is neither UTF-8 nor Windows-1252.")
def import_(file: BinaryIO, encoding: str | None) -> None:
    """Read it from JSON as `profile show --format json` writes it, or from a small CSV table."""
    with opened() as store:
        with sentences():
            changed = read_profile(file.read(), store.people.profile(), encoding=encoding)
        store.people.save_profile(changed)
    click.echo(_as_text(changed))


def _as_text(known: Profile) -> str:
    values = ((field.name, getattr(known, field.name)) for field in fields(known))
    shown = ((name, ", ".join(value) if isinstance(value, tuple) else value) for name, value in values)
    width = max(len(field.name) for field in fields(known))
    return "\n".join(
        f"{name:{width}}  {plain.line(str(value)) if value not in (None, '') else '-'}" for name, value in shown
    )
