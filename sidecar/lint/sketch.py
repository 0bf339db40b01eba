"""Fingerprints of texts by which nearly the same email is recognised without keeping its words.

Terminology: a *shingle* is a run of words; a *sketch* holds the hashes of a text's shingles, the lowest of them if it
is long. Names, places, dates and numbers are masked first: an email in which these alone were changed has the same
sketch. A *line of its own* is a run of words that the other text has nothing of; a word exchanged here and there makes
none. Hashes are the same in every process; a change of method must change `VERSION`.
"""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from sys import byteorder
from zlib import crc32

VERSION = 1
SIZE = 512
"""Hashes kept: all of them for a text of up to this many words."""
NEARLY_THE_SAME = 0.9
"""The repeated share from which an email holds no line of its own worth the name (domain.md 3.3)."""

_SHINGLE = 3  # words
_LINE = 5  # words without a counterpart that make a line of its own
_TOKEN = re.compile(r"(?P<end>[.!?:](?=\s)|\n)|(?P<word>\w+(?:['’.-]\w+)*)")
_MASK = "#"
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "prof", "st", "mt"])  # a full stop after them ends no sentence
_DATE_WORDS = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
        *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
_SPREAD = 2_654_435_761  # Knuth's multiplier: the order of crc32 alone is not random enough


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingle hashes of one text, in reading order."""

    hashes: tuple[int, ...]

    @property
    def sketch(self) -> bytes:
        """The lowest `SIZE` hashes, ascending, four bytes each: what is stored."""
        packed = array("I", sorted(set(self.hashes))[:SIZE])
        if byteorder == "big":
            packed.byteswap()
        return packed.tobytes()

    def repeated_in(self, earlier: bytes) -> float:
        """Return which share of this text, 0 to 1, stands in the sketched one: all but its lines of its own."""
        known = set(unpacked(earlier))
        if not self.hashes or not known:
            return 0.0
        # A full sketch says nothing of hashes above its highest: they are taken for known, and the rest decides.
        limit = max(known) if len(known) >= SIZE else 0xFFFF_FFFF
        words = [False] * (len(self.hashes) + _SHINGLE - 1)
        for at, value in enumerate(self.hashes):
            if value in known or value > limit:
                words[at : at + _SHINGLE] = [True] * _SHINGLE
        return 1 - _own_words(words) / len(words)


def shingles(text: str, names: Iterable[str] = ()) -> Shingles:
    """Read a text's shingles. `names` are further names to mask (people, programs, hospitals, cities), in any case."""
    words = _masked(text, {word.casefold() for name in names for word in re.findall(r"\w+", name)})
    runs = (" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, bool(words))))
    return Shingles(tuple(crc32(run.encode("utf-8", "surrogatepass")) * _SPREAD & 0xFFFF_FFFF for run in runs))


def unpacked(sketch: bytes) -> "array[int]":
    """Return the hashes of a stored sketch, ascending."""
    hashes = array("I")
    hashes.frombytes(sketch[: len(sketch) // 4 * 4])
    if byteorder == "big":
        hashes.byteswap()
    return hashes


def _own_words(known: list[bool]) -> int:
    """Count the words that stand in runs of at least `_LINE` unknown ones."""
    total = run = 0
    for word_known in (*known, True):
        if not word_known:
            run += 1
            continue
        total += run if run >= _LINE else 0
        run = 0
    return total


def _masked(text: str, names: set[str]) -> list[str]:
    """Return the words of a text, lower-cased, every run of names, dates and numbers as one mask."""
    words: list[str] = []
    starts = True  # whether the next word begins a sentence, where a capital means nothing
    before = ""
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is None:
            starts = starts or before not in _TITLES
            continue
        before = word.casefold()
        named = before in names or before in _DATE_WORDS or (word[0].isupper() and not starts) or word[0].isdigit()
        starts = False
        if not named:
            words.append(before)
        elif not words or words[-1] != _MASK:
            words.append(_MASK)
    return words
