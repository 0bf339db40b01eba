"""Turns a template and its values into a page. Values are untrusted: escaped, and stripped of control characters."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sidecar import __version__
from sidecar.web.flash import FLASHES
from sidecar.web.guard import SESSION, form_token
from sidecar.web.keys import CLOCK, READER, STORE
from sidecar.web.pages import moments
from sidecar.web.problems import ProblemError

LIVE = "X-Live"  # sent by our script when it asks for a page again to renew parts of it
TEMPLATES = web.AppKey("TEMPLATES", Environment)

# C0, DEL and C1 controls except tab and line feed, and the marks that reorder text around them (Unicode TR 36)
INVISIBLE = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)))

SECTIONS = (
    ("/", "Today"),
    ("/check", "Check a draft"),
    ("/letters", "Letters"),
    ("/programs", "Programs"),
    ("/season", "Season"),
    ("/profile", "Profile"),
    ("/rules", "Rules"),
    ("/settings", "Settings"),
)


def environment(folder: Path) -> Environment:
    """Return the templates of a folder: autoescaped, and strict about names."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
    )
    made.filters |= moments.FILTERS
    made.globals |= {"version": __version__, "Markup": Markup}
    return made


def printable(value: object) -> object:
    """Take invisible characters out of a value that is about to be written into a page."""
    return value.translate(INVISIBLE) if isinstance(value, str) and not isinstance(value, Markup) else value


def page(
    request: web.Request, template: str, values: Mapping[str, object] | None = None, status: int = HTTPStatus.OK
) -> web.Response:
    """Render a page of the signed-in user, with navigation, banner and what was just done."""
    session = request.get(SESSION)
    common: dict[str, object] = {"signed_in": session is not None, "path": request.path, "demo": False, "flash": None}
    if session is not None:
        common |= {
            "sections": SECTIONS,
            "form_token": form_token(request),
            "demo": request.app[READER].demo,
            "flash": None if LIVE in request.headers else request.app[FLASHES].pop(session, None),
            "now": local_now(request.app),
        }
    text = request.app[TEMPLATES].get_template(template).render(common | dict(values or {}))
    return web.Response(text=text, status=status, content_type="text/html")


def local_now(app: web.Application) -> datetime:
    """Return the time in the user's own zone, where the profile names one, else in this computer's."""
    zone = app[STORE].people.profile().time_zone
    now = app[CLOCK]()
    try:
        return now.astimezone(ZoneInfo(zone)) if zone else now
    except (KeyError, ValueError, OSError):  # no such zone on this computer
        return now


def problem_page(request: web.Request, problem: ProblemError) -> web.Response:
    """Show a problem to a person; one who is not signed in is told how to."""
    if problem.status == HTTPStatus.UNAUTHORIZED:
        return page(request, "signin.html.j2", {"title": "Sign in", "used": False}, problem.status)
    values = {"title": problem.status.phrase, "detail": problem.detail, "status": int(problem.status)}
    answer = page(request, "problem.html.j2", values, problem.status)
    answer.headers.update(problem.headers)
    return answer
