"""Turns lists of wordings into regular expressions, and prepares text for them.

A list stands in `wording/NAME.txt`: a line `== section`, then one wording a line, a regular expression in lower case in
which a space stands for any white space; lines beginning with `#` are remarks.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "İ": "i", "\xa0": " ", "\u202f": " "})
_UNWRITTEN = re.compile(
    "[\u0640\u064b-\u0652\u200b-\u200f]"
)  # Arabic vowel signs and stretching, zero-width characters


def fold(text: str) -> str:
    """Return text for matching: lower case, plain apostrophes and spaces, Arabic without vowel signs."""
    if text.isascii() and "`" not in text:
        return text.lower()
    return _UNWRITTEN.sub("", text.translate(_PLAIN).lower())


def spaced(wording: str) -> str:
    """Let each space of a wording stand for any white space."""
    return wording.replace(" ?", r"\s*").replace(" ", r"\s+")


def any_of(wordings: list[str]) -> re.Pattern[str]:
    """Compile wordings into one alternation that begins where a word or its shortened second half ("'ll") does."""
    joined = "|".join(map(spaced, wordings))
    return re.compile(rf"(?:(?<!\w)|(?='))(?:{joined})", re.MULTILINE)


class Wordings(Mapping[str, re.Pattern[str]]):
    """One pattern for each section of a list, compiled when it is first wanted."""

    def __init__(self, sections: Mapping[str, list[str]]) -> None:
        self._sections = sections
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, section: str) -> re.Pattern[str]:
        """Return the pattern of a section."""
        if section not in self._compiled:
            self._compiled[section] = any_of(self._sections[section])
        return self._compiled[section]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the sections."""
        return iter(self._sections)

    def __len__(self) -> int:
        """Return how many sections there are."""
        return len(self._sections)


@cache
def wordings(name: str) -> Wordings:
    """Load `wording/NAME.txt`."""
    text = resources.files(__package__).joinpath("wording", f"{name}.txt").read_text("utf-8")
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("== "):
            current = sections.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return Wordings(sections)
