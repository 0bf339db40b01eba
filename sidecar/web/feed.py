"""The calendar's address, which is its own secret."""

from http import HTTPStatus

from aiohttp import web

from sidecar.store.access import Purpose
from sidecar.web.guard import unlocked
from sidecar.web.keys import ACCESS, CLOCK, DESK, SEASON
from sidecar.web.problems import ProblemError


@unlocked
async def calendar(request: web.Request) -> web.Response:
    """Return the calendar to whoever knows its secret address, and nothing to anybody else."""
    if request.app[ACCESS].check(Purpose.CALENDAR, request.match_info["secret"]) is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
    from sidecar.web.ics import feed  # noqa: PLC0415  (icalendar takes 4 MB, for those who subscribe)

    body = feed(request.app[DESK]().prompts, request.app[SEASON]().milestones, request.app[CLOCK]())
    return web.Response(body=body, content_type="text/calendar", charset="utf-8")


ROUTES = (web.get("/calendar/{secret}.ics", calendar),)
