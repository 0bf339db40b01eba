"""Reading mailboxes, beside the bare socket and mbsync on the same server: `python -m bench.sync [--messages N]`.

Prints ratios of one run; absolute times belong to the machine. *Cold*: Dovecot has no index of the folder and opens
every message. *Warm*: it has one, built by untimed passes. Both sides always find the same, and take turns.

*First reading* counts, for us, signing in, listing, opening every folder, searching for the date, fetching and taking
the answers apart; for the bare socket signing in, opening one folder and receiving the same fields of all messages,
thrown away. Telling messages apart and recording them comes on top of ours and is counted by *whole work*.
"""

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import psutil

from bench import _mbsync, _prompts
from bench._mailbox import fill, forget_index
from bench._phases import Phases, bare_socket, of_our_reading
from sidecar.app.passes import Passes
from sidecar.app.verdict import verdict
from sidecar.imap.batch import Cursor, Scope
from sidecar.imap.sync import read_account
from sidecar.store.store import Store
from tests.harness.dovecot import Dovecot, dovecot, program

SINCE = Scope(date(2020, 1, 1), limit=10_000_000)
LARGE, SMALL = "large", "small"  # the users: one with a large Sent, one with a smaller Inbox


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument(
        "--fewer", type=int, default=5_000, help="messages for what takes longer: mbsync, and all of our work"
    )
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(words)
    if program() is None:
        print("bench.sync: skipped, Dovecot is not installed (Debian package dovecot-imapd)")
        return
    print("times of a machine that may have other work; what is compared took turns")
    with dovecot((LARGE, SMALL)) as server:
        fill(server, LARGE, "Sent", options.messages)
        fill(server, SMALL, "INBOX", options.fewer)
        cold_reading(server, options.messages)
        warm_reading(server, options.messages, options.runs)
        whole_work(server, options.fewer)
        incremental(server, options.messages)
        _mbsync.beside(server, SMALL, lambda: recorded_and_again(server, SMALL, options.fewer), options.runs)
    _prompts.reply_to_prompt_gone(options.runs)


def cold_reading(server: Dovecot, messages: int) -> None:
    """One reading by each of a folder that Dovecot has not seen; most of it is Dovecot's own work."""
    bare_socket(server, LARGE, "Sent")  # so that both find the files in the system's cache
    forget_index(server, LARGE, "Sent")
    bare = timed(lambda: bare_socket(server, LARGE, "Sent"))
    forget_index(server, LARGE, "Sent")
    ours = timed(lambda: first_reading(server, LARGE, messages))
    print(f"first reading of {messages:,} headers, cold: {ours / bare:.2f} times the bare socket (one run of each)")
    print(f"  bare socket {bare:.2f} s, ours {ours:.2f} s")


def warm_reading(server: Dovecot, messages: int, runs: int) -> None:
    """Take turns after an untimed pass of each: Dovecot looks once more through what changed a moment ago."""
    bare_socket(server, LARGE, "Sent")
    first_reading(server, LARGE, messages)
    bare, ours = [], []
    for _ in range(runs):
        bare.append(cost(server, lambda: bare_socket(server, LARGE, "Sent")))
        ours.append(cost(server, lambda: first_reading(server, LARGE, messages)))
    bare_seconds, ours_seconds = median(bare, "seconds"), median(ours, "seconds")
    ratio = ours_seconds / bare_seconds
    print(f"first reading of {messages:,} headers, warm: {ratio:.2f} times the bare socket (aim: at most 1.5)")
    print(f"  bare socket {bare_seconds:.2f} s, ours {ours_seconds:.2f} s, median of {runs}", end="; ")
    best = min(one.seconds for one in bare), min(one.seconds for one in ours)
    print(f"best of each {best[0]:.2f} s and {best[1]:.2f} s: {best[1] / best[0]:.2f} times")
    for name, costs in (("bare socket", bare), ("ours", ours)):
        reader, of_server = median(costs, "reader"), median(costs, "server")
        print(f"  processor time, {name}: {reader:.2f} s reading and {of_server:.2f} s in the server", end="")
        print(f", {reader / messages * 1e6:.1f} microseconds of ours a message" if name == "ours" else "")
    print(f"  bare: {bare_socket(server, LARGE, 'Sent')}")
    print(f"  ours: {phases_of_ours(server, messages)}")
    idle, reading, recording = memory_of_first_reading(server)
    print(f"  peak memory {reading - idle:.0f} MB above idle (aim: at most 60)", end="; ")
    print(f"of a pass that also tells apart and records: {recording - idle:.0f} MB")


@dataclass(frozen=True)
class Cost:
    """Seconds that passed, and of the processor: in this process, and in the server, where other work adds none.

    Where a core is free for each the two overlap; where none is they add up.
    """

    seconds: float
    reader: float
    server: float


def cost(server: Dovecot, act: Callable[[], object]) -> Cost:
    reader, of_server = time.process_time(), processor_time_of(server)
    seconds = timed(act)
    reader = time.process_time() - reader
    time.sleep(0.5)  # the process that served the connection ends
    return Cost(seconds, reader, processor_time_of(server) - of_server)


def processor_time_of(server: Dovecot) -> float:
    """The seconds of all processes that serve or served connections: Dovecot has one for each, which ends with it."""
    master = psutil.Process(server.process.pid)
    ended = master.cpu_times()
    living = [process.cpu_times() for process in master.children(recursive=True)]
    return float(ended.children_user + ended.children_system + sum(one.user + one.system for one in living))


def median(costs: Sequence[Cost], part: str) -> float:
    return float(statistics.median(getattr(one, part) for one in costs))


def phases_of_ours(server: Dovecot, messages: int) -> Phases:
    """Return the phases of one reading; watching them costs next to nothing."""
    with of_our_reading() as phases:
        first_reading(server, LARGE, messages)
    return phases


def first_reading(server: Dovecot, user: str, messages: int) -> dict[str, Cursor]:
    """Read all headers as the product does, keep the cursors, throw the messages away."""
    cursors, count = {}, 0
    for batch in read_account(server.account(user), lambda: server.password, {}, SINCE, lambda _: False):
        cursors[batch.folder] = batch.cursor
        count += len(batch.fetched)
    if count < messages:
        raise AssertionError(f"only {count} of {messages} messages were read")
    return cursors


def whole_work(server: Dovecot, messages: int) -> None:
    """Reading alone, beside reading, telling the messages apart and recording them, as the product does it."""
    record(server, SMALL, messages, messages)
    record(server, LARGE, 100, 100)  # what is read and compiled at the first use is not counted
    alone = timed(lambda: first_reading(server, SMALL, messages))
    received = timed(lambda: record(server, SMALL, messages, messages))
    sent_messages = messages // 2
    sent = timed(lambda: record(server, LARGE, sent_messages, sent_messages))
    print(f"Inbox of {messages:,}, warm: headers alone {alone:.2f} s; read, told apart and recorded {received:.2f} s")
    print(f"  {received / messages * 1e6:.0f} microseconds a message", end="; ")
    print(f"with the text, which is judged (sent mail): {sent / sent_messages * 1e6:.0f}")


def record(server: Dovecot, user: str, limit: int, expected: int) -> None:
    """Make one pass of the product over the newest `limit` messages, into a store of its own."""
    with fresh_store(server, user) as store:
        one_pass(store, server, user, limit, expected)


def recorded_and_again(server: Dovecot, user: str, messages: int) -> tuple[float, float]:
    """Return the seconds of a first pass of the product, and of one without news."""
    with fresh_store(server, user) as store:
        first = timed(lambda: one_pass(store, server, user, messages, messages))
        return first, timed(lambda: one_pass(store, server, user, messages, 0))


@contextlib.contextmanager
def fresh_store(server: Dovecot, user: str) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(Store(Path(folder, "deardr.db"))) as store:
        store.mail.put_account(server.account(user).as_record())
        yield store


def one_pass(store: Store, server: Dovecot, user: str, limit: int, expected: int) -> None:
    passes = Passes(store, lambda: datetime.now(UTC), verdict)
    news = passes.read(server.account(user), lambda: server.password, Scope(SINCE.since, limit), lambda _: None)
    if bool(news) != bool(expected) or news < expected:
        raise AssertionError(f"{news} messages were recorded, {expected} expected")


def incremental(server: Dovecot, messages: int) -> None:
    """A pass without news, and one with a single new message, in a folder of that size."""
    cursors = first_reading(server, LARGE, messages)
    nothing = statistics.median(timed(lambda: drain(server, LARGE, cursors)) for _ in range(5))
    times = []
    for number in range(5):
        server.append("Sent", b"Subject: news\r\nMessage-ID: <%d.new@bench.example>\r\n\r\nnews\r\n" % number, LARGE)
        began = time.perf_counter()
        for batch in read_account(server.account(LARGE), lambda: server.password, cursors, SINCE, lambda _: True):
            cursors[batch.folder] = batch.cursor
        times.append(time.perf_counter() - began)
    new = statistics.median(times)
    print(f"incremental at {messages:,}: {nothing * 1000:.0f} ms without news, {new * 1000:.0f} ms with one new")


def drain(server: Dovecot, user: str, cursors: dict[str, Cursor]) -> None:
    """Read what is new and expect nothing."""
    for batch in read_account(server.account(user), lambda: server.password, cursors, SINCE, lambda _: True):
        raise AssertionError(f"{batch.folder} has news")


def memory_of_first_reading(server: Dovecot) -> tuple[float, float, float]:
    """Peak resident memory in MB of fresh processes with the same imports: idle, after a reading of the large folder,
    and after a pass that records the smaller one."""

    def peak(act: str) -> float:
        code = (
            "import types, bench.sync as b\nfrom sidecar.imap.account import Account, Security\n"
            f"def account(user): return Account(user, 'b@example.org', '127.0.0.1', {server.port}, Security.NONE, user)"
            f"\nserver = types.SimpleNamespace(account=account, password={server.password!r})\n"
            f"{act}\nprint(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
        )
        reading = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        return int(reading.stdout) / 1024

    return peak("pass"), peak(f"b.first_reading(server, {LARGE!r}, 1)"), peak(f"b.record(server, {SMALL!r}, 10**6, 1)")


def timed(act: Callable[[], object]) -> float:
    """Return the seconds `act` takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(sys.argv[1:])
