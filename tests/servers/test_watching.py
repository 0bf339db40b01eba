"""Watching a real account: changes are told at once, breaks are mended, a refused password is asked for once."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sidecar.imap.watch import Watch, Watcher, WatchState
from tests.harness.ports import wait_until
from tests.harness.server import MailServer


class Seen:
    def __init__(self) -> None:
        self.changes: list[str] = []
        self.states: list[WatchState] = []
        self.asked = 0


def watched(server: MailServer) -> list[str]:
    return sorted(["INBOX", server.sent])


@contextmanager
def watching(server: MailServer, user: str, password: str | None = None) -> Iterator[Seen]:
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


def live(server: MailServer, seen: Seen) -> bool:
    return sorted(seen.changes) == watched(server) and bool(seen.states) and seen.states[-1].watch is Watch.LIVE


def test_new_mail_is_told_with_its_folder(mail_server: MailServer, user: str) -> None:
    with watching(mail_server, user) as seen:
        wait_until(lambda: live(mail_server, seen), "watching")
        mail_server.append("Sent", b"Subject: a\r\n\r\n", user)
        wait_until(lambda: len(seen.changes) > 2, "the announcement of new mail")
        assert seen.changes[2:] == [mail_server.sent]


def test_removed_mail_is_told(mail_server: MailServer, user: str) -> None:
    mail_server.append("INBOX", b"Subject: a\r\n\r\n", user)
    with watching(mail_server, user) as seen, mail_server.client(user) as other:
        wait_until(lambda: live(mail_server, seen), "watching")
        other.select_folder("INBOX")
        other.delete_messages([1])
        other.expunge()
        wait_until(lambda: len(seen.changes) > 2, "the announcement of a removal")
        assert set(seen.changes[2:]) == {"INBOX"}


def test_a_broken_connection_is_mended_with_one_log_line_each_way(
    mail_server: MailServer, user: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sidecar.imap.watch.RETRY_SECONDS", (0.05,))
    caplog.set_level(logging.INFO, "sidecar")
    with watching(mail_server, user) as seen:
        wait_until(lambda: live(mail_server, seen), "watching")
        mail_server.kick(user)
        wait_until(lambda: len(seen.changes) == 4, "the connections' return")
        wait_until(lambda: seen.states[-1].watch is Watch.LIVE, "the mended state")
        assert sorted(seen.changes[2:]) == watched(mail_server), "what came meanwhile is looked for"
        mail_server.append("INBOX", b"Subject: a\r\n\r\n", user)
        wait_until(lambda: len(seen.changes) > 4, "the announcement after mending")
    assert [record.levelname for record in caplog.records if record.name == "sidecar.imap.watch"] == ["WARNING", "INFO"]
    assert user not in "".join(record.getMessage() for record in caplog.records)


def test_a_refused_password_is_tried_once_and_ends_the_watching(mail_server: MailServer, user: str) -> None:
    with watching(mail_server, user, "wrong") as seen:
        wait_until(lambda: bool(seen.states), "the refusal")
        assert [state.watch for state in seen.states] == [Watch.REFUSED]
        assert "check the user name and the password" in str(seen.states[0].problem)
    assert (seen.asked, seen.changes) == (1, [])
