"""The application as clients meet it, with a reader that behaves like one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TypeVar

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from sidecar.people import Milestone, Season
from sidecar.store.access import Access, Purpose
from sidecar.store.store import Store
from sidecar.web.hub import Hub
from sidecar.web.keys import AccountError, AccountReading, NewAccount, ReadingState

Client = TestClient[web.Request, web.Application]
Server = TestServer
T = TypeVar("T")
NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
SHIPPED = Season("2026-2027", (Milestone("review-begins", "Programs begin to review", date(2026, 9, 23), False, "A"),))


@dataclass
class FakeReader:
    """A reader without mailboxes that behaves like one: accounts can be added, asked to sync, removed."""

    demo: bool = False
    known: dict[str, AccountReading] = field(default_factory=dict)
    passes: list[str | None] = field(default_factory=list)
    since: date | None = None

    def accounts(self) -> Sequence[AccountReading]:
        return list(self.known.values())

    async def sync_now(self, account: str | None = None) -> None:
        if account is not None:
            self._must_know(account)
        self.passes.append(account)

    async def read_further(self, since: date) -> None:
        self.since = since
        self.passes.append(None)

    async def add_account(self, new: NewAccount) -> None:
        if new.secret == "wrong":
            raise AccountError(f"{new.host} does not accept this user name and password.")
        self.known[new.name] = AccountReading(new.name, new.address, new.host, ReadingState.NEW)

    async def renew_secret(self, name: str, secret: str) -> None:
        self._must_know(name)
        if secret == "wrong":
            raise AccountError("imap.example.org does not accept this user name and password.")
        self.known[name] = replace(self.known[name], state=ReadingState.READING, problem=None)

    async def remove_account(self, name: str) -> None:
        self._must_know(name)
        del self.known[name]

    async def choose_folder(self, account: str, role: str, folder: str) -> None:
        self._must_know(account)

    def _must_know(self, name: str) -> None:
        if name not in self.known:
            raise AccountError("There is no account of that name.")


@dataclass
class Site:
    """The application as clients meet it."""

    server: Server
    access: Access
    store: Store
    hub: Hub
    reader: FakeReader
    clients: list[Client] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def set(self, key: web.AppKey[T], part: T) -> None:
        """Put another part in, as a test needs it."""
        app = self.server.app
        app._state[key] = part

    def anonymous(self) -> Client:
        client: Client = TestClient(self.server)
        self.clients.append(client)
        return client

    def paired(self) -> Client:
        token = self.access.issue(Purpose.CLIENT, "test client")
        client: Client = TestClient(self.server, headers={"Authorization": f"Bearer {token}"})
        self.clients.append(client)
        return client

    def browser(self) -> Client:
        session = self.access.issue(Purpose.SESSION, "test browser")
        client: Client = TestClient(self.server, headers={"Cookie": f"deardr={session}", "Origin": self.origin})
        self.clients.append(client)
        return client
