"""Signing in at a provider: its form, the way there and back, and how it stands.

The provider's answer comes to `came_back`, which is open: the session's cookie is not sent when another site leads
here. It proves itself by the question it answers and changes nothing but to note the answer. The page it leads to
brings the browser on by itself, now with its cookie, and only the browser that began goes through with it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import quote

from aiohttp import web

from sidecar.web.guard import SESSION, unlocked
from sidecar.web.keys import READER, AccountError
from sidecar.web.pages.accounts import FIELDS, named, new_account, ways
from sidecar.web.pages.forms import form, tell, text
from sidecar.web.pages.render import page
from sidecar.web.problems import ProblemError
from sidecar.web.signins import BACK, SIGN_INS, ProviderInfo, Stage, Wish

UNDER_WAY = "/accounts/signin"
CONTINUE = "/signin/continue"
SIGNED_IN = "You are signed in. The mailbox is being read; what is due shows here in a moment."
REFRESH = {Stage.LEAVING: 0, Stage.AWAY: 5, Stage.CODE: 3, Stage.BACK: 1, Stage.TRYING: 1}  # seconds


async def show(request: web.Request) -> web.Response:
    """Show the form of a provider, for a new account or for one that must sign in again."""
    provider, name = _provider(request), request.query.get("name", "")
    typed = dict.fromkeys(FIELDS, "")
    if name:
        typed |= {"name": name, "address": named(request, name).address}
    return _form(request, provider, typed, again=bool(name))


async def begin(request: web.Request) -> web.StreamResponse:
    """Begin to sign in."""
    provider, given = _provider(request), await form(request)
    typed = {name: text(given, name) for name in FIELDS}
    again = text(given, "again")
    try:
        wish = Wish(
            provider=provider.id,
            user=typed["address"],
            form=f"{request.path}?name={quote(again, safe='')}" if again else request.path,
            origin=f"{request.scheme}://{request.host}",
            then=_renew(request, again) if again else _add(request, provider, typed),
            client_id=text(given, "client_id"),
            client_secret=text(given, "client_secret"),
            by_code=given.get("way") == "code",
        )
        request.app[SIGN_INS]().begin(request[SESSION], wish)
    except (AccountError, ProblemError) as error:
        return _form(request, provider, typed, str(error), again=bool(again))
    raise web.HTTPSeeOther(UNDER_WAY)


async def under_way(request: web.Request) -> web.StreamResponse:
    """Show how the sign-in stands and take the next step; without JavaScript the page asks again by itself."""
    sign_ins, browser = request.app[SIGN_INS](), request[SESSION]
    sign_ins.go_on(browser)
    shown = sign_ins.of(browser)
    if shown is None:
        raise web.HTTPSeeOther("/")
    if shown.stage is Stage.DONE:
        sign_ins.end(browser)
        tell(request, SIGNED_IN)
        raise web.HTTPSeeOther("/")
    refresh = REFRESH.get(shown.stage)
    onward = shown.address if shown.stage is Stage.LEAVING else UNDER_WAY
    values = {"title": f"Signing in at {shown.provider.title}", "sign_in": shown, "refresh": refresh, "onward": onward}
    sign_ins.left(browser)
    return page(request, "signing-in.html.j2", values)


async def cancel(request: web.Request) -> web.StreamResponse:
    """Give up the sign-in."""
    sign_ins, browser = request.app[SIGN_INS](), request[SESSION]
    shown = sign_ins.of(browser)
    sign_ins.end(browser)
    raise web.HTTPSeeOther(shown.form if shown else "/accounts/new")


@unlocked
async def came_back(request: web.Request) -> web.StreamResponse:
    """Take the provider's answer, if it answers a question that was asked here."""
    asked = request.query.get("state", "")
    origin = request.app[SIGN_INS]().came_back(asked, request.query.get("code"), request.query.get("error"))
    if origin is None:
        raise ProblemError(HTTPStatus.FORBIDDEN, "This sign-in is not under way any more; begin again from DearDr.")
    raise web.HTTPSeeOther(origin + CONTINUE)


@unlocked
async def go_on(request: web.Request) -> web.Response:
    """Lead a browser that another site sent here on to where it came from; says nothing about anybody."""
    return page(request, "continue.html.j2", {"title": "One moment", "refresh": 0, "onward": UNDER_WAY})


def _add(request: web.Request, provider: ProviderInfo, typed: Mapping[str, str]) -> Callable[[str], Awaitable[None]]:
    host = {"host": typed["host"] or provider.host}
    new, reader = new_account({**typed, **host}, auth=provider.id), request.app[READER]

    async def add(secret: str) -> None:
        await reader.add_account(replace(new, secret=secret))
        tell(request, SIGNED_IN)  # also where the demo makes way for the account, and forgets this sign-in

    return add


def _renew(request: web.Request, name: str) -> Callable[[str], Awaitable[None]]:
    account, reader = named(request, name), request.app[READER]
    return lambda secret: reader.renew_secret(account.name, secret)


def _provider(request: web.Request) -> ProviderInfo:
    wanted = request.match_info["provider"]
    found = next((one for one in request.app[SIGN_INS]().providers() if one.id == wanted), None)
    if found is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is no provider of that name.")
    return found


def _form(
    request: web.Request, provider: ProviderInfo, typed: Mapping[str, str], refused: str | None = None, *, again: bool
) -> web.Response:
    values = {
        "title": "Sign in again" if again else "Add your account",
        "provider": provider,
        "typed": typed,
        "refused": refused,
        "again": again,
        "ways": ways(request),
        "way": provider.id,
        "back": f"{request.scheme}://{provider.loopback}:{request.url.port}{BACK}",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return page(request, "provider.html.j2", values, status)


ROUTES = (
    web.get("/accounts/new/{provider}", show),
    web.post("/accounts/new/{provider}", begin),
    web.get(UNDER_WAY, under_way),
    web.post(f"{UNDER_WAY}/cancel", cancel),
    web.get(BACK, came_back),
    web.get(CONTINUE, go_on),
)
