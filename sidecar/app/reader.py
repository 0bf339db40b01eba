"""Reads one account again and again in a thread of its own, and keeps its state for the status page.

Terminology: a *pass* reads what is new, in all folders or in those that changed; a reader is *woken* by the user, by
the server (`sidecar.imap.watch`) or by the clock.
"""

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import replace

from sidecar.app.passes import Passes, Progress
from sidecar.imap.account import Account
from sidecar.imap.batch import Scope
from sidecar.imap.client import Secret
from sidecar.imap.errors import MailError, SignInRefused
from sidecar.imap.sync import folders_of
from sidecar.imap.watch import Watch, Watcher, WatchState
from sidecar.store.records import Cursor
from sidecar.store.store import Store
from sidecar.vault import SecretUnavailable
from sidecar.web.keys import AccountReading, FolderReading, ReadingState

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 900.0  # at the latest a pass over all folders, those that are not watched included
RETRY_SECONDS = (15.0, 30.0, 60.0, 120.0, 300.0, 900.0)
JITTER = 0.2  # of a delay, so that accounts of one server do not knock together

Tell = Callable[[str], None]
"""Called with `reading` or `prompts` when that may have changed; from the reader's thread."""


class _Gate:
    """Hands out an account's secret until the server has refused it; then nobody shows it again until told to."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret
        self._refused: SignInRefused | None = None

    def __call__(self) -> str:
        """Return the secret; raise the refusal again without asking the server."""
        if self._refused is not None:
            raise SignInRefused(str(self._refused))
        try:
            return self._secret()
        except SignInRefused as error:
            self._refused = error
            raise

    def shut(self, refusal: SignInRefused) -> None:
        """Show the secret to nobody any more."""
        self._refused = refusal

    def open(self) -> None:
        """Try again."""
        self._refused = None


class AccountReader:
    """One account's reading. `start` it once; `wake` it for a pass at once; `stop` ends it after the current batch."""

    def __init__(
        self, account: Account, secret: Secret, passes: Passes, scope: Callable[[], Scope], tell: Tell
    ) -> None:
        self.account = account
        self._gate = _Gate(secret)
        self._passes = passes
        self._scope = scope
        self._tell = tell
        self._reasons: dict[str, str] = {}
        self._failures = 0
        self._in_trouble = False  # as the log says
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._changed: set[str] | None = None  # folders to look at; None means all
        self._watcher: Watcher | None = None
        self._watch: Watch | None = None
        self._thread = threading.Thread(target=self._run, name=f"read-{account.name}", daemon=True)
        self.reading = AccountReading(
            account.name,
            account.address,
            account.host,
            ReadingState.NEW,
            folders=self._folders(passes.store),
            auth=account.auth.value,
            since=scope().since,
        )

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def wake(self) -> None:
        """Ask for a pass over all folders now; one more follows when one is under way. Tries a refused secret again."""
        self._gate.open()
        self._look_at_all()

    def _look_at_all(self) -> None:
        with self._lock:
            self._changed = None
        self._woken.set()

    def _folder_changed(self, folder: str) -> None:
        with self._lock:
            if self._changed is not None:
                self._changed.add(folder)
        self._woken.set()

    def _watching(self, state: WatchState) -> None:
        """Find out at once what a broken or healed connection means for reading, and show it."""
        self._watch = state.watch
        if state.watch is Watch.REFUSED:
            self._gate.shut(SignInRefused(state.problem or ""))
        if self._is_watch_down():
            self._trouble("SignInRefused" if state.watch is Watch.REFUSED else "ConnectionLost")
        else:
            self._relief()
        if self._is_watch_down() or self.reading.state is ReadingState.FAILED:
            self._look_at_all()

    def stop(self) -> None:
        """End the thread and wait for it, at most as long as a server may keep silent."""
        self._stopping.set()
        self._woken.set()
        if self._watcher is not None:
            self._watcher.stop()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._woken.clear()
            self._pass()
            if self.reading.state is ReadingState.WATCHING and not self._is_watched() and not self._stopping.is_set():
                self._watch = None
                self._watcher = Watcher(self.account, self._gate, self._folder_changed, self._watching)
                self._watcher.start()
            if not self._woken.wait(self._pause()):
                self._look_at_all()

    def _is_watched(self) -> bool:
        """Whether a watcher is at work; one whose sign-in was refused has ended."""
        return self._watcher is not None and self._watch is not Watch.REFUSED

    def _is_watch_down(self) -> bool:
        return self._watch in {Watch.BROKEN, Watch.REFUSED}

    def _pause(self) -> float | None:
        """Return the seconds until the next pass, None to wait until woken."""
        if self.reading.state is ReadingState.STOPPED:
            return None
        if not self._failures:
            return PATIENCE_SECONDS
        delay = RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS)) - 1]
        return delay * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - spreads load, keeps no secret

    def _pass(self) -> None:
        self._show(state=ReadingState.READING if self.reading.last_read is None else self.reading.state)
        try:
            if not self._reasons:
                self._reasons = {choice.folder: choice.reason for choice in folders_of(self.account, self._gate)}
            news = self._passes.read(self.account, self._gate, self._reach(), self._progress)
        except SignInRefused as error:
            self._gate.shut(error)
            self._broken(ReadingState.STOPPED, error)
        except SecretUnavailable as error:
            self._broken(ReadingState.STOPPED, error)
        except MailError as error:
            self._broken(ReadingState.FAILED, error)
        else:
            self._healed()
            if news:
                self._tell("prompts")

    def _reach(self) -> Scope:
        """Return what this pass is to look at, and begin to collect what the next one will."""
        with self._lock:
            changed, self._changed = self._changed, set()
        scope = self._scope()
        self._show(since=scope.since)
        return replace(scope, folders=None if changed is None else frozenset(changed))

    def _healed(self) -> None:
        self._failures = 0
        self._relief()
        folders = self._folders(self._passes.store)
        self._show(
            state=ReadingState.WATCHING, last_read=self._passes.clock(), progress=None, problem=None, folders=folders
        )

    def _broken(self, state: ReadingState, error: Exception) -> None:
        self._trouble(type(error).__name__)
        self._failures += 1
        with self._lock:
            self._changed = None
        self._show(state=state, problem=str(error), progress=None)

    def _trouble(self, error: str) -> None:
        """Log that the account cannot be read: once, whether a pass or the watching finds out first."""
        with self._lock:
            told, self._in_trouble = self._in_trouble, True
        if not told:
            log.warning("an account cannot be read", extra={"account": self.account.name, "error": error})

    def _relief(self) -> None:
        """Log that the account can be read again, once passes and watching both work."""
        with self._lock:
            well = self._in_trouble and not self._failures and not self._is_watch_down()
            self._in_trouble = self._in_trouble and not well
        if well:
            log.info("the account can be read again", extra={"account": self.account.name})

    def _progress(self, progress: Progress) -> None:
        if self._stopping.is_set():
            raise MailError("Reading was stopped.")
        if progress.total:
            self._show(progress=f"{progress.folder}: {progress.done:,} of {progress.total:,} messages")

    def _show(self, **changes: object) -> None:
        before = self.reading
        self.reading = replace(before, **changes)  # type: ignore[arg-type]  # the fields of AccountReading, by name
        if self.reading != before:
            self._tell("reading")

    def _folders(self, store: Store) -> tuple[FolderReading, ...]:
        return tuple(self._folder(cursor) for cursor in store.mail.cursors(self.account.name))

    def _folder(self, cursor: Cursor) -> FolderReading:
        return FolderReading(
            name=cursor.folder,
            role=cursor.role,
            because=self._reasons.get(cursor.folder, ""),
            last_read=cursor.read_at,
            suspicion=cursor.suspicion,
        )
