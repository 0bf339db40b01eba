"""The status page: what is due, which mailboxes are read, and a box for a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from aiohttp import web

from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Prompt, PromptState
from sidecar.followup.season import coming
from sidecar.web.api.events import events
from sidecar.web.api.prompts import back_on, classify, find_prompt, noted, snooze_until
from sidecar.web.flash import FLASHES, Flash
from sidecar.web.guard import SESSION
from sidecar.web.keys import CLOCK, DESK, READER, SEASON, STORE, AccountError
from sidecar.web.models.prompts import ClassifyIn
from sidecar.web.pages.forms import choice, form, local_path, tell, text
from sidecar.web.pages.moments import day
from sidecar.web.pages.render import local_now, page
from sidecar.web.pages.season import advice
from sidecar.web.pages.wording import MEANINGS, READING, SNOOZES, TITLES, WRITE
from sidecar.web.problems import ProblemError

PROPORTION = (("Exam scores", 90), ("US clinical experience", 80), ("Letters", 75), ("Emails to programs", 15))  # P


@dataclass(frozen=True, slots=True)
class Section:
    """Some prompts under one heading."""

    id: str
    title: str
    note: str
    prompts: Sequence[Prompt]
    compact: bool = False


PIECES = {"titles": TITLES, "meanings": MEANINGS, "snoozes": SNOOZES, "write": WRITE}


async def status(request: web.Request) -> web.Response:
    """Show what is due first, then what waits."""
    prompts, today = request.app[DESK]().prompts, local_now(request.app).date()
    by_state = {state: [one for one in prompts if one.state is state] for state in PromptState}
    pressing = len(by_state[PromptState.OVERDUE]) + len(by_state[PromptState.DUE])
    pressing += sum(one.question is not None for one in by_state[PromptState.WAITING])
    values = {
        "title": "Today",
        "headline": headline(pressing, len(by_state[PromptState.WAITING])),
        "tally": [(len(by_state[state]), str(state)) for state in reversed(PromptState) if by_state[state]],
        "sections_due": _sections(prompts),
        "season": request.app[SEASON](),
        "advice": advice(today),
        "coming": coming(request.app[SEASON](), today),
        "accounts": request.app[READER].accounts(),
        "states": READING,
        "proportion": PROPORTION,
        **PIECES,
    }
    return page(request, "status.html.j2", values)


def headline(pressing: int, waiting: int) -> str:
    """Say in one line how much there is to do."""
    if pressing:
        return f"{_counted(pressing, 'thing')} to do today"
    return "Nothing to do today" if waiting else "All quiet"


async def act(request: web.Request) -> web.StreamResponse:
    """Snooze, settle, finish or classify a prompt, and offer to undo it."""
    prompt, given = find_prompt(request), await form(request)
    app, now, action = request.app, request.app[CLOCK](), request.match_info["action"]
    journal, whom = app[STORE].journal, prompt.person or prompt.address
    match action:
        case "snooze":
            days = int(choice(given, "days", [str(days) for days, _ in SNOOZES]))
            done = noted(app, journal.snooze(prompt.id, snooze_until(days, now), now))
            said = f"{whom}: put off for {_counted(days, 'day').lower()}."
        case "dismiss":
            done, said = noted(app, journal.dismiss(prompt.id, now)), f"{whom}: settled. It will not come back."
        case "done":
            done, said = noted(app, journal.done(prompt.id, now)), f"{whom}: done."
        case "classify":
            meaning = Meaning(choice(given, "meaning", list(Meaning)))
            done = classify(app, prompt, ClassifyIn(meaning=meaning))
            said = f"{whom}: {dict(MEANINGS)[meaning].lower()}."
        case "untrack":
            done = noted(app, journal.untrack(prompt.conversation, now))
            said = f"{whom}: left alone. It can be followed up again on the letters page."
        case "return-date":
            done = back_on(app, prompt, text(given, "date"))
            said = f"{whom}: back on {prompt.question.label(done.day) if prompt.question and done.day else ''}."
        case _:
            raise ProblemError(HTTPStatus.NOT_FOUND, "There is no such step.")
    app[FLASHES][request[SESSION]] = Flash(said, undo=done.id)
    raise web.HTTPSeeOther("/")


async def undo(request: web.Request) -> web.StreamResponse:
    """Take back what was just done."""
    given = await form(request)
    journal = request.app[STORE].journal
    noted(request.app, journal.undo(text(given, "act"), request.app[CLOCK]()))
    tell(request, "Undone.")
    raise web.HTTPSeeOther(local_path(text(given, "back")))


async def sync(request: web.Request) -> web.StreamResponse:
    """Read the mailboxes now."""
    try:
        await request.app[READER].sync_now()
        tell(request, "The mailboxes are being read.")
    except AccountError as error:
        tell(request, str(error), failed=True)
    raise web.HTTPSeeOther("/")


async def read_further(request: web.Request) -> web.StreamResponse:
    """Read older mail, too."""
    try:
        since = date.fromisoformat(text(await form(request), "since"))
    except ValueError:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "since: should be a date such as 2026-03-01.") from None
    await request.app[READER].read_further(since)
    tell(request, f"Mail since {day(since)} is being read.")
    raise web.HTTPSeeOther("/")


def _sections(prompts: Sequence[Prompt]) -> list[Section]:
    """Sort prompts under their headings: what came in first, then what is to be written, by how pressing it is."""
    asleep = [one for one in prompts if one.state is PromptState.SNOOZED]
    answers = [one for one in prompts if one.asks_meaning and one not in asleep]
    unclear = [one for one in prompts if one.question and one not in asleep]
    asking = [*answers, *unclear]
    rest = {state: [one for one in prompts if one.state is state and one not in asking] for state in PromptState}
    return [
        Section("answers", "They answered", "say what it means", answers),
        Section("unclear", "A date is unclear", "say which day they meant", unclear),
        Section("overdue", "Overdue", "the window has passed", rest[PromptState.OVERDUE]),
        Section("due", "Due now", "the window is open", rest[PromptState.DUE]),
        Section("snoozed", "Snoozed", "put off by you", asleep, compact=True),
        Section("waiting", "Waiting", "too early yet", rest[PromptState.WAITING], compact=True),
    ]


def _counted(count: int, unit: str) -> str:
    numbers = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return f"{numbers[count] if count < len(numbers) else count} {unit}{'' if count == 1 else 's'}"


ROUTES = (
    web.get("/", status),
    web.get("/live", events),
    web.post("/prompts/{id}/{action}", act),
    web.post("/undo", undo),
    web.post("/accounts/sync", sync),
    web.post("/accounts/read-further", read_further),
)
