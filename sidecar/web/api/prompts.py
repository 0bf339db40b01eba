"""What is due, and what the user did about it."""

from datetime import datetime, timedelta
from http import HTTPStatus

from aiohttp import web

from sidecar.followup.acts import Act
from sidecar.followup.prompt import Prompt
from sidecar.web.endpoint import Endpoint, nothing, read, reply
from sidecar.web.keys import CLOCK, DESK, HUB, STORE
from sidecar.web.models.prompts import ActOut, ClassifyIn, PromptOut, PromptsOut, ReturnIn, SnoozeIn
from sidecar.web.problems import ProblemError


def find_prompt(request: web.Request) -> Prompt:
    """Return the prompt the path names; raise 404 when it is no longer there."""
    prompt = request.app[DESK]().prompt(request.match_info["id"])
    if prompt is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "This is not due any more; the list has moved on.")
    return prompt


def noted(app: web.Application, act: Act) -> Act:
    """Tell everybody who looks on that an act changed what is due."""
    app[HUB].publish("prompts")
    return act


def snooze_until(days: int, now: datetime) -> datetime:
    """Return the morning, at 8, so many days from now, in the zone of `now`."""
    return (now + timedelta(days=days)).replace(hour=8, minute=0, second=0, microsecond=0)


def classify(app: web.Application, prompt: Prompt, meaning: ClassifyIn) -> Act:
    """Note what the reply of a prompt says."""
    if prompt.message_id is None:
        raise ProblemError(HTTPStatus.CONFLICT, "There is no reply to this yet.")
    return noted(app, app[STORE].journal.set_meaning(prompt.message_id, meaning.meaning, app[CLOCK]()))


def back_on(app: web.Application, prompt: Prompt, day: str) -> Act:
    """Note which of the days a prompt asks about is meant."""
    meant = prompt.question.answer(day) if prompt.question else None
    if prompt.question is None or meant is None:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "date: should be one of the days that are asked about.")
    return noted(app, app[STORE].journal.set_return(prompt.question.message, meant, app[CLOCK]()))


async def list_prompts(request: web.Request) -> web.Response:
    """List every prompt."""
    desk = request.app[DESK]()
    by_id = {conversation.id: conversation for conversation in desk.conversations}
    return reply(PromptsOut(prompts=[PromptOut.of(prompt, by_id.get(prompt.conversation)) for prompt in desk.prompts]))


async def snooze(request: web.Request) -> web.Response:
    """Hide a prompt for a while."""
    asked = await read(request, SnoozeIn) if request.can_read_body else SnoozeIn()
    prompt, now = find_prompt(request), request.app[CLOCK]()
    until = asked.until or snooze_until(asked.days, now)
    if until <= now:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "until: should be in the future.")
    act = noted(request.app, request.app[STORE].journal.snooze(prompt.id, until, now))
    return reply(ActOut(act=act.id))


async def dismiss(request: web.Request) -> web.Response:
    """Settle a prompt: it will not come back."""
    prompt = find_prompt(request)
    act = noted(request.app, request.app[STORE].journal.dismiss(prompt.id, request.app[CLOCK]()))
    return reply(ActOut(act=act.id))


async def done(request: web.Request) -> web.Response:
    """Take the step as taken, by whatever way."""
    prompt = find_prompt(request)
    act = noted(request.app, request.app[STORE].journal.done(prompt.id, request.app[CLOCK]()))
    return reply(ActOut(act=act.id))


async def classify_reply(request: web.Request) -> web.Response:
    """Say what the reply means."""
    asked = await read(request, ClassifyIn)
    return reply(ActOut(act=classify(request.app, find_prompt(request), asked).id))


async def say_return(request: web.Request) -> web.Response:
    """Say which day an automatic reply means."""
    asked = await read(request, ReturnIn)
    return reply(ActOut(act=back_on(request.app, find_prompt(request), asked.date.isoformat()).id))


async def undo(request: web.Request) -> web.Response:
    """Take an act back; undoing the undoing brings it back."""
    journal = request.app[STORE].journal
    act = request.match_info["id"]
    if all(known.id != act for known in journal.acts()):
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is nothing of that id to undo.")
    noted(request.app, journal.undo(act, request.app[CLOCK]()))
    return nothing()


GONE = (HTTPStatus.NOT_FOUND,)
ENDPOINTS = (
    Endpoint("GET", "/prompts", list_prompts, "Everything due, most pressing first", gives=PromptsOut),
    Endpoint("POST", "/prompts/{id}/snooze", snooze, "Hide a prompt for a while", SnoozeIn, ActOut, problems=GONE),
    Endpoint("POST", "/prompts/{id}/dismiss", dismiss, "Settle a prompt for good", gives=ActOut, problems=GONE),
    Endpoint("POST", "/prompts/{id}/done", done, "Say that the step was taken", gives=ActOut, problems=GONE),
    Endpoint(
        "POST", "/prompts/{id}/classify", classify_reply, "Say what a reply means", ClassifyIn, ActOut, problems=GONE
    ),
    Endpoint(
        "POST",
        "/prompts/{id}/return-date",
        say_return,
        "Say which of two days is meant",
        ReturnIn,
        ActOut,
        problems=(*GONE, HTTPStatus.UNPROCESSABLE_ENTITY),
    ),
    Endpoint("POST", "/acts/{id}/undo", undo, "Take an act back", status=HTTPStatus.NO_CONTENT, problems=GONE),
)
