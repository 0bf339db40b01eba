"""`deardr sync`: read the mailboxes now, without the status page."""

import contextlib
import sys
import threading
from datetime import datetime

import click

from sidecar.accounts import secret_of
from sidecar.app.passes import Passes, Progress
from sidecar.app.site import reach
from sidecar.app.verdict import verdict
from sidecar.config import clock, home
from sidecar.imap.account import Account
from sidecar.imap.errors import MailError
from sidecar.store.store import Store
from sidecar.vault import SecretUnavailable, Vault

AGAIN_SECONDS = 300.0


@click.command(epilog="Example: deardr sync --once --account home")
@click.option("--once", is_flag=True, help="One pass, then end; without it, a pass every five minutes until Ctrl+C.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Read mail back to this day, now and from now on; by default the season and three months before it.",
)
@click.option("--account", "only", metavar="NAME", help="Read this account only.")
def sync(once: bool, since: datetime | None, only: str | None) -> None:
    """Read what is new in every folder that matters. Ends with 1 when an account could not be read."""
    place = home().create()
    with contextlib.closing(Store(place.database)) as store:
        accounts = [Account.from_record(record) for record in store.mail.accounts()]
        if only is not None:
            accounts = [account for account in accounts if account.name == only]
            if not accounts:
                raise click.UsageError(f"There is no account called {only}; see: deardr account list")
        if not accounts:
            click.echo("There is no account to read; add one with: deardr account add", err=True)
        if since is not None:
            store.settings.read_further(since.date())
        failed = _read_all(store, accounts, Vault(place.folder))
        while not once:
            threading.Event().wait(AGAIN_SECONDS)
            failed = _read_all(store, accounts, Vault(place.folder))
    if failed:
        sys.exit(1)


def _read_all(store: Store, accounts: list[Account], vault: Vault) -> bool:
    """Read each account; return whether any could not be read. The others are read all the same."""
    read = [_read(store, account, vault) for account in accounts]
    return not all(read)


def _read(store: Store, account: Account, vault: Vault) -> bool:
    now = clock()
    passes = Passes(store, now, verdict)
    try:
        news = passes.read(account, secret_of(account, vault), reach(store, now().date()), _show_progress)
    except (MailError, SecretUnavailable) as error:
        _end_line()
        click.echo(f"{account.name}: {error}", err=True)
        return False
    _end_line()
    if sys.stderr.isatty():
        click.echo(f"{account.name}: {news:,} new {'message' if news == 1 else 'messages'}.", err=True)
    return True


def _show_progress(progress: Progress) -> None:
    """Keep one line on a terminal up to date; say nothing in a pipe."""
    if sys.stderr.isatty() and progress.total:
        folder = "".join(character for character in progress.folder if character.isprintable())
        click.echo(f"\r\x1b[K{progress.account}: {folder} {progress.done:,} of {progress.total:,}", nl=False, err=True)


def _end_line() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
