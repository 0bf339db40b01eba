"""Real servers with an applicant's mailbox, for tests that run the product against them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from sidecar.imap.account import Account
from tests.harness.dovecot import dovecot, program
from tests.harness.product import deardr
from tests.harness.pymap import pymap

USER = "applicant"


class Server(Protocol):
    """An IMAP server of the tests."""

    @property
    def password(self) -> str: ...
    def account(self, user: str) -> Account: ...
    def append(self, folder: str, message: bytes, user: str) -> None: ...


@dataclass
class Mailbox:
    """A mailbox on a real server, and the product's data folder beside it."""

    server: Server
    home: Path

    @property
    def account(self) -> Account:
        return self.server.account(USER)

    def put(self, folder: str, message: bytes) -> None:
        self.server.append(folder, message, USER)

    def add_account(self, name: str = "home", password: str | None = None, *options: str) -> None:
        account = self.account
        done = deardr(
            self.home, "account", "add", name, "--address", account.address, "--host", account.host,
            "--port", str(account.port), "--security", "none", "--user", account.user, "--password-stdin", *options,
            stdin=(password or self.server.password) + "\n",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


@pytest.fixture(params=["dovecot", "pymap"])
def mailbox(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mailbox]:
    if request.param == "pymap":
        with pymap(USER) as server:
            yield Mailbox(server, tmp_path / "home")
        return
    if program() is None:
        pytest.skip("Dovecot is not installed (Debian package dovecot-imapd)")
    with dovecot((USER,)) as real:
        yield Mailbox(real, tmp_path / "home")
