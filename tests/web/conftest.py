"""A running web application with real parts, and clients that hold a token, a session, or nothing."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import keyring
import pytest
from aiohttp.test_utils import TestServer
from keyring.backends import null

from sidecar.app.signins import ProviderSignIns
from sidecar.config import resources
from sidecar.drafts import Drafts
from sidecar.letters.library import Library
from sidecar.lint.engine import lint
from sidecar.store.access import Access
from sidecar.store.store import Store
from sidecar.vault import Vault
from sidecar.web.hub import Hub
from sidecar.web.keys import ACCESS, CLOCK, DESK, DRAFTS, GRAMMAR, HISTORY, HUB, LINTER, READER, SEASON, STORE
from sidecar.web.logs import serving
from sidecar.web.routes import build
from sidecar.web.signins import SIGN_INS
from tests.web.desk import desk
from tests.web.grammar import FindsThat
from tests.web.site import NOW, SHIPPED, Client, FakeReader, Server, Site


@pytest.fixture
def access(tmp_path: Path) -> Iterator[Access]:
    opened = Access(tmp_path / "access.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "test.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """A vault in files of the test's own; no keyring of this machine is touched."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    yield Vault(tmp_path / "vault")
    keyring.set_keyring(before)


@pytest.fixture
async def site(access: Access, store: Store, vault: Vault) -> AsyncIterator[Site]:
    app = build(resources("templates") / "pages")
    reader, hub = FakeReader(), Hub(first=1)
    hub.start()
    app[ACCESS] = access
    app[LINTER] = lint
    app[HISTORY] = lambda _now: None
    app[DRAFTS] = Drafts(Library(resources("templates") / "email"), store)
    app[GRAMMAR] = FindsThat()
    app[STORE] = store
    app[DESK] = lambda: desk(NOW)
    app[SEASON] = lambda: store.people.season() or SHIPPED
    app[CLOCK] = lambda: NOW
    app[READER] = reader
    app[HUB] = hub
    sign_ins = ProviderSignIns(vault)
    app[SIGN_INS] = lambda: sign_ins
    server: Server = TestServer(app)
    await server.start_server(**serving())
    made = Site(server, access, store, hub, reader)
    yield made
    hub.stop()
    await sign_ins.close()
    for client in made.clients:
        await client.close()
    await server.close()


@pytest.fixture
async def anonymous(site: Site) -> Client:
    return site.anonymous()


@pytest.fixture
async def paired(site: Site) -> Client:
    return site.paired()


@pytest.fixture
async def browser(site: Site) -> Client:
    return site.browser()
