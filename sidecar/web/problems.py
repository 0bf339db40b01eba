"""Errors as answers: RFC 9457 problem details for the API, a page for people, one clear sentence in both."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Middleware

from sidecar.web.logs import route_of, where

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ErrorPage = Callable[[web.Request, "ProblemError"], web.StreamResponse]

log = logging.getLogger("deardr.web")

MAX_BODY = 2 * 1024 * 1024  # bytes; a long draft with its quoted thread is a hundredth of that

SENTENCES = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take that method.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"This is over {MAX_BODY // 1024**2} MiB, the most that is read at once.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong inside DearDr; it was logged and changed nothing.",
}


class ProblemError(Exception):
    """An answer other than success. `detail` is one sentence for the user and repeats nothing private."""

    def __init__(self, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})


def is_api(request: web.Request) -> bool:
    """Whether the request is a program's rather than a person's."""
    return request.path.startswith("/api/")


def problem_json(problem: ProblemError) -> web.Response:
    """Write a problem as RFC 9457 asks; its type is `about:blank`, so the title is the status's own phrase."""
    body = {"type": "about:blank", "title": problem.status.phrase, "status": problem.status, "detail": problem.detail}
    return web.Response(
        status=problem.status, text=json.dumps(body), content_type="application/problem+json", headers=problem.headers
    )


def answer_errors(page: ErrorPage) -> Middleware:
    """Return the outermost middleware: whatever is raised inside becomes an answer, and only there."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except ProblemError as problem:
            return _answer(request, problem, page)
        except web.HTTPException as raised:
            if raised.status < HTTPStatus.BAD_REQUEST:
                raise
            return _answer(request, _from_aiohttp(raised), page)
        except (ConnectionError, TimeoutError):
            raise  # the client went away
        except Exception as error:  # the one place where the unexpected becomes an answer
            log.error(  # noqa: TRY400  (an exception's text may quote a message, so only its place is logged)
                "request failed", extra={"route": route_of(request), **where(error)}
            )
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            return _answer(request, ProblemError(status, SENTENCES[status]), page)

    return middleware


def _from_aiohttp(raised: web.HTTPException) -> ProblemError:
    status = HTTPStatus(raised.status)
    kept = {name: value for name, value in raised.headers.items() if name == "Allow"}
    return ProblemError(status, SENTENCES.get(status, f"{status.phrase}."), kept)


def _answer(request: web.Request, problem: ProblemError, page: ErrorPage) -> web.StreamResponse:
    return problem_json(problem) if is_api(request) else page(request, problem)
