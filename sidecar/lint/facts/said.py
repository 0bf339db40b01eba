"""What sentences say, weighed from their words: it hears what the grammars of `facts` have no form for.

Terminology: see `weights`. Its features are the terms of a sentence and pairs of them in a row.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from sidecar.lint.facts.prose import Sentences, Stretch
from sidecar.lint.terms import terms
from sidecar.lint.weights import weights

_SURE = 0.75  # below it a sentence is not taken to say it
_LONG = 32  # terms; of a sentence that runs on, what it says is looked for in windows
_WINDOW, _STEP = 22, 11


class Said(StrEnum):
    """What an email to a referee may say."""

    WAY_OUT = "way_out"  # declining is made easy
    WAIVER = "waiver"  # the writer will not see the letter
    LOGISTICS = "logistics"  # how the letter gets in
    MATERIALS = "materials"  # a CV, a list of cases and the like are offered
    STRONG = "strong"  # the letter is to be strong
    ASK = "ask"  # a letter is asked for
    REMINDS_WHO = "reminds_who"  # what reader and writer did together


def said(what: Said, sentences: Sentences) -> Stretch | None:
    """Return the first sentence that surely says this, or None."""
    table = weights(f"says_{what}")
    for sentence in sentences:
        if any(table.likely(shown)["yes"] >= _SURE for shown in _readings(terms(sentence.text))):
            return sentence
    return None


def features(*sentences: Stretch) -> frozenset[str]:
    """Return what in sentences may speak for what they say."""
    return _features(*(terms(sentence.text) for sentence in sentences))


def _readings(found: list[str]) -> Iterator[frozenset[str]]:
    if len(found) <= _LONG:
        yield _features(found)
    else:
        yield from (_features(found[start : start + _WINDOW]) for start in range(0, len(found), _STEP))


def _features(*found: list[str]) -> frozenset[str]:
    words = (f"word {term}" for each in found for term in each)
    pairs = (f"pair {one} {other}" for each in found for one, other in pairwise(["^", *each, "$"]))
    return frozenset((*words, *pairs))
