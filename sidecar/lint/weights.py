"""Fitted weights: how much each feature of a draft speaks for each of some classes.

Terminology: a *feature* is a sign that is present, a word, or two words in a row; its *size* is how much of a draft it
makes up, so that a long draft does not speak louder than a short one. The weights were fitted to labelled drafts
(tests/lint/drafts) by `python -m tests.lint.refit`; docs/decisions/0024 says why.
"""

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from operator import mul
from sys import intern

ALWAYS = ""  # the feature that every draft has
FOLDER = "words"


@dataclass(frozen=True, slots=True)
class Weights:
    """The size of each feature, then its weights in the order of `classes`."""

    classes: tuple[str, ...]
    of: Mapping[str, tuple[float, ...]]

    def likely(self, features: Iterable[str]) -> Mapping[str, float]:
        """Return how likely each class is for a draft with these features; together they are 1."""
        _, *totals = self.of[ALWAYS]
        rows = filter(None, map(self.of.get, features))
        if columns := tuple(zip(*rows, strict=True)):
            sizes, *spoken = columns
            length = math.sqrt(math.fsum(map(mul, sizes, sizes))) or 1.0
            totals = [
                total + math.fsum(each) / length for total, each in zip(totals, spoken, strict=True)
            ]  # in any order
        most = max(totals)
        raised = [math.exp(total - most) for total in totals]
        return {name: each / sum(raised) for name, each in zip(self.classes, raised, strict=True)}


@cache
def weights(name: str) -> Weights:
    """Return the weights of this name (`family`, `letter`, `program`)."""
    return read((files("sidecar.lint") / FOLDER / f"{name}.tsv.gz").read_bytes())


def read(data: bytes) -> Weights:
    """Return the weights that `written` wrote."""
    numbers = cache(float)  # the same few thousand numbers stand in all rows
    with gzip.open(BytesIO(data), "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        _, _, *classes = next(rows)
        return Weights(tuple(classes), {intern(feature): tuple(map(numbers, row)) for feature, *row in rows})


def written(given: Weights) -> bytes:
    """Return weights as a table, compressed; the same weights give the same bytes."""
    rows = ["\t".join(["feature", "size", *given.classes])]
    rows += ["\t".join([feature, *(f"{each:.3f}" for each in numbers)]) for feature, numbers in given.of.items()]
    text = "# Written by python -m tests.lint.refit\n" + "\n".join(rows) + "\n"
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)
