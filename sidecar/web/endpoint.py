"""One API endpoint as data: what it takes, gives and answers. Routes and the OpenAPI document are both made from it."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from aiohttp import web
from pydantic import TypeAdapter, ValidationError

from sidecar.web.problems import Handler, ProblemError

PREFIX = "/api/v1"

T = TypeVar("T")
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and path below `/api/v1`; `gives` is None where nothing is sent back."""

    method: str
    path: str
    handler: Handler
    summary: str
    takes: type | None = None
    gives: type | None = None
    status: HTTPStatus = HTTPStatus.OK
    problems: tuple[HTTPStatus, ...] = ()
    media_type: str = "application/json"

    @property
    def address(self) -> str:
        """The full path, with its parameters in braces."""
        return PREFIX + self.path

    def route(self) -> web.RouteDef:
        """Return what the router is given."""
        return web.RouteDef(self.method, self.address, self.handler, {})


async def read(request: web.Request, shape: type[T]) -> T:
    """Read and check the JSON body; raise a problem that names the field at fault without repeating its value."""
    if request.content_type != "application/json":
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.")
    try:
        value: T = adapter(shape).validate_json(_mended(await request.read()))
    except ValidationError as error:
        raise explained(error) from None
    return value


def _mended(body: bytes) -> bytes:
    """Replace half surrogate pairs, which a client sends while an emoji is being typed, by U+FFFD, which is as long."""
    if b"\\u" not in body:
        return body
    try:
        text = json.dumps(json.loads(body), ensure_ascii=False)
    except (ValueError, RecursionError):
        return body
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def reply(value: object, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    """Answer with a model or dataclass as JSON."""
    body = adapter(type(value)).dump_json(value, by_alias=True)
    return web.Response(body=body, status=status, content_type="application/json", charset="utf-8")


def adapter(shape: type) -> TypeAdapter[Any]:
    """Return what reads, writes and describes a model or dataclass; made once, since making it is slow."""
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def nothing() -> web.Response:
    """Answer that it is done and there is nothing to say."""
    return web.Response(status=HTTPStatus.NO_CONTENT)


def explained(error: ValidationError) -> ProblemError:
    """Turn the first fault into a problem: where it is and what is expected, never the value itself."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return ProblemError(HTTPStatus.BAD_REQUEST, "The body is not JSON.")
    place = ".".join(str(part) for part in first["loc"]) or "the body"
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, f"{place}: {first['msg'][0].lower()}{first['msg'][1:]}.")
