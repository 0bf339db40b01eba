"""The calendar feed (RFC 5545): prompts at their best moment, and the season's dates. Its address is the secret."""

from datetime import datetime, timedelta
from http import HTTPStatus

from aiohttp import web
from icalendar import Calendar, Event

from sidecar import __version__
from sidecar.followup.prompt import Prompt, PromptState
from sidecar.people import Milestone
from sidecar.store.access import Purpose
from sidecar.web.guard import unlocked
from sidecar.web.keys import ACCESS, CLOCK, DESK, SEASON
from sidecar.web.pages.moments import day
from sidecar.web.pages.render import printable
from sidecar.web.pages.wording import TITLES
from sidecar.web.problems import ProblemError

LASTS = timedelta(minutes=15)


@unlocked
async def calendar(request: web.Request) -> web.Response:
    """Return the calendar to whoever knows its secret address, and nothing to anybody else."""
    if request.app[ACCESS].check(Purpose.CALENDAR, request.match_info["secret"]) is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
    body = feed(request.app[DESK]().prompts, request.app[SEASON]().milestones, request.app[CLOCK]())
    return web.Response(body=body, content_type="text/calendar", charset="utf-8")


def feed(prompts: tuple[Prompt, ...], milestones: tuple[Milestone, ...], now: datetime) -> bytes:
    """Write the events; a prompt that is overdue stands at the present day, so that it is not lost in the past."""
    made = Calendar.new(name="DearDr", description="When to write to whom", refresh_interval=timedelta(hours=1))
    made["prodid"] = f"-//DearDr//DearDr {__version__}//EN"
    for prompt in prompts:
        if prompt.state is not PromptState.SNOOZED:
            made.add_component(_prompt(prompt, now))
    for milestone in milestones:
        made.add_component(_milestone(milestone, now))
    return bytes(made.to_ical())


def _prompt(prompt: Prompt, now: datetime) -> Event:
    window = f"{day(prompt.window.start.date())} to {day(prompt.window.end.date())}"
    start = max(prompt.best, now.replace(minute=0, second=0, microsecond=0))
    return Event.new(
        uid=f"{prompt.id}@deardr",
        summary=_text(f"{prompt.person or prompt.address}: {TITLES[prompt.action]}"),
        description=_text(f"{prompt.reason}\nWindow: {window}. Source: {prompt.source}."),
        start=start,
        end=start + LASTS,
        stamp=now,
    )


def _milestone(milestone: Milestone, now: datetime) -> Event:
    title = milestone.title if milestone.official else f"{milestone.title} (estimated)"
    return Event.new(uid=f"{milestone.id}-{milestone.on}@deardr", summary=_text(title), start=milestone.on, stamp=now)


def _text(value: str) -> str:
    return str(printable(value))


ROUTES = (web.get("/calendar/{secret}.ics", calendar),)
