"""From a reply's delivery to its prompt being gone, through the running product."""

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.app import mails
from tests.app.conftest import USER, Mailbox
from tests.harness.dovecot import dovecot
from tests.harness.ports import wait_until
from tests.harness.product import Running, up


def reply_to_prompt_gone(runs: int) -> None:
    """Print the seconds until `GET /api/v1/prompts` no longer shows the follow-up that the reply makes needless."""
    times = [_once() for _ in range(runs)]
    print(f"reply to prompt gone: {statistics.median(times):.2f} s after its delivery began, median of {runs}")


def _once() -> float:
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder, dovecot((USER,)) as server:
        mailbox = Mailbox(server, Path(folder) / "home")
        mailbox.put("Sent", mails.request(now - timedelta(days=9)))
        mailbox.add_account()
        with up(mailbox.home) as running:
            wait_until(lambda: _shows_follow_up(running) and _watches(running), "the follow-up's prompt", 30)
            began = time.perf_counter()
            mailbox.put("INBOX", mails.promise(now))
            wait_until(lambda: not _shows_follow_up(running), "the end of the prompt", 30)
            return time.perf_counter() - began


def _shows_follow_up(running: Running) -> bool:
    return any(prompt["action"] == "followup-1" for prompt in running.prompts())


def _watches(running: Running) -> bool:
    return all(account["state"] == "watching" for account in running.ask("GET", "/api/v1/accounts")["accounts"])
