"""Posting forms to a token endpoint, in the shape Authlib's client asks of its session."""

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

import truststore

from sidecar.imap.account import is_loopback
from sidecar.imap.errors import CertificateRefused, MailServerUnreachable

_SECONDS = 30
_LONGEST = 1 << 20


class Signs(Protocol):
    """Adds the client's identity to a request, as `authlib.oauth2.auth.ClientAuth` does."""

    def prepare(self, method: str, uri: str, headers: dict[str, str], body: str) -> tuple[str, dict[str, str], str]:
        """Return address, headers and body with the identity added."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint answered."""

    status_code: int
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON; raises ValueError."""
        return json.loads(self.body)

    def raise_for_status(self) -> None:
        """Raise `MailServerUnreachable` for an error that is the server's own."""
        if self.status_code >= 400:
            raise MailServerUnreachable(f"The sign-in server answered with error {self.status_code}; try again later.")


class Http:
    """A session without state. Only https, but for this machine."""

    def post(self, url: str, data: Mapping[str, str], headers: Mapping[str, str], auth: Signs | None = None) -> Answer:
        """Send a form. Raises `MailServerUnreachable` and `CertificateRefused`."""
        body, sent = urlencode(data), dict(headers)
        if auth is not None:
            url, sent, body = auth.prepare("POST", url, sent, body)
        place = urlsplit(url)
        if place.scheme != "https" and not is_loopback(place.hostname or ""):
            raise MailServerUnreachable(f"Tokens are fetched over https only, not from {url}.")
        request = urllib.request.Request(url, body.encode(), sent, method="POST")  # noqa: S310 - the scheme is checked
        try:
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            with urllib.request.urlopen(request, timeout=_SECONDS, context=context) as answer:  # noqa: S310 - as above
                return Answer(answer.status, answer.read(_LONGEST))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read(_LONGEST))
        except OSError as error:
            if isinstance(getattr(error, "reason", None), ssl.SSLError):
                raise CertificateRefused(f"The certificate of {place.hostname} is not trusted.") from error
            raise MailServerUnreachable(f"The sign-in server {place.hostname} cannot be reached.") from error
