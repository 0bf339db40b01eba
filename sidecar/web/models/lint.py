"""Drafts to lint and what is said about them, on the wire. Ranges count UTF-16 code units of the field they name."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import AwareDatetime, ConfigDict, Field

from sidecar.kinds import Kind
from sidecar.lint.checklist import Check
from sidecar.lint.draft import Draft, parse
from sidecar.lint.engine import Report, Reported, Settings
from sidecar.lint.readiness import Readiness
from sidecar.lint.rule import Field as Place
from sidecar.lint.rule import Fix, Severity, Span
from sidecar.web.models.offsets import Offsets
from sidecar.web.models.wire import Wire

_PARAGRAPH = re.compile(r"\n\s*\n")
RULE_PAGE = "/rules/{}"


class DraftIn(Wire):
    """A draft as the mail client has it. `text` is the body as shown; when only `html` is given the text is derived."""

    subject: str | None = ""
    text: str | None = None
    html: str | None = None
    sender: str | None = Field(default=None, alias="from")
    to: list[str] = Field(default=[])
    cc: list[str] = Field(default=[])
    bcc: list[str] = Field(default=[])
    attachments: list[str] = Field(default=[])
    in_reply_to: str | None = None
    references: list[str] = Field(default=[])

    def read(self) -> Draft:
        """Return the draft; raise `UnreadableDraft` when it is too large to check."""
        return parse(
            subject=self.subject or "",
            text=self.text,
            html=self.html,
            sender=self.sender,
            to=self.to,
            cc=self.cc,
            bcc=self.bcc,
            attachments=self.attachments,
            in_reply_to=self.in_reply_to,
            references=self.references,
        )


class LintRequest(Wire):
    """A draft, and what the user wants of the linter for this one mail."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"draft": {"subject": "Letter", "text": "Dear Sir,\n\nCan you write me a letter?"}}]
        }
    )

    id: str | int | None = None
    draft: DraftIn
    kind: Kind | None = None
    thread_kind: Kind | None = None
    now: AwareDatetime | None = None
    dismissed: list[str] = Field(default=[])
    off: list[str] = Field(default=[])
    hold_on: Severity | Literal["never"] | None = None
    all: bool = False

    def settings(self, usual: Settings) -> Settings:
        """Return the user's settings with the wishes for this mail put in."""
        hold_at = usual.hold_at if self.hold_on is None else None if self.hold_on == "never" else Severity(self.hold_on)
        return Settings(
            severities={**usual.severities, **dict.fromkeys(self.off)},
            only=usual.only,
            hold_at=hold_at,
            spelling_shown=None if self.all else usual.spelling_shown,
            dismissed=usual.dismissed | frozenset(self.dismissed),
            dictionary=usual.dictionary,
        )


class RangeOut(Wire):
    """A half-open range of UTF-16 code units in one field."""

    field: Place
    start: int
    end: int


class EditOut(Wire):
    """Replace a range by a text."""

    range: RangeOut
    text: str


class FixOut(Wire):
    """A change with its title; `safe` ones may be applied together."""

    title: str
    edits: list[EditOut]
    safe: bool


class DiagnosticOut(Wire):
    """One finding. `range` is null for what is absent; `key`, sent back, dismisses it."""

    rule: str
    severity: Severity
    message: str
    why: str
    range: RangeOut | None
    fixes: list[FixOut]
    source: str
    docs: str
    key: str


class KindOut(Wire):
    """What the email is for, how sure that is, and who said so."""

    id: Kind
    confidence: float
    chosen_by: Literal["text", "thread", "user"]


class SendOut(Wire):
    """Whether to hold the send, and the sentence to show then."""

    hold: bool
    sentence: str


class GrammarResponse(Wire):
    """What the thorough grammar checker says; it answers apart, so that nothing waits for it."""

    diagnostics: list[DiagnosticOut]

    @classmethod
    def of(cls, found: Sequence[Reported], draft: Draft) -> "GrammarResponse":
        """Put findings on the wire."""
        offsets = {place: Offsets(draft.field_text(place)) for place in Place}
        return cls(diagnostics=[_diagnostic(reported, offsets) for reported in found])


class PartOut(Wire):
    """One part of the readiness score: what it may earn, what it did, and which words earned it or what is missing."""

    id: str
    weight: int
    earned: int
    because: str
    range: RangeOut | None


class ReadinessOut(Wire):
    """How ready a letter request is, 0 to 100."""

    score: int
    parts: list[PartOut]


class CheckOut(Wire):
    """One question before an email to a program; `ask` where only the user can answer."""

    id: str
    answer: Literal["yes", "no", "ask"]
    because: str
    range: RangeOut | None


class LintResponse(Wire):
    """Everything said about one draft. `more` counts findings left out, by rule; `all` in the request brings them.

    `text` is there when it was derived from HTML: ranges count in it.
    """

    id: str | int | None = None
    kind: KindOut
    diagnostics: list[DiagnosticOut]
    more: dict[str, int]
    send: SendOut
    readiness: ReadinessOut | None
    checklist: list[CheckOut] | None
    text: str | None = None

    @classmethod
    def of(cls, report: Report, draft: Draft, id_: str | int | None = None, *, derived: bool = False) -> "LintResponse":
        """Put a report on the wire; `derived` says that the client does not know the draft's text yet."""
        offsets = {place: Offsets(draft.field_text(place)) for place in Place}
        return cls(
            id=id_,
            kind=KindOut(id=report.kind.kind, confidence=report.kind.confidence, chosen_by=report.kind.chosen_by),
            diagnostics=[_diagnostic(reported, offsets) for reported in report.findings],
            more=dict(report.more),
            send=SendOut(hold=report.send.hold, sentence=report.send.sentence),
            readiness=_readiness(report.readiness, offsets) if report.readiness else None,
            checklist=None if report.checklist is None else [_check(one, offsets) for one in report.checklist],
            text=draft.text if derived else None,
        )


def _readiness(readiness: Readiness, offsets: Mapping[Place, Offsets]) -> ReadinessOut:
    parts = [
        PartOut(
            id=part.id,
            weight=part.weight,
            earned=part.earned,
            because=part.because,
            range=_range(part.span, offsets) if part.span else None,
        )
        for part in readiness.parts
    ]
    return ReadinessOut(score=readiness.score, parts=parts)


def _check(check: Check, offsets: Mapping[Place, Offsets]) -> CheckOut:
    where = _range(check.span, offsets) if check.span else None
    return CheckOut(id=check.id, answer=check.answer, because=check.because, range=where)


def _diagnostic(reported: Reported, offsets: Mapping[Place, Offsets]) -> DiagnosticOut:
    finding = reported.finding
    return DiagnosticOut(
        rule=reported.rule,
        severity=reported.severity,
        message=finding.message,
        why=_plain(reported.why),
        range=_range(finding.span, offsets) if finding.span else None,
        fixes=[_fix(fix, offsets) for fix in finding.fixes],
        source=reported.source,
        docs=RULE_PAGE.format(reported.rule),
        key=reported.key,
    )


def _plain(markdown: str) -> str:
    """Return a rule's reason without its marks and line breaks, a paragraph a line."""
    paragraphs = _PARAGRAPH.split(markdown.strip())
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("*", "").replace("`", "")


def _fix(fix: Fix, offsets: Mapping[Place, Offsets]) -> FixOut:
    edits = [EditOut(range=_range(edit.span, offsets), text=edit.text) for edit in fix.edits]
    return FixOut(title=fix.title, edits=edits, safe=fix.safe)


def _range(span: Span, offsets: Mapping[Place, Offsets]) -> RangeOut:
    place = offsets[span.field]
    return RangeOut(field=span.field, start=place.to_units(span.start), end=place.to_units(span.end))
