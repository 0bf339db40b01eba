"""Where the time goes: seconds and commands by phase, for the bare socket and for our reading alike."""

import contextlib
import socket
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

from sidecar.header_fields import FIELDS
from sidecar.imap import sync
from sidecar.imap.client import Session
from sidecar.imap.fetching import Fetcher
from tests.harness.dovecot import Dovecot


class Phases:
    """Seconds and number of commands of each phase."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.commands: dict[str, int] = defaultdict(int)

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - began
            self.commands[name] += 1

    def __str__(self) -> str:
        return ", ".join(
            f"{name} {seconds * 1000:.0f} ms ({self.commands[name]}x)" for name, seconds in self.seconds.items()
        )


@contextlib.contextmanager
def of_our_reading() -> Iterator[Phases]:
    """Note the phases of every reading within the block."""
    phases = Phases()

    def watched(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def watching(*words: Any, **more: Any) -> Any:
            with phases.phase(name):
                return act(*words, **more)

        return watching

    with contextlib.ExitStack() as stack:
        for owner, part, name in (
            (sync, "connect", "connect"),
            (Session, "folders", "list"),
            (Session, "open", "open"),
            (sync, "_search", "search"),
            (Fetcher, "fetch", "fetch and parse"),
        ):
            stack.enter_context(mock.patch.object(owner, part, watched(name, getattr(owner, part))))
        yield phases


def bare_socket(server: Dovecot, user: str, folder: str) -> Phases:
    """Ask for the fields of all messages, without looking for them first, and throw the bytes away."""
    phases = Phases()
    with contextlib.ExitStack() as stack:
        with phases.phase("connect"):
            line = stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.recv(4096)
            _ask(line, f"a LOGIN {user} {{{len(server.password)}+}}\r\n{server.password}", b"a OK")
        with phases.phase("open"):
            _ask(line, f"b EXAMINE {folder}", b"b OK")
        with phases.phase("fetch"):
            fields = " ".join(sorted(FIELDS))
            _ask(line, f"c UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS ({fields})])", b"c OK")
    return phases


def _ask(line: socket.socket, command: str, completion: bytes) -> None:
    line.sendall(command.encode() + b"\r\n")
    tail = b""
    while b"\r\n" + completion not in b"\r\n" + tail:
        chunk = line.recv(1 << 18)
        if not chunk:
            raise ConnectionError(f"the server closed the connection at {command[:20]!r}")
        tail = (tail + chunk)[-4096:]
