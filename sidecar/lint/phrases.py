"""Find many fixed phrases in one pass: a trie-built alternation of `re` over folded text.

Terminology: *folded* text is lower-cased with straight quotes and plain spaces, and keeps every offset.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from propcache.api import cached_property

from sidecar.lint.rule import Edit, Field, Finding, Fix, Span

if TYPE_CHECKING:
    from sidecar.lint.facts import Facts
    from sidecar.lint.facts.prose import Stretch

_PLAIN = {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\t": " "}
_BLANK = r"[ \n]+"
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` lower-cased with quotes and spaces made plain, every character in its old place."""
    for char, plain in _PLAIN.items():
        text = text.replace(char, plain)
    return lowered(text)


def lowered(text: str) -> str:
    """Return `text` lower-cased, every character in its old place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower()[0] for char in text)  # U+0130 is two characters long in lower case


def plain_letters(text: str) -> str:
    """Return `text` lower-cased, accents taken off, everything but letters made a blank: for comparing names."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return "".join(char if char.isalpha() else " " for char in bare)


@dataclass(slots=True)
class _Node:
    ends: bool = False
    children: dict[str, "_Node"] = field(default_factory=dict)

    def pattern(self) -> str:
        branches = [
            (_BLANK if char == " " else re.escape(char)) + node.pattern() for char, node in self.children.items()
        ]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and not self.ends else f"(?:{'|'.join(branches)})"
        return f"{joined}?" if self.ends else joined


def alternation(phrases: Iterable[str]) -> str:
    """Return a pattern that matches exactly these folded phrases, longest first; a space matches any blank run."""
    root = _Node()
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.children.setdefault(char, _Node())
        node.ends = True
    return root.pattern()


class Wordings:
    """Fixed phrases, found as whole words in folded text, which is searched only if it has all the words of one."""

    def __init__(self, *phrases: str) -> None:
        folded = [fold(phrase) for phrase in phrases]
        self._by_longest: dict[str, list[frozenset[str]]] = {}
        for words in map(_WORD.findall, folded):
            self._by_longest.setdefault(max(words, key=len), []).append(frozenset(words))
        self._longest = frozenset(self._by_longest)
        self._pattern = re.compile(rf"(?<![\w'-])(?:{alternation(folded)})(?!\w|-\w)")

    def finditer(self, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Return the matches in a text of which `words` are the words (as `Stretch` counts them)."""
        return self._pattern.finditer(text) if self._possible(words) else iter(())

    def _possible(self, words: frozenset[str]) -> bool:
        return any(phrase <= words for longest in self._longest & words for phrase in self._by_longest[longest])


@dataclass(frozen=True)
class Phrases:
    """A rule made of wordings alone: each with its better wording, or None where only the writer can tell.

    `also` finds what no list can hold, said in the same sense; where it and a wording meet, the wording stands.
    `message` may hold `{found}`, the words as written. `title` names the change and may hold `{better}`.
    """

    message: str
    wordings: Mapping[str, str | None]
    title: str = "Write “{better}”"
    fields: frozenset[Field] = frozenset({Field.BODY, Field.SUBJECT})
    also: Callable[["Facts"], Iterable["Stretch"]] | None = None

    @cached_property
    def _known(self) -> Wordings:
        return Wordings(*self.wordings)

    def findings(self, facts: "Facts") -> Iterator[Finding]:
        """Yield a finding for each wording in the writer's own prose (subject included, signature not), in order."""
        spans = list(self._worded(facts))
        for stretch in self.also(facts) if self.also else ():
            span = facts.span_of(stretch)
            if not any(
                span.field is other.field and span.start < other.end and other.start < span.end for other in spans
            ):
                spans.append(span)
        for span in sorted(spans, key=lambda each: (each.field is Field.BODY, each.start)):
            yield self._finding(span, facts.draft.quote(span))

    def _worded(self, facts: "Facts") -> Iterator[Span]:
        texts = {
            Field.SUBJECT: (facts.subject_folded, facts.subject_sentence.words),
            Field.BODY: (facts.prose.text, facts.prose.sentences.words),
        }
        for place in sorted(self.fields & texts.keys(), reverse=True):
            for match in self._known.finditer(*texts[place]):
                yield Span(place, *match.span())

    def _finding(self, span: Span, found: str) -> Finding:
        better = self.wordings.get(" ".join(fold(found).split()))
        if better is None:
            return Finding(span, self.message.format(found=found))
        better = better[:1].upper() + better[1:] if found[:1].isupper() else better
        fix = Fix(self.title.format(better=better), (Edit(span, better),), safe=True)
        return Finding(span, self.message.format(found=found), (fix,))
