"""`deardr export`, `import`, `backup`: keep a copy of everything, or move it to another machine."""

from pathlib import Path
from typing import IO

import click

from sidecar import archive, plain
from sidecar.cli.stored import as_json, opened, shape_option
from sidecar.config import clock, home
from sidecar.store.backup import back_up

_force = click.option("--force", is_flag=True, help="Replace a file of that name.")
_file = click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))


@click.command(epilog="Example: deardr export deardr.zip")
@_file
@_force
@shape_option
def export(file: Path | None, force: bool, shape: str) -> None:
    """Write everything DearDr knows to one file: people, dates, settings, history. Passwords are not in it."""
    now = clock()()
    target = _free(file or Path(f"deardr-{now:%Y-%m-%d}.zip"), force)
    unfinished = target.with_name(f".{target.name}.unfinished")
    with opened() as store:
        try:
            with unfinished.open("wb") as out:
                unfinished.chmod(0o600)
                contents = archive.write(store, home().templates, out, now)
            unfinished.replace(target)
        except OSError as error:
            raise click.ClickException(f"{target} cannot be written: {error.strerror}.") from None
        finally:
            unfinished.unlink(missing_ok=True)
    click.echo(as_json(contents) if shape == "json" else f"Wrote {target}: {_said(contents)}.")


@click.command(name="import", epilog="Example: deardr import deardr.zip --dry-run")
@click.argument("file", type=click.File("rb"))
@click.option("--dry-run", is_flag=True, help="Say what the file holds, and change nothing.")
@shape_option
def import_(file: IO[bytes], dry_run: bool, shape: str) -> None:
    """Read such a file back. Records of the same id are replaced, everything else stays."""
    with opened() as store:
        try:
            contents = archive.look(file) if dry_run else archive.read(store, home().templates, file)
        except archive.UnreadableArchiveError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            raise click.ClickException(f"The file cannot be read in: {error.strerror or error}.") from None
    click.echo(as_json(contents) if shape == "json" else f"{'It holds' if dry_run else 'Read'} {_said(contents)}.")
    if contents.accounts and not dry_run:
        names = plain.line(", ".join(contents.accounts))
        click.echo(f"Passwords are not in an export; give them again for: {names}.", err=True)


@click.command(epilog="Example: deardr backup deardr-backup.sqlite3")
@_file
@_force
def backup(file: Path | None, force: bool) -> None:
    """Copy the database, also while DearDr runs. To go back, stop DearDr and put the copy in the database's place."""
    target = _free(file or Path(f"deardr-{clock()():%Y-%m-%d}.sqlite3"), force)
    with opened() as store:
        try:
            back_up(store.database, target)
        except OSError as error:
            raise click.ClickException(f"{target} cannot be written: {error.strerror}.") from None
    click.echo(f"Wrote {target}.")


def _free(target: Path, force: bool) -> Path:
    if target.exists() and not force:
        raise click.ClickException(f"{target} exists already; name another file, or say --force.")
    return target


def _said(contents: archive.Contents) -> str:
    counts = {
        "referees": contents.referees,
        "programs": contents.programs,
        "messages": contents.messages,
        "acts": contents.acts,
        "accounts": len(contents.accounts),
        "templates of your own": len(contents.templates),
    }
    return ", ".join(f"{count:,} {what}" for what, count in counts.items())
