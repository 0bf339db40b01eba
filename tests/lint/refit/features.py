"""The features of drafts and sentences as a model is fitted to them."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sidecar.lint import weights
from sidecar.lint.weights import Fitted, written

STRENGTH = 1.0  # inverse of the regularisation
LENGTH = 10.0  # of every draft or sentence, as a vector of its features
FOLDS = 5
_FOLDER = Path(weights.__file__).with_name(weights.FOLDER)
_OF_A_RARE_WORD = 0.75  # power of the inverse document frequency of a word, which is 1 for one draft in eight


def size_of_word(share: float) -> float:
    """Return how much of a draft a word makes up: more, the fewer drafts have it (`share`, 0 to 1)."""
    return math.pow(max(0.0, math.log(share) / math.log(1 / 8)), _OF_A_RARE_WORD)


def sizes(found: Collection[frozenset[str]], rare: int, of_a_sign: float) -> dict[str, float]:
    """Return the size of each feature that stands in as many as `rare` of these."""
    return {
        feature: size_of_word(times / len(found)) if _is_of_words(feature) else of_a_sign
        for feature, times in Counter(feature for each in found for feature in each).items()
        if times >= rare
    }


def telling(rows: Mapping[str, Sequence[float]], least: float) -> dict[str, Sequence[float]]:
    """Return the rows to keep: of pairs of words only those that speak for some answer with `least` or more."""
    return {
        feature: row for feature, row in rows.items() if not _is_a_pair(feature) or max(map(abs, row[:-1])) >= least
    }


def write(table: str, *fitted: Fitted) -> None:
    """Write a table of weights; its sets of answers are given in their order."""
    data = written(dict(zip(weights.TABLES[table], fitted, strict=True)))
    (_FOLDER / f"{table}.tsv.gz").write_bytes(data)
    print(f"{table}: {len(frozenset().union(*(one.rows for one in fitted))):,} features")


def _is_a_pair(feature: str) -> bool:
    return _is_of_words(feature) and " " in feature


def _is_of_words(feature: str) -> bool:
    return not feature.startswith(":")
