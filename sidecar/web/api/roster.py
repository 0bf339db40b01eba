"""Letters and programs: the lists, and adding, changing and removing what is on them."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any, TypeVar

from aiohttp import web

from sidecar.people import Program, Referee
from sidecar.roster.importing import new_id
from sidecar.store.people import Roster
from sidecar.web.api.prompts import noted
from sidecar.web.desk import letters, programs
from sidecar.web.endpoint import Endpoint, nothing, read, reply
from sidecar.web.keys import CLOCK, HUB, STORE
from sidecar.web.models.prompts import ActOut
from sidecar.web.models.records import LettersOut, ProgramsOut, StateIn, changed
from sidecar.web.problems import ProblemError

Record = dict[str, Any]
T = TypeVar("T", Referee, Program)


async def list_letters(request: web.Request) -> web.Response:
    """List the letters as a pipeline."""
    return reply(LettersOut(letters=letters(request.app)))


async def list_programs(request: web.Request) -> web.Response:
    """List the roster."""
    listed = programs(request.app)
    return reply(ProgramsOut(programs=listed, contacted=sum(one.emails > 0 for one in listed)))


async def post_letter(request: web.Request) -> web.Response:
    """Add a referee."""
    return reply(await _made(request, request.app[STORE].people.referees, Referee("", "", "")), HTTPStatus.CREATED)


async def post_program(request: web.Request) -> web.Response:
    """Add a program."""
    return reply(await _made(request, request.app[STORE].people.programs, Program("", "")), HTTPStatus.CREATED)


async def patch_letter(request: web.Request) -> web.Response:
    """Change a referee."""
    return reply(await _changed(request, request.app[STORE].people.referees))


async def patch_program(request: web.Request) -> web.Response:
    """Change a program."""
    return reply(await _changed(request, request.app[STORE].people.programs))


async def delete_letter(request: web.Request) -> web.Response:
    """Take a referee off the list; mail about the letter stays known."""
    removed(request, request.app[STORE].people.referees)
    return nothing()


async def delete_program(request: web.Request) -> web.Response:
    """Take a program off the roster."""
    removed(request, request.app[STORE].people.programs)
    return nothing()


async def set_state(request: web.Request) -> web.Response:
    """Say where a letter stands, when mail does not show it."""
    app, asked = request.app, await read(request, StateIn)
    referee = known(request, app[STORE].people.referees)
    act = noted(app, app[STORE].journal.set_state(referee.id, asked.state, app[CLOCK]()))
    return reply(ActOut(act=act.id))


def known(request: web.Request, roster: Roster[T]) -> T:
    """Return the record the path names; raise 404 when there is none."""
    record = roster.get(request.match_info["id"])
    if record is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, GONE_SENTENCE)
    return record


def put(app: web.Application, roster: Roster[T], record: T) -> T:
    """Save a record, with a new id when it has none, and tell everybody who looks on."""
    if not record.name.strip():
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "name: should not be empty.")
    saved = record if record.id else replace(record, id=new_id(record.name, [one.id for one in roster.all()]))
    roster.put(saved)
    app[HUB].publish("prompts")
    return saved


def removed(request: web.Request, roster: Roster[T]) -> None:
    """Forget the record the path names; raise 404 when there is none."""
    if not roster.remove(request.match_info["id"]):
        raise ProblemError(HTTPStatus.NOT_FOUND, GONE_SENTENCE)
    request.app[HUB].publish("prompts")


async def _made(request: web.Request, roster: Roster[T], blank: T) -> T:
    return put(request.app, roster, changed(blank, await read(request, Record)))


async def _changed(request: web.Request, roster: Roster[T]) -> T:
    return put(request.app, roster, changed(known(request, roster), await read(request, Record)))


GONE_SENTENCE = "There is nothing of that id on the list."
GONE = (HTTPStatus.NOT_FOUND,)
UNFIT = (HTTPStatus.UNPROCESSABLE_ENTITY,)
DELETED, CREATED = HTTPStatus.NO_CONTENT, HTTPStatus.CREATED
LETTER, PROGRAM = "/letters/{id}", "/programs/{id}"
ENDPOINTS = (
    Endpoint("GET", "/letters", list_letters, "The letters as a pipeline", gives=LettersOut),
    Endpoint("POST", "/letters", post_letter, "Add a referee", Referee, Referee, CREATED, UNFIT),
    Endpoint(
        "PATCH", "/letters/{id}", patch_letter, "Change some fields of a referee", Referee, Referee, problems=GONE
    ),
    Endpoint("DELETE", LETTER, delete_letter, "Take a referee off the list", status=DELETED, problems=GONE),
    Endpoint("POST", "/letters/{id}/state", set_state, "Say where a letter stands", StateIn, ActOut, problems=GONE),
    Endpoint("GET", "/programs", list_programs, "The roster", gives=ProgramsOut),
    Endpoint("POST", "/programs", post_program, "Add a program", Program, Program, CREATED, UNFIT),
    Endpoint(
        "PATCH", "/programs/{id}", patch_program, "Change some fields of a program", Program, Program, problems=GONE
    ),
    Endpoint(
        "DELETE", "/programs/{id}", delete_program, "Take a program off the roster", status=DELETED, problems=GONE
    ),
)
