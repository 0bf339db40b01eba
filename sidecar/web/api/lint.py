"""`POST /lint`: what is weak in a draft, why, and whether the send should wait."""

from http import HTTPStatus

from aiohttp import web

from sidecar.web.endpoint import Endpoint, read, reply
from sidecar.web.linting import lint
from sidecar.web.models.lint import LintRequest, LintResponse

MISFIT = (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


async def post_lint(request: web.Request) -> web.Response:
    """Check a draft."""
    asked = await read(request, LintRequest)
    draft, report = await lint(request.app, asked)
    return reply(LintResponse.of(report, draft, asked.id, derived=asked.draft.text is None))


ENDPOINTS = (Endpoint("POST", "/lint", post_lint, "Check a draft", LintRequest, LintResponse, problems=MISFIT),)
