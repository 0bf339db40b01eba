"""The pages about letters: the pipeline, and one referee."""

from http import HTTPStatus

from aiohttp import web

from sidecar.people import LetterState, Referee
from sidecar.roster import import_referees
from sidecar.web.api.prompts import noted
from sidecar.web.api.roster import known, put, removed
from sidecar.web.desk import letters
from sidecar.web.flash import FLASHES, Flash
from sidecar.web.guard import SESSION
from sidecar.web.keys import CLOCK, DESK, STORE
from sidecar.web.pages.forms import choice, form, tell
from sidecar.web.pages.records import REFEREE, entered, filled
from sidecar.web.pages.render import page
from sidecar.web.pages.upload import table
from sidecar.web.pages.wording import STANDINGS, TITLES
from sidecar.web.problems import ProblemError

WANTED = 4  # letters, the most a program takes (L-FAQ1)
CAME_IN = ("promised", "link-sent", "uploaded", "thanked")


async def show_letters(request: web.Request) -> web.Response:
    """Show every letter by where it stands, and how many are still to be asked for."""
    listed = letters(request.app)
    values = {
        "title": "Letters",
        "letters": listed,
        "coming": sum(one.state in CAME_IN for one in listed),
        "asked": sum(one.state != "planned" for one in listed),
        "wanted": WANTED,
        "standings": STANDINGS,
        "titles": TITLES,
        "prompts": {one.id: one for one in request.app[DESK]().prompts},
        "fields": filled(REFEREE, None),
    }
    return page(request, "letters.html.j2", values)


async def show_letter(request: web.Request) -> web.Response:
    """Show one referee, to be changed."""
    referee = known(request, request.app[STORE].people.referees)
    letter = next((one for one in letters(request.app) if one.id == referee.id), None)
    values = {
        "title": referee.name,
        "letter": letter,
        "fields": filled(REFEREE, referee),
        "standings": {state.value: STANDINGS[state] for state in LetterState},
    }
    return page(request, "letter.html.j2", values)


async def add_letter(request: web.Request) -> web.StreamResponse:
    """Put a referee on the list."""
    referee = entered(Referee("", "", ""), REFEREE, await form(request))
    put(request.app, request.app[STORE].people.referees, referee)
    tell(request, f"{referee.name} is on the list.")
    raise web.HTTPSeeOther("/letters")


async def change_letter(request: web.Request) -> web.StreamResponse:
    """Change a referee."""
    roster = request.app[STORE].people.referees
    put(request.app, roster, entered(known(request, roster), REFEREE, await form(request)))
    tell(request, "Saved.")
    raise web.HTTPSeeOther("/letters")


async def remove_letter(request: web.Request) -> web.StreamResponse:
    """Take a referee off the list."""
    removed(request, request.app[STORE].people.referees)
    tell(request, "Taken off the list. What was written stays in your mailbox.")
    raise web.HTTPSeeOther("/letters")


async def set_state(request: web.Request) -> web.StreamResponse:
    """Say where a letter stands."""
    app, given = request.app, await form(request)
    referee = known(request, app[STORE].people.referees)
    state = LetterState(choice(given, "state", list(LetterState)))
    act = noted(app, app[STORE].journal.set_state(referee.id, state, app[CLOCK]()))
    app[FLASHES][request[SESSION]] = Flash(f"{referee.name}: {STANDINGS[state]}.", undo=act.id)
    raise web.HTTPSeeOther("/letters")


async def follow(request: web.Request) -> web.StreamResponse:
    """Follow a conversation up again that was left alone."""
    app = request.app
    subject = request.match_info["id"]
    if all(one.id != subject for one in app[DESK]().conversations):
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is no such conversation.")
    act = noted(app, app[STORE].journal.track(subject, app[CLOCK]()))
    app[FLASHES][request[SESSION]] = Flash("It is followed up again.", undo=act.id)
    raise web.HTTPSeeOther("/letters")


async def import_letters(request: web.Request) -> web.StreamResponse:
    """Read referees from a table."""
    roster = request.app[STORE].people.referees
    read = await table(request, lambda data: import_referees(data, roster.all()))
    roster.put(*read.records)
    raise web.HTTPSeeOther("/letters")


ROUTES = (
    web.get("/letters", show_letters),
    web.post("/letters", add_letter),
    web.post("/letters/import", import_letters),
    web.post("/letters/follow/{id}", follow),
    web.get("/letters/{id}", show_letter),
    web.post("/letters/{id}", change_letter),
    web.post("/letters/{id}/remove", remove_letter),
    web.post("/letters/{id}/state", set_state),
)
