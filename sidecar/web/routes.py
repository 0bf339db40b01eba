"""The web application without its parts: every route, the locks before them, and what is set on every answer."""

import json
from pathlib import Path

from aiohttp import web

from sidecar import __version__
from sidecar.web import feed, guard
from sidecar.web.api import events, lint, messages, pairing, prompts, roster, rules, templates, user
from sidecar.web.attempts import Attempts
from sidecar.web.endpoint import PREFIX, Endpoint
from sidecar.web.flash import FLASHES
from sidecar.web.guard import unlocked
from sidecar.web.openapi import document
from sidecar.web.pages import accounts, check, drafts, letters, programs, provider, season, settings, signin, status
from sidecar.web.pages import rules as rule_pages
from sidecar.web.pages.render import TEMPLATES, environment, problem_page
from sidecar.web.problems import MAX_BODY, answer_errors

STATIC = Path(__file__).parent / "static"

ENDPOINTS: tuple[Endpoint, ...] = (
    *pairing.ENDPOINTS,
    *lint.ENDPOINTS,
    *prompts.ENDPOINTS,
    *messages.ENDPOINTS,
    *events.ENDPOINTS,
    *roster.ENDPOINTS,
    *user.ENDPOINTS,
    *rules.ENDPOINTS,
    *templates.ENDPOINTS,
)
PAGES: tuple[web.RouteDef, ...] = (
    *signin.ROUTES,
    *status.ROUTES,
    *drafts.ROUTES,
    *check.ROUTES,
    *letters.ROUTES,
    *programs.ROUTES,
    *season.ROUTES,
    *settings.ROUTES,
    *accounts.ROUTES,
    *provider.ROUTES,
    *rule_pages.ROUTES,
    *feed.ROUTES,
)


@unlocked
async def healthz(_request: web.Request) -> web.Response:
    """Say that this is DearDr and that it runs; nothing about anybody."""
    return web.Response(text=json.dumps({"status": "ok", "version": __version__}), content_type="application/json")


async def openapi(_request: web.Request) -> web.Response:
    """Return the description of the API."""
    return web.json_response(document(ENDPOINTS))


def build(pages: Path) -> web.Application:
    """Return the application with its routes, given the folder of page templates.

    `sidecar.app` then puts in the parts that `sidecar.web.keys` names.
    """
    app = web.Application(
        client_max_size=MAX_BODY,
        middlewares=[
            answer_errors(problem_page),
            guard.check_host,
            guard.check_origin,
            guard.require_credential,
        ],
    )
    app[TEMPLATES] = environment(pages)
    app[FLASHES] = {}
    app[pairing.ATTEMPTS] = Attempts()
    app.add_routes([web.get("/healthz", healthz), web.get(f"{PREFIX}/openapi.json", openapi)])
    app.add_routes([*(endpoint.route() for endpoint in ENDPOINTS), *PAGES])
    app.router.add_static("/static", STATIC)
    app.on_response_prepare.append(guard.add_security_headers)
    return app
