"""The rule catalogue for people: all rules, and one rule with its reasons and examples."""

from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web
from markupsafe import Markup, escape

from sidecar.kinds import ALL, LETTER, PROGRAM, Kind
from sidecar.lint.catalogue import Entry
from sidecar.lint.engine import rules
from sidecar.lint.rule import Example, Severity
from sidecar.web.keys import STORE
from sidecar.web.pages.forms import choice, form, tell
from sidecar.web.pages.markdown import prose
from sidecar.web.pages.render import page
from sidecar.web.pages.wording import KINDS
from sidecar.web.problems import ProblemError

CHOICES = ("", "off", *Severity)
_SHOWN = 4  # examples of each sort


@dataclass(frozen=True, slots=True)
class Sample:
    """An example as the page shows it: its parts by name, with the flagged words cut out."""

    parts: tuple[tuple[str, Markup], ...]
    fixed: str | None


async def show_all(request: web.Request) -> web.Response:
    """List the rules by whom the email is for."""
    chosen = request.app[STORE].settings.rules()
    groups: dict[str, list[Entry]] = {
        "Every email": [],
        "Every letter and program email": [],
        "Letters": [],
        "Programs": [],
    }
    for entry in rules().values():
        groups[_group(entry.rule.kinds)].append(entry)
    return page(request, "rules.html.j2", {"title": "Rules", "groups": groups, "chosen": chosen, "count": len(rules())})


async def show(request: web.Request) -> web.Response:
    """Explain one rule."""
    entry = _entry(request)
    examples = entry.rule.examples
    values = {
        "title": entry.id,
        "entry": entry,
        "about": {"summary": prose(entry.summary), "why": prose(entry.why), "ignore": prose(entry.ignore)},
        "bad": [_sample(one) for one in examples if one.wrong][:_SHOWN],
        "good": [_sample(one) for one in examples if not one.wrong][:_SHOWN],
        "kinds": _kinds(entry.rule.kinds),
        "choices": CHOICES,
        "chosen": request.app[STORE].settings.rules().get(entry.id, ""),
    }
    return page(request, "rule.html.j2", values)


async def change(request: web.Request) -> web.StreamResponse:
    """Switch a rule off, or set it to another severity."""
    entry, chosen = _entry(request), choice(await form(request), "setting", CHOICES)
    request.app[STORE].settings.change_rule(entry.id, chosen or None)
    tell(request, "Saved. It holds for every mail client that asks DearDr.")
    raise web.HTTPSeeOther(f"/rules/{entry.id}")


def _entry(request: web.Request) -> Entry:
    entry = rules().get(request.match_info["rule"])
    if entry is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is no rule of that name.")
    return entry


def _group(kinds: frozenset[Kind]) -> str:
    if kinds >= ALL:
        return "Every email"
    if kinds <= LETTER:
        return "Letters"
    return "Programs" if kinds <= PROGRAM else "Every letter and program email"


def _kinds(kinds: frozenset[Kind]) -> list[str]:
    if kinds >= ALL:
        return ["every email"]
    return [KINDS[kind] for kind in Kind if kind in kinds]


def _sample(example: Example) -> Sample:
    left = list(example.flags)
    parts = []
    for name, value in example.parts.items():
        marked = escape(str(value))
        for flag in [one for one in left if one and one in str(value)]:
            marked = marked.replace(escape(flag), Markup("<mark class='warning'>{}</mark>").format(flag), 1)
            left.remove(flag)
        parts.append((name, marked))
    return Sample(tuple(parts), example.fixed)


ROUTES = (web.get("/rules", show_all), web.get("/rules/{rule}", show), web.post("/rules/{rule}", change))
