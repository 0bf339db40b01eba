"""What is believed of Harper's remarks: grammar and common words, nothing of style, names, terms or places."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from sidecar.lint.draft import Draft
from sidecar.lint.rule import Edit, Field, Finding, Fix, Span
from sidecar.lint.spelling import is_common, is_foreign, is_known

_BELIEVED = frozenset(["Agreement", "BoundaryError", "Eggcorn", "Grammar", "Malapropism", "Punctuation", "Repetition"])
_SPELLING = "Spelling"
_SHORTEST = 6  # letters of a word that may be called misspelt
_ALONE = re.compile(r"(?<![\w@./\\#&+-])[a-z]+(?![\w@/\\&+-]|\.\w)")  # no part of an address, a path or a file name
_MARKUP = re.compile(r"[`*]")
_MOST_FIXES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of Harper's: its category, where (code points of the body), what it says, what to write instead."""

    category: str
    start: int
    end: int
    message: str
    betters: tuple[str, ...]


def checked_text(draft: Draft) -> str:
    """Return what Harper is to read: the prose, with every blanked line a paragraph break, offsets unchanged."""
    text = re.sub(r"(?m)^ +$", lambda blank: "\n" * len(blank[0]), draft.prose)
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def findings(
    draft: Draft, remarks: Iterable[Remark], names: Container[str], taken: Iterable[Span] = ()
) -> Iterator[Finding]:
    """Yield the remarks worth showing. `names` are words in lower case that are right by definition.

    `taken` are spans that something has been said about already.
    """
    if is_foreign(draft.prose):
        return
    spans = [(span.start, span.end) for span in taken if span.field is Field.BODY]
    for remark in remarks:
        if not any(start < remark.end and remark.start < end for start, end in spans) and _holds(draft, remark, names):
            span = Span(Field.BODY, remark.start, remark.end)
            fixes = (Fix(_title(better), (Edit(span, better),)) for better in remark.betters[:_MOST_FIXES])
            yield Finding(span, _MARKUP.sub("", remark.message).strip(), tuple(fixes))


def _holds(draft: Draft, remark: Remark, names: Container[str]) -> bool:
    text = draft.text[remark.start : remark.end]
    if not any(own.start <= remark.start and remark.end <= own.end for own in draft.own):
        return False
    if remark.category == _SPELLING:
        return _is_misspelt(draft.text, remark, names)
    return remark.category in _BELIEVED and bool(remark.betters) and not _names_something(text)


def _is_misspelt(text: str, remark: Remark, names: Container[str]) -> bool:
    """Tell whether an unknown word is plain and near enough to a common one."""
    word = text[remark.start : remark.end]
    alone = _ALONE.match(text, remark.start)
    if alone is None or alone[0] != word or len(word) < _SHORTEST or word in names or is_known(word):
        return False
    return any(better[:1] == word[0] and is_common(better) for better in remark.betters)


def _names_something(text: str) -> bool:
    """Tell whether the underlined words hold a name or an acronym."""
    return any(word[:1].isupper() for word in text.split()[1:]) or any(len(w) > 1 and w.isupper() for w in text.split())


def _title(better: str) -> str:
    return f"Write “{better}”" if better.strip() else "Remove this"
