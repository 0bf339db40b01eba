"""The pages about programs: the roster, and one program."""

from aiohttp import web

from sidecar.people import Program
from sidecar.roster import import_programs
from sidecar.web.api.roster import known, put, removed
from sidecar.web.desk import programs
from sidecar.web.keys import STORE
from sidecar.web.pages.forms import form, tell
from sidecar.web.pages.records import PROGRAM, entered, filled
from sidecar.web.pages.render import page
from sidecar.web.pages.upload import table


async def show_programs(request: web.Request) -> web.Response:
    """Show the roster with what was written to each program."""
    listed = programs(request.app)
    values = {
        "title": "Programs",
        "programs": listed,
        "contacted": sum(one.emails > 0 for one in listed),
        "fields": filled(PROGRAM, None),
    }
    return page(request, "programs.html.j2", values)


async def show_program(request: web.Request) -> web.Response:
    """Show one program, to be changed."""
    program = known(request, request.app[STORE].people.programs)
    values = {"title": program.name, "program": program, "fields": filled(PROGRAM, program)}
    return page(request, "program.html.j2", values)


async def add_program(request: web.Request) -> web.StreamResponse:
    """Put a program on the roster."""
    program = entered(Program("", ""), PROGRAM, await form(request))
    put(request.app, request.app[STORE].people.programs, program)
    tell(request, f"{program.name} is on the roster.")
    raise web.HTTPSeeOther("/programs")


async def change_program(request: web.Request) -> web.StreamResponse:
    """Change a program."""
    roster = request.app[STORE].people.programs
    put(request.app, roster, entered(known(request, roster), PROGRAM, await form(request)))
    tell(request, "Saved.")
    raise web.HTTPSeeOther("/programs")


async def remove_program(request: web.Request) -> web.StreamResponse:
    """Take a program off the roster."""
    removed(request, request.app[STORE].people.programs)
    tell(request, "Taken off the roster.")
    raise web.HTTPSeeOther("/programs")


async def import_roster(request: web.Request) -> web.StreamResponse:
    """Read programs from a table."""
    roster = request.app[STORE].people.programs
    read = await table(request, lambda data: import_programs(data, roster.all()))
    roster.put(*read.records)
    raise web.HTTPSeeOther("/programs")


ROUTES = (
    web.get("/programs", show_programs),
    web.post("/programs", add_program),
    web.post("/programs/import", import_roster),
    web.get("/programs/{id}", show_program),
    web.post("/programs/{id}", change_program),
    web.post("/programs/{id}/remove", remove_program),
)
