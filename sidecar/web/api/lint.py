"""`POST /lint`: what is weak in a draft, why, and whether the send should wait; `POST /grammar`: its grammar, apart."""

from http import HTTPStatus

from aiohttp import web

from sidecar.web.endpoint import Endpoint, read, reply
from sidecar.web.linting import grammar, lint
from sidecar.web.models.lint import GrammarResponse, LintRequest, LintResponse

MISFIT = (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


async def post_lint(request: web.Request) -> web.Response:
    """Check a draft."""
    asked = await read(request, LintRequest)
    draft, report = await lint(request.app, asked)
    return reply(LintResponse.of(report, draft, asked.id, derived=asked.draft.text is None))


async def post_grammar(request: web.Request) -> web.Response:
    """Check the grammar of a draft thoroughly; the first time takes a second, while the checker starts."""
    asked = await read(request, LintRequest)
    draft, found = await grammar(request.app, asked)
    return reply(GrammarResponse.of(found, draft))


AWAY = (*MISFIT, HTTPStatus.SERVICE_UNAVAILABLE)
ENDPOINTS = (
    Endpoint("POST", "/lint", post_lint, "Check a draft", LintRequest, LintResponse, problems=MISFIT),
    Endpoint("POST", "/grammar", post_grammar, "Check its grammar", LintRequest, GrammarResponse, problems=AWAY),
)
