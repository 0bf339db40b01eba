"""The demo mailbox as a child process, so that its libraries and its work stay out of the sidecar."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sidecar.imap.account import Account, Security

ACCOUNT_NAME = "demo"
_PATIENCE_SECONDS = 5


class DemoUnavailable(Exception):
    """The demo's mail server did not start; the message is one clear sentence."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo mailbox: an ordinary account, read like any other, and its password."""

    account: Account
    password: str

    def secret(self) -> str:
        """Return the password, in the form in which readers ask for secrets."""
        return self.password


@contextmanager
def demo_mailbox(now: datetime) -> Iterator[Demo]:
    """Run the demo mailbox for the length of the block, filled with dates relative to `now` (aware).

    Its content and its UIDs are new at each start, so what is read from it belongs in a store that is thrown away.
    Raises `DemoUnavailable`. The server ends with this process, even when that is killed: its standard input ends then.
    """
    server = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "sidecar.demo", now.isoformat()], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield _reach(server)
    finally:
        try:
            server.communicate(timeout=_PATIENCE_SECONDS)  # closes its standard input
        except subprocess.TimeoutExpired:
            server.kill()
            server.communicate()


def _reach(server: subprocess.Popen[bytes]) -> Demo:
    line = server.stdout.readline() if server.stdout else b""
    if not line:
        raise DemoUnavailable("The demo mailbox did not start; is the package pymap installed?")
    told = json.loads(line)
    account = Account(ACCOUNT_NAME, told["address"], "127.0.0.1", told["port"], Security.NONE, told["user"])
    return Demo(account, told["password"])
