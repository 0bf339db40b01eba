"""The rule catalogue."""

from http import HTTPStatus

from aiohttp import web

from sidecar.lint.engine import rules
from sidecar.web.endpoint import Endpoint, reply
from sidecar.web.keys import STORE
from sidecar.web.models.records import RuleSettings
from sidecar.web.models.rules import RuleOut, RulesOut
from sidecar.web.problems import ProblemError


def choices(app: web.Application) -> RuleSettings:
    """Return what the user chose about rules and words."""
    settings = app[STORE].settings
    return RuleSettings.model_validate({"rules": settings.rules(), "words": sorted(settings.words())})


async def list_rules(request: web.Request) -> web.Response:
    """List every rule."""
    chosen = choices(request.app).rules
    return reply(RulesOut(rules=[RuleOut.of(entry, chosen.get(entry.id)) for entry in rules().values()]))


async def show_rule(request: web.Request) -> web.Response:
    """Explain one rule."""
    entry = rules().get(request.match_info["id"])
    if entry is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is no rule of that name.")
    return reply(RuleOut.of(entry, choices(request.app).rules.get(entry.id)))


ENDPOINTS = (
    Endpoint("GET", "/rules", list_rules, "The rule catalogue", gives=RulesOut),
    Endpoint("GET", "/rules/{id}", show_rule, "One rule", gives=RuleOut, problems=(HTTPStatus.NOT_FOUND,)),
)
