"""Lints a draft with all that is known of the user: profile, history, settings, and the thread it answers."""

import asyncio
from http import HTTPStatus

from aiohttp import web

from sidecar.grammar.client import GrammarUnavailable
from sidecar.kinds import Kind
from sidecar.lint.dismissal import fingerprint
from sidecar.lint.draft import Draft, UnreadableDraft
from sidecar.lint.engine import Report, Reported, rules
from sidecar.lint.spelling import names_of
from sidecar.store.known import thread_kind, usual_settings
from sidecar.web.keys import CLOCK, DESK, GRAMMAR, HISTORY, LINTER, STORE
from sidecar.web.models.lint import LintRequest
from sidecar.web.problems import ProblemError

SPELLING = "spelling-grammar"
LONG = 20_000  # code points; a longer draft is linted in a thread, so that others are answered meanwhile


async def lint(app: web.Application, asked: LintRequest) -> tuple[Draft, Report]:
    """Read and lint what was sent; raise a problem for a draft that cannot be read."""
    size = len(asked.draft.text or asked.draft.html or "")
    return await asyncio.to_thread(_lint, app, asked) if size > LONG else _lint(app, asked)


async def grammar(app: web.Application, asked: LintRequest) -> tuple[Draft, list[Reported]]:
    """Check the grammar thoroughly, leaving out what the quick check finds and what the user dismissed."""
    draft, report = await lint(app, asked.model_copy(update={"all": True}))
    store = app[STORE]
    usual = asked.settings(usual_settings(store))
    taken = [one.finding.span for one in report.findings if one.rule == SPELLING and one.finding.span]
    names = names_of(draft, store.people.profile()) | usual.dictionary
    try:
        findings = await app[GRAMMAR].check(draft, names=names, taken=taken)
    except GrammarUnavailable as error:
        raise ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from None
    entry = rules()[SPELLING]
    severity = usual.severities.get(SPELLING, entry.rule.severity)
    keyed = [(finding, fingerprint(SPELLING, draft, finding)) for finding in findings] if severity else []
    return draft, [
        Reported(SPELLING, severity or entry.rule.severity, finding, ", ".join(entry.rule.sources), entry.why, key)
        for finding, key in keyed
        if key not in usual.dismissed
    ]


def read_draft(asked: LintRequest) -> Draft:
    """Return the draft of a request; raise a problem when it is too large."""
    try:
        return asked.draft.read()
    except UnreadableDraft as error:
        raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(error)) from None


def _lint(app: web.Application, asked: LintRequest) -> tuple[Draft, Report]:
    draft = read_draft(asked)
    store, now = app[STORE], asked.now or app[CLOCK]()
    report = app[LINTER](
        draft,
        kind=asked.kind,
        thread_kind=asked.thread_kind or _thread_kind(app, draft),
        now=now,
        profile=store.people.profile(),
        history=app[HISTORY](now),
        settings=asked.settings(usual_settings(store)),
    )
    return draft, report


def _thread_kind(app: web.Application, draft: Draft) -> Kind | None:
    answers = draft.in_reply_to or draft.references
    return thread_kind(app[DESK](), draft) if answers else None
