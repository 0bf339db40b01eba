"""What is known of the user when a draft is linted, besides profile and history: settings, and the conversation."""

from sidecar.followup.conversation import Desk
from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Settings
from sidecar.lint.rule import Severity
from sidecar.store.store import Store


def usual_settings(store: Store) -> Settings:
    """Return the user's rules, dictionary and dismissed findings."""
    settings = store.settings
    return Settings(
        severities={rule: None if to == "off" else Severity(to) for rule, to in settings.rules().items()},
        dismissed=settings.dismissed_findings(),
        dictionary=frozenset(word.lower() for word in settings.words()),
    )


def thread_kind(desk: Desk, draft: Draft) -> Kind | None:
    """Return the kind of the conversation that a draft continues, if it is one of ours."""
    answered = [one.strip("<> ") for one in (draft.in_reply_to, *reversed(draft.references)) if one]
    return next((found.kind for found in map(desk.of_message, answered) if found), None)
