from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from sidecar.vault import SecretUnavailable, Vault


class Memory(KeyringBackend):
    """Behaves like a desktop keyring; its module says whether it is one to trust."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class Trusted(Memory):
    pass


class Plain(Memory):
    pass


Trusted.__module__ = "keyring.backends.SecretService"
Plain.__module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def chosen() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_safe_keyring_keeps_the_secret_and_no_file_is_made(tmp_path: Path, chosen: None) -> None:
    backend = Trusted()
    keyring.set_keyring(backend)
    vault = Vault(tmp_path / "data")
    vault.put("home", "s3cret")
    assert vault.get("home") == "s3cret"
    assert list(backend.kept.values()) == ["s3cret"]
    assert not list(tmp_path.rglob("*.encrypted"))
    vault.forget("home")
    assert vault.get("home") is None


def test_a_keyring_that_stores_plain_text_is_passed_over(tmp_path: Path, chosen: None) -> None:
    backend = Plain()
    keyring.set_keyring(backend)
    vault = Vault(tmp_path / "data")
    vault.put("home", "s3cret")
    assert backend.kept == {}
    assert "no usable keyring" in vault.describe()
    assert Vault(tmp_path / "data").get("home") == "s3cret"


def test_without_a_keyring_no_file_holds_the_secret_in_clear_and_the_key_lies_elsewhere(
    tmp_path: Path, chosen: None
) -> None:
    keyring.set_keyring(Plain())
    vault = Vault(tmp_path / "data")
    vault.put("home", "s3cret")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not any(b"s3cret" in path.read_bytes() for path in files)
    assert [path.parent for path in files if path.suffix == ".key"] != [tmp_path / "data"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)


def test_a_locked_keyring_gives_way_to_the_file_and_that_is_said(tmp_path: Path, chosen: None) -> None:
    backend = Trusted()
    backend.locked = True
    keyring.set_keyring(backend)
    vault = Vault(tmp_path / "data")
    vault.put("home", "s3cret")
    assert vault.get("home") == "s3cret"
    assert "no usable keyring" in vault.describe()


def test_what_a_locked_keyring_could_not_take_wins_over_what_it_held(tmp_path: Path, chosen: None) -> None:
    backend = Trusted()
    keyring.set_keyring(backend)
    Vault(tmp_path / "data").put("home", "old")
    backend.locked = True
    Vault(tmp_path / "data").put("home", "new")
    backend.locked = False
    assert Vault(tmp_path / "data").get("home") == "new"
    Vault(tmp_path / "data").put("home", "newest")
    assert Vault(tmp_path / "data").get("home") == "newest"


def test_a_lost_key_is_one_clear_sentence(tmp_path: Path, chosen: None) -> None:
    keyring.set_keyring(Plain())
    Vault(tmp_path / "data").put("home", "s3cret")
    next(tmp_path.rglob("*.key")).unlink()
    with pytest.raises(SecretUnavailable, match="put the key back"):
        Vault(tmp_path / "data").get("home")


def test_forgetting_leaves_the_others(tmp_path: Path, chosen: None) -> None:
    keyring.set_keyring(Plain())
    vault = Vault(tmp_path / "data")
    vault.put("home", "one")
    vault.put("work", "two")
    vault.forget("home")
    assert (vault.get("home"), vault.get("work")) == (None, "two")
