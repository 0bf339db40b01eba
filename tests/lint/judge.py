"""What the linter says of a labelled draft, and whether that is what its label asks for."""

from sidecar.kinds import Kind
from sidecar.lint.draft import parse
from sidecar.lint.engine import Report, lint
from tests.lint.drafts import Labelled

UNIVERSAL = {"unfilled-placeholder", "attachment-missing", "recipient-typo", "spelling-grammar"}
PRESSING = {"followup-limit", "followup-to-silence", "already-contacted", "followup-too-early", "demanding-tone"}


def report(draft: Labelled) -> Report:
    """Return what the linter says; the kind of a mere piece of an email is given."""
    parsed = parse(
        subject=draft.subject,
        text=draft.text,
        to=draft.to,
        cc=draft.cc,
        bcc=draft.bcc,
        attachments=draft.attachments,
    )
    given = Kind(draft.kind[0]) if draft.unit != "email" else None
    return lint(parsed, kind=given, now=draft.now)


def hits(expected: str, rules: set[str]) -> bool:
    """Tell whether an expected rule is among those found; `pushy` stands for any rule about pressing."""
    return bool(rules & PRESSING) if expected == "pushy" else expected in rules
