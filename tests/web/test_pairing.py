"""Pairing a mail client: a code once, a token for good, until revoked."""

from http import HTTPStatus
from io import BytesIO

from sidecar.store.access import Purpose
from tests.web.site import Client, Site


async def test_a_code_becomes_a_token_once(site: Site, anonymous: Client) -> None:
    code = site.access.issue(Purpose.CODE)
    answer = await anonymous.post("/api/v1/pair", json={"code": code, "client": "Thunderbird"})
    assert answer.status == HTTPStatus.CREATED
    token = (await answer.json())["token"]
    me = await anonymous.get("/api/v1/client", headers={"Authorization": f"Bearer {token}"})
    assert (await me.json())["name"] == "Thunderbird"
    again = await anonymous.post("/api/v1/pair", json={"code": code, "client": "Thunderbird"})
    assert again.status == HTTPStatus.FORBIDDEN
    assert again.content_type == "application/problem+json"


async def test_an_add_on_pairs_from_its_own_origin(site: Site, anonymous: Client) -> None:
    asked = {"code": site.access.issue(Purpose.CODE), "client": "Thunderbird"}
    answer = await anonymous.post("/api/v1/pair", json=asked, headers={"Origin": "moz-extension://5b2f-1"})
    assert answer.status == HTTPStatus.CREATED


async def test_guessing_is_stopped_even_for_the_right_code(site: Site, anonymous: Client) -> None:
    for guess in range(5):
        wrong = await anonymous.post("/api/v1/pair", json={"code": f"AAAA-AAA{guess}", "client": "guess"})
        assert wrong.status == HTTPStatus.FORBIDDEN
    right = {"code": site.access.issue(Purpose.CODE), "client": "Thunderbird"}
    stopped = await anonymous.post("/api/v1/pair", json=right)
    assert stopped.status == HTTPStatus.TOO_MANY_REQUESTS
    assert 0 < int(stopped.headers["Retry-After"]) <= 61


async def test_a_client_takes_its_own_token_back(site: Site) -> None:
    paired = site.paired()
    assert (await paired.delete("/api/v1/pair")).status == HTTPStatus.NO_CONTENT
    refused = await paired.get("/api/v1/client")
    assert refused.status == HTTPStatus.UNAUTHORIZED
    assert "pair again" in (await refused.json())["detail"]


async def test_a_client_gets_a_link_that_signs_the_browser_in(site: Site) -> None:
    answer = await site.paired().post("/api/v1/signin-link")
    link = (await answer.json())["url"]
    assert link.startswith(site.origin + "/signin?ticket=")
    signed_in = await site.anonymous().get(link.removeprefix(site.origin), allow_redirects=False)
    assert signed_in.status == HTTPStatus.SEE_OTHER


async def test_bad_requests_get_one_clear_sentence(anonymous: Client) -> None:
    no_json = await anonymous.post("/api/v1/pair", data="{", headers={"Content-Type": "application/json"})
    assert no_json.status == HTTPStatus.BAD_REQUEST
    assert (await no_json.json())["detail"] == "The body is not JSON."
    wrong_type = await anonymous.post("/api/v1/pair", data="code=1")
    assert wrong_type.status == HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    missing = await anonymous.post("/api/v1/pair", json={"code": "x"})
    assert missing.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await missing.json())["detail"] == "client: field required."
    big = await anonymous.post(
        "/api/v1/pair", data=BytesIO(b" " * 5_000_000), headers={"Content-Type": "application/json"}
    )
    assert big.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "2 MiB" in (await big.json())["detail"]
