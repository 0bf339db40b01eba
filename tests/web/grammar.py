"""A grammar checker that minds the word "that", for tests that need an answer and not Harper."""

from collections.abc import Container, Iterable, Sequence

from sidecar.grammar.client import GrammarUnavailable
from sidecar.lint.draft import Draft
from sidecar.lint.rule import Field, Finding, Span


class FindsThat:
    """Flags each "that" in the body; `broken` makes it unavailable."""

    broken = False

    async def check(
        self, draft: Draft, *, names: Container[str] = frozenset(), taken: Iterable[Span] = ()
    ) -> Sequence[Finding]:
        if self.broken:
            raise GrammarUnavailable("The grammar checker is not installed.")
        at = draft.text.find("that")
        spans = [Span(Field.BODY, at, at + 4)] if at >= 0 and "that" not in names else []
        return [Finding(span, "Which or that?") for span in spans if span not in set(taken)]
