"""Real servers with an applicant's mailbox, for tests that run the product against them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from sidecar.imap.account import Account
from tests.conftest import chosen_servers
from tests.harness.farm import Farm
from tests.harness.product import deardr
from tests.harness.pymap import pymap

USER = "applicant"
ADDRESS = "applicant@example.org"


class Server(Protocol):
    """An IMAP server of the tests."""

    @property
    def password(self) -> str: ...
    def account(self, user: str) -> Account: ...
    def append(self, folder: str, message: bytes, user: str, at: datetime | None = None) -> None: ...


@dataclass
class Mailbox:
    """A mailbox on a real server, and the product's data folder beside it."""

    server: Server
    home: Path
    user: str = USER

    @property
    def account(self) -> Account:
        return replace(self.server.account(self.user), address=ADDRESS)

    def put(self, folder: str, message: bytes, at: datetime | None = None) -> None:
        self.server.append(folder, message, self.user, at)

    def add_account(self, name: str = "home", password: str | None = None, *options: str) -> None:
        account = self.account
        done = deardr(
            self.home, "account", "add", name, "--address", account.address, "--host", account.host,
            "--port", str(account.port), "--security", "none", "--user", account.user, "--password-stdin", *options,
            stdin=(password or self.server.password) + "\n",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that asks for `mailbox` on the demo's server and on each of the chosen ones."""
    if "mailbox" in metafunc.fixturenames:
        metafunc.parametrize("mailbox", ["pymap", *chosen_servers(metafunc.config)], indirect=True)


@pytest.fixture
def mailbox(request: pytest.FixtureRequest, farm: Farm, tmp_path: Path) -> Iterator[Mailbox]:
    if request.param == "pymap":
        with pymap(USER) as server:
            yield Mailbox(server, tmp_path / "home")
        return
    shared = farm.server(request.param)
    yield Mailbox(shared, tmp_path / "home", farm.user(shared))
