"""The locks on every route: whose address is asked for (Host), which page asks (Origin), and who is asking.

A route is locked unless it says otherwise with `unlocked`: `/api/` wants a bearer token, all else a signed-in browser.
"""

import hashlib
import hmac
from http import HTTPStatus
from typing import TypeVar

from aiohttp import web

from sidecar.store.access import Credential, Purpose
from sidecar.web.keys import ACCESS
from sidecar.web.problems import Handler, ProblemError, is_api

COOKIE = "deardr"
FORM_TOKEN = "form_token"  # noqa: S105  (the name of a form field, no secret)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
READS = frozenset({"GET", "HEAD", "OPTIONS"})
EXTENSION = "moz-extension://"
BEARER = "bearer "

CLIENT: web.RequestKey[Credential] = web.RequestKey("CLIENT", Credential)  # who holds the token of an API request
SESSION: web.RequestKey[str] = web.RequestKey("SESSION", str)  # the cookie of a signed-in browser

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer browsers send "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

H = TypeVar("H", bound=Handler)
_UNLOCKED: set[Handler] = set()


def unlocked(handler: H) -> H:
    """Mark a handler as open to everybody on this machine."""
    _UNLOCKED.add(handler)
    return handler


def is_unlocked(route: web.AbstractRoute) -> bool:
    """Whether a route may be used without a credential: those marked so, and static files."""
    return is_unlocked_handler(route.handler) or isinstance(route.resource, web.StaticResource)


def is_unlocked_handler(handler: object) -> bool:
    """Whether a handler was marked as open to everybody on this machine."""
    return handler in _UNLOCKED


@web.middleware
async def check_host(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse names not of this machine: a foreign name that resolves to 127.0.0.1 is an attack (DNS rebinding)."""
    name, _, port = request.headers.get("Host", "").lower().rpartition(":")
    if name not in LOOPBACK or port != str(_own_port(request)):
        raise ProblemError(HTTPStatus.MISDIRECTED_REQUEST, "DearDr answers only to its own address on this computer.")
    return await handler(request)


@web.middleware
async def check_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a page of another site asks for; an add-on may ask when it shows a token or a pairing code."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != _own_origin(request) and not _from_add_on(request, origin):
        raise ProblemError(HTTPStatus.FORBIDDEN, "DearDr does not answer to pages of other sites.")
    return await handler(request)


@web.middleware
async def require_credential(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let nobody pass a locked route without its credential."""
    if not is_unlocked(request.match_info.route):
        if is_api(request):
            _require_token(request)
        else:
            await _require_session(request)
    return await handler(request)


async def add_security_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Set the headers that keep an answer private and inert; a handler's own choice stays."""
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if isinstance(request.match_info.route.resource, web.StaticResource):
        response.headers["Cache-Control"] = "no-cache"
    response.headers["Server"] = "DearDr"


def form_token(request: web.Request) -> str:
    """Return what every form of this session must carry: no other page can know it."""
    return hmac.new(request[SESSION].encode(), b"form", hashlib.sha256).hexdigest()


def signed_in(request: web.Request) -> bool:
    """Whether the browser shows a valid session; notes it on the request."""
    cookie = request.cookies.get(COOKIE)
    if cookie is None or request.app[ACCESS].check(Purpose.SESSION, cookie) is None:
        return False
    request[SESSION] = cookie
    return True


def _require_token(request: web.Request) -> None:
    header = request.headers.get("Authorization", "")
    token = header[len(BEARER) :].strip() if header.lower().startswith(BEARER) else ""
    client = request.app[ACCESS].check(Purpose.CLIENT, token) if token else None
    if client is None:
        said = "This token is not known here; pair again." if token else "A token is needed; pair first."
        raise ProblemError(HTTPStatus.UNAUTHORIZED, said, {"WWW-Authenticate": 'Bearer realm="DearDr"'})
    request[CLIENT] = client


async def _require_session(request: web.Request) -> None:
    if not signed_in(request):
        raise ProblemError(HTTPStatus.UNAUTHORIZED, "This page is private; sign in first.")
    if request.method in READS:
        return
    if request.headers.get("Origin") != _own_origin(request):
        raise ProblemError(HTTPStatus.FORBIDDEN, "This change did not come from a page of DearDr.")
    given = request.headers.get("X-Form-Token") or (await request.post()).get(FORM_TOKEN, "")
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), form_token(request).encode()):
        raise ProblemError(HTTPStatus.FORBIDDEN, "This form is out of date; go back, reload the page and try again.")


def _own_port(request: web.Request) -> int | None:
    address = request.transport.get_extra_info("sockname") if request.transport else None
    return address[1] if address else None


def _own_origin(request: web.Request) -> str:
    return f"{request.scheme}://{request.host}"


def _from_add_on(request: web.Request, origin: str) -> bool:
    is_pairing = is_api(request) and is_unlocked(request.match_info.route)
    return origin.startswith(EXTENSION) and ("Authorization" in request.headers or is_pairing)
