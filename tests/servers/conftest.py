"""What the tests of this folder share."""

import pytest

from tests.harness.farm import Farm
from tests.harness.server import MailServer


@pytest.fixture
def user(mail_server: MailServer, farm: Farm) -> str:
    """A user nobody else used, so that tests do not see each other's mail."""
    return farm.user(mail_server)
