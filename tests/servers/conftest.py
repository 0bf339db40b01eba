"""What the tests of this folder share."""

from collections.abc import Iterator

import pytest

from tests.harness.dovecot import Dovecot, dovecot
from tests.harness.farm import Farm
from tests.harness.provider import LocalProvider, local_provider
from tests.harness.server import MailServer


@pytest.fixture
def user(mail_server: MailServer, farm: Farm) -> str:
    """A user nobody else used, so that tests do not see each other's mail."""
    return farm.user(mail_server)


@pytest.fixture(scope="module")
def provider() -> Iterator[LocalProvider]:
    """Give OAuth tokens, and say whether a token is good."""
    with local_provider() as running:
        yield running


@pytest.fixture(scope="module")
def server(provider: LocalProvider) -> Iterator[Dovecot]:
    """Ask the provider about each token it is shown."""
    with dovecot(introspection_url=provider.introspection_url) as running:
        running.append("INBOX", b"Subject: hello\r\n\r\n")
        yield running
