"""`deardr account` against a real server: nothing is saved that does not work, and no secret is left lying about."""

import json
from pathlib import Path

import click.testing
import pytest

from sidecar.cli.account import account
from tests.harness.server import MailServer


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEARDR_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def run(*words: str, typed: str = "") -> click.testing.Result:
    return click.testing.CliRunner().invoke(account, words, input=typed, catch_exceptions=False)


def add(server: MailServer, user: str, *more: str, typed: str | None = None) -> click.testing.Result:
    where = ("--host", "localhost", "--port", str(server.port), "--security", "none", "--user", user)
    return run("add", "home", "--address", "ada@example.org", *where, "--password-stdin", *more, typed=typed or "")


def accounts() -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(run("list", "--format", "json").stdout)
    return listed


def test_an_account_is_tried_saved_tested_and_forgotten(mail_server: MailServer, user: str, tmp_path: Path) -> None:
    added = add(mail_server, user, typed=mail_server.password + "\n")
    assert added.exit_code == 0
    assert f"{mail_server.sent} ({mail_server.why_sent})" in added.stdout
    assert [one["name"] for one in accounts()] == ["home"]
    tested = run("test", "home", "--format", "json")
    assert tested.exit_code == 0
    assert {"role": "inbox", "folder": "INBOX", "reason": "every account has it (INBOX)"} in json.loads(tested.stdout)[
        "folders"
    ]
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert mail_server.password.encode() not in kept
    assert run("remove", "home").exit_code == 0
    assert accounts() == []
    assert run("test", "home").exit_code == 1


def test_a_wrong_password_saves_nothing_and_says_what_to_do(mail_server: MailServer, user: str) -> None:
    added = add(mail_server, user, typed="wrong\n")
    assert added.exit_code == 1
    assert added.stderr.count("\n") == 1
    assert "refused the sign-in of account home" in added.stderr
    assert accounts() == []


def test_a_folder_chosen_by_the_user_is_read_as_such(mail_server: MailServer, user: str) -> None:
    with mail_server.client(user) as client:
        client.create_folder(mail_server.folder("Ausgang 2026"))
    added = add(
        mail_server, user, "--folder", f"sent={mail_server.folder('Ausgang 2026')}", typed=mail_server.password + "\n"
    )
    assert f"{mail_server.folder('Ausgang 2026')} (chosen by you)" in added.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--security", "none", "--host", "imap.example.org"), "accepted only to this machine"),
        (("--oauth", "google", "--host", "imap.gmail.com"), "Give one of"),
        (("--folder", "sent", "--host", "imap.example.org"), "--folder takes ROLE=NAME"),
        (("--host", "two words"), "The host must be"),
    ],
)
def test_bad_usage_ends_with_status_two_and_one_sentence(words: tuple[str, ...], told: str) -> None:
    result = run("add", "home", "--address", "ada@example.org", "--password-stdin", *words, typed="x\n")
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
