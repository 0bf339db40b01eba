"""The sign-ins at providers that the pages began. In memory only, each used once and for ten minutes at most.

The provider's answer comes without the session's cookie, which is not sent when another site leads here. So the answer
is only put down, by its unguessable `state`, and redeemed when the browser that began comes by itself.
"""

import asyncio
import hmac
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from sidecar.imap.errors import MailError, SignInRefused
from sidecar.oauth.clients import known_client, remember_client
from sidecar.oauth.grants import PATIENCE_SECONDS, Asked, DeviceCode, Token, ask, by_device, redeem
from sidecar.oauth.provider import PROVIDERS, Client, Provider
from sidecar.oauth.tokens import Grant
from sidecar.vault import SecretUnavailable, Vault
from sidecar.web.keys import AccountError
from sidecar.web.signins import BACK, ProviderInfo, SignIn, Stage, Wish

_OPEN = (Stage.LEAVING, Stage.AWAY, Stage.CODE, Stage.BACK)


@dataclass(slots=True)
class _Visit:
    """One sign-in with what only we know of it."""

    provider: Provider
    client: Client
    wish: Wish
    shown: SignIn
    ends: float
    asked: Asked | None = None  # until it was answered
    answer: tuple[Asked, str] | None = None  # the question and the code that answers it, until redeemed
    over: threading.Event = field(default_factory=threading.Event)

    def show(self, stage: Stage, *, address: str | None = None, code: str | None = None) -> None:
        kept = address or self.shown.address
        self.shown = replace(self.shown, stage=stage, address=kept, code=code)

    def fail(self, problem: str) -> None:
        self.shown = replace(self.shown, stage=Stage.FAILED, problem=problem)


class ProviderSignIns:
    """Implements `sidecar.web.signins.SignIns`; belongs to the event loop."""

    def __init__(self, vault: Vault, clock: Callable[[], float] = time.monotonic) -> None:
        self._vault = vault
        self._clock = clock
        self._visits: dict[str, _Visit] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def providers(self) -> Sequence[ProviderInfo]:
        """Return the providers, in the order in which they are offered."""
        return [self._info(provider) for provider in PROVIDERS.values()]

    def begin(self, browser: str, wish: Wish) -> None:
        """Begin one; raise `AccountError` when no OAuth client is known."""
        provider = PROVIDERS[wish.provider]
        client = Client(wish.client_id, wish.client_secret or None) if wish.client_id else self._client(provider)
        if client is None:
            raise AccountError(f"{provider.title} asks for a client ID; how to get one is said beside the form.")
        self.end(browser)
        self._visits = {other: visit for other, visit in self._visits.items() if self._clock() <= visit.ends}
        ends = self._clock() + PATIENCE_SECONDS
        visit = _Visit(provider, client, wish, SignIn(self._info(provider), wish.form, Stage.LEAVING), ends)
        self._visits[browser] = visit
        if wish.by_code:
            visit.show(Stage.CODE)
            self._run(self._by_code(visit))
        else:
            at = urlsplit(wish.origin)
            visit.asked = ask(provider, client, wish.user, f"{at.scheme}://{provider.loopback}:{at.port}{BACK}")
            visit.show(Stage.LEAVING, address=visit.asked.address)

    def of(self, browser: str) -> SignIn | None:
        """Return the browser's sign-in, if it has one."""
        visit = self._visits.get(browser)
        if visit is None:
            return None
        self._watch_time(visit)
        return visit.shown

    def left(self, browser: str) -> None:
        """Note that the browser was sent to the provider."""
        if (visit := self._visits.get(browser)) is not None and visit.shown.stage is Stage.LEAVING:
            visit.show(Stage.AWAY)

    def came_back(self, state: str, code: str | None, error: str | None) -> str | None:
        """Take the provider's answer to the question `state`, once; return the origin at which the browser began."""
        for visit in self._visits.values():
            self._watch_time(visit)
            if visit.asked is not None and hmac.compare_digest(visit.asked.state.encode(), state.encode()):
                asked, visit.asked = visit.asked, None
                if code is not None:
                    visit.answer = (asked, code)
                    visit.show(Stage.BACK)
                else:
                    visit.fail(_declined(visit.provider, error))
                return visit.wish.origin
        return None

    def go_on(self, browser: str) -> None:
        """Finish what the provider has agreed to: called when the browser that began is here again."""
        visit = self._visits.get(browser)
        if visit is None or visit.answer is None or visit.shown.stage is not Stage.BACK:
            return
        (asked, code), visit.answer = visit.answer, None
        visit.show(Stage.TRYING)
        self._run(self._finish(visit, lambda: redeem(visit.provider, visit.client, asked, code)))

    def end(self, browser: str) -> None:
        """Forget the browser's sign-in."""
        if (visit := self._visits.pop(browser, None)) is not None:
            visit.over.set()

    async def close(self) -> None:
        """End them all and wait for those that are being finished."""
        for browser in list(self._visits):
            self.end(browser)
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _by_code(self, visit: _Visit) -> None:
        loop = asyncio.get_running_loop()

        def show(asked: DeviceCode) -> None:
            loop.call_soon_threadsafe(lambda: visit.show(Stage.CODE, address=asked.address, code=asked.code))

        def pause(seconds: float) -> None:
            if visit.over.wait(seconds):
                raise SignInRefused("The sign-in was cancelled.")

        await self._finish(visit, lambda: by_device(visit.provider, visit.client, show, pause))

    async def _finish(self, visit: _Visit, token: Callable[[], Token]) -> None:
        """Get the token, then try and keep the account."""
        try:
            grant = Grant(visit.provider, visit.client, await asyncio.to_thread(token))
            if visit.over.is_set():
                return
            visit.show(Stage.TRYING)
            await visit.wish.then(grant.as_secret())
            await asyncio.to_thread(remember_client, visit.provider.name, visit.client, self._vault)
        except (MailError, AccountError, SecretUnavailable) as error:
            visit.fail(str(error))
        else:
            visit.show(Stage.DONE)

    def _run(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _watch_time(self, visit: _Visit) -> None:
        if visit.shown.stage in _OPEN and self._clock() > visit.ends:
            visit.asked = visit.answer = None
            visit.over.set()
            visit.fail(f"Nobody signed in at {visit.provider.title} in time; start again.")

    def _client(self, provider: Provider) -> Client | None:
        try:
            return known_client(provider.name, self._vault)
        except SecretUnavailable as error:
            raise AccountError(str(error)) from error

    def _info(self, provider: Provider) -> ProviderInfo:
        client = self._client(provider)
        return ProviderInfo(
            provider.name, provider.title, provider.imap_host, provider.gives_codes, client.id if client else None,
            provider.loopback,
        )  # fmt: skip


def _declined(provider: Provider, error: str | None) -> str:
    if error == "access_denied":
        return f"The sign-in was declined at {provider.title}; nothing was changed."
    said = "".join(char for char in (error or "no reason given")[:60] if char.isprintable())
    return f"{provider.title} did not let you sign in ({said}); check the client ID, then start again."
