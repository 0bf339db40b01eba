"""Code points and UTF-16 code units: the one place where the two ways of counting meet.

Python counts code points; JavaScript and the DOM count UTF-16 code units, of which characters beyond U+FFFF take two.
"""

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Translates positions in one text. Positions outside the text are moved to its nearer end."""

    def __init__(self, text: str) -> None:
        self._points = len(text)
        wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide_points = wide
        self._wide_units = [point + before for before, point in enumerate(wide)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 position of a code point."""
        point = min(max(point, 0), self._points)
        return point + bisect_left(self._wide_points, point)

    def to_points(self, unit: int) -> int:
        """Return the code point at a UTF-16 position; one in the middle of a surrogate pair counts as its end."""
        unit = min(max(unit, 0), self._points + len(self._wide_points))
        before = bisect_left(self._wide_units, unit)
        return unit - before if before == 0 or self._wide_units[before - 1] + 1 < unit else unit - before + 1
