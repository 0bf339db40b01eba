"""The features of drafts and sentences as a model is fitted to them."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sidecar.lint import weights

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


def write(name: str, always: Mapping[str, float], rows: Mapping[str, Sequence[float]], least: float) -> None:
    """Write the weights of this name, in `weights.written`'s order.

    Of pairs of words only those are kept that speak for some answer with `least` or more.
    """
    telling = {
        feature: row
        for feature, row in sorted(rows.items())
        if not feature.startswith("pair ") or max(map(abs, row[:-1])) >= least
    }
    (_FOLDER / f"{name}.tsv.gz").write_bytes(weights.written(always, telling))
    print(f"{name}: {len(telling):,} features of {len(rows):,}")


def _is_of_words(feature: str) -> bool:
    return feature.startswith(("word ", "pair "))
