"""Folded text as recognisers read it: cut into sentences and paragraphs, every offset as in the body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from propcache.api import cached_property

from sidecar.lint.terms import features, terms

_ABBREVIATIONS = (
    "dr mr mrs ms prof st ste vs e.g i.e approx dept univ jr sr jan feb mar apr jun jul aug sep sept oct nov "
    "dec m.d u.s u.k ph.d"
).split()
# Marks, a blank line, or the line break before a list item. All begin alike, since a text is searched fastest for one set.
_STOP = re.compile(
    r"[.!?…\n](?:(?<!\n)[.!?…]*[\"')\]]*(?=\s|$)|(?<=\n)(?:[ \t]*\n|(?=[ \t]*(?:[-–—•*·▪]|\d{1,2}[.)])[ \t])))"
)
_LAST_WORD = re.compile(r"[\w.]+$")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_PLAIN_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\w+(?:[-'./@]\w+)*")


@dataclass(frozen=True)
class Stretch:
    """A piece of the body: `text` is folded, `start` and `end` count in the body."""

    start: int
    end: int
    text: str

    @cached_property
    def matches(self) -> "dict[object, re.Match[str] | None]":
        """Where each grammar that was looked for in it matched first: many facts are read from the same signs."""
        return {}

    @cached_property
    def sequence(self) -> list[str]:
        """The words in it, in order, without apostrophes and hyphens inside: `i'd` counts as `i` and `d`."""
        return _PLAIN_WORD.findall(self.text)

    @cached_property
    def terms(self) -> list[str]:
        """Its terms in order, as weights know them."""
        return terms(self.text)

    @cached_property
    def features(self) -> frozenset[str]:
        """What in it weights may know."""
        return features(self.terms)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it, each once."""
        return frozenset(self.sequence)

    @cached_property
    def word_count(self) -> int:
        """The number of words in it, as `word_count` counts them."""
        return word_count(self.text)


class Sentences(tuple[Stretch, ...]):
    """Sentences in order, with the words of all of them, so that a grammar looks only where it can match."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in any of them."""
        return frozenset[str]().union(*(sentence.words for sentence in self))

    def having(self, words: frozenset[str]) -> Iterable[Stretch]:
        """Return the sentences with one of these words, in order."""
        if words.isdisjoint(self.words):
            return ()
        return [sentence for sentence in self if not words.isdisjoint(sentence.words)]


def sentences(prose: str) -> Sentences:
    """Return the sentences of folded prose, without the blanks around them; a list item is
    a sentence unless a colon introduces the list."""
    return Sentences(_trimmed(prose, _cuts(prose)))


def paragraphs(prose: str) -> tuple[Stretch, ...]:
    """Return the paragraphs of folded prose: what blank lines separate."""
    return tuple(_trimmed(prose, (match.span() for match in _BLANK_LINES.finditer(prose))))


def word_count(text: str) -> int:
    """Return the number of words; `follow-up`, `U.S.` and an address are one each."""
    return len(_WORD.findall(text))


def _cuts(prose: str) -> Iterator[tuple[int, int]]:
    in_list = False
    for match in _STOP.finditer(prose):
        mark = match.group()
        if mark.startswith(".") and _abbreviated(prose, match.start(), match.end()):
            continue
        if mark == "\n":  # before a list item: a list stays with the words that introduce it
            in_list = in_list or prose[max(0, match.start() - 3) : match.start()].rstrip().endswith(":")
            if in_list:
                continue
        in_list = in_list and "\n" not in mark
        yield match.end(), match.end()


def _abbreviated(prose: str, stop: int, after: int) -> bool:
    word = _LAST_WORD.search(prose, max(0, stop - 12), stop)
    if word is None:
        return False
    return word.group() in _ABBREVIATIONS or (len(word.group()) == 1 and not prose[after : after + 2].startswith("\n"))


def _trimmed(prose: str, cuts: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    last = 0
    for end, resume in [*cuts, (len(prose), len(prose))]:
        piece = prose[last:end].lstrip()
        if piece:
            start, text = end - len(piece), piece.rstrip()
            yield Stretch(start, start + len(text), text)
        last = resume


class Prose:
    """Folded text with its sentences and paragraphs, each cut when first asked for."""

    def __init__(self, folded: str) -> None:
        self.text = folded

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences, in order."""
        return sentences(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The paragraphs, in order."""
        return paragraphs(self.text)

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return sum(paragraph.word_count for paragraph in self.paragraphs)
