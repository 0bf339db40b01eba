"""The labelled drafts that are learned from."""

from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts
from tests.lint.drafts import Labelled

SETS = ("letters", "programs", "other", "sent", "short", "kinds", "messy")


def facts(draft: Labelled) -> Facts:
    """Return what is made of a labelled draft."""
    parsed = parse(subject=draft.subject, text=draft.text, to=draft.to, cc=draft.cc, bcc=draft.bcc)
    return Facts(parsed, now=draft.now)
