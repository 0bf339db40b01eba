"""Telling at once when an account's folders change: IDLE in a thread for each watched folder, else asking.

Terminology: *broken* is a connection that failed and is tried again; *refused* is a sign-in that is not tried again.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from sidecar.imap.account import Account, Role
from sidecar.imap.client import Secret, Session, connect
from sidecar.imap.errors import ConnectionLost, MailError, ServerTroubled, SignInRefused
from sidecar.imap.folders import choose
from sidecar.imap.idle import TICK_SECONDS, Idling, SleepWatch

log = logging.getLogger(__name__)

WATCHED = frozenset({Role.SENT, Role.INBOX, Role.ALL})
ASK_SECONDS = 60.0  # how often a change is supposed where the server does not announce any
RETRY_SECONDS = (2.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0)
STEADY_SECONDS = 60.0  # a connection that held so long was a good one, and failures are counted anew
JITTER = 0.25  # of a delay, so that clients of one server do not come back all at once


class Watch(StrEnum):
    """How an account is watched at the moment."""

    LIVE = "live"  # the server announces changes
    ASKING = "asking"  # it cannot; changes are supposed every `ASK_SECONDS`
    BROKEN = "broken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WatchState:
    """The state of watching and, when it is broken or refused, one sentence why."""

    watch: Watch
    problem: str | None = None


class Watcher:
    """Watches one account: `start` it once, `stop` it at the end.

    `on_change(folder)` is called from a thread of the watcher when the folder may have changed: at each connection,
    at each announcement, and regularly where there are none. `on_state(state)` is called when watching breaks, heals or
    is refused; a refused sign-in is tried once and ends the watching.
    """

    def __init__(
        self,
        account: Account,
        secret: Secret,
        on_change: Callable[[str], object],
        on_state: Callable[[WatchState], object],
    ) -> None:
        self._account = account
        self._secret = secret
        self._on_change = on_change
        self._on_state = on_state
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._problems: dict[str, str] = {}  # by folder; "" before the folders are known
        self._state: WatchState | None = None
        self._sessions: set[Session] = set()
        self._threads = [threading.Thread(target=self._scout, name=f"watch-{account.name}", daemon=True)]

    def start(self) -> None:
        """Begin to watch; returns at once."""
        self._threads[0].start()

    def stop(self) -> None:
        """End watching and wait for the threads; open connections are cut, which takes no time."""
        self._stopping.set()
        with self._lock:
            threads, sessions = list(self._threads), list(self._sessions)
        for session in sessions:
            session.interrupt()
        for thread in threads:
            if thread.is_alive() and thread is not threading.current_thread():
                thread.join(timeout=10)

    def _scout(self) -> None:
        """Find the folders to watch, then watch the first here and each further one in a thread of its own."""
        folders: list[str] = []
        self._keep_trying("", lambda: folders.extend(self._folders()))
        for folder in folders[1:]:
            thread = threading.Thread(target=self._watch, args=(folder,), name="watch-folder", daemon=True)
            with self._lock:
                self._threads.append(thread)
            thread.start()
        if folders:
            self._watch(folders[0])

    def _folders(self) -> list[str]:
        with self._connected() as session:
            choices = choose(session.folders(), self._account.chosen, labels="X-GM-EXT-1" in session.capabilities)
        return [choice.folder for choice in choices if choice.role in WATCHED]

    def _watch(self, folder: str) -> None:
        self._keep_trying(folder, lambda: self._stay(folder))

    def _stay(self, folder: str) -> None:
        """Stay connected and tell what is announced, until stopped or broken."""

        def changed() -> None:
            self._on_change(folder)

        with self._connected() as session:
            session.open(folder)
            if "IDLE" in session.capabilities:
                self._note(folder, Watch.LIVE)
                changed()
                try:
                    Idling(session.wire, self._stopping.is_set).run(changed)
                except ServerTroubled:
                    log.info("a server announces no changes, so it is asked", extra={"account": self._account.name})
        self._note(folder, Watch.ASKING)
        while not self._stopping.wait(ASK_SECONDS):
            changed()

    @contextmanager
    def _connected(self) -> Iterator[Session]:
        with connect(self._account, self._secret) as session:
            with self._lock:
                self._sessions.add(session)
            try:
                if self._stopping.is_set():
                    raise ConnectionLost("Watching was stopped.")
                yield session
            finally:
                with self._lock:
                    self._sessions.discard(session)

    def _keep_trying(self, folder: str, act: Callable[[], object]) -> None:
        failures = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                act()
            except SignInRefused as error:
                self._refuse(str(error))
            except MailError as error:
                if time.monotonic() - began > STEADY_SECONDS:
                    failures = 0
                self._note(folder, Watch.BROKEN, str(error))
                self._pause(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
                failures += 1
            else:
                return

    def _pause(self, seconds: float) -> None:
        """Wait before another attempt, but not through the first minute after the machine slept."""
        sleep_watch = SleepWatch()
        until = time.monotonic() + seconds * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - spreads load only
        while (left := until - time.monotonic()) > 0 and not sleep_watch.slept():
            if self._stopping.wait(min(TICK_SECONDS, left)):
                return

    def _refuse(self, problem: str) -> None:
        """Stop for good: asking again with the same secret only locks accounts."""
        with self._lock:
            first = not self._stopping.is_set()
            self._stopping.set()
            sessions = list(self._sessions)
        for session in sessions:
            session.interrupt()
        if first:
            log.warning("a sign-in was refused", extra={"account": self._account.name})
            self._on_state(WatchState(Watch.REFUSED, problem))

    def _note(self, folder: str, watch: Watch, problem: str | None = None) -> None:
        """Keep the state of a folder, and tell when that changes the state of the whole."""
        with self._lock:
            if self._stopping.is_set():
                return
            self._problems.pop("", None)
            self._problems.pop(folder, None)
            if problem is not None:
                self._problems[folder] = problem
            before = self._state
            if self._problems and watch is not Watch.BROKEN:
                return  # another folder is still broken
            self._state = WatchState(watch, problem)
            told = before is None or before.watch is not watch
        if not told:
            return
        if watch is Watch.BROKEN:
            log.warning("watching an account broke", extra={"account": self._account.name})
        elif before is not None and before.watch is Watch.BROKEN:
            log.info("watching an account works again", extra={"account": self._account.name})
        self._on_state(WatchState(watch, problem))
