"""An empty pymap on a free loopback port: the demo's server, with nothing in it."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from imapclient import IMAPClient

from sidecar.imap.account import Account, Security
from tests.harness.ports import free_port, greets, wait_until

PASSWORD = "correct horse"
_MAIN = "import sys; from pymap.main import main; sys.exit(main())"


@dataclass(frozen=True)
class Pymap:
    """A running server with one user."""

    port: int
    password: str = PASSWORD

    def account(self, user: str) -> Account:
        return Account(user, f"{user}@example.org", "127.0.0.1", self.port, Security.NONE, user)

    def append(self, folder: str, message: bytes, user: str, at: datetime | None = None) -> None:
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=10) as client:
            client.login(user, self.password)
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, message, msg_time=at)


@contextlib.contextmanager
def pymap(user: str) -> Iterator[Pymap]:
    """Run a pymap with `user` for the length of the block."""
    port = free_port()
    command = ["--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-user", user]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-c", _MAIN, *command, "--demo-password", PASSWORD],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: greets(port), "the start of pymap", 20)
        yield Pymap(port)
    finally:
        process.terminate()
        process.wait(timeout=10)
