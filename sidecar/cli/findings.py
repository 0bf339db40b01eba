"""Findings and rules as text for a terminal; what came from a draft is stripped of control characters."""

import textwrap
from collections.abc import Sequence

from sidecar.lint.catalogue import Entry
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Report, Reported
from sidecar.lint.rule import Span

_WIDTH = 100


def as_text(name: str, draft: Draft, report: Report) -> str:
    """Return the report on one draft, worst findings first."""
    kind = f"{name}: {report.kind.kind} ({report.kind.confidence:.0%} sure, told from the {report.kind.chosen_by})"
    if not report.findings:
        return f"{_plain(kind)}\nNothing to mend."
    findings = [_finding(name, draft, reported) for reported in report.findings]
    last = [report.send.sentence] if report.send.hold else []
    return "\n".join([_plain(kind), *findings, *last])


def catalogue_as_text(entries: Sequence[Entry]) -> str:
    """Return one line for each rule."""
    return "\n".join(f"{entry.id:28} {entry.rule.severity:8} {_first(entry.summary)}" for entry in entries)


def rule_as_text(entry: Entry) -> str:
    """Return what a rule flags, why, and when to ignore it."""
    kinds = ", ".join(sorted(entry.rule.kinds))
    parts = [
        f"{entry.id} ({entry.rule.severity}; {', '.join(entry.rule.sources)})",
        _filled(entry.summary),
        "Why\n" + _filled(entry.why),
        "When to ignore it\n" + _filled(entry.ignore) if entry.ignore else "",
        _filled(f"Looked for in: {kinds}"),
    ]
    return "\n\n".join(part for part in parts if part)


def _finding(name: str, draft: Draft, reported: Reported) -> str:
    finding = reported.finding
    where = _place(draft, finding.span) if finding.span else ""
    lines = [
        f"{_plain(name)}{where}: {reported.severity}: {_plain(finding.message)} [{reported.rule}, {reported.source}]"
    ]
    if finding.span:
        lines.append(f"    | {_plain(draft.quote(finding.span))[:_WIDTH]}")
    lines += [f"    fix: {_plain(fix.title)}" for fix in finding.fixes]
    return "\n".join(lines)


def _place(draft: Draft, span: Span) -> str:
    before = draft.field_text(span.field)[: span.start]
    line, column = before.count("\n") + 1, span.start - (before.rfind("\n") + 1) + 1
    return f":{span.field}:{line}:{column}"


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _first(summary: str) -> str:
    return summary.split("\n\n", maxsplit=1)[0].replace("\n", " ")


def _filled(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in text.split("\n\n"))
