"""IDLE (RFC 2177) on one open folder, with a loop of our own: half lines are kept, and a dead connection is found."""

import time
from collections.abc import Callable

from sidecar.imap.errors import ConnectionLost, ServerTroubled
from sidecar.imap.wire import Wire

REISSUE_SECONDS = 300.0  # the RFC allows 29 minutes; routers at home forget quiet connections sooner
DONE_SECONDS = 10.0
TICK_SECONDS = 15.0
SLEPT_SECONDS = 30.0  # the wall clock may run away from the steady one by that much before we think of sleep
_SETTLE_SECONDS = 0.05
_NEWS = (b"EXISTS", b"EXPUNGE", b"VANISHED")


class SleepWatch:
    """Notices that the machine slept, or its clock was set: the wall clock moved and the steady clock did not."""

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._steady = steady
        self._distance = wall() - steady()

    def slept(self) -> bool:
        """Say whether that happened since this was last asked."""
        before, self._distance = self._distance, self._wall() - self._steady()
        return abs(self._distance - before) > SLEPT_SECONDS


class Idling:
    """Waits for news of the folder that is open on `wire`. `stopping` ends it at the next tick."""

    def __init__(self, wire: Wire, stopping: Callable[[], bool], sleep_watch: SleepWatch | None = None) -> None:
        self._wire = wire
        self._stream = wire.stream
        self._stopping = stopping
        self._sleep_watch = sleep_watch or SleepWatch()

    def run(self, news: Callable[[], object]) -> None:
        """Call `news` for each burst of arrivals or removals until `stopping`.

        Raises `ConnectionLost` when the line is dead, found at the latest `DONE_SECONDS` after the next re-issue, and
        `ServerTroubled` when the server does not let us idle.
        """
        while not self._stopping():
            tag = self._wire.begin(b"IDLE")
            self._until(b"+", tag, news)
            again = time.monotonic() + REISSUE_SECONDS
            while (left := again - time.monotonic()) > 0 and not (self._stopping() or self._sleep_watch.slept()):
                line = self._stream.line_within(min(TICK_SECONDS, left))
                if line is not None and self._is_news(line, tag):
                    self._rest_of_burst(tag)
                    news()
            self._stream.send(b"DONE\r\n")
            self._until(tag + b" ", tag, news)

    def _is_news(self, line: bytes, tag: bytes) -> bool:
        if line.startswith(tag + b" "):
            raise ServerTroubled("The mail server does not announce new mail in this folder.")
        return any(word in _NEWS for word in self._wire.rest_of(line)[0].upper().split()[1:3])

    def _rest_of_burst(self, tag: bytes) -> None:
        while (line := self._stream.line_within(_SETTLE_SECONDS)) is not None:
            self._is_news(line, tag)

    def _until(self, beginning: bytes, tag: bytes, news: Callable[[], object]) -> None:
        """Read up to the line with this beginning, which a living server sends within `DONE_SECONDS`."""
        until = time.monotonic() + DONE_SECONDS
        while True:
            line = self._stream.line_within(max(0.0, until - time.monotonic()))
            if line is None:
                raise ConnectionLost(f"The mail server has not answered for {DONE_SECONDS:.0f} seconds.")
            if line.startswith(beginning):
                return
            if self._is_news(line, tag):
                news()
