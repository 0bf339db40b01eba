"""Server-sent events: says that something changed, so that clients ask again; carries nothing private itself."""

import asyncio
from contextlib import suppress
from http import HTTPStatus

from aiohttp import web

from sidecar.web.endpoint import Endpoint
from sidecar.web.hub import Event
from sidecar.web.keys import HUB

HEARTBEAT = 15.0  # seconds of silence after which a comment shows that the stream is alive
RETRY = b"retry: 2000\n\n"  # milliseconds a client waits before it connects again


async def events(request: web.Request) -> web.StreamResponse:
    """Stream `prompts`, `reading` and `reset` events; `Last-Event-ID` brings what was missed."""
    last = request.headers.get("Last-Event-ID", "")
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
    async with request.app[HUB].listen(int(last) if last.isdecimal() else None) as queue:
        await response.prepare(request)
        await response.write(RETRY)
        with suppress(ConnectionError):  # the client goes away: that is how these streams end
            await _forward(queue, response)
    return response


async def _forward(queue: "asyncio.Queue[Event | None]", response: web.StreamResponse) -> None:
    while True:
        try:
            event = await asyncio.wait_for(queue.get(), HEARTBEAT)
        except TimeoutError:
            await response.write(b": alive\n\n")
            continue
        if event is None:
            return
        await response.write(event.encode())


ENDPOINTS = (
    Endpoint(
        "GET",
        "/events",
        events,
        "Be told when something changed (server-sent events: prompts, reading, reset)",
        status=HTTPStatus.OK,
        media_type="text/event-stream",
    ),
)
