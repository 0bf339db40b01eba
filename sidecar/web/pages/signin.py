"""Signing a browser in by a one-time link, and out again."""

from http import HTTPStatus

from aiohttp import web

from sidecar.store.access import LIFETIME, Purpose
from sidecar.web.guard import COOKIE, SESSION, signed_in, unlocked
from sidecar.web.keys import ACCESS
from sidecar.web.pages.render import page


@unlocked
async def sign_in(request: web.Request) -> web.StreamResponse:
    """Trade the link's ticket for a session cookie; without a good one, say how to get a new link."""
    access, ticket = request.app[ACCESS], request.query.get("ticket")
    if ticket is not None and access.redeem(Purpose.TICKET, ticket):
        answer = web.HTTPSeeOther("/")
        lifetime = LIFETIME[Purpose.SESSION]
        answer.set_cookie(
            COOKIE,
            access.issue(Purpose.SESSION, "browser"),
            max_age=int(lifetime.total_seconds()) if lifetime else None,
            httponly=True,
            samesite="Strict",
            secure=request.secure,
            path="/",
        )
        raise answer
    if signed_in(request):
        raise web.HTTPSeeOther("/")
    status = HTTPStatus.OK if ticket is None else HTTPStatus.FORBIDDEN
    return page(request, "signin.html.j2", {"title": "Sign in", "used": ticket is not None}, status)


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End this browser's session."""
    request.app[ACCESS].redeem(Purpose.SESSION, request[SESSION])
    answer = web.HTTPSeeOther("/signin")
    answer.del_cookie(COOKIE, path="/")
    raise answer


ROUTES = (web.get("/signin", sign_in), web.post("/signout", sign_out))
