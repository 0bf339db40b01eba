"""`deardr account`: add, list, test and remove mail accounts. A secret is typed, piped or named, never an argument."""

import contextlib
import json
import os
import sys
import webbrowser
from collections.abc import Iterator

import click

from sidecar.accounts import Trial, proof_of, secret_name, secret_of, try_out
from sidecar.config import home
from sidecar.imap.account import Account, AccountRefused, Auth, Role, Security
from sidecar.imap.errors import MailError
from sidecar.oauth.clients import known_client, remember_client
from sidecar.oauth.grants import DeviceCode, by_browser, by_device
from sidecar.oauth.provider import PROVIDERS, Client
from sidecar.oauth.tokens import Grant
from sidecar.store.store import Store
from sidecar.vault import SecretUnavailable, Vault

_FORMAT = click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)


@contextlib.contextmanager
def _store() -> Iterator[Store]:
    store = Store(home().create().database)
    try:
        yield store
    finally:
        store.close()


def _vault() -> Vault:
    return Vault(home().create().folder)


@contextlib.contextmanager
def _one_sentence() -> Iterator[None]:
    """End with one clear sentence and status 1 for what can go wrong with a mail server or a secret."""
    try:
        yield
    except (MailError, SecretUnavailable) as error:
        raise click.ClickException(str(error)) from error


def _find(store: Store, name: str) -> Account:
    for record in store.mail.accounts():
        if record["name"] == name:
            return Account.from_record(record)
    raise click.ClickException(f"There is no account called {name}; see: deardr account list")


@click.group(epilog="Example: deardr account list")
def account() -> None:
    """Add, list, test or remove a mail account."""


@account.command(
    epilog="Example: deardr account add home --address me@example.org --host imap.example.org --security tls"
)
@click.argument("name")
@click.option("--address", required=True, help="The email address of the account.")
@click.option("--host", help="Its IMAP server; may be left out with --oauth.")
@click.option("--port", type=click.IntRange(1, 65535), help="993 for tls, else 143, when not given.")
@click.option("--security", type=click.Choice([one.value for one in Security]), default="tls", show_default=True)
@click.option("--user", help="The name to sign in with; the address when not given.")
@click.option("--password-env", metavar="VAR", help="Take the password from this environment variable.")
@click.option("--password-stdin", is_flag=True, help="Take the password from standard input.")
@click.option("--oauth", type=click.Choice(list(PROVIDERS)), help="Sign in at the provider instead of with a password.")
@click.option("--client-id", help="Your own OAuth client; else DEARDR_GOOGLE_CLIENT_ID or DEARDR_MICROSOFT_CLIENT_ID.")
@click.option("--client-secret-env", metavar="VAR", help="The client's secret, where the provider issues one.")
@click.option("--device", is_flag=True, help="Sign in on another device, with a code.")
@click.option("--folder", "folders", multiple=True, metavar="ROLE=NAME", help="Say which folder is sent, junk, …")
@click.option("--test/--no-test", "tested", default=True, show_default=True, help="Try the sign-in before saving.")
def add(  # noqa: PLR0913 - one argument an option, as click passes them
    *,
    name: str,
    address: str,
    host: str | None,
    port: int | None,
    security: str,
    user: str | None,
    password_env: str | None,
    password_stdin: bool,
    oauth: str | None,
    client_id: str | None,
    client_secret_env: str | None,
    device: bool,
    folders: tuple[str, ...],
    tested: bool,
) -> None:
    """Add the account NAME, or change it. Its secret goes to the system's keyring."""
    if sum((password_env is not None, password_stdin, oauth is not None)) > 1:
        raise click.UsageError("Give one of --password-env, --password-stdin and --oauth.")
    if host is None and oauth is None:
        raise click.UsageError("Give the IMAP server with --host.")
    guard = Security(security)
    try:
        new = Account(
            name, address, host or PROVIDERS[oauth or ""].imap_host, port or guard.default_port, guard,
            user or address, Auth(oauth) if oauth else Auth.PASSWORD, _chosen(folders),
        )  # fmt: skip
    except AccountRefused as error:
        raise click.UsageError(str(error)) from error
    with _one_sentence():
        secret = (
            _provider_secret(oauth, new.user, client_id, client_secret_env, device=device)
            if oauth
            else _password(password_env, from_stdin=password_stdin)
        )
        trial = try_out(new, lambda: proof_of(new.auth, secret)) if tested else None
        vault = _vault()
        vault.put(secret_name(name), secret)
    with _store() as store:
        store.mail.put_account(new.as_record())
    _say(f"Account {name} is saved. {vault.describe()}")
    if trial is not None:
        _show(trial)


@account.command(name="list", epilog="Example: deardr account list --format json")
@_FORMAT
def list_(shape: str) -> None:
    """List the accounts, without their secrets."""
    with _store() as store:
        accounts = [Account.from_record(record) for record in store.mail.accounts()]
    if shape == "json":
        click.echo(json.dumps([one.as_record() for one in accounts], ensure_ascii=False, indent=2))
        return
    for one in accounts:
        _say(f"{one.name}: {one.address}, {one.host}:{one.port} ({one.security}), user {one.user}, by {one.auth}")
    if not accounts:
        _say("No account yet. Add one with: deardr account add NAME --address ADDRESS --host HOST")


@account.command(epilog="Example: deardr account test home")
@click.argument("name")
@_FORMAT
def test(name: str, shape: str) -> None:
    """Sign in to the account NAME and show which folders are read, and why."""
    with _store() as store, _one_sentence():
        one = _find(store, name)
        trial = try_out(one, secret_of(one, _vault()))
    if shape == "json":
        folders = [{"role": choice.role, "folder": choice.folder, "reason": choice.reason} for choice in trial.choices]
        click.echo(json.dumps({"account": name, "folders": folders, "warnings": trial.warnings}, ensure_ascii=False))
        return
    _say(f"Account {name} works.")
    _show(trial)


@account.command(epilog="Example: deardr account signin home")
@click.argument("name")
@click.option("--password-env", metavar="VAR", help="Take the password from this environment variable.")
@click.option("--password-stdin", is_flag=True, help="Take the password from standard input.")
@click.option("--client-id", help="Another OAuth client than last time.")
@click.option("--client-secret-env", metavar="VAR", help="The client's secret, where the provider issues one.")
@click.option("--device", is_flag=True, help="Sign in on another device, with a code.")
def signin(  # noqa: PLR0913 - one argument an option, as click passes them
    *,
    name: str,
    password_env: str | None,
    password_stdin: bool,
    client_id: str | None,
    client_secret_env: str | None,
    device: bool,
) -> None:
    """Sign in again to the account NAME, after its password changed or its permission ended."""
    with _store() as store, _one_sentence():
        one = _find(store, name)
    with _one_sentence():
        secret = (
            _password(password_env, from_stdin=password_stdin)
            if one.auth is Auth.PASSWORD
            else _provider_secret(one.auth, one.user, client_id, client_secret_env, device=device)
        )
        try_out(one, lambda: proof_of(one.auth, secret))
        _vault().put(secret_name(name), secret)
    _say(f"Account {name} works again.")


@account.command(epilog="Example: deardr account remove home")
@click.argument("name")
def remove(name: str) -> None:
    """Forget the account NAME and its secret. What was read from it stays until you delete it."""
    with _store() as store, _one_sentence():
        _find(store, name)
        _vault().forget(secret_name(name))
        store.mail.remove_account(name)
    _say(f"Account {name} is removed, and its secret forgotten.")


def _say(text: str) -> None:
    """Print a line; what servers and users named cannot steer the terminal."""
    click.echo("".join(char if char.isprintable() else "�" for char in text))


def _show(trial: Trial) -> None:
    for choice in trial.choices:
        _say(f"  {choice.role:8} {choice.folder} ({choice.reason})")
    for warning in trial.warnings:
        click.echo(f"deardr: {warning}", err=True)


def _chosen(folders: tuple[str, ...]) -> dict[Role, str]:
    chosen = {}
    for given in folders:
        role, _, folder = given.partition("=")
        if role not in {one.value for one in Role} or not folder:
            raise click.UsageError(f"--folder takes ROLE=NAME with a ROLE among {', '.join(Role)}, not {given!r}.")
        chosen[Role(role)] = folder
    return chosen


def _password(variable: str | None, *, from_stdin: bool) -> str:
    if variable is not None:
        if not os.environ.get(variable):
            raise click.UsageError(f"The environment variable {variable} is not set.")
        return os.environ[variable]
    if not from_stdin and sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, err=True))
    if not from_stdin:
        raise click.UsageError("Give the password with --password-stdin or --password-env, or use --oauth.")
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise click.UsageError("There is no password on standard input.")
    return password


def _client(provider: str, given: str | None, secret_variable: str | None) -> Client:
    client = Client(given, os.environ.get(secret_variable) if secret_variable else None) if given else None
    client = client or known_client(provider, _vault())
    if client is None:
        raise click.UsageError(
            f"Signing in at {PROVIDERS[provider].title} needs an OAuth client; register one there and give its id "
            f"with --client-id or in DEARDR_{provider.upper()}_CLIENT_ID. The status page says how."
        )
    return client


def _provider_secret(name: str, user: str, client_id: str | None, secret_variable: str | None, *, device: bool) -> str:
    """Sign in at a provider and return what is kept of it; remember the client that asked."""
    client, provider = _client(name, client_id, secret_variable), PROVIDERS[name]
    token = by_device(provider, client, _show_code) if device else by_browser(provider, client, user, _open_address)
    remember_client(name, client, _vault())
    return Grant(provider, client, token).as_secret()


def _open_address(address: str) -> None:
    click.echo(f"Sign in here:\n{address}", err=True)
    webbrowser.open(address)


def _show_code(shown: DeviceCode) -> None:
    _say(f"Open {shown.address} on any device and type the code {shown.code} within {shown.seconds // 60} minutes.")
