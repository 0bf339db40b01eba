"""Tokens in the vault: the access token of an account, renewed in time."""

import json
import threading
import time
from dataclasses import dataclass
from typing import Protocol

from sidecar.imap.errors import SignInRefused
from sidecar.oauth.grants import Token, renewed
from sidecar.oauth.provider import PROVIDERS, Client, Provider

LEEWAY_SECONDS = 120.0


class Keeps(Protocol):
    """A place for secrets (`sidecar.vault.Vault`)."""

    def get(self, name: str) -> str | None:
        """Return what is kept under a name."""

    def put(self, name: str, secret: str) -> None:
        """Keep something under a name."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What is kept for an account: which client may ask which provider, and the last token."""

    provider: Provider
    client: Client
    token: Token

    def as_secret(self) -> str:
        """Return the form in which the vault keeps it."""
        return json.dumps(
            {"provider": self.provider.name, "client": [self.client.id, self.client.secret], "token": self.token}
        )

    @classmethod
    def from_secret(cls, secret: str, providers: dict[str, Provider] | None = None) -> "Grant":
        """Read `as_secret`'s form; raises `SignInRefused` when it is something else, such as a password."""
        try:
            kept = json.loads(secret)
            return cls((providers or PROVIDERS)[kept["provider"]], Client(*kept["client"]), kept["token"])
        except (ValueError, KeyError, TypeError) as error:
            raise SignInRefused("No sign-in at the provider is kept for this account; add it again.") from error


class AccessToken:
    """A callable that returns an access token good for two minutes at least. Safe to share between threads."""

    def __init__(self, vault: Keeps, name: str, providers: dict[str, Provider] | None = None) -> None:
        self._vault = vault
        self._name = name
        self._providers = providers
        self._lock = threading.Lock()

    def __call__(self) -> str:
        """Return the token, renewed if need be. Raises `SignInRefused` once it was revoked."""
        with self._lock:
            secret = self._vault.get(self._name)
            if secret is None:
                raise SignInRefused("No sign-in at the provider is kept for this account; add it again.")
            grant = Grant.from_secret(secret, self._providers)
            if float(grant.token.get("expires_at") or 0) < time.time() + LEEWAY_SECONDS:
                token = renewed(grant.provider, grant.client, grant.token)
                grant = Grant(grant.provider, grant.client, token)
                self._vault.put(self._name, grant.as_secret())
            return str(grant.token["access_token"])
