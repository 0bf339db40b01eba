"""Many words in little memory, and what tells quickly that a string is none of them."""

import gzip
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

_PLACES = 1 << 19  # for some 40,000 words: about one other string in fourteen passes the sieve


class WordList:
    """A set of lower-case words in one piece of memory (a byte a letter, against some sixty a word in a `set`)."""

    def __init__(self, blob: bytes) -> None:
        """Take sorted words, each between line breaks."""
        self._blob = blob
        self._ranges: dict[bytes, tuple[int, int]] = {}
        start, prefix = 0, b""
        for match in re.finditer(rb"\n(..?.?)", blob):
            if match[1] != prefix:
                self._ranges[prefix] = (start, match.start() + 1)
                start, prefix = match.start(), match[1]
        self._ranges[prefix] = (start, len(blob))

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word.isascii():
            return False
        line = word.encode()
        start, end = self._ranges.get(line[:3], (0, 0))
        return self._blob.find(b"\n" + line + b"\n", start, end) >= 0

    def __iter__(self) -> Iterator[str]:
        return (match[0].decode() for match in re.finditer(rb"[^\n]+", self._blob))


class Sieve:
    """Tells at once of most strings that they are none of its words; a few pass that are none either."""

    def __init__(self, words: Iterable[str]) -> None:
        self._marks = bytearray(_PLACES)
        for word in words:
            self._marks[hash(word) % _PLACES] = 1

    def sift(self, words: Iterable[str]) -> list[str]:
        """Return those of these strings that may be among the words, in order."""
        marks = self._marks
        return [word for word in words if marks[hash(word) % _PLACES]]


def word_list(name: str) -> WordList:
    """Return one of the lists of `sidecar/lint/words`."""
    return WordList(gzip.decompress((files("sidecar.lint") / "words" / name).read_bytes()))
