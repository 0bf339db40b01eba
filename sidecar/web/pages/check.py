"""A draft pasted and checked: the findings underlined in place, each with its reason, source and fixes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import pairwise

from aiohttp import web
from markupsafe import Markup

from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Report, Reported
from sidecar.lint.rule import Field, Fix, Severity
from sidecar.web.linting import lint
from sidecar.web.models.lint import LintRequest
from sidecar.web.pages.forms import form, text
from sidecar.web.pages.markdown import prose
from sidecar.web.pages.render import page
from sidecar.web.pages.wording import KINDS
from sidecar.web.problems import ProblemError

LONGEST = 200_000  # characters of a draft in the box


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings; `numbers` are theirs in the list, `ends` those that end here."""

    text: str
    severity: Severity | None = None
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A fix as the page shows it: what goes, what comes, and the value that asks for it."""

    title: str
    old: str
    new: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding of the list."""

    number: int
    found: Reported
    quote: str
    changes: tuple[Change, ...]
    why: Markup


async def show(request: web.Request) -> web.Response:
    """Show an empty box."""
    return page(
        request, "check.html.j2", {"title": "Check a draft", "asked": _asked({}), "kinds": KINDS, "result": None}
    )


async def check(request: web.Request) -> web.Response:
    """Check what was pasted; apply a fix first when one was pressed."""
    asked = _asked(await form(request))
    draft, report = await _linted(request.app, asked)
    if asked["apply"]:
        asked = _mended(asked, draft, report)
        draft, report = await _linted(request.app, asked)
    result = {
        "report": report,
        "subject": pieces(draft, report.findings, Field.SUBJECT),
        "body": pieces(draft, report.findings, Field.BODY),
        "shown": [_shown(number, found, draft) for number, found in enumerate(report.findings, 1)],
        "kind": KINDS[report.kind.kind],
        "counts": [(severity, sum(one.severity is severity for one in report.findings)) for severity in Severity],
    }
    return page(request, "check.html.j2", {"title": "Check a draft", "asked": asked, "kinds": KINDS, "result": result})


def pieces(draft: Draft, findings: Sequence[Reported], field: Field) -> list[Piece]:
    """Cut a field at every edge of a finding; what several findings cover shows the worst of them."""
    whole = draft.field_text(field)
    spans = [
        (number, found.severity, found.finding.span)
        for number, found in enumerate(findings, 1)
        if found.finding.span is not None and found.finding.span.field is field
    ]
    edges = sorted({0, len(whole), *(edge for _, _, span in spans for edge in (span.start, span.end))})
    cut = []
    for start, end in pairwise(edges):
        here = [(number, severity, span) for number, severity, span in spans if span.start <= start and end <= span.end]
        worst = min((severity for _, severity, _ in here), key=list(Severity).index, default=None)
        numbers = tuple(number for number, _, _ in here)
        cut.append(Piece(whole[start:end], worst, numbers, tuple(n for n, _, span in here if span.end == end)))
    return cut


def mended(draft: Draft, fix: Fix) -> dict[str, str]:
    """Return subject and body after a fix; its edits do not overlap."""
    after = {Field.SUBJECT: draft.subject, Field.BODY: draft.text}
    for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
        if edit.span.field in after:
            was = after[edit.span.field]
            after[edit.span.field] = was[: edit.span.start] + edit.text + was[edit.span.end :]
    return {"subject": after[Field.SUBJECT], "text": after[Field.BODY]}


async def _linted(app: web.Application, asked: Mapping[str, str]) -> tuple[Draft, Report]:
    draft = {"subject": asked["subject"], "text": asked["text"], "to": [asked["to"]] if asked["to"] else []}
    return await lint(app, LintRequest.model_validate({"draft": draft, "kind": asked["kind"] or None}))


def _asked(given: Mapping[str, str]) -> dict[str, str]:
    body = given.get("text", "").replace("\r\n", "\n")
    if len(body) > LONGEST:
        raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A draft may be {LONGEST:,} characters long here.")
    kind = text(given, "kind")
    return {
        "subject": text(given, "subject"),
        "to": text(given, "to"),
        "text": body,
        "kind": kind if kind in list(Kind) else "",
        "apply": text(given, "apply"),
    }


def _mended(asked: dict[str, str], draft: Draft, report: Report) -> dict[str, str]:
    fixes = {change.value: fix for change, fix in _changes(report.findings, draft)}
    fix = fixes.get(asked["apply"])
    return {**asked, **(mended(draft, fix) if fix else {}), "apply": ""}


def _shown(number: int, found: Reported, draft: Draft) -> Shown:
    span = found.finding.span
    changes = tuple(_change(number, at, fix, draft) for at, fix in enumerate(found.finding.fixes))
    return Shown(number, found, draft.quote(span) if span else "", changes, prose(found.why))


def _changes(findings: Iterable[Reported], draft: Draft) -> Iterable[tuple[Change, Fix]]:
    for number, found in enumerate(findings, 1):
        for at, fix in enumerate(found.finding.fixes):
            yield _change(number, at, fix, draft), fix


def _change(number: int, at: int, fix: Fix, draft: Draft) -> Change:
    old = " … ".join(draft.quote(edit.span) for edit in fix.edits)
    new = " … ".join(edit.text for edit in fix.edits)
    return Change(fix.title, old, new, f"{number}.{at}")


ROUTES = (web.get("/check", show), web.post("/check", check))
