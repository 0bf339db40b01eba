"""Signing in at a mail provider from the pages: what the pages ask of it, and how it stands.

Terminology: a *sign-in* is one visit to the provider. Each signed-in browser has one at most; a new one ends the last.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from aiohttp import web

BACK = "/signin/back"  # where the provider sends the browser; registered with it, so it must never change


class Stage(StrEnum):
    """How far a sign-in is."""

    LEAVING = "leaving"  # the browser is to be sent to the provider
    AWAY = "away"  # the user is there
    CODE = "code"  # the user types a code there, on any device
    BACK = "back"  # the provider has agreed, the rest waits for the browser that began
    TRYING = "trying"  # the mailbox is tried
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """A provider, as its form shows it."""

    id: str
    title: str
    host: str  # its IMAP server
    gives_codes: bool  # to be typed on another device
    client: str | None  # the id of the OAuth client that is known already
    loopback: str  # what it calls this computer in a redirect address


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in as its page shows it."""

    provider: ProviderInfo
    form: str  # the page it began on
    stage: Stage
    address: str | None = None  # at the provider: where to send the browser, or where to type `code`
    code: str | None = None
    problem: str | None = None  # one sentence, when it failed


@dataclass(frozen=True, slots=True)
class Wish:
    """What a form asks for. `then` is given the secret to keep; it may raise `AccountError`."""

    provider: str
    user: str
    form: str
    origin: str  # at which the browser sees us: "http://127.0.0.1:8765"
    then: Callable[[str], Awaitable[None]]
    client_id: str = ""  # empty: the one that is known
    client_secret: str = field(default="", repr=False)
    by_code: bool = False


class SignIns(Protocol):
    """The sign-ins under way. `browser` is the secret of a browser's session."""

    def providers(self) -> Sequence[ProviderInfo]:
        """Return the providers, in the order in which they are offered."""
        ...

    def begin(self, browser: str, wish: Wish) -> None:
        """Begin one; raise `AccountError` when no OAuth client is known."""
        ...

    def of(self, browser: str) -> SignIn | None:
        """Return the browser's sign-in, if it has one."""
        ...

    def left(self, browser: str) -> None:
        """Note that the browser was sent to the provider."""
        ...

    def came_back(self, state: str, code: str | None, error: str | None) -> str | None:
        """Take the provider's answer to the question `state`, once.

        Return the origin at which the browser began, None when nobody asked that question.
        """
        ...

    def go_on(self, browser: str) -> None:
        """Finish what the provider has agreed to: called when the browser that began is here again."""
        ...

    def end(self, browser: str) -> None:
        """Forget the browser's sign-in."""
        ...

    async def close(self) -> None:
        """End them all and wait for those that are being finished."""
        ...


SIGN_INS: web.AppKey[Callable[[], SignIns]] = web.AppKey("SIGN_INS")
