"""The OpenAPI 3.1 document, made from the endpoints and their models."""

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from sidecar import __version__
from sidecar.web.endpoint import Endpoint, adapter
from sidecar.web.guard import is_unlocked_handler

REF = "#/components/schemas/{model}"
PROBLEM = {
    "description": "Problem details (RFC 9457). `detail` is one sentence for the user.",
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
_PARAMETER = re.compile(r"{(\w+)}")


def document(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Return the document as JSON values."""
    listed = tuple(endpoints)
    references, schemas = _schemas(listed)
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in listed:
        paths.setdefault(endpoint.address, {})[endpoint.method.lower()] = _operation(endpoint, references)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "DearDr",
            "version": __version__,
            "description": "The sidecar's API, on this computer only. Pair once, then send the token each time.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "http://127.0.0.1:8765"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _schemas(endpoints: tuple[Endpoint, ...]) -> tuple[dict[Any, Any], dict[str, Any]]:
    """Return a reference for every shape and direction, and the schemas they refer to."""
    taken = {endpoint.takes for endpoint in endpoints if endpoint.takes}
    given = {endpoint.gives for endpoint in endpoints if endpoint.gives}
    inputs: list[tuple[Any, JsonSchemaMode, TypeAdapter[Any]]] = [
        *((shape, "validation", adapter(shape)) for shape in sorted(taken, key=_name)),
        *((shape, "serialization", adapter(shape)) for shape in sorted(given, key=_name)),
    ]
    references, definitions = TypeAdapter.json_schemas(inputs, by_alias=True, ref_template=REF)
    return dict(references), dict(definitions.get("$defs", {}))


def _operation(endpoint: Endpoint, references: dict[Any, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": endpoint.handler.__name__,
        "summary": endpoint.summary,
        "tags": [endpoint.path.split("/")[1]],
        "responses": {str(int(endpoint.status)): _answer(endpoint, references)} | _problems(endpoint),
    }
    if is_unlocked_handler(endpoint.handler):
        operation["security"] = []
    names = _PARAMETER.findall(endpoint.path)
    if names:
        operation["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names
        ]
    if endpoint.takes:
        content = {"application/json": {"schema": references[endpoint.takes, "validation"]}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _answer(endpoint: Endpoint, references: dict[Any, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": endpoint.status.phrase}
    if endpoint.gives:
        answer["content"] = {endpoint.media_type: {"schema": references[endpoint.gives, "serialization"]}}
    elif endpoint.media_type != "application/json":
        answer["content"] = {endpoint.media_type: {"schema": {"type": "string"}}}
    return answer


def _problems(endpoint: Endpoint) -> dict[str, Any]:
    statuses = set(endpoint.problems)
    if not is_unlocked_handler(endpoint.handler):
        statuses.add(HTTPStatus.UNAUTHORIZED)
    if endpoint.takes:
        statuses |= {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
    content = {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}}}
    return {str(int(status)): {"description": status.phrase, "content": content} for status in sorted(statuses)}


def _name(shape: type) -> str:
    return shape.__name__
