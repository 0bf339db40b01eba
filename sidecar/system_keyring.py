"""The system's keyring, if it protects what it keeps.

Backends that only encode what they store are passed over by name.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

SERVICE = "deardr"
_SAFE_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)


@dataclass(frozen=True, slots=True)
class SystemKeyring:
    """Secrets by name in the user's keyring."""

    backend: KeyringBackend

    @property
    def name(self) -> str:
        """What the keyring calls itself."""
        return str(self.backend.name)

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret, replacing what was there; return False when the keyring is locked or broken."""
        with contextlib.suppress(KeyringError):
            self.backend.set_password(SERVICE, name, secret)
            return True
        return False

    def get(self, name: str) -> str | None:
        """Return a secret, None also when the keyring is locked or broken."""
        with contextlib.suppress(KeyringError):
            return self.backend.get_password(SERVICE, name)
        return None

    def forget(self, name: str) -> None:
        """Forget a secret, if it is there and the keyring is open."""
        with contextlib.suppress(KeyringError):
            self.backend.delete_password(SERVICE, name)


def safe_keyring() -> SystemKeyring | None:
    """Return the user's keyring if it is one that protects what it keeps."""
    try:
        chosen = keyring.get_keyring()
    except Exception:
        return None
    return next((SystemKeyring(backend) for backend in _unchained(chosen) if _is_safe(backend)), None)


def _unchained(backend: KeyringBackend) -> Iterable[KeyringBackend]:
    inner = getattr(backend, "backends", None)
    return inner if isinstance(inner, list) else [backend]


def _is_safe(backend: KeyringBackend) -> bool:
    return type(backend).__module__.startswith(_SAFE_BACKENDS)
