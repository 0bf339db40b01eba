"""Signing in at a provider from the pages, for real: our pages, a provider, and a Dovecot that asks it about tokens."""

import asyncio
import re
from collections.abc import AsyncIterator
from http import HTTPStatus
from pathlib import Path

import aiohttp
import keyring
import pytest
from keyring.backends import null

from sidecar.oauth import tokens
from sidecar.oauth.provider import PROVIDERS
from sidecar.web.keys import READER, ReadingState
from sidecar.web.signins import SIGN_INS
from tests.harness.dovecot import Dovecot, program
from tests.harness.provider import CLIENT_ID, LocalProvider
from tests.harness.whole import Client, Whole, until, whole_site

pytestmark = pytest.mark.skipif(program() is None, reason="Dovecot is not installed (Debian package dovecot-imapd)")


@pytest.fixture
async def whole(provider: LocalProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Whole]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("google", "microsoft"):
        monkeypatch.setitem(PROVIDERS, name, provider.provider(name))
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    async with whole_site(tmp_path / "home") as running:
        yield running
    keyring.set_keyring(before)
    provider.declines = False


async def post(browser: Client, path: str, fields: dict[str, str]) -> aiohttp.ClientResponse:
    page = await (await browser.get("/settings")).text()
    token = re.search(r'name="form_token" value="(\w+)"', page)
    assert token
    return await browser.post(path, data={"form_token": token[1], **fields}, allow_redirects=False)


async def begin(browser: Client, server: Dovecot, name: str = "google", **more: str) -> str:
    """Fill in the form and return where the browser is to go."""
    typed = {
        "address": "alice@example.org", "user": "alice", "security": "none", "port": str(server.port), "name": "uni",
        "client_id": CLIENT_ID,
    }  # fmt: skip
    answer = await post(browser, f"/accounts/new/{name}", typed | more)
    assert (answer.status, answer.headers.get("Location")) == (HTTPStatus.SEE_OTHER, "/accounts/signin")
    return onward(await (await browser.get("/accounts/signin")).text())


def onward(page: str) -> str:
    """Return where a page sends the browser by itself."""
    sent = re.search(r'http-equiv="refresh" content="\d+;url=([^"]+)"', page)
    assert sent, page
    return sent[1].replace("&amp;", "&")


async def visit(address: str) -> str:
    """Sign in at the provider without our cookie and return the path at which the browser arrives."""
    async with aiohttp.ClientSession() as elsewhere, elsewhere.get(address) as answer:
        assert answer.status == HTTPStatus.OK
        page = await answer.text()
        return f"{answer.url.path} -> {onward(page)}"


async def settled(browser: Client) -> str:
    """Follow the page of the sign-in until it no longer goes on by itself."""
    async with asyncio.timeout(15):
        while True:
            answer = await browser.get("/accounts/signin")
            page = await answer.text()
            if "http-equiv" not in page:
                return page
            await asyncio.sleep(0.05)


async def until_read(whole: Whole, name: str) -> None:
    await until(lambda: whole.accounts[name].state is ReadingState.WATCHING)


@pytest.mark.parametrize("name", ["google", "microsoft"])
async def test_a_sign_in_from_the_page_opens_the_mailbox(whole: Whole, server: Dovecot, name: str) -> None:
    browser = whole.browser()
    address = await begin(browser, server, name)
    assert await visit(address) == "/signin/continue -> /accounts/signin"
    assert "You are signed in." in await settled(browser)
    await until_read(whole, "uni")
    assert whole.accounts["uni"].auth == name
    again = await (await browser.get(f"/accounts/new/{name}")).text()
    assert f"Asks as the client <bdi>{CLIENT_ID}</bdi>" in again


async def test_a_code_typed_elsewhere_opens_the_mailbox(whole: Whole, server: Dovecot, provider: LocalProvider) -> None:
    browser, provider.approve_after = whole.browser(), 10**6
    await begin(browser, server, "microsoft", way="code")
    async with asyncio.timeout(10):
        page = ""
        while "ABCD-EFGH" not in page:
            page = await (await browser.get("/accounts/signin")).text()
    assert f"<bdi>http://127.0.0.1:{provider.port}/link</bdi>" in page
    provider.approve_after = 2
    assert "You are signed in." in await settled(browser)
    await until_read(whole, "uni")


async def test_the_answer_is_taken_once_and_only_to_a_question_of_ours(whole: Whole, server: Dovecot) -> None:
    browser, anybody = whole.browser(), whole.browser(signed_in=False)
    state = re.search(r"state=([^&]+)", await begin(browser, server))
    assert state
    for query in ("", "?code=stolen", "?code=stolen&state=", "?code=stolen&state=guessed", "?code=a&state=%C3%A9"):
        answer = await anybody.get(f"/signin/back{query}", allow_redirects=False)
        assert answer.status == HTTPStatus.FORBIDDEN
    first = await anybody.get(f"/signin/back?code=foreign&state={state[1]}", allow_redirects=False)
    assert first.headers["Location"] == f"{whole.origin}/signin/continue"
    again = await anybody.get(f"/signin/back?code=foreign&state={state[1]}", allow_redirects=False)
    assert again.status == HTTPStatus.FORBIDDEN
    assert "did not give access" in await settled(browser)  # PKCE: a code of another sign-in is worth nothing
    assert whole.accounts == {}


async def test_only_the_browser_that_began_goes_through_with_it(whole: Whole, server: Dovecot) -> None:
    mine, other = whole.browser(), whole.browser()
    await visit(await begin(mine, server))
    assert (await other.get("/accounts/signin", allow_redirects=False)).headers["Location"] == "/"
    signed_out = await whole.browser(signed_in=False).get("/accounts/signin")
    assert signed_out.status == HTTPStatus.UNAUTHORIZED
    assert whole.accounts == {}
    await settled(mine)
    assert list(whole.accounts) == ["uni"]


async def test_declining_there_is_one_sentence_here(whole: Whole, server: Dovecot, provider: LocalProvider) -> None:
    browser = whole.browser()
    address = await begin(browser, server)
    provider.declines = True
    await visit(address)
    page = await settled(browser)
    assert "The sign-in was declined at Testmail; nothing was changed." in page
    assert 'href="/accounts/new/google"' in page


async def test_cancelling_forgets_the_question(whole: Whole, server: Dovecot) -> None:
    browser = whole.browser()
    address = await begin(browser, server)
    cancelled = await post(browser, "/accounts/signin/cancel", {})
    assert cancelled.headers["Location"] == "/accounts/new/google"
    async with aiohttp.ClientSession() as elsewhere, elsewhere.get(address) as answer:
        assert answer.status == HTTPStatus.FORBIDDEN
        assert "not under way any more" in await answer.text()


async def test_a_question_is_forgotten_after_ten_minutes(whole: Whole, server: Dovecot) -> None:
    browser, later = whole.browser(), [0.0]
    sign_ins = whole.app[SIGN_INS]()
    address = await begin(browser, server)
    moment = sign_ins._clock()  # type: ignore[attr-defined]
    sign_ins._clock = lambda: moment + later[0]  # type: ignore[attr-defined]
    later[0] = 601
    async with aiohttp.ClientSession() as elsewhere, elsewhere.get(address) as answer:
        assert answer.status == HTTPStatus.FORBIDDEN
    assert "Nobody signed in at Testmail in time; start again." in await settled(browser)


async def test_without_a_client_id_the_form_says_how_to_get_one(whole: Whole, server: Dovecot) -> None:
    browser = whole.browser()
    page = await (await browser.get("/accounts/new/microsoft")).text()
    assert "How to get a client ID" in page
    assert f"http://localhost:{whole.server.port}/signin/back" in page
    answer = await post(browser, "/accounts/new/microsoft", {"address": "alice@example.org"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "asks for a client ID" in await answer.text()


async def test_a_wrong_client_and_a_wrong_mailbox_are_one_sentence_each(whole: Whole, server: Dovecot) -> None:
    browser = whole.browser()
    await visit(await begin(browser, server, client_id="unknown"))
    assert "Testmail did not give access (invalid_client)" in await settled(browser)
    await visit(await begin(browser, server, user="bob"))
    assert "refused the sign-in" in await settled(browser)
    assert whole.accounts == {}


async def test_a_revoked_permission_is_asked_for_once_and_given_again(
    whole: Whole, server: Dovecot, provider: LocalProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = whole.browser()
    await visit(await begin(browser, server))
    await settled(browser)
    await until_read(whole, "uni")
    provider.revoke()
    monkeypatch.setattr(tokens, "LEEWAY_SECONDS", 7200.0)  # every token is taken for one that has run out
    await whole.app[READER].sync_now()
    await until(lambda: whole.accounts["uni"].state is ReadingState.STOPPED)
    assert "/accounts/again?name=uni" in await (await browser.get("/")).text()
    monkeypatch.setattr(tokens, "LEEWAY_SECONDS", 120.0)
    form = await browser.get("/accounts/again?name=uni")
    assert form.url.path_qs == "/accounts/new/google?name=uni"
    answer = await post(browser, "/accounts/new/google", {"again": "uni", "address": "alice@example.org"})
    assert answer.status == HTTPStatus.SEE_OTHER
    await visit(onward(await (await browser.get("/accounts/signin")).text()))
    await settled(browser)
    await until_read(whole, "uni")
    assert whole.accounts["uni"].problem is None


async def test_a_changed_password_is_asked_for_and_kept(whole: Whole, server: Dovecot) -> None:
    browser = whole.browser()
    typed = {
        "address": "bob@example.org", "user": "bob", "host": "localhost", "security": "none", "port": str(server.port),
        "name": "old", "password": server.password,
    }  # fmt: skip
    assert (await post(browser, "/accounts/new", typed)).status == HTTPStatus.SEE_OTHER
    wrong = await post(browser, "/accounts/again", {"name": "old", "password": "guess"})
    assert wrong.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "refused the sign-in" in await wrong.text()
    right = await post(browser, "/accounts/again", {"name": "old", "password": server.password})
    assert right.status == HTTPStatus.SEE_OTHER
    await until_read(whole, "old")
    assert (await browser.get("/accounts/again?name=nobody")).status == HTTPStatus.NOT_FOUND
