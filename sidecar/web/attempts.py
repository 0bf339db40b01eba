"""Slows down guessing: so many wrong tries in a minute, then none are looked at."""

import time
from collections import deque
from collections.abc import Callable

ALLOWED = 5
WINDOW = 60.0  # seconds


class Attempts:
    """Counts wrong tries within a sliding minute, for everybody together: the only callers are on this machine."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: deque[float] = deque(maxlen=ALLOWED)

    def wait(self) -> int:
        """Return for how many seconds no try will be looked at; 0 when one may be made now."""
        if len(self._wrong) < ALLOWED:
            return 0
        left = self._wrong[0] + WINDOW - self._clock()
        return max(0, round(left + 0.5))

    def wrong(self) -> None:
        """Note a wrong try."""
        self._wrong.append(self._clock())
