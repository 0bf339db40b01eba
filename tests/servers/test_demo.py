"""The demo mailbox: a believable season on pymap, read by the same code as a real account."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from sidecar.demo.mailbox import Demo, demo_mailbox
from sidecar.demo.season import demo_season
from sidecar.imap.account import Role
from sidecar.imap.batch import Scope
from sidecar.imap.sync import read_account
from tests.harness.ports import greets

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    with demo_mailbox(NOW) as running:
        yield running


def test_it_is_read_like_any_account_and_twice_reading_finds_nothing_new(demo: Demo) -> None:
    batches = list(read_account(demo.account, demo.secret, {}, Scope(date(2026, 1, 1)), lambda fetched: True))
    count = {role: sum(len(batch.fetched) for batch in batches if batch.role is role) for role in Role}
    assert sum(count.values()) == len(demo_season(NOW).mail)
    assert count[Role.SENT] > 15
    assert count[Role.INBOX] > 15
    assert count[Role.JUNK] == 1
    cursors = {batch.folder: batch.cursor for batch in batches}
    again = list(read_account(demo.account, demo.secret, cursors, Scope(date(2026, 1, 1)), lambda fetched: True))
    assert [batch for batch in again if batch.fetched or batch.gone or batch.suspicion] == []


def test_received_dates_follow_the_moment_it_was_made_for(demo: Demo) -> None:
    recent = Scope((NOW - timedelta(days=1)).date())
    batches = read_account(demo.account, demo.secret, {}, recent, lambda fetched: False)
    received = [fetched.received_at for batch in batches for fetched in batch.fetched]
    assert received
    assert all(NOW - timedelta(days=2) < at <= NOW for at in received)


def test_its_messages_are_valid_and_leave_no_placeholder() -> None:
    for placed in demo_season(NOW).mail:
        message = message_from_bytes(placed.message, policy=default)
        assert [message[name] for name in ("From", "To", "Subject", "Date", "Message-ID") if not message[name]] == []
        assert message.defects == []
        assert b"{+" not in placed.message
        assert b"{-" not in placed.message


def test_the_same_moment_gives_the_same_mailbox() -> None:
    assert demo_season(NOW) == demo_season(NOW)


def test_the_server_ends_with_the_block() -> None:
    with demo_mailbox(NOW) as running:
        account = running.account

    assert not greets(account.port)
