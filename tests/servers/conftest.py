"""Real servers for the tests of this folder; without the server a test is skipped by name."""

from collections.abc import Iterator

import pytest

from tests.harness.dovecot import Dovecot, dovecot, program


@pytest.fixture(scope="module")
def running_dovecot() -> Iterator[Dovecot]:
    if program() is None:
        pytest.skip("Dovecot is not installed (Debian package dovecot-imapd)")
    with dovecot(tuple(f"user{number}" for number in range(60))) as server:
        yield server


@pytest.fixture
def user(running_dovecot: Dovecot, request: pytest.FixtureRequest) -> str:
    """A user nobody else used, so that tests do not see each other's mail."""
    taken: list[str] = request.config.stash.setdefault(_TAKEN, [])
    taken.append(f"user{len(taken) % 60}")
    return taken[-1]


_TAKEN = pytest.StashKey[list[str]]()
