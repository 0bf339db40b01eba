"""Tells every open event stream what changed, from any thread; remembers the last events for those who reconnect."""

import asyncio
import json
import time
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

REMEMBERED = 256  # events kept for clients that come back with Last-Event-ID
BACKLOG = 64  # events a slow client may lag behind before it is told to read everything anew


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event: `prompts` or `reading` (what changed), `reset` (read everything anew)."""

    id: int
    name: str
    data: str

    def encode(self) -> bytes:
        """Write it as the event-stream format of the HTML standard asks."""
        return f"id: {self.id}\nevent: {self.name}\ndata: {self.data}\n\n".encode()


class Hub:
    """Broadcasts events to the streams of one event loop. `publish` may be called from any thread."""

    def __init__(self, first: int | None = None) -> None:
        """Number events from `first`, by default one that no earlier run of the sidecar has come to."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._remembered: deque[Event] = deque(maxlen=REMEMBERED)
        self._listeners: set[asyncio.Queue[Event | None]] = set()
        self._last = (time.time_ns() // 1_000_000 if first is None else first) - 1

    @property
    def listeners(self) -> int:
        """How many streams are open."""
        return len(self._listeners)

    def start(self) -> None:
        """Bind to the running loop; before that nobody can be listening and `publish` does nothing."""
        self._loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """End every stream, so that the server can shut down at once."""
        self._loop = None
        for listener in self._listeners:
            _offer(listener, None)

    def publish(self, name: str, data: Mapping[str, object] | None = None) -> None:
        """Tell every stream; the data must be free of anything private, since it only says what to ask for again."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._broadcast, name, json.dumps(data or {}))

    def _broadcast(self, name: str, data: str) -> None:
        self._last += 1
        event = Event(self._last, name, data)
        self._remembered.append(event)
        for listener in self._listeners:
            _offer(listener, event)

    @asynccontextmanager
    async def listen(self, last_seen: int | None = None) -> AsyncIterator["asyncio.Queue[Event | None]"]:
        """Yield a queue of events from now on, with those missed since `last_seen` first; None means the end."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue(BACKLOG)
        for event in self._missed(last_seen):
            _offer(queue, event)
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def _missed(self, last_seen: int | None) -> list[Event]:
        if last_seen is None or last_seen == self._last:
            return []
        missed = [event for event in self._remembered if event.id > last_seen]
        complete = bool(missed) and missed[0].id == last_seen + 1 and len(missed) < BACKLOG
        return missed if complete else [Event(self._last, "reset", "{}")]


def _offer(queue: "asyncio.Queue[Event | None]", event: Event | None) -> None:
    """Add to a queue; one that is full is emptied, and its client told to read everything anew."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        if event is not None:
            event = Event(event.id, "reset", "{}")
    queue.put_nowait(event)
