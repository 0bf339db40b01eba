"""What words mean, as GloVe's vectors have it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidecar.lint.terms import terms

_MANY = 20_000  # stems, the most frequent, by which it is told what all vectors share
_BLEACHED = 2  # principal components that all vectors share and that mean nothing


@dataclass(frozen=True)
class Vectors:
    """What words mean, as vectors of length 1 by stem, the most frequent stem first."""

    of: Mapping[str, Any]  # numpy arrays
    dimensions: int


def vectors(path: Path) -> Vectors:
    """Return the vectors of stems: those of their words, a frequent one counting for more, without what all share."""
    import numpy as np  # noqa: PLC0415 - wanted here alone

    given = json.loads(path.read_text("utf-8"))
    summed: dict[str, Any] = {}
    for rank, word in enumerate(given["words"]):
        if re.fullmatch(r"[a-z][a-z'-]*", word) and (stem := terms(word)) and len(stem) == 1:
            vector = np.array(given["vectors"][word][: given["dimensions"]])
            if length := np.linalg.norm(vector):
                summed[stem[0]] = summed.get(stem[0], 0) + vector / length / (rank + 10)
    stems = list(summed)
    matrix = np.array([summed[stem] / np.linalg.norm(summed[stem]) for stem in stems])
    matrix -= matrix[:_MANY].mean(0)
    _, _, components = np.linalg.svd(matrix[:_MANY], full_matrices=False)
    for component in components[:_BLEACHED]:
        matrix -= np.outer(matrix @ component, component)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    return Vectors(dict(zip(stems, matrix, strict=True)), given["dimensions"])
