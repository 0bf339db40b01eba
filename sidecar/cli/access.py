"""`deardr open` and `deardr pair`: let a browser or a mail client in, list the clients, take their access away."""

import json
import socket
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click

from sidecar.config import HOST, PORT, home
from sidecar.store.access import LIFETIME, Access, Credential, Purpose


@contextmanager
def _access() -> Iterator[Access]:
    opened = Access(home().create().database)
    try:
        yield opened
    finally:
        opened.close()


def _listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _minutes(purpose: Purpose) -> int:
    lifetime = LIFETIME[purpose]
    return int(lifetime.total_seconds() // 60) if lifetime else 0


@click.command(name="open", epilog="Example: deardr open --print")
@click.option("--print", "only_print", is_flag=True, help="Print the link and leave the browser alone.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="Where the sidecar listens."
)
def open_(only_print: bool, port: int) -> None:
    """Make a new sign-in link for the status page and open it. It works once, for a quarter of an hour."""
    with _access() as access:
        link = f"http://{HOST}:{port}/signin?ticket={access.issue(Purpose.TICKET)}"
    click.echo(link)
    if not _listens(port):
        click.echo(f"Nothing answers on port {port} yet; start it with `deardr up`.", err=True)
    elif not only_print and sys.stdout.isatty():
        webbrowser.open(link)


@click.group(epilog="Example: deardr pair", invoke_without_command=True)
@click.pass_context
def pair(context: click.Context) -> None:
    """Connect a mail client (with a new code, if nothing else is asked for), or take its access away."""
    if context.invoked_subcommand is None:
        context.invoke(new)


@pair.command(epilog="Example: deardr pair new")
def new() -> None:
    """Print a pairing code to type into a mail client's options. It works once, for a quarter of an hour."""
    with _access() as access:
        click.echo(access.issue(Purpose.CODE))
    click.echo(f"Type it into the mail client within {_minutes(Purpose.CODE)} minutes.", err=True)


@pair.command(name="list", epilog="Example: deardr pair list --format json")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_(shape: str) -> None:
    """List the paired clients and when each was last heard of."""
    with _access() as access:
        clients = access.credentials(Purpose.CLIENT)
    if shape == "json":
        click.echo(json.dumps([_as_json(client) for client in clients], indent=2))
        return
    if not clients:
        click.echo("No mail client is paired. `deardr pair new` makes a code for one.")
    for client in clients:
        used = _local(client.last_used_at) if client.last_used_at else "never used"
        click.echo(f"{client.id}  {_printable(client.name)}  (paired {_local(client.created_at)}, last used {used})")


@pair.command(epilog="Example: deardr pair revoke 0f3a9c21b7de")
@click.argument("identifier", metavar="ID")
def revoke(identifier: str) -> None:
    """Take a client's access away, by its id in `deardr pair list`."""
    with _access() as access:
        gone = access.revoke(identifier, Purpose.CLIENT)
    if not gone:
        raise click.ClickException("There is no paired client of that id; `deardr pair list` shows them.")
    click.echo("Its access is gone.")


def _as_json(client: Credential) -> dict[str, str | None]:
    return {
        "id": client.id,
        "name": client.name,
        "paired_at": client.created_at.isoformat(),
        "last_used_at": client.last_used_at.isoformat() if client.last_used_at else None,
    }


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _printable(name: str) -> str:
    return "".join(character for character in name if character.isprintable())
