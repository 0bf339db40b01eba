"""Folded text as recognisers read it: cut into sentences and paragraphs, every offset as in the body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

_ABBREVIATIONS = (
    "dr mr mrs ms prof st ste vs e.g i.e approx dept univ jr sr jan feb mar apr jun jul aug sep sept oct nov "
    "dec m.d u.s u.k ph.d"
).split()
_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-–—•*·▪]|\d{1,2}[.)])[ \t])")
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
    def words(self) -> frozenset[str]:
        """The words in it, without apostrophes and hyphens inside: `i'd` counts as `i` and `d`."""
        return frozenset(_PLAIN_WORD.findall(self.text))


class Sentences(tuple[Stretch, ...]):
    """Sentences in order, with an index of their words, so that a grammar looks only where it can match."""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, sentence in enumerate(self):
            for word in sentence.words:
                places.setdefault(word, []).append(place)
        return places

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._places)

    def having(self, words: frozenset[str]) -> Iterable[Stretch]:
        """Return the sentences with one of these words, in order."""
        common = self._words & words
        if not common:
            return ()
        return [self[place] for place in sorted({place for word in common for place in self._places[word]})]


def sentences(prose: str) -> Sentences:
    """Return the sentences of folded prose, without the blanks around them; a list item is
    a sentence unless a colon introduces the list."""
    return Sentences(_trimmed(prose, _cuts(prose)))


def paragraphs(prose: str) -> tuple[Stretch, ...]:
    """Return the paragraphs of folded prose: what blank lines separate."""
    return tuple(_trimmed(prose, (match.span() for match in _BLANK_LINES.finditer(prose))))


def word_count(text: str) -> int:
    """Return the number of words; `follow-up`, `U.S.` and an address are one each."""
    return sum(1 for _ in _WORD.finditer(text))


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
        piece = prose[last:end]
        start = last + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield Stretch(start, last + len(piece.rstrip()), piece.strip())
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
        return word_count(self.text)
