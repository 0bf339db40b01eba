"""What the handlers are given: one typed key for each part, put in by `sidecar.app`."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from aiohttp import web

from sidecar.drafts import Drafts
from sidecar.followup.conversation import Desk
from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Report, Settings
from sidecar.lint.history import History
from sidecar.lint.rule import Finding, Span
from sidecar.people import Profile, Season
from sidecar.store.access import Access
from sidecar.store.store import Store
from sidecar.web.hub import Hub


class ReadingState(StrEnum):
    """How the reading of an account stands."""

    NEW = "new"  # nothing read yet
    READING = "reading"
    WATCHING = "watching"  # up to date; the server tells when mail comes (RFC 2177) or is asked now and then
    FAILED = "failed"  # tried again by itself
    STOPPED = "stopped"  # waits for the user: a wrong password, a revoked grant


@dataclass(frozen=True, slots=True)
class FolderReading:
    """One folder that is read, and why it was chosen."""

    name: str  # as the user knows it: decoded, with its hierarchy
    role: str  # sent, inbox, junk, archive, …
    because: str  # "marked as Sent by the server"
    last_read: datetime | None = None
    messages: int | None = None
    suspicion: str | None = None  # one sentence: why this folder is not trusted at present


@dataclass(frozen=True, slots=True)
class AccountReading:
    """One mail account as the status page shows it. Times are aware."""

    name: str
    address: str
    host: str
    state: ReadingState
    last_read: datetime | None = None
    problem: str | None = None  # one sentence: what is wrong and what to do about it
    progress: str | None = None  # "1,200 of about 5,000 messages"
    folders: tuple[FolderReading, ...] = ()
    auth: str = "password"  # or the provider it signs in at: google, microsoft
    since: date | None = None  # how far back its mail is read


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What the user types to add an account. `secret` is a password, or what the sign-in at a provider gave."""

    name: str
    address: str
    host: str
    user: str
    security: str  # tls, starttls, none (loopback hosts only)
    port: int | None = None
    secret: str = field(default="", repr=False)
    auth: str = "password"


class AccountError(Exception):
    """An account cannot be added, changed or removed; the message is one sentence for the user."""


class Reader(Protocol):
    """Reads the mailboxes, in its own threads."""

    @property
    def demo(self) -> bool:
        """Whether the embedded demo mailbox is what is read."""
        ...

    def accounts(self) -> Sequence[AccountReading]:
        """Return the state of every account, in the order they were added."""
        ...

    async def sync_now(self, account: str | None = None) -> None:
        """Ask for a pass over one account or all; raise `AccountError` when there is none of that name."""
        ...

    async def read_further(self, since: date) -> None:
        """Read the mail of every account back to that day, beginning now."""
        ...

    async def add_account(self, new: NewAccount) -> None:
        """Try to sign in, keep the account and begin to read it; raise `AccountError` when that cannot be done."""
        ...

    async def renew_secret(self, name: str, secret: str) -> None:
        """Sign in to a known account with a new secret; raise `AccountError` when that cannot be done."""
        ...

    async def remove_account(self, name: str) -> None:
        """Forget an account and its secret; raise `AccountError` when there is none of that name."""
        ...

    async def choose_folder(self, account: str, role: str, folder: str) -> None:
        """Read this folder in this role from now on; raise `AccountError` when it does not exist."""
        ...


class Linter(Protocol):
    """`sidecar.lint.engine.lint`, or what stands in for it in tests."""

    def __call__(  # noqa: PLR0913 - the draft, and all that may be known about it
        self,
        draft: Draft,
        *,
        kind: Kind | None = None,
        thread_kind: Kind | None = None,
        now: datetime,
        profile: Profile | None = None,
        history: History | None = None,
        settings: Settings = ...,
    ) -> Report:
        """Return all that is said about a draft."""
        ...


class Grammar(Protocol):
    """The thorough grammar checker, in a process of its own that starts when first wanted."""

    async def check(
        self, draft: Draft, *, names: Container[str] = ..., taken: Iterable[Span] = ...
    ) -> Sequence[Finding]:
        """Return what it found in the user's own words, but for `names` and the spans `taken` by other findings.

        Raises `GrammarUnavailable` (one sentence).
        """
        ...


CLOCK: web.AppKey[Callable[[], datetime]] = web.AppKey("CLOCK")  # aware; stopped by DEARDR_NOW
STORE = web.AppKey("STORE", Store)
DESK: web.AppKey[Callable[[], Desk]] = web.AppKey("DESK")  # everything as it stands now
SEASON: web.AppKey[Callable[[], Season]] = web.AppKey("SEASON")  # the user's dates, else those shipped
ACCESS = web.AppKey("ACCESS", Access)
READER = web.AppKey("READER", Reader)
LINTER: web.AppKey[Linter] = web.AppKey("LINTER")
HISTORY: web.AppKey[Callable[[datetime], History | None]] = web.AppKey("HISTORY")  # what is known at a moment
DRAFTS = web.AppKey("DRAFTS", Drafts)
GRAMMAR: web.AppKey[Grammar] = web.AppKey("GRAMMAR")
HUB = web.AppKey("HUB", Hub)
