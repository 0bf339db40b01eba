"""Letters and programs: the lists, and adding, changing and removing what is on them."""

import secrets
from http import HTTPStatus
from typing import Any, TypeVar

from aiohttp import web

from sidecar.people import Program, Referee
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


def add_referee(app: web.Application, values: object) -> Referee:
    """Put a referee on the list, with a new id; raise a problem for what does not fit."""
    return _added(app, app[STORE].people.referees, changed(Referee(_new_id(), "", ""), values))


def add_program(app: web.Application, values: object) -> Program:
    """Put a program on the roster, with a new id; raise a problem for what does not fit."""
    return _added(app, app[STORE].people.programs, changed(Program(_new_id(), ""), values))


async def list_letters(request: web.Request) -> web.Response:
    """List the letters as a pipeline."""
    return reply(LettersOut(letters=letters(request.app)))


async def list_programs(request: web.Request) -> web.Response:
    """List the roster."""
    listed = programs(request.app)
    return reply(ProgramsOut(programs=listed, contacted=sum(one.emails > 0 for one in listed)))


async def post_letter(request: web.Request) -> web.Response:
    """Add a referee."""
    return reply(add_referee(request.app, await read(request, Record)), HTTPStatus.CREATED)


async def post_program(request: web.Request) -> web.Response:
    """Add a program."""
    return reply(add_program(request.app, await read(request, Record)), HTTPStatus.CREATED)


async def patch_letter(request: web.Request) -> web.Response:
    """Change a referee."""
    return reply(change(request, request.app[STORE].people.referees, await read(request, Record)))


async def patch_program(request: web.Request) -> web.Response:
    """Change a program."""
    return reply(change(request, request.app[STORE].people.programs, await read(request, Record)))


async def delete_letter(request: web.Request) -> web.Response:
    """Take a referee off the list; mail about the letter stays known."""
    return remove(request, request.app[STORE].people.referees)


async def delete_program(request: web.Request) -> web.Response:
    """Take a program off the roster."""
    return remove(request, request.app[STORE].people.programs)


async def set_state(request: web.Request) -> web.Response:
    """Say where a letter stands, when mail does not show it."""
    app, asked = request.app, await read(request, StateIn)
    referee = _known(request, app[STORE].people.referees)
    act = noted(app, app[STORE].journal.set_state(referee.id, asked.state, app[CLOCK]()))
    return reply(ActOut(act=act.id))


def change(request: web.Request, roster: Roster[T], values: object) -> T:
    """Change some fields of the record the path names."""
    return _added(request.app, roster, changed(_known(request, roster), values))


def remove(request: web.Request, roster: Roster[T]) -> web.Response:
    """Forget the record the path names."""
    if not roster.remove(request.match_info["id"]):
        raise ProblemError(HTTPStatus.NOT_FOUND, GONE_SENTENCE)
    request.app[HUB].publish("prompts")
    return nothing()


def _added(app: web.Application, roster: Roster[T], record: T) -> T:
    if not record.name.strip():
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "name: should not be empty.")
    roster.put(record)
    app[HUB].publish("prompts")
    return record


def _known(request: web.Request, roster: Roster[T]) -> T:
    record = roster.get(request.match_info["id"])
    if record is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, GONE_SENTENCE)
    return record


def _new_id() -> str:
    return secrets.token_hex(6)


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
