"""A store in a fresh folder for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "data" / "deardr.sqlite3")
    opened.mail.put_account({"name": "home", "address": "amara@example.org"})
    yield opened
    opened.close()
