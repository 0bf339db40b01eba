"""Reads forms: every value is text, trimmed, of bounded length, and one of the choices where there are any."""

from collections.abc import Collection, Mapping
from http import HTTPStatus

from aiohttp import web

from sidecar.web.flash import FLASHES, Flash
from sidecar.web.guard import SESSION
from sidecar.web.problems import ProblemError

MAX = 2_000  # characters of one line


async def form(request: web.Request) -> Mapping[str, str]:
    """Return the fields of a form; files are no part of ours."""
    return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}


def text(given: Mapping[str, str], name: str) -> str:
    """Return a line of text, empty when there is none."""
    return given.get(name, "").strip()[:MAX]


def choice(given: Mapping[str, str], name: str, among: Collection[str]) -> str:
    """Return one of the choices; raise a problem for anything else."""
    value = given.get(name, "")
    if value not in among:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, f"{name}: should be one of those offered.")
    return value


def local_path(given: str) -> str:
    """Return a path of ours to go back to; never another site."""
    return given if given.startswith("/") and not given.startswith(("//", "/\\")) else "/"


def tell(request: web.Request, sentence: str, *, failed: bool = False, secret: str | None = None) -> None:
    """Say this on the next page."""
    request.app[FLASHES][request[SESSION]] = Flash(sentence, failed=failed, secret=secret)
