"""From real mail on a real server to the right prompt, by command and by the running sidecar."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.app import mails
from tests.app.conftest import Mailbox
from tests.harness.ports import free_port, wait_until
from tests.harness.product import Running, deardr, up

NOW = datetime.now(UTC)


def due(mailbox: Mailbox, now: datetime = NOW) -> list[dict[str, Any]]:
    done = deardr(mailbox.home, "due", "--format", "json", "--now", now.isoformat())
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def sync(mailbox: Mailbox) -> None:
    done = deardr(mailbox.home, "sync", "--once")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def actions(prompts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(prompt["action"], prompt["state"]) for prompt in prompts]


def test_a_request_without_an_answer_falls_due_after_a_week_and_an_answer_ends_that(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.add_account()
    sync(mailbox)
    assert actions(due(mailbox, NOW - timedelta(days=7))) == [("followup-1", "waiting")]
    (prompt,) = due(mailbox)
    assert (prompt["action"], prompt["state"], prompt["kind"]) == ("followup-1", "due", "letter.request")
    assert prompt["thread"]["message_id"] == mails.REQUEST_ID
    assert prompt["window"]["from"] < prompt["best"] <= prompt["window"]["to"]
    mailbox.put("INBOX", mails.promise(NOW - timedelta(hours=1)))
    sync(mailbox)
    (prompt,) = due(mailbox)
    assert prompt["action"] == "classify-reply"
    assert prompt["suggestion"]["meaning"] == "promised"


def moved(running: Running) -> bool:
    """Whether the demo is gone. The site that goes may cut a request off, but nobody ever finds the port closed."""
    try:
        return not running.ask("GET", "/api/v1/accounts")["demo"]
    except ConnectionResetError:
        return False


def test_reading_again_changes_nothing(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.add_account()
    sync(mailbox)
    before = due(mailbox)
    sync(mailbox)
    assert due(mailbox) == before


def test_an_automatic_reply_is_no_answer_and_moves_the_follow_up_past_the_return(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.put("INBOX", mails.away(NOW - timedelta(days=9)))
    mailbox.add_account()
    sync(mailbox)
    (prompt,) = due(mailbox)
    assert (prompt["action"], prompt["state"]) == ("followup-1", "waiting")
    assert datetime.fromisoformat(prompt["window"]["from"]) > NOW + timedelta(days=10)


def test_a_return_date_of_two_readings_is_asked_about_and_answered_from_the_command_line(mailbox: Mailbox) -> None:
    asked = datetime(2026, 9, 1, 9, tzinfo=UTC)
    mailbox.put("Sent", mails.request(asked))
    mailbox.put("INBOX", mails.away_until(asked, "05/10"))
    mailbox.add_account()
    sync(mailbox)
    (prompt,) = due(mailbox, asked + timedelta(days=9))
    assert (prompt["state"], prompt["question"]["text"]) == ("waiting", "Did they mean 5 October 2026 or 10 May 2027?")
    now = {"DEARDR_NOW": (asked + timedelta(days=9)).isoformat()}
    assert f"deardr act {prompt['id'][:6]} 2026-10-05" in deardr(mailbox.home, "due", **now).stdout
    answered = deardr(mailbox.home, "act", prompt["id"][:6], "2026-10-05", **now)
    assert answered.returncode == 0, answered.stderr
    assert due(mailbox, asked + timedelta(days=37))[0]["state"] == "overdue"
    undone = deardr(mailbox.home, "act", answered.stdout.split()[-2], "undo", **now)
    assert undone.returncode == 0, undone.stderr
    assert due(mailbox, asked + timedelta(days=9)) == [prompt]
    wrong = deardr(mailbox.home, "act", prompt["id"], "promised", **now)
    assert (wrong.returncode, wrong.stderr.count("2027-05-10")) == (2, 1)


def test_every_act_of_the_command_line_is_taken_back(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.add_account()
    sync(mailbox)
    soon = NOW + timedelta(hours=1)  # acts count from their own moment on
    before = due(mailbox, soon)
    (prompt,) = before
    for subject, what in [
        (prompt["id"][:6], "done"),
        (prompt["id"], "dismiss"),
        (prompt["id"], "snooze"),
        (prompt["id"], "untrack"),
        (f"<{mails.REQUEST_ID}>", "untrack"),
        (mails.REQUEST_ID, "track"),
    ]:
        done = deardr(mailbox.home, "act", subject, what)
        assert done.returncode == 0, done.stderr
        assert (due(mailbox, soon) == before) is (what == "track"), what
        act = done.stdout.split()[-2]
        assert deardr(mailbox.home, "act", act, "undo").returncode == 0
        assert due(mailbox, soon) == before, what
    for subject, what in [("nobody", "done"), ("nobody@example.org", "track"), (mails.REQUEST_ID, "done")]:
        wrong = deardr(mailbox.home, "act", subject, what)
        assert wrong.returncode and "Traceback" not in wrong.stderr


def test_older_mail_is_read_when_asked_for(mailbox: Mailbox) -> None:
    old = NOW - timedelta(days=500)
    mailbox.put("Sent", mails.request(old), old)
    mailbox.add_account()
    sync(mailbox)
    assert due(mailbox, old + timedelta(days=9)) == []
    done = deardr(mailbox.home, "sync", "--once", "--since", f"{old - timedelta(days=1):%Y-%m-%d}")
    assert (done.returncode, done.stderr) == (0, "")
    assert actions(due(mailbox, old + timedelta(days=9))) == [("followup-1", "due")]


def test_an_answer_that_comes_while_the_sidecar_runs_cancels_what_is_due_within_seconds(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.add_account()
    with up(mailbox.home) as running:
        wait_until(lambda: actions(running.prompts()) == [("followup-1", "due")], "the first prompt", 20)
        mailbox.put("INBOX", mails.promise(NOW))
        wait_until(lambda: actions(running.prompts()) == [("classify-reply", "due")], "the answer's prompt", 20)
        prompt = running.prompts()[0]["id"]
        running.ask("POST", f"/api/v1/prompts/{prompt}/classify", {"meaning": "declined"})
        wait_until(lambda: running.prompts() == [], "the end of it", 5)


def test_the_first_account_takes_the_place_of_the_demo(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    with up(mailbox.home) as running:
        wait_until(lambda: len(running.prompts()) > 5, "the demo's prompts", 20)
        assert running.ask("GET", "/api/v1/accounts")["demo"] is True
        account = mailbox.account
        running.ask(
            "POST", "/api/v1/accounts",
            {"name": "home", "address": account.address, "host": account.host, "port": account.port,
             "security": "none", "user": account.user, "password": mailbox.server.password},
        )  # fmt: skip
        wait_until(lambda: moved(running), "the move", 20)
        wait_until(lambda: actions(running.prompts()) == [("followup-1", "due")], "the own prompts", 20)


def test_one_account_that_cannot_be_read_does_not_keep_the_others_from_it(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=9)))
    mailbox.add_account("a-wrong", "not the password", "--no-test")
    mailbox.add_account("home")
    done = deardr(mailbox.home, "sync", "--once")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("a-wrong: ")
    assert actions(due(mailbox)) == [("followup-1", "due")]


def test_a_server_that_is_not_there_is_said_in_one_sentence(mailbox: Mailbox) -> None:
    nowhere = str(free_port())
    mailbox.add_account("home", None, "--no-test", "--port", nowhere)
    done = deardr(mailbox.home, "sync", "--once")
    assert done.returncode == 1
    assert nowhere in done.stderr
    assert "Traceback" not in done.stderr


def test_lint_knows_what_was_sent_unless_told_not_to(mailbox: Mailbox) -> None:
    mailbox.put("Sent", mails.request(NOW - timedelta(days=2)))
    mailbox.add_account()
    sync(mailbox)
    chase = f"Subject: Re: {mails.SUBJECT}\nTo: {mails.REFEREE}\n\nDear Dr. Weiss,\n\nI wrote to you on a letter.\n"
    ask = ("lint", "--kind", "letter.followup", "--format", "json", "-")

    def rules(*options: str) -> set[str]:
        done = deardr(mailbox.home, *ask, *options, stdin=chase)
        return {found["rule"] for found in json.loads(done.stdout)["diagnostics"]}

    assert {"followup-too-early", "not-in-thread"} <= rules()
    assert not {"followup-too-early", "not-in-thread"} & rules("--no-history")
