"""The whole site in this process: real store, real readers, real vault, with the user's own (still empty) data."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from sidecar.app.site import Shown, site
from sidecar.config import Home
from sidecar.store.access import Purpose
from sidecar.store.store import Store
from sidecar.web.keys import ACCESS, READER, AccountReading
from sidecar.web.logs import serving

Client = TestClient[web.Request, web.Application]


@dataclass
class Whole:
    """A running site without the demo."""

    server: TestServer
    app: web.Application
    clients: list[Client]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def accounts(self) -> dict[str, AccountReading]:
        return {one.name: one for one in self.app[READER].accounts()}

    def ticket(self) -> str:
        return self.app[ACCESS].issue(Purpose.TICKET)

    def browser(self, *, signed_in: bool = True) -> Client:
        """A browser without scripts; it shows its cookie to this site always, as none does that comes from another."""
        session = self.app[ACCESS].issue(Purpose.SESSION, "test browser") if signed_in else ""
        client: Client = TestClient(self.server, headers={"Cookie": f"deardr={session}", "Origin": self.origin})
        self.clients.append(client)
        return client


async def until(check: Callable[[], object], within: float = 15.0) -> None:
    """Wait until something is so; raise `TimeoutError` when it does not become so."""
    deadline = asyncio.get_running_loop().time() + within
    while not check():
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError(f"not so within {within} seconds")
        await asyncio.sleep(0.05)


@asynccontextmanager
async def whole_site(folder: Path) -> AsyncIterator[Whole]:
    """Serve on a free port of the loopback for the length of the block."""
    home = Home(folder).create()
    store = Store(home.database)
    app = site(home, store, Shown(store), lambda: datetime.now(UTC), lambda: None)
    server = TestServer(app)
    await server.start_server(**serving())
    running = Whole(server, app, [])
    try:
        yield running
    finally:
        for client in running.clients:
            await client.close()
        await server.close()
        store.close()
