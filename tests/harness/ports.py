"""Free loopback ports and waiting for servers, without fixed sleeps."""

import contextlib
import random
import socket
import time
from collections.abc import Callable

PORTS = range(15_000, 32_000)
"""Below the ports that systems give to outgoing connections, so that none of those takes a port between two servers."""


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that was free a moment ago, and that only a server would take."""
    while True:
        port = random.choice(PORTS)  # noqa: S311 - no secret
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def wait_until(true: Callable[[], bool], what: str, seconds: float = 10.0) -> None:
    """Poll until `true()` holds; raises TimeoutError naming `what`."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            raise TimeoutError(f"{what} did not happen within {seconds:g} seconds")
        time.sleep(0.01)


def greets(port: int) -> bool:
    """Say whether an IMAP server greets on 127.0.0.1:`port`."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as probe:
            return probe.recv(64).startswith(b"* OK")
    except OSError:
        return False
