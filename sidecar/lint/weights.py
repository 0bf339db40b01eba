"""Fitted weights: how much each feature of a draft, or of a sentence, speaks for each of some answers.

Terminology: a *feature* is a sign that is present, a word, or two words in a row; its *size* is how much of a text it
makes up, so that a long text does not speak louder than a short one. An *answer* is one of some classes, or yes to one
of some questions. The weights were fitted to labelled drafts and sentences (tests/lint/drafts) by
`python -m tests.lint.refit`; docs/decisions/0024 and 0086 say why.

The weights of a feature for all answers are packed into one integer, a slot of bits each, and the square of its size
above them: one addition a feature adds them all up, in any order.
"""

import gzip
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

FOLDER = "words"
_ALWAYS = ""  # the feature that every text has
_SCALE = 8  # slots count in this part of 1
_BITS = 20  # of a slot; the highest has no limit
_MASK = (1 << _BITS) - 1
_ZERO = 1 << (_BITS - 1)  # what stands for 0 in a slot when it is read: slots are signed


@dataclass(frozen=True, slots=True)
class Weights:
    """The slot of each answer, what each slot holds always, and the packed weights of each feature.

    The last slot holds sizes: one that is always there keeps one telling word from deciding in a sentence of three.
    """

    at: Mapping[str, int]
    always: tuple[float, ...]
    of: Mapping[str, int]

    def weigh(self, features: Iterable[str]) -> "Weighed":
        """Return what speaks for each answer about what has these features."""
        total = sum(filter(None, map(self.of.get, features)), _nothing(len(self.at)))
        length = math.sqrt((total >> (_BITS * len(self.at))) / _SCALE + self.always[-1])
        return Weighed(self, total, _SCALE * (length or 1.0))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weights of a text, added up but not yet told apart; `length` counts as slots do."""

    weights: Weights
    total: int
    length: float

    def likely(self, question: str) -> float:
        """Return how likely the answer to a question is yes (0 to 1)."""
        return (1 + math.tanh(self._speaks_for(question) / 2)) / 2

    def shares(self) -> Mapping[str, float]:
        """Return how likely each class is; together they are 1."""
        spoken = {name: self._speaks_for(name) for name in self.weights.at}
        most = max(spoken.values())
        raised = {name: math.exp(each - most) for name, each in spoken.items()}
        whole = sum(raised.values())
        return {name: each / whole for name, each in raised.items()}

    def _speaks_for(self, answer: str) -> float:
        at = self.weights.at[answer]
        slot = ((self.total >> (_BITS * at)) & _MASK) - _ZERO
        return self.weights.always[at] + slot / self.length


@cache
def _nothing(answers: int) -> int:
    """Return what no features at all add up to."""
    return sum(_ZERO << (_BITS * at) for at in range(answers))


@cache
def weights(name: str) -> Weights:
    """Return the weights of this name (`family`, `letter`, `program`, `says`)."""
    return read((files("sidecar.lint") / FOLDER / f"{name}.tsv.gz").read_bytes())


def read(data: bytes) -> Weights:
    """Return the weights that `written` wrote."""
    with gzip.open(BytesIO(data), "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        _, *answers, _ = next(rows)
        _, *always = next(rows)
        return Weights(
            {answer: at for at, answer in enumerate(answers)},
            tuple(map(float, always)),
            {feature: int(packed, 16) for feature, packed in rows},
        )


def written(always: Mapping[str, float], rows: Mapping[str, Sequence[float]]) -> bytes:
    """Return a table, compressed: what each answer has always, and of each feature; sizes, squared, come last.

    The same weights give the same bytes. Raises `ValueError` when what all features say together overflows a slot.
    """
    counted = {feature: [round(each * _SCALE) for each in row] for feature, row in rows.items()}
    if any(max(_one_way(column)) >= _ZERO for column in [*zip(*counted.values(), strict=True)][:-1]):
        raise ValueError("The weights of all features together may not fit a slot.")
    table = ["\t".join(["feature", *always]), "\t".join([_ALWAYS, *(f"{each:.3f}" for each in always.values())])]
    table += [f"{feature}\t{_packed(row):x}" for feature, row in counted.items()]
    text = "# Written by python -m tests.lint.refit\n" + "\n".join(table) + "\n"
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def _one_way(column: Sequence[int]) -> tuple[int, int]:
    up = sum(each for each in column if each > 0)
    return up, up - sum(column)


def _packed(slots: Sequence[int]) -> int:
    return sum(slot << (_BITS * at) for at, slot in enumerate(slots))
