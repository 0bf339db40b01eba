"""Email templates: the list, one filled in, and the ready draft of a prompt."""

from http import HTTPStatus

from aiohttp import web

from sidecar.web.api.messages import bare, mailboxes
from sidecar.web.api.prompts import find_prompt
from sidecar.web.drafting import draft_of_prompt, draft_of_template, draft_out
from sidecar.web.endpoint import Endpoint, read, reply
from sidecar.web.keys import DRAFTS
from sidecar.web.models.prompts import DraftOut
from sidecar.web.models.templates import RenderIn, TemplateOut, TemplatesOut


async def list_templates(request: web.Request) -> web.Response:
    """List the templates, ours and the user's own."""
    library = request.app[DRAFTS].library
    listed = [TemplateOut.of(template) for template in library.catalogue()]
    return reply(TemplatesOut(templates=listed, problems=list(library.problems())))


async def render(request: web.Request) -> web.Response:
    """Fill a template in; what is unknown stays a visible placeholder."""
    asked = await read(request, RenderIn) if request.can_read_body else RenderIn()
    thread = bare(asked.thread) if asked.thread else None
    draft = draft_of_template(request.app, request.match_info["id"], mailboxes(asked.to), thread, asked.values)
    return reply(draft_out(draft))


async def draft(request: web.Request) -> web.Response:
    """Return the ready draft of a prompt."""
    return reply(draft_out(draft_of_prompt(request.app, find_prompt(request))))


GONE = (HTTPStatus.NOT_FOUND,)
ENDPOINTS = (
    Endpoint("GET", "/templates", list_templates, "The email templates", gives=TemplatesOut),
    Endpoint("POST", "/templates/{id}/render", render, "Fill a template in", RenderIn, DraftOut, problems=GONE),
    Endpoint(
        "POST",
        "/prompts/{id}/draft",
        draft,
        "The ready draft of a prompt",
        gives=DraftOut,
        problems=(*GONE, HTTPStatus.CONFLICT),
    ),
)
