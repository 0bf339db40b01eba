"""Getting tokens: in the browser with PKCE (RFC 8252, 7636), by device code (RFC 8628), and renewing them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.oauth2.client import OAuth2Client

from sidecar.imap.errors import MailServerUnreachable, SignInRefused
from sidecar.oauth.http import Http
from sidecar.oauth.provider import Client, Provider
from sidecar.oauth.redirect import Redirect

Token = dict[str, Any]
"""A token response (RFC 6749 section 5.1) with `expires_at` in seconds since the epoch, as Authlib makes it."""

PATIENCE_SECONDS = 600.0
_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_FORM = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the user must do: open `address` on any device and type `code` within `seconds`."""

    address: str
    code: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a provider: the address to open, and what shows that an answer belongs to it (RFC 7636)."""

    address: str
    redirect: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def ask(provider: Provider, client: Client, user: str, redirect: str) -> Asked:
    """Prepare the question whose answer comes to the address `redirect`; `user` is a hint."""
    verifier = generate_token(64)
    address, state = _session(provider, client, redirect).create_authorization_url(
        provider.authorize_url, code_verifier=verifier, login_hint=user, **provider.extra
    )
    return Asked(address, redirect, state, verifier)


def redeem(provider: Provider, client: Client, asked: Asked, code: str) -> Token:
    """Trade the code that came with `asked.state` for a token. Raises `SignInRefused`, `MailServerUnreachable`."""
    with _refusals(provider):
        token: Token = _session(provider, client, asked.redirect).fetch_token(
            provider.token_url, grant_type="authorization_code", code=code, code_verifier=asked.verifier
        )
        return token


def by_browser(
    provider: Provider,
    client: Client,
    user: str,
    open_address: Callable[[str], object],
    patience: float = PATIENCE_SECONDS,
) -> Token:
    """Send the user's browser to the provider and wait for it to come back to a port of this machine.

    `open_address` shows or opens the address. Raises `SignInRefused` when the user or the provider declines, when the
    answer is not to our question, or after `patience` seconds; `MailServerUnreachable` without a network.
    """
    with Redirect.listening(provider.loopback) as redirect:
        asked = ask(provider, client, user, redirect.address)
        open_address(asked.address)
        return redeem(provider, client, asked, redirect.wait(asked.state, patience))


def by_device(
    provider: Provider,
    client: Client,
    show: Callable[[DeviceCode], object],
    sleep: Callable[[float], None] = time.sleep,
) -> Token:
    """Let the user sign in on another device, asking the provider until it is done. Raises as `by_browser`."""
    with _refusals(provider):
        answer = Http().post(provider.device_url, {"client_id": client.id, "scope": provider.scope}, _FORM)
        if answer.status_code >= 400:
            raise SignInRefused(f"{provider.title} does not give this client a device code; sign in with the browser.")
        asked = answer.json()
        address = asked.get("verification_uri") or asked["verification_url"]  # the second is Google's
        device, interval = asked["device_code"], float(asked.get("interval", 5))
        shown = DeviceCode(address, asked["user_code"], int(asked.get("expires_in", PATIENCE_SECONDS)))
    show(shown)
    session = _session(provider, client, None)
    until = time.monotonic() + shown.seconds
    while time.monotonic() < until:
        sleep(interval)
        try:
            token: Token = session.fetch_token(provider.token_url, grant_type=_DEVICE_GRANT, device_code=device)
        except AuthlibBaseError as error:
            if error.error == "slow_down":
                interval += 5  # RFC 8628 section 3.5
            elif error.error != "authorization_pending":
                raise _refusal(provider, error) from error
        except MailServerUnreachable:
            interval *= 2  # the same section asks for that when the network fails
        else:
            return token
    raise SignInRefused(f"Nobody signed in at {provider.title} in time; start again.")


def renewed(provider: Provider, client: Client, token: Token) -> Token:
    """Return a fresh token for one that has run out. Raises `SignInRefused` when it was revoked."""
    if not token.get("refresh_token"):
        raise SignInRefused(f"{provider.title} gave no lasting permission; sign in again.")
    with _refusals(provider):
        fresh: Token = _session(provider, client, None).refresh_token(
            provider.token_url, refresh_token=token["refresh_token"]
        )
        return fresh


def _session(provider: Provider, client: Client, redirect: str | None) -> OAuth2Client:
    return OAuth2Client(
        Http(), client.id, client.secret, scope=provider.scope, redirect_uri=redirect, code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_post" if client.secret else "none",
    )  # fmt: skip


@contextmanager
def _refusals(provider: Provider) -> Iterator[None]:
    try:
        yield
    except AuthlibBaseError as error:
        raise _refusal(provider, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise MailServerUnreachable(f"{provider.title}'s sign-in server gave an answer that makes no sense.") from error


def _refusal(provider: Provider, error: AuthlibBaseError) -> SignInRefused:
    said = "".join(char for char in str(error.error)[:60] if char.isprintable())
    return SignInRefused(f"{provider.title} did not give access ({said}); sign in again.")
