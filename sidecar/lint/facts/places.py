"""Towns and states of the United States, where a sentence says that somebody or something is in one."""

import re
from functools import cache

from sidecar.lint.facts.prose import Stretch
from sidecar.lint.wordlist import WordList, word_list

_WHERE = re.compile(
    r"(?<![\w-])(?:in|near|from|to|at|around|of|within|outside|across|between|for|and|called?|left|is|beside|out of|,)\s+(?:the )?(?:downtown |north |south |east |west |metro )?"
    r"([a-z][\w.'-]*(?:[ -][a-z][\w.'-]*){0,2})"
)
_LONGEST = 3  # words


@cache
def _names() -> WordList:
    return word_list("us_places.txt.gz")


def us_place(sentence: Stretch) -> bool:
    """Tell whether a town or state of the United States stands where a place would."""
    return any(_named(match[1]) for match in _WHERE.finditer(sentence.text))


def _named(words: str) -> bool:
    parts = words.replace(".", "").split()
    return any(" ".join(parts[:count]).removesuffix("'s") in _names() for count in range(_LONGEST, 0, -1))
