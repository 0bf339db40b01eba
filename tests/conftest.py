"""Shared by all tests: the real servers, and that what is skipped is said by name; with CI=true a skip is a failure."""

import contextlib
import os
from collections.abc import Iterator

import pytest

from tests.harness.farm import SERVERS, Farm
from tests.harness.server import MailServer


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the servers be chosen: the default is the one that needs nothing built."""
    parser.addoption(
        "--servers",
        default="dovecot",
        help=f"IMAP servers for the tests that run on any, by comma: {', '.join(SERVERS)} (default: dovecot)",
    )


def chosen_servers(config: pytest.Config) -> list[str]:
    """Return the servers of this run."""
    names = str(config.getoption("--servers")).split(",")
    unknown = [name for name in names if name not in SERVERS]
    if unknown:
        raise pytest.UsageError(f"--servers knows {', '.join(SERVERS)}, not {', '.join(unknown)}")
    return names


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that asks for `mail_server` on each of the chosen servers."""
    if "mail_server" in metafunc.fixturenames:
        metafunc.parametrize("mail_server", chosen_servers(metafunc.config), indirect=True, scope="session")


@pytest.fixture(scope="session")
def farm() -> Iterator[Farm]:
    with contextlib.ExitStack() as ending:
        yield Farm(ending)


@pytest.fixture(scope="session")
def mail_server(request: pytest.FixtureRequest, farm: Farm) -> MailServer:
    """A real server, shared by the whole run."""
    return farm.server(request.param)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run on continuous integration that left tests out because a component was missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = reporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"CI=true: {len(skipped)} skipped tests count as failures", red=True)
