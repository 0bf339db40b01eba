"""Free loopback ports and waiting for servers, without fixed sleeps."""

import contextlib
import socket
import time
from collections.abc import Callable


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that was free a moment ago."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
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
