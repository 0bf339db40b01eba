"""Signing in at a provider in a real Chromium, whose cookies stay at home when another site leads to ours."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import null

from sidecar.oauth.provider import PROVIDERS
from sidecar.web.keys import ReadingState
from tests.browser.chromium import PROGRAM, Tab, chromium
from tests.harness.dovecot import Dovecot, dovecot, program
from tests.harness.provider import CLIENT_ID, LocalProvider, local_provider
from tests.harness.whole import Whole, until, whole_site

pytestmark = [
    pytest.mark.skipif(program() is None, reason="Dovecot is not installed (Debian package dovecot-imapd)"),
    pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed"),
]


@pytest.fixture
async def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[LocalProvider, Dovecot, Whole, Tab]]:
    """A provider on another site than ours, a mail server that believes it, our site, and a browser signed in to it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    with local_provider() as provider, dovecot(introspection_url=provider.introspection_url) as server:
        provider.host, provider.asks = "localhost", True
        for name in ("google", "microsoft"):
            monkeypatch.setitem(PROVIDERS, name, provider.provider(name))
        async with whole_site(tmp_path / "home") as whole, chromium(tmp_path / "profile") as tab:
            await tab.size(1280, 900)
            await tab.open(f"{whole.origin}/signin?ticket={whole.ticket()}")
            yield provider, server, whole, tab
    keyring.set_keyring(before)


async def fill(tab: Tab, whole: Whole, server: Dovecot, name: str) -> None:
    """Fill in a provider's form and send it off."""
    await tab.open(f"{whole.origin}/accounts/new/{name}")
    typed = {"address": "alice@example.org", "client_id": CLIENT_ID, "user": "alice", "port": str(server.port)}
    await tab.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for field, value in (typed | {"security": "none"}).items():
        await tab.run(f"(document.querySelector('#{field}').value = {json.dumps(value)}, 1)")
    await tab.run("(document.querySelector('main form button').click(), 1)")


@pytest.mark.parametrize(("name", "scripts"), [("google", True), ("google", False), ("microsoft", False)])
async def test_a_browser_signs_in_and_comes_back(
    world: tuple[LocalProvider, Dovecot, Whole, Tab], name: str, *, scripts: bool
) -> None:
    _, server, whole, tab = world
    await fill(tab, whole, server, name)
    await tab.send("Emulation.setScriptExecutionDisabled", value=not scripts)
    await tab.until("document.querySelector('#allow')")
    assert await tab.run("location.hostname") == "localhost"
    await tab.run("(document.querySelector('#allow').click(), 1)")
    await tab.until("document.querySelector('.flash')")
    assert await tab.run("location.href") == f"{whole.origin}/"
    assert "You are signed in." in await tab.run("document.querySelector('.flash').textContent")
    await until(lambda: whole.accounts["example.org"].state is ReadingState.WATCHING)
    assert tab.troubles == []


async def test_a_browser_that_declined_is_told_so_and_may_try_again(
    world: tuple[LocalProvider, Dovecot, Whole, Tab],
) -> None:
    _, server, whole, tab = world
    await fill(tab, whole, server, "google")
    await tab.until("document.querySelector('#decline')")
    await tab.run("(document.querySelector('#decline').click(), 1)")
    await tab.until("document.querySelector('.note.failed')")
    assert "declined at Testmail" in await tab.run("document.querySelector('.note.failed').textContent")
    assert await tab.run("document.querySelector('a.button').pathname") == "/accounts/new/google"
    assert whole.accounts == {}
