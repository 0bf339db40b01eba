"""Where passwords and tokens are kept: the system's keyring, else an encrypted file whose key lies in another folder.

Never plain text.
"""

import hashlib
import importlib
import json
import os
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from sidecar.system_keyring import SystemKeyring


class SecretUnavailable(Exception):
    """A secret cannot be read or kept; the message is one clear sentence that says what to do."""


class Vault:
    """Secrets by name. `folder` is the data folder, where the encrypted file lies when there is no keyring."""

    def __init__(self, folder: Path) -> None:
        self._file = _EncryptedFile(folder)

    @cached_property
    def _keyring(self) -> "SystemKeyring | None":
        from sidecar.system_keyring import safe_keyring  # noqa: PLC0415 - takes 2 MB; the demo keeps no secrets

        return safe_keyring()

    @property
    def on_keyring(self) -> bool:
        """Whether the system's keyring keeps the secrets."""
        return self._keyring is not None

    def describe(self) -> str:
        """Return one sentence that says where secrets are kept."""
        if self._keyring is not None:
            return f"Secrets are kept in the system's keyring ({self._keyring.name})."
        return (
            f"This system has no usable keyring, so secrets are kept encrypted in {self._file.path}, "
            f"with the key apart in {self._file.key_path}."
        )

    def put(self, name: str, secret: str) -> None:
        """Keep `secret` under `name`, replacing what was there. Raises `SecretUnavailable`."""
        if self._keyring is not None and self._keyring.put(name, secret):
            self._file.forget(name)
            return
        self._keyring = None  # locked or broken: the file serves instead, and `describe` says so
        self._file.put(name, secret)

    def get(self, name: str) -> str | None:
        """Return the secret kept under `name`, or None. Raises `SecretUnavailable` when it cannot be decrypted."""
        kept = self._file.get(name)  # the newer one, if a locked keyring could not be written to
        return self._keyring.get(name) if kept is None and self._keyring is not None else kept

    def forget(self, name: str) -> None:
        """Forget the secret kept under `name`, wherever it is."""
        if self._keyring is not None:
            self._keyring.forget(name)
        self._file.forget(name)


class _EncryptedFile:
    """A JSON object of secrets, encrypted as a whole (Fernet: AES-128-CBC with HMAC-SHA256)."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "secrets.encrypted"
        place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        self.key_path = platformdirs.user_config_path("deardr-keys", appauthor=False) / f"{place}.key"

    def put(self, name: str, secret: str) -> None:
        self._write({**self._read(), name: secret})

    def get(self, name: str) -> str | None:
        return self._read().get(name)

    def forget(self, name: str) -> None:
        kept = self._read()
        if kept.pop(name, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, str]:
        if not self.path.exists():
            return {}
        try:
            plain = _sealing().unseal(self.key_path.read_bytes(), self.path.read_bytes())
            kept: dict[str, str] = json.loads(plain)
        except (OSError, ValueError) as error:
            raise SecretUnavailable(
                f"The secrets in {self.path} cannot be read with the key {self.key_path}; "
                "put the key back, or delete the file and add your accounts again."
            ) from error
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        try:
            sealed = _sealing().seal(self._key(), json.dumps(kept).encode())
            _replace(self.path, sealed)
        except OSError as error:
            raise SecretUnavailable(f"Secrets cannot be kept in {self.path}: {error.strerror}.") from error

    def _key(self) -> bytes:
        if not self.key_path.exists():
            self.key_path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _replace(self.key_path, _sealing().new_key())
        return self.key_path.read_bytes()


def _sealing() -> ModuleType:
    """Load the cryptography when it is first needed: most systems have a keyring, and it takes 7 MB."""
    return importlib.import_module("sidecar.sealing")


def _replace(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
