"""A connection that breaks during the sign-in is no refusal: it is tried again."""

import socket
import threading
from collections.abc import Iterator

import pytest

from sidecar.imap.account import Account, Security
from sidecar.imap.client import connect
from sidecar.imap.errors import ConnectionLost


@pytest.fixture
def cut() -> Iterator[int]:
    """The port of a server that goes down while somebody signs in."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line, line.makefile("rwb", buffering=0) as lines:
                lines.write(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n")
                while (asked := lines.readline()).split()[1:2] == [b"CAPABILITY"]:
                    lines.write(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n" + asked.split()[0] + b" OK done\r\n")
                if b"AUTHENTICATE" in asked and len(asked.split()) == 3:
                    lines.write(b"+ \r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def test_it_is_a_lost_connection(cut: int) -> None:
    account = Account("home", "me@example.org", "127.0.0.1", cut, Security.NONE, "me")
    with pytest.raises(ConnectionLost, match="broke during the sign-in"), connect(account, lambda: "secret"):
        pass
