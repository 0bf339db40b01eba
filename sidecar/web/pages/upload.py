"""Reads a table the user uploads, and says what was made of it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

from aiohttp import web
from aiohttp.web_request import FileField

from sidecar.people import Program, Referee
from sidecar.roster import Imported, UnreadableTableError
from sidecar.web.keys import HUB
from sidecar.web.pages.forms import tell
from sidecar.web.problems import ProblemError

R = TypeVar("R", Program, Referee)


async def table(request: web.Request, read: Callable[[bytes], Imported[R]]) -> Imported[R]:
    """Return what the uploaded file holds; raise a problem when it is no table."""
    file = (await request.post()).get("table")
    if not isinstance(file, FileField):
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "Choose a file first.")
    try:
        found = read(file.file.read())
    except UnreadableTableError as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None
    tell(request, _said(found))
    request.app[HUB].publish("prompts")
    return found


def _said(found: Imported[R]) -> str:
    said = f"{len(found.added)} added, {len(found.changed)} changed, {found.unchanged} known already."
    if not found.skipped:
        return said
    first = found.skipped[0]
    return f"{said} {len(found.skipped)} could not be used; the first is line {first.line}: {first.reason}"
