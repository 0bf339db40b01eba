"""What a running sidecar does when a server goes away and comes back, and when the password was changed."""

import json
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.app import mails
from tests.app.conftest import USER, Mailbox
from tests.harness.dovecot import Dovecot, dovecot, program
from tests.harness.ports import greets, wait_until
from tests.harness.product import Running, up

pytestmark = pytest.mark.skipif(program() is None, reason="Dovecot is not installed (Debian package dovecot-imapd)")


@pytest.fixture
def server() -> Iterator[Dovecot]:
    with dovecot((USER,), extra="auth_cache_size = 0") as running:
        yield running


@pytest.fixture
def read(server: Dovecot, tmp_path: Path) -> Iterator[Running]:
    """A sidecar that has read the mailbox and watches it."""
    mailbox = Mailbox(server, tmp_path / "home")
    mailbox.put("Sent", mails.request(datetime.now(UTC) - timedelta(days=9)))
    mailbox.add_account()
    with up(mailbox.home) as running:
        wait_until(lambda: state(running) == "watching", "the first reading", 20)
        wait_until(lambda: server.connections(USER) == 2, "the watching of sent mail and inbox", 20)
        yield running


def account(running: Running) -> dict[str, Any]:
    found: dict[str, Any] = running.ask("GET", "/api/v1/accounts")["accounts"][0]
    return found


def state(running: Running) -> str:
    return str(account(running)["state"])


def told(running: Running) -> list[str]:
    """What the log says of accounts."""
    lines = [json.loads(line) for line in running.log.read_text().splitlines()]
    return [line["event"] for line in lines if "account" in line]


def test_a_server_that_goes_and_comes_back_is_one_log_line_each_way(read: Running, server: Dovecot) -> None:
    server.process.terminate()
    server.process.wait()
    wait_until(lambda: state(read) == "failed", "the failure", 30)
    again = subprocess.Popen(  # noqa: S603 - found by which
        [program() or "", "-F", "-c", str(server.base / "dovecot.conf")], stderr=subprocess.DEVNULL
    )
    try:
        wait_until(lambda: greets(server.port), "the server's return")
        back = time.monotonic()
        wait_until(lambda: state(read) == "watching" and len(told(read)) > 1, "the recovery", 60)
        assert time.monotonic() - back < 60
        server.append("INBOX", mails.promise(datetime.now(UTC)), USER)
        wait_until(lambda: [one["action"] for one in read.prompts()] == ["classify-reply"], "the answer", 20)
        assert told(read) == ["an account cannot be read", "the account can be read again"]
    finally:
        again.terminate()
        again.wait()


def test_a_changed_password_is_tried_once_and_waits_for_the_user(read: Running, server: Dovecot) -> None:
    users = server.base / "users"
    before = users.read_text()
    users.write_text(before.replace(server.password, "another"))
    server.kick(USER)
    wait_until(lambda: state(read) == "stopped", "the refusal", 30)
    assert "refused the sign-in" in account(read)["problem"]
    tried = server.log.count("auth failed")
    assert 1 <= tried <= 3  # once by the reader, or by each connection that was open
    time.sleep(4)  # longer than a connection waits before it is tried again
    assert server.log.count("auth failed") == tried
    assert told(read) == ["an account cannot be read"]
    users.write_text(before)
    read.ask("POST", "/api/v1/accounts/home/sync")
    wait_until(lambda: state(read) == "watching", "the second try", 30)
    server.append("INBOX", mails.promise(datetime.now(UTC)), USER)
    wait_until(lambda: [one["action"] for one in read.prompts()] == ["classify-reply"], "being watched again", 20)
    assert told(read) == ["an account cannot be read", "the account can be read again"]
