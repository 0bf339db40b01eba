"""The page of the season's dates."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus

from aiohttp import web
from pydantic import ValidationError

from sidecar.people import Milestone
from sidecar.web.endpoint import explained
from sidecar.web.keys import CLOCK, HUB, SEASON, STORE
from sidecar.web.models.records import SeasonIn
from sidecar.web.pages.forms import form, tell, text
from sidecar.web.pages.render import page
from sidecar.web.problems import ProblemError

ADVICE = (  # domain.md 3.3, in our words
    ((6, 7), "Prepare. There is nothing to write to programs yet; ask for letters."),
    ((8,), "Letters should be promised by now; remind those who promised. Programs are not to be written to."),
    ((9,), "Once your application is in: only an important update or a real tie is worth an email."),
    ((10, 11), "Only major updates. If no invitation has come, writing to everybody will not bring one."),
    ((12, 1), "After an interview, a letter of interest to the few programs that matter most."),
    ((2, 3), "Ranking. Say thanks; never ask where you stand, and promise nothing you do not mean."),
)


async def show(request: web.Request) -> web.Response:
    """Show the dates, what they mean today, and let them be changed."""
    now, season = request.app[CLOCK](), request.app[SEASON]()
    values = {
        "title": "Season",
        "season": season,
        "today": now.date(),
        "advice": advice(now.date()),
        "own": request.app[STORE].people.season() is not None,
    }
    return page(request, "season.html.j2", values)


async def save(request: web.Request) -> web.StreamResponse:
    """Save the dates as typed."""
    given = await form(request)
    shown = request.app[SEASON]()
    milestones = [_typed(given, one) for one in shown.milestones if text(given, f"on-{one.id}")]
    if text(given, "title") and text(given, "on"):
        milestones.append(
            {"id": f"own-{text(given, 'on')}", "title": text(given, "title"), "on": text(given, "on"), "source": "you"}
        )
    try:
        season = SeasonIn.model_validate({"name": text(given, "name"), "milestones": milestones}).season()
    except ValidationError as error:
        raise explained(error) from None
    if not season.milestones:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "A season needs at least one date.")
    request.app[STORE].people.save_season(season)
    request.app[HUB].publish("prompts")
    tell(request, "The dates are saved; what is due follows them.")
    raise web.HTTPSeeOther("/season")


async def reset(request: web.Request) -> web.StreamResponse:
    """Go back to the dates that were shipped."""
    request.app[STORE].people.save_season(None)
    request.app[HUB].publish("prompts")
    tell(request, "These are the dates DearDr came with.")
    raise web.HTTPSeeOther("/season")


def advice(today: date) -> str:
    """Say what this part of a season is for (domain.md 3.3)."""
    return next(
        (said for months, said in ADVICE if today.month in months), "Between seasons. Plan rotations and letters."
    )


def _typed(given: Mapping[str, str], shown: Milestone) -> dict[str, object]:
    """Return a milestone as typed; one the user moved is the user's word, no longer an estimate of ours."""
    typed = text(given, f"on-{shown.id}")
    moved = typed != shown.on.isoformat()
    return {
        "id": shown.id,
        "title": shown.title,
        "on": typed,
        "official": shown.official or moved,
        "source": "you" if moved else shown.source,
    }


ROUTES = (web.get("/season", show), web.post("/season", save), web.post("/season/reset", reset))
