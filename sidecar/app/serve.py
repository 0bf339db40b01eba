"""Serving the site until told to stop: the user's own mail, or the demo's while there is no account."""

import asyncio
import contextlib
import logging
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from aiohttp import web

from sidecar.app.site import Shown, site
from sidecar.config import HOST, Clock, Home
from sidecar.demo.mailbox import Demo, demo_mailbox
from sidecar.demo.roster import demo_roster
from sidecar.followup.season import current
from sidecar.store.store import Store
from sidecar.web.flash import Flash
from sidecar.web.logs import AccessLog

BACKLOG = 128
GRACE_SECONDS = 2.0  # for requests under way when the site stops


class PortTaken(Exception):
    """Something else listens where the sidecar should."""


def serve(home: Home, clock: Clock, port: int, ready: Callable[[bool, int], None]) -> None:
    """Serve on the loopback until SIGINT or SIGTERM.

    `ready(demo, port)` is called each time the site is up, which happens anew when the first account is added to the
    demo. Port 0 takes a free one. Raises `PortTaken`, and what `Store` raises.
    """
    logging.getLogger("sidecar.imap.watch").setLevel(logging.ERROR)  # the readers say it, once for passes and watching
    own = Store(home.database)
    with contextlib.closing(own):
        asyncio.run(_serve(home, own, clock, port, ready))


async def _serve(home: Home, own: Store, clock: Clock, port: int, ready: Callable[[bool, int], None]) -> None:
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C ends the loop with KeyboardInterrupt
            loop.add_signal_handler(number, stopping.set)
    flashes: dict[str, Flash] = {}
    with _listening(port) as listener:
        while not stopping.is_set():
            changed = asyncio.Event()
            with _shown(own, clock, flashes) as shown:
                runner = web.AppRunner(
                    site(home, own, shown, clock, changed.set),
                    access_log_class=AccessLog,
                    shutdown_timeout=GRACE_SECONDS,
                )
                await runner.setup()
                await web.SockSite(runner, listener.dup()).start()
                ready(shown.demo is not None, listener.getsockname()[1])
                waiting = [asyncio.create_task(stopping.wait()), asyncio.create_task(changed.wait())]
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in waiting:
                    task.cancel()
                await runner.cleanup()


def _listening(port: int) -> socket.socket:
    """Return a socket that outlives the site it serves: a browser that comes between two of them waits."""
    try:
        return socket.create_server((HOST, port), backlog=BACKLOG)
    except OSError as error:
        raise PortTaken(f"Port {port} on {HOST} is in use.") from error


@contextmanager
def _shown(own: Store, clock: Clock, flashes: dict[str, Flash]) -> Iterator[Shown]:
    """Give the user's own store, or the demo's when there is no account."""
    if own.mail.accounts():
        yield Shown(own, flashes=flashes)
        return
    with tempfile.TemporaryDirectory(prefix="deardr-demo-") as folder, demo_mailbox(clock()) as demo:
        store = Store(Path(folder) / "demo.sqlite3")
        with contextlib.closing(store):
            _furnish(store, demo, clock().date())
            yield Shown(store, demo, flashes)


def _furnish(store: Store, demo: Demo, today: date) -> None:
    roster = demo_roster(today, current(today).name)
    store.mail.put_account(demo.account.as_record())
    store.people.save_profile(roster.profile)
    store.people.referees.put(*roster.referees)
    store.people.programs.put(*roster.programs)
