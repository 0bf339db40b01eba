"""Pairing: a code typed once into a mail client becomes that client's token."""

from http import HTTPStatus
from typing import Annotated

from aiohttp import web
from pydantic import Field, StringConstraints

from sidecar import __version__
from sidecar.store.access import Purpose
from sidecar.web.attempts import Attempts
from sidecar.web.endpoint import Endpoint, nothing, read, reply
from sidecar.web.guard import CLIENT, unlocked
from sidecar.web.keys import ACCESS
from sidecar.web.models.wire import Wire
from sidecar.web.problems import ProblemError

ATTEMPTS = web.AppKey("ATTEMPTS", Attempts)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class PairIn(Wire):
    """The code the user typed, and what to call this client in the list of paired clients."""

    code: str = Field(max_length=40, examples=["7KQ2-M4XD"])
    client: Name = Field(examples=["Thunderbird on my laptop"])


class Paired(Wire):
    """The client's token, to be kept by the client and sent as `Authorization: Bearer`. It is shown only here."""

    token: str
    name: str


class Client(Wire):
    """Who the token of this request belongs to, and which version of DearDr answers."""

    name: str
    version: str


class SignInLink(Wire):
    """A one-time address that signs the user's browser in to the pages."""

    url: str


@unlocked
async def pair(request: web.Request) -> web.Response:
    """Trade a pairing code for a token; the code is used up."""
    asked = await read(request, PairIn)
    access, attempts = request.app[ACCESS], request.app[ATTEMPTS]
    wait = attempts.wait()
    if wait:
        said = f"Too many wrong codes; try again in {wait} seconds."
        raise ProblemError(HTTPStatus.TOO_MANY_REQUESTS, said, {"Retry-After": str(wait)})
    if not access.redeem(Purpose.CODE, asked.code):
        attempts.wrong()
        raise ProblemError(
            HTTPStatus.FORBIDDEN,
            "This code is wrong, used or too old; `deardr pair new` or the settings page shows a new one.",
        )
    return reply(Paired(token=access.issue(Purpose.CLIENT, asked.client), name=asked.client), status=HTTPStatus.CREATED)


async def show_client(request: web.Request) -> web.Response:
    """Tell a client who it is here."""
    return reply(Client(name=request[CLIENT].name, version=__version__))


async def unpair(request: web.Request) -> web.Response:
    """Take back the token of this request."""
    request.app[ACCESS].revoke(request[CLIENT].id, Purpose.CLIENT)
    return nothing()


async def sign_in_link(request: web.Request) -> web.Response:
    """Make a one-time sign-in link, for a client's button that opens the status page."""
    ticket = request.app[ACCESS].issue(Purpose.TICKET)
    link = request.url.origin() / "signin" % {"ticket": ticket}
    return reply(SignInLink(url=str(link)), status=HTTPStatus.CREATED)


WRONG_CODE = (HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)
ENDPOINTS = (
    Endpoint("POST", "/pair", pair, "Trade a pairing code for a token", PairIn, Paired, HTTPStatus.CREATED, WRONG_CODE),
    Endpoint("GET", "/client", show_client, "Who this token belongs to", gives=Client),
    Endpoint("DELETE", "/pair", unpair, "Take this token back", status=HTTPStatus.NO_CONTENT),
    Endpoint(
        "POST",
        "/signin-link",
        sign_in_link,
        "Make a one-time sign-in link",
        gives=SignInLink,
        status=HTTPStatus.CREATED,
    ),
)
