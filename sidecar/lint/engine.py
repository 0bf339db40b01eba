"""Lint one draft: read the facts, settle the kind, run the rules, and decide whether the send should be held."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sidecar.kinds import Kind
from sidecar.lint import catalogue
from sidecar.lint.checklist import Check, checklist
from sidecar.lint.dismissal import fingerprint
from sidecar.lint.draft import Draft
from sidecar.lint.facts import Facts
from sidecar.lint.history import History
from sidecar.lint.kind import KindGuess, detect_from
from sidecar.lint.readiness import Readiness, readiness
from sidecar.lint.rule import Finding, Severity
from sidecar.people import Profile

_SPELLING = "spelling-grammar"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user wants of the linter, for good or for one mail.

    `severities` lowers (or raises) a rule by id, None switches it off; `only`, when given, is all that runs.
    `hold_at` is the least severity that holds a send, None never holds; `spelling_shown` None shows every slip.
    `dismissed` are keys of findings (`lint.dismissal`) kept quiet; `dictionary` the user's words, in lower case.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    only: frozenset[str] | None = None
    hold_at: Severity | None = Severity.ERROR
    spelling_shown: int | None = 3
    dismissed: frozenset[str] = frozenset()
    dictionary: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding with its rule's id, the severity after the user's settings, the source and the reason.

    `key` tells the finding again after the draft was edited elsewhere (`lint.dismissal`).
    """

    rule: str
    severity: Severity
    finding: Finding
    source: str
    why: str
    key: str


@dataclass(frozen=True, slots=True)
class SendDecision:
    """Whether a client should hold the send, and the sentence it shows then (empty when nothing is held)."""

    hold: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said about one draft; findings come worst first, then in reading order.

    `more` counts the findings left out of a long list, by rule.
    """

    kind: KindGuess
    findings: tuple[Reported, ...]
    send: SendDecision
    readiness: Readiness | None = None
    checklist: tuple[Check, ...] | None = None
    more: Mapping[str, int] = field(default_factory=dict)


def rules() -> Mapping[str, catalogue.Entry]:
    """Return every rule by id, for the catalogue pages."""
    return catalogue.rules()


def lint(  # noqa: PLR0913 - the draft, and all that may be known about it
    draft: Draft,
    *,
    kind: Kind | None = None,
    thread_kind: Kind | None = None,
    now: datetime,
    profile: Profile | None = None,
    history: History | None = None,
    settings: Settings = Settings(),
) -> Report:
    """Return the report on `draft`; `kind` is the user's word and wins, then the conversation's, then the text's."""
    facts = Facts(draft, now=now, profile=profile, history=history)
    guess = detect_from(facts, chosen=kind, thread_kind=thread_kind)
    facts = facts.as_kind(guess.kind)
    every = sorted(_found(facts, settings), key=_order)
    findings = tuple(_shown(every, settings.spelling_shown))
    more = {_SPELLING: len(every) - len(findings)} if len(every) > len(findings) else {}
    flagged = {one.rule: one.finding for one in reversed(every)}
    send = _decision(findings, settings.hold_at)
    return Report(guess, findings, send, readiness(facts, flagged), checklist(facts, flagged), more)


def _found(facts: Facts, settings: Settings) -> Iterator[Reported]:
    for entry in rules().values():
        severity = settings.severities.get(entry.id, entry.rule.severity)
        if severity is None or facts.kind not in entry.rule.kinds:
            continue
        if settings.only is not None and entry.id not in settings.only:
            continue
        for finding in entry.check(facts):
            key = fingerprint(entry.id, facts.draft, finding)
            if key not in settings.dismissed and not _is_own_word(entry.id, facts.draft, finding, settings.dictionary):
                yield Reported(entry.id, severity, finding, ", ".join(entry.rule.sources), entry.why, key)


def _is_own_word(rule: str, draft: Draft, finding: Finding, dictionary: frozenset[str]) -> bool:
    return rule == _SPELLING and finding.span is not None and draft.quote(finding.span).lower() in dictionary


def _order(reported: Reported) -> tuple[int, bool, str, int, str]:
    span = reported.finding.span
    place = (span.field != "subject", span.field.value, span.start) if span else (True, "~", 0)
    return (reported.severity.rank, *place, reported.rule)


def _shown(findings: list[Reported], spelling_shown: int | None) -> Iterator[Reported]:
    slips = 0
    for reported in findings:
        slips += reported.rule == _SPELLING
        if spelling_shown is None or reported.rule != _SPELLING or slips <= spelling_shown:
            yield reported


def _decision(findings: tuple[Reported, ...], hold_at: Severity | None) -> SendDecision:
    holding = [r for r in findings if hold_at is not None and r.severity.rank <= hold_at.rank]
    if not holding:
        return SendDecision(False, "")
    rest = len(holding) - 1
    more = f" ({rest} more in the list.)" if rest else ""
    return SendDecision(True, f"Not sent yet: {holding[0].finding.message}{more}")
