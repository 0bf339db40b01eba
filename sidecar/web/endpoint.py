"""One API endpoint as data: what it takes, gives and answers. Routes and the OpenAPI document are both made from it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from sidecar.web.problems import Handler, ProblemError

PREFIX = "/api/v1"

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and path below `/api/v1`; `gives` is None where nothing is sent back."""

    method: str
    path: str
    handler: Handler
    summary: str
    takes: type[BaseModel] | None = None
    gives: type[BaseModel] | None = None
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


async def read(request: web.Request, model: type[M]) -> M:
    """Read and check the JSON body; raise a problem that names the field at fault without repeating its value."""
    if request.content_type != "application/json":
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.")
    try:
        return model.model_validate_json(await request.read())
    except ValidationError as error:
        raise _explained(error) from None


def reply(model: BaseModel, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    """Answer with a model as JSON."""
    return web.Response(
        text=model.model_dump_json(by_alias=True), status=status, content_type="application/json", charset="utf-8"
    )


def nothing() -> web.Response:
    """Answer that it is done and there is nothing to say."""
    return web.Response(status=HTTPStatus.NO_CONTENT)


def _explained(error: ValidationError) -> ProblemError:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return ProblemError(HTTPStatus.BAD_REQUEST, "The body is not JSON.")
    place = ".".join(str(part) for part in first["loc"]) or "the body"
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, f"{place}: {first['msg'][0].lower()}{first['msg'][1:]}.")
