"""The description of the API fits the API."""

from http import HTTPStatus
from typing import Any

from aiohttp import web

from sidecar.web.docs import COMMAND, PAGE, page
from sidecar.web.openapi import document
from sidecar.web.routes import ENDPOINTS
from tests.web.site import Site


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(each) for each in value.values()))
    return set().union(*(references(each) for each in value)) if isinstance(value, list) else set()


def test_every_reference_leads_somewhere() -> None:
    api = document(ENDPOINTS)
    known = {f"#/components/schemas/{name}" for name in api["components"]["schemas"]}
    assert references(api) <= known
    assert references(api)


async def test_every_documented_operation_is_served_and_every_served_one_documented(site: Site) -> None:
    api = await (await site.paired().get("/api/v1/openapi.json")).json()
    documented = {(method.upper(), path) for path, item in api["paths"].items() for method in item}
    app = site.server.app
    assert isinstance(app, web.Application)
    served = {(route.method, route.resource.canonical) for route in app.router.routes() if route.resource}
    served = {(method, path) for method, path in served if path.startswith("/api/") and method != "HEAD"}
    assert served - documented == {("GET", "/api/v1/openapi.json")}
    assert documented <= served


async def test_what_an_endpoint_answers_is_among_what_it_says(site: Site) -> None:
    api = document(ENDPOINTS)
    for path, item in api["paths"].items():
        for method, operation in item.items():
            if path == "/api/v1/events":
                continue
            body: dict[str, object] | None = {} if "requestBody" in operation else None
            answer = await site.paired().request(method, path.replace("{", "").replace("}", ""), json=body)
            assert str(answer.status) in operation["responses"], f"{method} {path} answered {answer.status}"
            assert answer.status != HTTPStatus.INTERNAL_SERVER_ERROR


def test_the_written_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), f"docs/api.md is stale; run: {COMMAND}"
