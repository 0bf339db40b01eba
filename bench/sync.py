"""Reading mailboxes, beside the bare socket and mbsync on the same server: `python -m bench.sync [--messages N]`.

Prints ratios of one run; absolute times belong to the machine.
"""

import argparse
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from sidecar.header_fields import FIELDS
from sidecar.imap.batch import Cursor, Scope
from sidecar.imap.sync import read_account
from sidecar.imap.watch import Watch, Watcher
from tests.harness.dovecot import Dovecot, dovecot, program
from tests.harness.ports import wait_until

SINCE = Scope(date(2020, 1, 1), limit=10_000_000)
CHANCE = random.Random(7)  # noqa: S311 - the same mailbox each time
_WORDS = "ward rounds letter season clinic rotation update thank program interview schedule visa research notes".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-mbsync", action="store_true")
    options = parser.parse_args()
    if program() is None:
        print("bench.sync: skipped, Dovecot is not installed (Debian package dovecot-imapd)")
        return
    with dovecot(("bench",)) as server:
        fill(server.maildir("Sent", "bench"), options.messages)
        give_to_server(server)
        bare_socket(server)  # builds the server's index and cache, so that both sides below find them
        compare_first_reading(server, options.messages, options.runs)
        incremental(server, options.messages)
        announcement(server)
        if not options.without_mbsync:
            beside_mbsync(server, options.messages)


def compare_first_reading(server: Dovecot, messages: int, runs: int) -> None:
    """Take turns, so that other work on the machine falls on both alike."""
    bare, ours = [], []
    for _ in range(runs):
        bare.append(timed(lambda: bare_socket(server)))
        ours.append(timed(lambda: first_reading(server, messages)))
    ratio = statistics.median(ours) / statistics.median(bare)
    before, peak = memory_of_first_reading(server)
    print(f"first reading of {messages:,} headers: {ratio:.2f} times the bare socket (aim: at most 1.5)")
    print(f"  bare socket {statistics.median(bare):.2f} s, ours {statistics.median(ours):.2f} s, median of {runs}")
    print(f"  peak memory {peak - before:.0f} MB above idle (aim: at most 60)")


def bare_socket(server: Dovecot) -> int:
    """Ask for the same fields of the same messages and throw the bytes away."""
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        fields = " ".join(sorted(FIELDS))
        line.recv(4096)
        _bare(line, f"a LOGIN bench {{{len(server.password)}+}}\r\n{server.password}", b"a OK")
        _bare(line, "b EXAMINE Sent", b"b OK")
        return _bare(line, f"c UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS ({fields})])", b"c OK")


def _bare(line: socket.socket, command: str, completion: bytes) -> int:
    line.sendall(command.encode() + b"\r\n")
    total, tail = 0, b""
    while b"\r\n" + completion not in b"\r\n" + tail:
        chunk = line.recv(1 << 18)
        if not chunk:
            raise ConnectionError(f"the server closed the connection at {command[:20]!r}")
        total += len(chunk)
        tail = (tail + chunk)[-4096:]
    return total


def first_reading(server: Dovecot, messages: int) -> dict[str, Cursor]:
    """Read everything as the product does, keep the cursors, throw the messages away."""
    cursors, count = {}, 0
    for batch in read_account(server.account("bench"), lambda: server.password, {}, SINCE, lambda _: False):
        cursors[batch.folder] = batch.cursor
        count += len(batch.fetched)
    if count < messages:
        raise AssertionError(f"only {count} of {messages} messages were read")
    return cursors


def incremental(server: Dovecot, messages: int) -> None:
    """A pass without news, and one with a single new message, in a folder of that size."""
    cursors = first_reading(server, messages)
    nothing = statistics.median(timed(lambda: drain(server, cursors)) for _ in range(5))
    with server.client("bench") as other:
        times = []
        for _ in range(5):
            other.append("Sent", message(CHANCE, 0))
            began = time.perf_counter()
            for batch in read_account(server.account("bench"), lambda: server.password, cursors, SINCE, lambda _: True):
                cursors[batch.folder] = batch.cursor
            times.append(time.perf_counter() - began)
    print(f"incremental: {nothing * 1000:.0f} ms without news, {statistics.median(times) * 1000:.0f} ms with one new")


def drain(server: Dovecot, cursors: dict[str, Cursor]) -> None:
    """Read what is new and expect nothing."""
    for batch in read_account(server.account("bench"), lambda: server.password, cursors, SINCE, lambda _: True):
        raise AssertionError(f"{batch.folder} has news")


def announcement(server: Dovecot) -> None:
    """From the delivery of a reply to its being read."""
    changed = threading.Event()
    states: list[Watch] = []
    watcher = Watcher(
        server.account("bench"),
        lambda: server.password,
        lambda folder: changed.set() if folder == "INBOX" else None,
        lambda state: states.append(state.watch),
    )
    watcher.start()
    try:
        wait_until(lambda: Watch.LIVE in states and changed.is_set(), "watching")
        times = []
        for _ in range(5):
            changed.clear()
            with server.client("bench") as other:
                other.append("INBOX", message(CHANCE, 0))
                began = time.perf_counter()
                changed.wait(30)
                times.append(time.perf_counter() - began)
    finally:
        watcher.stop()
    print(f"announcement: a new message is told after {statistics.median(times) * 1000:.0f} ms (500 are Dovecot's)")


def beside_mbsync(server: Dovecot, messages: int) -> None:
    """mbsync copies whole messages, we read headers: the ratio says what a user waits, not who is quicker."""
    mbsync = shutil.which("mbsync")
    if mbsync is None:
        print("mbsync: skipped, it is not installed (Debian package isync)")
        return
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "mbsyncrc")
        config.write_text(
            f'IMAPAccount a\nHost 127.0.0.1\nPort {server.port}\nUser bench\nPass "{server.password}"\nSSLType None\n'
            f"\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath {folder}/mail/\nInbox {folder}/inbox\n"
            f"SubFolders Verbatim\n\nChannel c\nFar :far:\nNear :near:\nPatterns Sent\nCreate Near\nSyncState *\n"
        )
        Path(folder, "mail").mkdir()
        run = [mbsync, "-q", "-c", str(config), "c"]
        first = timed(lambda: subprocess.run(run, check=True, env={**os.environ, "HOME": folder}))
        second = timed(lambda: subprocess.run(run, check=True, env={**os.environ, "HOME": folder}))
    cursors: dict[str, Cursor] = {}
    ours = timed(lambda: cursors.update(first_reading(server, messages)))
    again = timed(lambda: drain(server, cursors))
    print(f"mbsync: first {first / ours:.0f} times ours ({first:.1f} s), without news {second / again:.0f} times ours")


def memory_of_first_reading(server: Dovecot) -> tuple[float, float]:
    """Peak resident memory in MB of a fresh process: idle with the same imports, and after a first reading."""

    def peak(act: str) -> float:
        code = (
            "import bench.sync as b\nfrom sidecar.imap.account import Account, Security\n"
            f"account = Account('bench', 'b@example.org', 'localhost', {server.port}, Security.NONE, 'bench')\n"
            f"{act}\nprint(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
        )
        reading = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        return int(reading.stdout) / 1024

    password = repr(server.password)
    return peak("pass"), peak(
        f"for batch in b.read_account(account, lambda: {password}, {{}}, b.SINCE, lambda _: False): pass"
    )


def fill(maildir: Path, messages: int) -> None:
    """Write a Maildir of about 3 KB a message, a part of it with encoded subjects and folded references."""
    for number in range(messages):
        path = maildir / "cur" / f"{1_700_000_000 + number}.{number}.bench:2,S"
        path.write_bytes(message(CHANCE, number))


def message(chance: random.Random, number: int) -> bytes:
    """Return one believable message."""
    at = datetime(2024, 1, 1).astimezone() + timedelta(minutes=9 * number)
    subject = " ".join(chance.choices(_WORDS, k=6))
    if number % 12 == 0:
        subject = "=?utf-8?q?" + subject.replace(" ", "_") + "_=C3=A9?="
    references = "".join(f"\r\n <{number - back}.ref@bench.example>" for back in range(1, 1 + number % 4))
    body = "\r\n".join(" ".join(chance.choices(_WORDS, k=11)) for _ in range(28))
    return (
        f"Return-Path: <me@bench.example>\r\nReceived: from a.example by b.example; {format_datetime(at)}\r\n"
        f"Date: {format_datetime(at)}\r\nFrom: Ada Obi <me@bench.example>\r\n"
        f"To: Dr. {chance.choice(_WORDS).title()} <{chance.choice(_WORDS)}@hospital{number % 50}.example>\r\n"
        f"Subject: {subject}\r\nMessage-ID: <{number}.bench@bench.example>\r\n"
        + (f"References:{references}\r\nIn-Reply-To: <{number - 1}.ref@bench.example>\r\n" if references else "")
        + f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nX-Filler: {'x' * 300}\r\n\r\n{body}\r\n"
    ).encode()


def give_to_server(server: Dovecot) -> None:
    """Make the server's user the owner of what was written."""
    owner = (server.base / "mail").stat()
    for path in (server.base / "mail").rglob("*"):
        os.chown(path, owner.st_uid, owner.st_gid)


def timed(act: Callable[[], object]) -> float:
    """Return the seconds `act` takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
