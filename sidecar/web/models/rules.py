"""The rule catalogue on the wire."""

from sidecar.kinds import Kind
from sidecar.lint.catalogue import Entry
from sidecar.lint.rule import Severity
from sidecar.web.models.records import Choice
from sidecar.web.models.wire import Wire


class RuleOut(Wire):
    """One rule: what it flags, why, when to ignore it (Markdown), and what the user made of it."""

    id: str
    severity: Severity
    setting: Choice | None  # the user's own choice
    kinds: list[Kind]
    summary: str
    why: str
    ignore: str
    sources: list[str]

    @classmethod
    def of(cls, entry: Entry, setting: Choice | None) -> "RuleOut":
        """Write a rule for the wire."""
        return cls(
            id=entry.id,
            severity=entry.rule.severity,
            setting=setting,
            kinds=[kind for kind in Kind if kind in entry.rule.kinds],
            summary=entry.summary,
            why=entry.why,
            ignore=entry.ignore,
            sources=list(entry.rule.sources),
        )


class RulesOut(Wire):
    """The whole catalogue."""

    rules: list[RuleOut]
