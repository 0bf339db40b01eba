"""Sets of message UIDs as ranges (RFC 3501 sequence-set): small in memory and in the store for any folder."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

COMMAND_LENGTH = 4000  # RFC 7162 section 4 asks for command lines below 8192 octets


def _merged(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class UidSet:
    """An immutable set of UIDs; `ranges` are inclusive, ascending and never touch."""

    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, uids: Iterable[int]) -> "UidSet":
        """Return the set of these UIDs, given in any order, with or without repeats."""
        ranges: list[tuple[int, int]] = []
        low = high = 0
        for uid in sorted(uids):
            if low and uid <= high + 1:
                high = uid
                continue
            if low:
                ranges.append((low, high))
            low = high = uid
        return cls((*ranges, (low, high)) if low else ())

    @classmethod
    def parse(cls, text: str) -> "UidSet":
        """Read "1:5,9"; the order of a range's ends does not matter. Raises ValueError."""
        pairs = [tuple(sorted(int(end) for end in part.split(":", 1))) for part in text.split(",") if part]
        return cls(_merged((pair[0], pair[-1]) for pair in pairs))

    def __str__(self) -> str:
        return ",".join(str(low) if low == high else f"{low}:{high}" for low, high in self.ranges)

    def __len__(self) -> int:
        return sum(high - low + 1 for low, high in self.ranges)

    def __iter__(self) -> Iterator[int]:
        for low, high in self.ranges:
            yield from range(low, high + 1)

    def __contains__(self, uid: int) -> bool:
        at = bisect_right(self.ranges, (uid, 1 << 64)) - 1
        return at >= 0 and self.ranges[at][0] <= uid <= self.ranges[at][1]

    def __or__(self, other: "UidSet") -> "UidSet":
        return UidSet(_merged(self.ranges + other.ranges))

    def __sub__(self, other: "UidSet") -> "UidSet":
        left: list[tuple[int, int]] = []
        cuts = iter(other.ranges)
        cut = next(cuts, None)
        for low, high in self.ranges:
            start = low
            while cut is not None and cut[0] <= high:
                if cut[1] >= start:
                    if cut[0] > start:
                        left.append((start, cut[0] - 1))
                    start = cut[1] + 1
                if cut[1] > high:
                    break
                cut = next(cuts, None)
            if start <= high:
                left.append((start, high))
        return UidSet(tuple(left))

    def __and__(self, other: "UidSet") -> "UidSet":
        return self - (self - other)

    @property
    def lowest(self) -> int:
        """The smallest UID; 0 for the empty set."""
        return self.ranges[0][0] if self.ranges else 0

    @property
    def highest(self) -> int:
        """The largest UID; 0 for the empty set."""
        return self.ranges[-1][1] if self.ranges else 0

    def above(self, uid: int) -> "UidSet":
        """Return the members greater than `uid`."""
        return UidSet(tuple((max(low, uid + 1), high) for low, high in self.ranges if high > uid))

    def newest(self, count: int) -> "UidSet":
        """Return the `count` greatest members."""
        taken: list[tuple[int, int]] = []
        for low, high in reversed(self.ranges):
            if count <= 0:
                break
            low = max(low, high - count + 1)  # noqa: PLW2901 - the range is cut where the count ends
            taken.append((low, high))
            count -= high - low + 1
        return UidSet(tuple(reversed(taken)))

    def newest_first(self, size: int) -> Iterator["UidSet"]:
        """Split into sets of at most `size` members whose text fits a command line, the greatest UIDs first."""
        rest = self
        while rest.ranges:
            part = rest.newest(size)
            while len(str(part)) > COMMAND_LENGTH:
                part = part.newest(len(part) // 2)
            yield part
            rest -= part


EMPTY = UidSet()
