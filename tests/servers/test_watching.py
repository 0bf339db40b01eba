"""Watching a real account: changes are told at once, breaks are mended, a refused password is asked for once."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sidecar.imap.watch import Watch, Watcher, WatchState
from tests.harness.dovecot import Dovecot
from tests.harness.ports import wait_until


class Seen:
    def __init__(self) -> None:
        self.changes: list[str] = []
        self.states: list[WatchState] = []
        self.asked = 0


@contextmanager
def watching(server: Dovecot, user: str, password: str | None = None) -> Iterator[Seen]:
    seen = Seen()

    def secret() -> str:
        seen.asked += 1
        return password or server.password

    watcher = Watcher(server.account(user), secret, seen.changes.append, seen.states.append)
    watcher.start()
    try:
        yield seen
    finally:
        watcher.stop()


def live(seen: Seen) -> bool:
    return sorted(seen.changes) == ["INBOX", "Sent"] and bool(seen.states) and seen.states[-1].watch is Watch.LIVE


def test_new_mail_is_told_with_its_folder(running_dovecot: Dovecot, user: str) -> None:
    with watching(running_dovecot, user) as seen:
        wait_until(lambda: live(seen), "watching")
        running_dovecot.append("Sent", b"Subject: a\r\n\r\n", user)
        wait_until(lambda: len(seen.changes) > 2, "the announcement of new mail")
        assert seen.changes[2:] == ["Sent"]


def test_removed_mail_is_told(running_dovecot: Dovecot, user: str) -> None:
    running_dovecot.append("INBOX", b"Subject: a\r\n\r\n", user)
    with watching(running_dovecot, user) as seen, running_dovecot.client(user) as other:
        wait_until(lambda: live(seen), "watching")
        other.select_folder("INBOX")
        other.delete_messages([1])
        other.expunge()
        wait_until(lambda: len(seen.changes) > 2, "the announcement of a removal")
        assert set(seen.changes[2:]) == {"INBOX"}


def test_a_broken_connection_is_mended_with_one_log_line_each_way(
    running_dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sidecar.imap.watch.RETRY_SECONDS", (0.05,))
    caplog.set_level(logging.INFO, "sidecar")
    with watching(running_dovecot, user) as seen:
        wait_until(lambda: live(seen), "watching")
        running_dovecot.kick(user)
        wait_until(lambda: len(seen.changes) == 4, "the connections' return")
        wait_until(lambda: seen.states[-1].watch is Watch.LIVE, "the mended state")
        assert sorted(seen.changes[2:]) == ["INBOX", "Sent"], "what came meanwhile is looked for"
        running_dovecot.append("INBOX", b"Subject: a\r\n\r\n", user)
        wait_until(lambda: len(seen.changes) > 4, "the announcement after mending")
    assert [record.levelname for record in caplog.records if record.name == "sidecar.imap.watch"] == ["WARNING", "INFO"]
    assert user not in "".join(record.getMessage() for record in caplog.records)


def test_a_refused_password_is_tried_once_and_ends_the_watching(running_dovecot: Dovecot, user: str) -> None:
    with watching(running_dovecot, user, "wrong") as seen:
        wait_until(lambda: bool(seen.states), "the refusal")
        assert [state.watch for state in seen.states] == [Watch.REFUSED]
        assert "check the user name and the password" in str(seen.states[0].problem)
    assert (seen.asked, seen.changes) == (1, [])
