"""Which OAuth client asks a provider: the user's own, from the environment, else the one given last."""

import json
import os

from sidecar.oauth.provider import Client
from sidecar.oauth.tokens import Keeps


def known_client(provider: str, vault: Keeps) -> Client | None:
    """Return the client for a provider, by name, if there is one."""
    prefix = f"DEARDR_{provider.upper()}_CLIENT"
    if identifier := os.environ.get(f"{prefix}_ID"):
        return Client(identifier, os.environ.get(f"{prefix}_SECRET") or None)
    kept = vault.get(_name(provider))
    return Client(*json.loads(kept)) if kept else None


def remember_client(provider: str, client: Client, vault: Keeps) -> None:
    """Keep a client for the next sign-in at this provider."""
    vault.put(_name(provider), json.dumps([client.id, client.secret]))


def _name(provider: str) -> str:
    return f"client:{provider}"
