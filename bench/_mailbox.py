"""The mailbox of the reading benchmarks: a Maildir of any size, the same each time, named as Dovecot names its mail."""

import os
import random
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.harness.dovecot import Dovecot

CHANCE = random.Random(7)  # noqa: S311 - the same mailbox each time
_WORDS = "ward rounds letter season clinic rotation update thank program interview schedule visa research notes".split()
_BODIES = ["\r\n".join(" ".join(CHANCE.choices(_WORDS, k=11)) for _ in range(28)) for _ in range(100)]


def fill(server: Dovecot, user: str, folder: str, messages: int) -> None:
    """Write a folder of about 3 KB a message, a part of it with encoded subjects and folded references."""
    maildir = server.maildir(folder, user)
    for number in range(messages):
        content = message(number)
        (maildir / "cur" / f"{_name(number, len(content))}:2,S").write_bytes(content)
    _give_to_server(server, maildir)


def _name(number: int, size: int) -> str:
    """Name a file as Dovecot's own delivery does.

    The differences must not all lie at the same places: Dovecot opens a folder of names that differ in a few digits
    before a long common end in far more than linear time, as measured.
    """
    writer = f"M{CHANCE.randrange(1_000_000)}P{CHANCE.randrange(2, 99_999)}"
    return f"{1_700_000_000 + number}.{writer}.bench,S={size},W={size}"


def message(number: int) -> bytes:
    """Return one believable message."""
    at = datetime(2024, 1, 1).astimezone() + timedelta(minutes=9 * number)
    subject = " ".join(CHANCE.choices(_WORDS, k=6))
    if number % 12 == 0:
        subject = "=?utf-8?q?" + subject.replace(" ", "_") + "_=C3=A9?="
    references = "".join(f"\r\n <{number - back}.ref@bench.example>" for back in range(1, 1 + number % 4))
    return (
        f"Return-Path: <me@bench.example>\r\nReceived: from a.example by b.example; {format_datetime(at)}\r\n"
        f"Date: {format_datetime(at)}\r\nFrom: Ada Obi <me@bench.example>\r\n"
        f"To: Dr. {CHANCE.choice(_WORDS).title()} <{CHANCE.choice(_WORDS)}@hospital{number % 50}.example>\r\n"
        f"Subject: {subject}\r\nMessage-ID: <{number}.bench@bench.example>\r\n"
        + (f"References:{references}\r\nIn-Reply-To: <{number - 1}.ref@bench.example>\r\n" if references else "")
        + f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nX-Filler: {'x' * 300}\r\n\r\n"
        + CHANCE.choice(_BODIES)
    ).encode()


def forget_index(server: Dovecot, user: str, folder: str) -> None:
    """Make the folder cold: Dovecot must look through it, and open every message, as if it had just been written."""
    for path in server.maildir(folder, user).glob("dovecot*"):
        path.unlink()


def _give_to_server(server: Dovecot, maildir: Path) -> None:
    """Make the server's user the owner of what was written."""
    owner = (server.base / "mail").stat()
    for path in (maildir.parent, maildir, *maildir.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)
