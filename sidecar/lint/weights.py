"""Fitted weights: how much each feature of a draft, or of a sentence, speaks for each of some answers.

Terminology: a *feature* is a word, two words in a row, or a sign that is present, which begins with a colon; its
*size* is how much of a text it makes up, so that a long text does not speak louder than a short one. An *answer* is one
of some classes, or yes to one of some questions. The weights were fitted to labelled drafts and sentences
(tests/lint/drafts) by `python -m tests.lint.refit`; docs/decisions/0024 and 0086 say why.

The weights of a feature for all answers are packed into one integer, a slot of bits each, with the square of its size:
one addition a feature adds them all up, in any order. Several sets of answers share a table, so that features known to
more than one are held once.
"""

import gzip
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

FOLDER = "words"
TABLES = {"kinds": ("family", "letter", "program"), "says": ("says",)}  # the sets of answers in each table
_ALWAYS = ""  # the feature that every text has
_SIZE = "size"
_SCALE = 8  # slots count in this part of 1
_BITS = 22  # of a slot
_MASK = (1 << _BITS) - 1
_ZERO = 1 << (_BITS - 1)  # what stands for 0 in a slot when it is read: slots are signed


@dataclass(frozen=True, slots=True)
class Weights:
    """The slot of each answer of one set, what each has always, and the packed weights of each feature of the table.

    The set's size has a slot too: one that is always there keeps one telling word from deciding in a sentence of three.
    """

    at: Mapping[str, int]
    always: Mapping[str, float]
    of: Mapping[str, int]
    nothing: int  # what no features at all add up to

    def weigh(self, features: Iterable[str]) -> "Weighed":
        """Return what speaks for each answer about what has these features."""
        total = sum(filter(None, map(self.of.get, features)), self.nothing)
        size = ((total >> self.at[_SIZE]) & _MASK) - _ZERO
        return Weighed(self, total, _SCALE * (math.sqrt(size / _SCALE + self.always[_SIZE]) or 1.0))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weights of a text, added up but not yet told apart; `length` counts as slots do."""

    weights: Weights
    total: int
    length: float

    def likely(self, question: str) -> float:
        """Return how likely the answer to a question is yes (0 to 1)."""
        return (1 + math.tanh(self.log_odds(question) / 2)) / 2

    def shares(self) -> Mapping[str, float]:
        """Return how likely each class is; together they are 1."""
        spoken = {name: self.log_odds(name) for name in self.weights.at if name != _SIZE}
        most = max(spoken.values())
        raised = {name: math.exp(each - most) for name, each in spoken.items()}
        whole = sum(raised.values())
        return {name: each / whole for name, each in raised.items()}

    def log_odds(self, answer: str) -> float:
        """Return what speaks for an answer: the logarithm of the odds that the answer to a question is yes."""
        weights = self.weights
        slot = ((self.total >> weights.at[answer]) & _MASK) - _ZERO
        return weights.always[answer] + slot / self.length


def log_odds(likelihood: float) -> float:
    """Return the logarithm of the odds of what is this likely (between 0 and 1)."""
    return math.log(likelihood / (1 - likelihood))


@dataclass(frozen=True, slots=True)
class Fitted:
    """One set of answers as it was fitted: what each has always, and of each feature, in the same order.

    `size` is what every text has; the last number of each feature is the square of its own.
    """

    always: Mapping[str, float]
    rows: Mapping[str, Sequence[float]]
    size: float


def weights(name: str) -> Weights:
    """Return the weights of this set of answers (`family`, `letter`, `program`, `says`)."""
    return _table(next(table for table, names in TABLES.items() if name in names))[name]


@cache
def _table(name: str) -> Mapping[str, Weights]:
    return read((files("sidecar.lint") / FOLDER / f"{name}.tsv.gz").read_bytes())


def forget() -> None:
    """Read every table anew when it is next wanted."""
    _table.cache_clear()


def read(data: bytes) -> Mapping[str, Weights]:
    """Return the weights of the sets of answers that `written` wrote, by name."""
    with gzip.open(BytesIO(data), "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        _, *columns = next(rows)
        _, *always = next(rows)
        of = {feature: int(packed, 16) for feature, packed in rows}
    nothing = _packed([_ZERO] * len(columns))
    at: dict[str, dict[str, int]] = {}
    has: dict[str, dict[str, float]] = {}
    for slot, (column, each) in enumerate(zip(columns, always, strict=True)):
        name, _, answer = column.partition(" ")
        at.setdefault(name, {})[answer] = _BITS * slot
        has.setdefault(name, {})[answer] = float(each)
    return {name: Weights(slots, has[name], of, nothing) for name, slots in at.items()}


def written(sets: Mapping[str, Fitted]) -> bytes:
    """Return a table of these sets of answers, compressed. The same weights give the same bytes.

    Raises `ValueError` when what all features say together overflows a slot.
    """
    columns = [f"{name} {answer}" for name, one in sets.items() for answer in (*one.always, _SIZE)]
    always = [each for one in sets.values() for each in (*one.always.values(), one.size)]
    counted = {
        feature: [round(each * _SCALE) for one in sets.values() for each in one.rows.get(feature, _none(one))]
        for feature in sorted({feature for one in sets.values() for feature in one.rows})
    }
    if any(max(_one_way(column)) >= _ZERO for column in zip(*counted.values(), strict=True)):
        raise ValueError("The weights of all features together may not fit a slot.")
    table = ["\t".join(["feature", *columns]), "\t".join([_ALWAYS, *(f"{each:.3f}" for each in always)])]
    table += [f"{feature}\t{_packed(row):x}" for feature, row in counted.items()]
    text = "# Written by python -m tests.lint.refit\n" + "\n".join(table) + "\n"
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def _none(one: Fitted) -> Sequence[float]:
    return [0.0] * (len(one.always) + 1)


def _one_way(column: Sequence[int]) -> tuple[int, int]:
    up = sum(each for each in column if each > 0)
    return up, up - sum(column)


def _packed(slots: Sequence[int]) -> int:
    return sum(slot << (_BITS * at) for at, slot in enumerate(slots))
