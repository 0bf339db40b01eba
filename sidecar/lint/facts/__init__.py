"""Everything rules may know about a draft, each fact read once, when it is first asked for."""

from copy import copy
from datetime import datetime
from functools import cached_property

from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.facts.prose import Prose
from sidecar.lint.history import History
from sidecar.lint.phrases import fold
from sidecar.people import Profile


class Facts:
    """A draft, the circumstances it is read in, and what recognisers make of it.

    `kind` is `OTHER` until the engine has settled it. `now` is aware. Offsets count in `draft.text`.
    """

    def __init__(
        self,
        draft: Draft,
        *,
        now: datetime,
        profile: Profile | None = None,
        history: History | None = None,
        kind: Kind = Kind.OTHER,
    ) -> None:
        self.draft = draft
        self.now = now
        self.profile = profile
        self.history = history
        self.kind = kind

    def as_kind(self, kind: Kind) -> "Facts":
        """Return the same facts for a draft of this kind; what was read already is not read again."""
        other = copy(self)
        other.kind = kind
        return other

    @cached_property
    def subject_folded(self) -> str:
        """The subject, folded (see `phrases.fold`)."""
        return fold(self.draft.subject)

    @cached_property
    def own(self) -> Prose:
        """The writer's words with name lines and signature: where identifiers, names and placeholders are looked for."""
        return Prose(fold(self.draft.signed_text))

    @cached_property
    def prose(self) -> Prose:
        """The writer's words without the name lines below the closing: what content and tone are judged by."""
        return Prose(fold(self.draft.prose))
