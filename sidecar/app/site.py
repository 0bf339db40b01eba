"""The running site: the web application with its parts put in, and what lives as long as it does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from aiohttp import web

from sidecar.app.passes import Passes
from sidecar.app.reader import AccountReader
from sidecar.app.readers import Keeper, Readers
from sidecar.app.verdict import verdict
from sidecar.config import Clock, Home, resources
from sidecar.demo.mailbox import Demo
from sidecar.drafts import Drafts
from sidecar.followup.conversation import Desk
from sidecar.followup.season import current
from sidecar.grammar.client import GrammarWorker
from sidecar.imap.account import Account
from sidecar.imap.batch import Scope
from sidecar.imap.client import Secret
from sidecar.letters.library import Library
from sidecar.lint.engine import lint
from sidecar.people import Season
from sidecar.store.access import Access
from sidecar.store.desk import DeskKeeper
from sidecar.store.history import StoreHistory
from sidecar.store.store import Store
from sidecar.vault import Vault
from sidecar.web import keys
from sidecar.web.flash import FLASHES, Flash
from sidecar.web.hub import Hub
from sidecar.web.routes import build
from sidecar.web.signins import SIGN_INS, SignIns

TICK_SECONDS = 15.0  # how soon a prompt that falls due by time alone is told
MONTHS_BEFORE = 3  # of the season, which the first reading reaches back to


@dataclass(frozen=True, slots=True)
class Shown:
    """Whose mail the site shows: the user's own, or the demo's, in a store that is thrown away."""

    store: Store
    demo: Demo | None = None
    flashes: dict[str, Flash] = field(default_factory=dict)  # outlive the site: the demo's last one is told by the next


def site(home: Home, own: Store, shown: Shown, clock: Clock, moved_in: Callable[[], None]) -> web.Application:
    """Return the application. `own` keeps the user's accounts and who may come in, also while the demo is shown.

    `moved_in` is called when the first account was added while the demo was shown.
    """
    app = build(resources("templates") / "pages")
    store, desks, hub = shown.store, DeskKeeper(shown.store), Hub()
    keeper = Keeper(own, Vault(home.folder))
    passes = Passes(store, clock, verdict)

    def begin(account: Account, secret: Secret) -> AccountReader:
        return AccountReader(account, secret, passes, lambda: reach(store, clock().date()), hub.publish)

    @cache
    def sign_ins() -> SignIns:
        from sidecar.app.signins import ProviderSignIns  # noqa: PLC0415 - loads an OAuth library, for those who use it

        return ProviderSignIns(keeper.vault)

    async def end_sign_ins(_: web.Application) -> AsyncIterator[None]:
        yield
        if sign_ins.cache_info().currsize:
            await sign_ins().close()

    app[FLASHES] = shown.flashes
    app[keys.STORE] = store
    app[keys.ACCESS] = Access(own.database.path)
    app[keys.CLOCK] = clock
    app[keys.HUB] = hub
    app[keys.SEASON] = lambda: season_of(store, clock().date())
    app[keys.DESK] = lambda: desks.at(clock())
    app[keys.LINTER] = lint
    app[keys.HISTORY] = lambda now: StoreHistory(store, desks, now)
    app[keys.DRAFTS] = Drafts(Library(resources("templates") / "email", home.templates), store)
    app[keys.GRAMMAR] = GrammarWorker()
    accounts = [(shown.demo.account, shown.demo.secret)] if shown.demo else keeper.accounts()
    app[SIGN_INS] = lambda: sign_ins()  # noqa: PLW0108 - mypy cannot tell what a cached function is here
    app[keys.READER] = Readers(accounts, keeper, begin, moved_in=moved_in if shown.demo else None)
    app.cleanup_ctx.extend([_grammar, _hub, _readers, end_sign_ins, _ticks])
    return app


def season_of(store: Store, today: date) -> Season:
    """Return the user's own dates, else those shipped for the season of that day."""
    return store.people.season() or current(today)


def reach(store: Store, today: date) -> Scope:
    """Return how far back mail is read: the season and the three months before it (domain.md 4), or what was wished."""
    opens = min((milestone.on for milestone in season_of(store, today).milestones), default=today)
    year, month = divmod(opens.year * 12 + opens.month - 1 - MONTHS_BEFORE, 12)
    first = date(year, month + 1, 1)
    return Scope(since=min(first, store.settings.read_since() or first))


async def _hub(app: web.Application) -> AsyncIterator[None]:
    hub = app[keys.HUB]
    hub.start()
    app.on_shutdown.append(_end_streams)
    yield
    app[keys.ACCESS].close()


async def _grammar(app: web.Application) -> AsyncIterator[None]:
    yield
    worker = app[keys.GRAMMAR]
    if isinstance(worker, GrammarWorker):
        await worker.close()


async def _end_streams(app: web.Application) -> None:
    app[keys.HUB].stop()


async def _readers(app: web.Application) -> AsyncIterator[None]:
    readers = app[keys.READER]
    if not isinstance(readers, Readers):
        raise TypeError("the site reads with Readers")
    readers.start()
    yield
    await asyncio.to_thread(readers.stop)


async def _ticks(app: web.Application) -> AsyncIterator[None]:
    task = asyncio.create_task(_tell_what_falls_due(app))
    yield
    task.cancel()


async def _tell_what_falls_due(app: web.Application) -> None:
    """Publish `prompts` when time alone has changed what is due."""
    before = _states(await asyncio.to_thread(app[keys.DESK]))
    while True:
        await asyncio.sleep(TICK_SECONDS)
        now = _states(await asyncio.to_thread(app[keys.DESK]))
        if now != before:
            app[keys.HUB].publish("prompts")
        before = now


def _states(desk: Desk) -> frozenset[tuple[str, str]]:
    return frozenset((prompt.id, prompt.state) for prompt in desk.prompts)
