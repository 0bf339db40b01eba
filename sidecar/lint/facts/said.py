"""What sentences say, weighed from their words: it hears what the grammars of `facts` have no form for.

Terminology: see `weights`. Its features are the terms of a sentence and pairs of them in a row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sidecar.lint.facts.prose import Stretch
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, or a window of one that runs on, by its features."""

    sentence: Stretch
    features: frozenset[str]


def readings(sentences: Iterable[Stretch]) -> tuple[Reading, ...]:
    """Return how sentences are read, in order; once read, they can be asked for everything that may be said."""
    return tuple(Reading(sentence, shown) for sentence in sentences for shown in _windows(sentence.terms))


def said(what: Said, read: Iterable[Reading]) -> Stretch | None:
    """Return the first sentence that surely says this, or None."""
    table = weights(f"says_{what}")
    return next((each.sentence for each in read if table.likely(each.features)["yes"] >= _SURE), None)


def features(*sentences: Stretch) -> frozenset[str]:
    """Return what in sentences may speak for what they say."""
    return _features(*(sentence.terms for sentence in sentences))


def _windows(found: list[str]) -> Iterator[frozenset[str]]:
    if len(found) <= _LONG:
        yield _features(found)
    else:
        yield from (_features(found[start : start + _WINDOW]) for start in range(0, len(found), _STEP))


def _features(*found: list[str]) -> frozenset[str]:
    words = (f"word {term}" for each in found for term in each)
    pairs = (f"pair {one} {other}" for each in found for one, other in pairwise(["^", *each, "$"]))
    return frozenset((*words, *pairs))
