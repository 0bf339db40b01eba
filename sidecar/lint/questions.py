"""Fitted weights of many questions, put to the same features at once.

Terminology: see `weights`; a *question* is one that is answered by yes or no. The weights of a feature for all of them
are packed into one integer, a slot of bits each, and the square of its size into one slot more, so that one addition
a feature adds them all up.
"""

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import repeat
from sys import intern

from sidecar.lint.weights import ALWAYS, FOLDER

_SCALE = 64  # slots count in this part of 1
_BITS = 20  # of a slot: more than the weights of the longest sentence add up to
_MASK = (1 << _BITS) - 1
_ZERO = 1 << (_BITS - 1)  # what stands for 0 in a slot when it is read: slots are signed


@dataclass(frozen=True, slots=True)
class Answers:
    """The weights of a sentence for every question, added up but not yet told apart."""

    questions: "Questions"
    total: int

    def likely(self, question: str) -> float:
        """Return how likely the answer is yes (0 to 1)."""
        at = self.questions.at[question]
        length = math.sqrt(_slot(self.total, 0) + self.questions.always[0])
        return 1 / (1 + math.exp(-self.questions.always[at] - _slot(self.total, at) / length))


@dataclass(frozen=True, slots=True)
class Questions:
    """The slot of each question, what each slot holds always, and the packed weights of each feature.

    Slot 0 holds sizes: the size that is always there keeps one telling word from deciding in a sentence of three.
    """

    at: Mapping[str, int]
    always: tuple[float, ...]
    of: Mapping[str, int]
    nothing: int  # what no features at all add up to

    def weigh(self, features: Iterable[str]) -> Answers:
        """Return the answers to all questions for what has these features."""
        return Answers(self, sum(map(self.of.get, features, repeat(0)), self.nothing))


def _slot(total: int, at: int) -> float:
    return (((total >> (_BITS * at)) & _MASK) - _ZERO) / _SCALE


def _pack(slots: Iterable[int]) -> int:
    return sum(slot << (_BITS * at) for at, slot in enumerate(slots))


@cache
def questions(name: str) -> Questions:
    """Return the questions of this name (`says`)."""
    return read((files("sidecar.lint") / FOLDER / f"{name}.tsv.gz").read_bytes())


def read(data: bytes) -> Questions:
    """Return the questions that `written` wrote."""
    with gzip.open(BytesIO(data), "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        _, *names = next(rows)
        _, *always = next(rows)
        return Questions(
            {name: at for at, name in enumerate(names)},
            tuple(map(float, always)),
            {intern(feature): int(packed, 16) for feature, packed in rows},
            _pack([_ZERO] * len(names)),
        )


def written(always: Mapping[str, float], rows: Mapping[str, Iterable[float]]) -> bytes:
    """Return a table, compressed: the names of the slots, what each holds always, and what it holds for each feature.

    The same weights give the same bytes.
    """
    table = ["\t".join(["feature", *always]), "\t".join([ALWAYS, *(f"{each:.3f}" for each in always.values())])]
    table += [f"{feature}\t{_pack(round(each * _SCALE) for each in row):x}" for feature, row in rows.items()]
    text = "# Written by python -m tests.lint.refit\n" + "\n".join(table) + "\n"
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)
