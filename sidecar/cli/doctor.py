"""`deardr doctor`: check what DearDr depends on, and say what to do about what is wrong."""

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import click

from sidecar.accounts import secret_of, try_out
from sidecar.config import HOST, PORT, Home, clock, home
from sidecar.imap.account import Account, AccountRefused
from sidecar.imap.errors import MailError
from sidecar.store.store import Store
from sidecar.vault import SecretUnavailable, Vault

LITTLE_SPACE = 100 * 1024 * 1024
_CLOCK_SLACK = timedelta(minutes=15)


class Verdict(StrEnum):
    """How a check came out. Only a problem changes the exit status."""

    GOOD = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, and one sentence about it: what it is, and what to do when something is wrong."""

    subject: str
    verdict: Verdict
    sentence: str


@click.command(epilog="Example: deardr doctor --format json")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="Where the sidecar listens."
)
@click.option("--offline", is_flag=True, help="Leave the mail servers alone.")
def doctor(shape: str, port: int, offline: bool) -> None:
    """Check data folder, disk, keyring, port, and every account: sign-in, folders, announcements, clock."""
    checks = []
    for check in examine(home(), port, offline=offline):
        checks.append(check)
        if shape == "text":
            click.echo(_line(check))
    if shape == "json":
        click.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=2))
    raise SystemExit(any(check.verdict is Verdict.PROBLEM for check in checks))


def examine(place: Home, port: int, *, offline: bool) -> Iterator[Check]:
    """Yield each check as it is done."""
    try:
        place.create()
        store = Store(place.database)
    except Exception as error:
        yield Check("data", Verdict.PROBLEM, f"The data in {place.folder} cannot be opened: {error}")
        return
    try:
        yield Check("data", Verdict.GOOD, f"The data in {place.folder} can be read and written.")
        yield _disk(place)
        vault = Vault(place.folder)
        yield Check("secrets", Verdict.GOOD if vault.on_keyring else Verdict.NOTE, vault.describe())
        yield _port(port)
        yield _clock(store, clock()())
        records = store.mail.accounts()
        if not records:
            yield Check("accounts", Verdict.NOTE, "There is no account yet; add one with: deardr account add")
        for record in [] if offline else records:
            yield from _account(record, vault, clock())
            yield from _distrusted(store, str(record["name"]))
    finally:
        store.close()


def _line(check: Check) -> str:
    text = f"{check.verdict:8}{check.subject}: {check.sentence}"
    return "".join(char if char.isprintable() else "�" for char in text)


def _disk(place: Home) -> Check:
    free = shutil.disk_usage(place.folder).free
    if free < LITTLE_SPACE:
        return Check(
            "disk", Verdict.PROBLEM, f"Only {free >> 20} MB are free on the disk of {place.folder}; clear some."
        )
    return Check("disk", Verdict.GOOD, f"{free >> 20:,} MB are free.")


def _clock(store: Store, now: datetime) -> Check:
    """Compare the clock with when mail was read: it cannot be earlier now."""
    read = [cursor.read_at for record in store.mail.accounts() for cursor in store.mail.cursors(str(record["name"]))]
    latest = max((at for at in read if at), default=now)
    if latest > now + _CLOCK_SLACK:
        return Check(
            "clock",
            Verdict.PROBLEM,
            f"Mail was read at {latest:%Y-%m-%d %H:%M}, which lies in the future; set this computer's date and time.",
        )
    return Check("clock", Verdict.GOOD, f"It is {now:%A, %Y-%m-%d %H:%M %Z}; set it right if that is wrong.")


def _distrusted(store: Store, account: str) -> Iterator[Check]:
    """Name the folders in which an answer may be missing."""
    for cursor in store.mail.cursors(account):
        if cursor.suspicion:
            yield Check(f"account {account}", Verdict.NOTE, f"{cursor.folder}: {cursor.suspicion}")


def _port(port: int) -> Check:
    where = f"http://{HOST}:{port}/healthz"
    try:
        with urllib.request.urlopen(where, timeout=5) as answer:
            ours = answer.status == 200
    except urllib.error.HTTPError:
        ours = False
    except TimeoutError:
        return Check("port", Verdict.PROBLEM, f"Something listens on port {port} and does not answer; end it.")
    except OSError:
        return Check("port", Verdict.NOTE, f"The sidecar is not running (port {port} is free); start: deardr up")
    if ours:
        return Check("port", Verdict.GOOD, f"The sidecar answers on port {port}.")
    return Check("port", Verdict.PROBLEM, f"Another program has port {port}; end it, or use: deardr up --port N")


def _account(record: dict[str, object], vault: Vault, now: Callable[[], datetime]) -> Iterator[Check]:
    subject = f"account {record.get('name')}"
    try:
        account = Account.from_record(record)
        trial = try_out(account, secret_of(account, vault))
    except (AccountRefused, MailError, SecretUnavailable) as error:
        yield Check(subject, Verdict.PROBLEM, str(error))
        return
    folders = ", ".join(f"{choice.folder} as {choice.role} ({choice.reason})" for choice in trial.choices)
    yield Check(subject, Verdict.GOOD, f"The sign-in works. Read are: {folders}.")
    for warning in trial.warnings:
        yield Check(subject, Verdict.PROBLEM, warning)
    if trial.announces:
        yield Check(subject, Verdict.GOOD, "The server announces new mail at once (IDLE).")
    else:
        yield Check(subject, Verdict.NOTE, "The server does not announce new mail; it is asked every minute instead.")
    if trial.newest is not None and trial.newest > now() + _CLOCK_SLACK:
        yield Check("clock", Verdict.PROBLEM, "The newest mail lies in the future; set this computer's date and time.")
