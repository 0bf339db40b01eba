"""A browser signed in to the site of the web tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sidecar.store.access import Purpose
from tests.browser.chromium import PROGRAM, Tab, chromium
from tests.web.conftest import access, site, store, vault
from tests.web.site import Site

__all__ = ["access", "site", "store", "vault"]


@pytest.fixture
async def tab(site: Site, tmp_path: Path) -> AsyncIterator[Tab]:
    if PROGRAM is None:
        pytest.skip("chromium is not installed")
    async with chromium(tmp_path / "profile") as opened:
        await opened.size(1280, 900)
        await opened.open(f"{site.origin}/signin?ticket={site.access.issue(Purpose.TICKET)}")
        yield opened
