"""Raised voices: exclamation marks in rows and words in capitals."""

import re
from collections.abc import Iterator

_MARKS = re.compile(r"!(?:!+|\?)|\?(?:\?+|!)")
_CAPITALS = re.compile(r"[A-Z](?<![\w-][A-Z])[A-Z']+(?:[ ,]+(?:I|[A-Z][A-Z']+))*(?![\w-])")
_COMMON = frozenset(
    "please urgent urgently urgence need needed help now today must important letter last chance strong immediately very soon reply read this you your have not never "
    "only want thank thanks still pending friday monday tuesday wednesday thursday asap me my interview answer waiting hope attention request by the an is are "
    "am for it be with and to of".split()
)
_LOUD = _COMMON - frozenset("by the an is are am for it be with and to of asap my me this you your".split())
_TITLES = frozenset(
    "request recommendation residency application update follow reminder thank interview letter for of and the to in from".split()
)


def exclamations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where exclamation or question marks stand in rows."""
    return (match.span() for match in _MARKS.finditer(text))


def capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitals that are said aloud: ordinary words, not acronyms or names."""
    for match in _CAPITALS.finditer(text):
        words = [word.casefold().strip(",'") for word in match[0].split()]
        loud = sum(word in _LOUD for word in words)
        if loud and (len(words) == 1 or loud + sum(word in _COMMON for word in words) >= 2 or loud >= 1):
            yield match.span()
