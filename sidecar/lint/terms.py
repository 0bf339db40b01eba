"""The words of a text as weights know them: without their endings, and all numbers of a kind as one.

Slips in grammar lie mostly in the endings, and which day or year a draft names says nothing of what it is for.
"""

import re
from functools import cache
from itertools import pairwise

import Stemmer

_TOKENS = re.compile(r"[a-z0-9#'’]+|\[|\?")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_MONTHS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()  # not `may`, which is mostly a verb
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def terms(folded: str) -> list[str]:
    """Return the terms of folded text in order."""
    found = _TOKENS.findall(folded)
    return [
        _number(token) if token[0].isdigit() and _NUMBER.fullmatch(token) else "<month>" if token in _MONTHS else stem
        for token, stem in zip(found, _stemmer().stemWords(found), strict=True)
    ]


def _number(token: str) -> str:
    if _YEAR.fullmatch(token):
        return "<year>"
    return f"<{min(5, len(token.rstrip('sthnrd')))} digits>"


def features(found: list[str]) -> frozenset[str]:
    """Return what in a sentence of these terms weights may know: each term, and each pair in a row, ends included."""
    return frozenset([*found, *map(" ".join, pairwise(["^", *found, "$"]))])


@cache
def _stemmer() -> Stemmer.Stemmer:
    """Snowball's stemmer of English (Porter 2)."""
    return Stemmer.Stemmer("english")
