"""`deardr doctor`: everything it depends on, each with one sentence."""

import json
from pathlib import Path

import click.testing
import pytest

from sidecar.accounts import secret_name
from sidecar.cli.doctor import doctor
from sidecar.cli.sync import sync
from sidecar.config import home
from sidecar.store.store import Store
from sidecar.vault import Vault
from tests.harness.ports import free_port
from tests.harness.server import MailServer


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEARDR_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def kept(mail_server: MailServer, user: str, own_folders: None) -> MailServer:
    store = Store(home().create().database)
    store.mail.put_account(mail_server.account(user).as_record())
    store.close()
    Vault(home().folder).put(secret_name(user), mail_server.password)
    return mail_server


def run() -> tuple[int, list[tuple[str, str, str]]]:
    result = click.testing.CliRunner().invoke(doctor, ["--format", "json", "--port", str(free_port())])
    return result.exit_code, [tuple(check.values()) for check in json.loads(result.stdout)]


def test_a_healthy_account_is_described_with_its_folders_and_reasons(kept: MailServer) -> None:
    status, checks = run()
    assert status == 0
    assert any(f"{kept.sent} as sent ({kept.why_sent})" in sentence for _, _, sentence in checks)
    assert any("announces new mail at once" in sentence for _, _, sentence in checks)
    assert [subject for subject, verdict, _ in checks if verdict == "problem"] == []


def test_a_lost_secret_is_a_problem_with_a_remedy(kept: MailServer, user: str) -> None:
    Vault(home().folder).forget(secret_name(user))
    status, checks = run()
    assert status == 1
    assert [sentence for _, verdict, sentence in checks if verdict == "problem"] == [
        f"No password is kept for account {user}; add the account again."
    ]


def test_mail_from_the_future_means_a_wrong_clock(kept: MailServer, user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.append("INBOX", b"Subject: now\r\n\r\n", user)
    monkeypatch.setenv("DEARDR_NOW", "2020-01-01T00:00:00Z")
    status, checks = run()
    assert status == 1
    assert [subject for subject, verdict, _ in checks if verdict == "problem"] == ["clock"]


def test_without_an_account_nothing_is_wrong() -> None:
    status, checks = run()
    assert status == 0
    assert ("accounts", "note", "There is no account yet; add one with: deardr account add") in checks


def test_a_clock_that_went_back_is_noticed_by_when_mail_was_read(
    kept: MailServer, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [verdict for subject, verdict, _ in run()[1] if subject == "clock"] == ["ok"]
    assert click.testing.CliRunner().invoke(sync, ["--once"]).exit_code == 0
    monkeypatch.setenv("DEARDR_NOW", "2020-01-01T00:00:00Z")
    status, checks = run()
    assert status == 1
    assert any(subject == "clock" and "lies in the future" in sentence for subject, _, sentence in checks)
