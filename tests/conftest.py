"""Shared by all tests: what is skipped is said by name, and with CI=true a skip is a failure."""

import os

import pytest


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run on continuous integration that left tests out because a component was missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = reporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"CI=true: {len(skipped)} skipped tests count as failures", red=True)
