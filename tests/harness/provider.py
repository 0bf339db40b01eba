"""An OAuth 2.0 provider on the loopback: authorise (PKCE), token, device code, introspection, expiry, revocation.

Standards: RFC 6749, 7636, 8628, 7662. The user is always `alice`; the page asks nothing unless it is to `ask`, then it
has two buttons; `declines` makes it refuse.
"""

import asyncio
import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from aiohttp import web

from sidecar.oauth.provider import PROVIDERS, Provider
from tests.harness.ports import free_port, wait_until

CLIENT_ID = "deardr-test"


@dataclass
class LocalProvider:
    """`lifetime` is for how many seconds access tokens are good; `revoke` ends all tokens given so far."""

    port: int
    lifetime: int = 3600
    host: str = "127.0.0.1"  # `localhost` is another site than the product's for a browser
    asks: bool = False
    declines: bool = False
    approve_after: int = 2  # polls, before a device is signed in
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    access: dict[str, float] = field(default_factory=dict)  # token: when it ends
    refresh: set[str] = field(default_factory=set)
    devices: dict[str, int] = field(default_factory=dict)
    refreshed: int = 0
    requests: list[str] = field(default_factory=list)

    @property
    def introspection_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/introspect?token="

    def provider(self, name: str = "google") -> Provider:
        top = f"http://{self.host}:{self.port}"
        return Provider(
            name, "Testmail", f"{top}/authorize", f"{top}/token", f"{top}/device", "mail", {"prompt": "consent"},
            imap_host="localhost", loopback=PROVIDERS[name].loopback,
        )  # fmt: skip

    def revoke(self) -> None:
        self.access.clear()
        self.refresh.clear()

    def expire(self) -> None:
        for token in self.access:
            self.access[token] = 0.0

    async def authorize(self, request: web.Request) -> web.Response:
        query = dict(request.query)
        self.requests.append(request.path_qs)
        if self.asks:
            return web.Response(
                text=_page(self.answer(query), self.answer(query, agrees=False)), content_type="text/html"
            )
        raise web.HTTPFound(self.answer(query, agrees=not self.declines))

    def answer(self, query: dict[str, str], *, agrees: bool = True) -> str:
        """Where the browser goes back to."""
        answer = {"state": query["state"]}
        if agrees:
            answer["code"] = secrets.token_urlsafe(16)
            self.codes[answer["code"]] = query
        else:
            answer["error"] = "access_denied"
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    async def token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        if form.get("client_id") != CLIENT_ID:
            return web.json_response({"error": "invalid_client"}, status=401)
        error = self.refusal(form)
        if error is not None:
            return web.json_response({"error": error}, status=400)
        return web.json_response(self.tokens())

    def refusal(self, form: dict[str, str]) -> str | None:
        grant = form["grant_type"]
        if grant == "authorization_code":
            asked = self.codes.pop(form["code"], None)
            challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
            sent = {
                "code_challenge": challenge.decode(),
                "code_challenge_method": "S256",
                "redirect_uri": form["redirect_uri"],
            }
            return None if asked is not None and asked.items() >= sent.items() else "invalid_grant"
        if grant == "refresh_token":
            self.refreshed += 1
            return None if form["refresh_token"] in self.refresh else "invalid_grant"
        self.devices[form["device_code"]] += 1
        if self.declines:
            return "access_denied"
        return None if self.devices[form["device_code"]] > self.approve_after else "authorization_pending"

    def tokens(self) -> dict[str, object]:
        access, refresh = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        self.access[access] = time.time() + self.lifetime
        self.refresh.add(refresh)
        return {"access_token": access, "refresh_token": refresh, "expires_in": self.lifetime, "token_type": "Bearer"}

    async def device(self, _request: web.Request) -> web.Response:
        code = secrets.token_urlsafe(16)
        self.devices[code] = 0
        where = f"http://127.0.0.1:{self.port}/link"
        return web.json_response(
            {
                "device_code": code,
                "user_code": "ABCD-EFGH",
                "verification_uri": where,
                "expires_in": 60,
                "interval": 0.01,
            }
        )

    async def introspect(self, request: web.Request) -> web.Response:
        token = request.query.get("token") or request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.access.get(token, 0) < time.time():
            return web.json_response({"active": False})
        return web.json_response({"active": True, "username": "alice"})


def _page(allowed: str, declined: str) -> str:
    return (
        "<!doctype html><title>Testmail</title><link rel=icon href='data:,'><h1>DearDr wants to read your mail</h1>"
        f"<a id=allow href='{escape(allowed)}'>Allow</a> <a id=decline href='{escape(declined)}'>Decline</a>"
    )


@contextmanager
def local_provider() -> Iterator[LocalProvider]:
    """Run the provider in a thread for the length of the block."""
    local = LocalProvider(free_port())
    app = web.Application()
    app.add_routes(
        [
            web.get("/authorize", local.authorize),
            web.post("/token", local.token),
            web.post("/device", local.device),
            web.get("/introspect", local.introspect),
        ]
    )
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def start() -> None:
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", local.port).start()
        ready.set()
        try:
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    task = loop.create_task(start())

    def run() -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        wait_until(ready.is_set, "the provider's start")
        yield local
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
