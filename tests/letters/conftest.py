"""The templates that ship, without a user's own."""

import pytest

from sidecar.config import resources
from sidecar.letters import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(resources("templates") / "email")
