"""Nothing is reachable that was not meant to be: not by a guess, nor from another site's page."""

import re
from http import HTTPStatus

import pytest
from aiohttp import web

from sidecar.store.access import Purpose
from tests.web.site import Client, Site

OPEN = {
    ("GET", "/healthz"),
    ("GET", "/signin"),
    ("GET", "/signin/continue"),
    ("POST", "/api/v1/pair"),
    ("GET", "/static"),
}
LOCKED_BY_ITS_SECRET = {("GET", "/calendar/{secret}.ics"), ("GET", "/signin/back")}


def routes(site: Site) -> list[tuple[str, str]]:
    app = site.server.app
    assert isinstance(app, web.Application)
    return [(route.method, route.resource.canonical) for route in app.router.routes() if route.resource is not None]


async def test_every_route_is_locked_but_for_those_meant_to_be_open(site: Site, anonymous: Client) -> None:
    reachable = set()
    for method, pattern in routes(site):
        answer = await anonymous.request(method, re.sub(r"{[^}]*}", "x", pattern), allow_redirects=False)
        if answer.status != HTTPStatus.UNAUTHORIZED and method != "HEAD":
            reachable.add((method, pattern))
    assert reachable == OPEN | (LOCKED_BY_ITS_SECRET & set(routes(site)))


async def test_a_token_opens_no_page_and_a_session_no_api(site: Site) -> None:
    assert (await site.paired().get("/settings")).status == HTTPStatus.UNAUTHORIZED
    assert (await site.browser().get("/api/v1/client")).status == HTTPStatus.UNAUTHORIZED


async def test_an_unknown_address_is_a_problem_for_programs_and_a_page_for_people(site: Site) -> None:
    answer = await site.paired().get("/api/v1/nowhere")
    assert answer.status == HTTPStatus.NOT_FOUND
    assert answer.content_type == "application/problem+json"
    assert (await answer.json())["detail"] == "There is nothing at this address."
    page = await site.browser().get("/nowhere")
    assert page.status == HTTPStatus.NOT_FOUND
    assert page.content_type == "text/html"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
async def test_a_foreign_name_gets_nothing_even_where_all_is_open(site: Site, anonymous: Client, host: str) -> None:
    answer = await anonymous.get("/healthz", headers={"Host": host.format(port=site.server.port)})
    assert answer.status == HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
async def test_names_of_this_machine_are_answered(site: Site, anonymous: Client, host: str) -> None:
    answer = await anonymous.get("/healthz", headers={"Host": host.format(port=site.server.port)})
    assert answer.status == HTTPStatus.OK


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "moz-extension://a-b-c"])
async def test_a_page_of_another_site_changes_nothing(site: Site, origin: str) -> None:
    answer = await site.browser().post("/signout", headers={"Origin": origin})
    assert answer.status == HTTPStatus.FORBIDDEN
    assert (await site.browser().get("/settings")).status != HTTPStatus.UNAUTHORIZED


async def test_a_form_of_a_session_needs_an_origin_and_its_token(site: Site) -> None:
    browser = site.browser()
    without_token = await browser.post("/signout")
    assert without_token.status == HTTPStatus.FORBIDDEN
    wrong = await browser.post("/signout", data={"form_token": "é" * 64})
    assert wrong.status == HTTPStatus.FORBIDDEN
    page = await (await browser.get("/nowhere")).text()
    token = re.search(r'name="form_token" value="([0-9a-f]{64})"', page)
    assert token
    no_origin = await browser.post("/signout", data={"form_token": token[1]}, headers={"Origin": ""})
    assert no_origin.status == HTTPStatus.FORBIDDEN
    done = await browser.post("/signout", data={"form_token": token[1]}, allow_redirects=False)
    assert done.status == HTTPStatus.SEE_OTHER
    assert (await browser.get("/nowhere")).status == HTTPStatus.UNAUTHORIZED


async def test_an_add_on_is_answered_when_it_shows_a_token(site: Site) -> None:
    origin = {"Origin": "moz-extension://5b2f-1"}
    assert (await site.paired().get("/api/v1/client", headers=origin)).status == HTTPStatus.OK
    assert (await site.anonymous().get("/api/v1/client", headers=origin)).status == HTTPStatus.FORBIDDEN
    assert (
        await site.paired().get("/api/v1/client", headers={"Origin": "https://evil.example"})
    ).status == HTTPStatus.FORBIDDEN


async def test_a_sign_in_link_works_once(site: Site, anonymous: Client) -> None:
    ticket = site.access.issue(Purpose.TICKET)
    first = await anonymous.get("/signin", params={"ticket": ticket}, allow_redirects=False)
    assert first.status == HTTPStatus.SEE_OTHER
    cookie = first.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    again = await site.anonymous().get("/signin", params={"ticket": ticket}, allow_redirects=False)
    assert again.status == HTTPStatus.FORBIDDEN
    assert "Set-Cookie" not in again.headers
    assert "deardr open" in await again.text()


async def test_a_browser_without_a_session_is_told_how_to_sign_in(anonymous: Client) -> None:
    answer = await anonymous.get("/")
    assert answer.status == HTTPStatus.UNAUTHORIZED
    assert "deardr open" in await answer.text()


async def test_every_answer_is_private_and_inert(site: Site, anonymous: Client) -> None:
    for answer in (
        await anonymous.get("/"),
        await site.paired().get("/api/v1/client"),
        await anonymous.get("/healthz"),
    ):
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Server"] == "DearDr"
    style = await anonymous.get("/static/deardr.css")
    assert style.headers["Cache-Control"] == "no-cache"
