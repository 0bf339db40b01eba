"""`deardr open` and `deardr pair`, as typed."""

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidecar.__main__ import deardr
from sidecar.store.access import Access, Purpose


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEARDR_HOME", str(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(deardr, list(arguments))


def test_open_prints_a_link_whose_ticket_is_good_once(home: Path) -> None:
    result = run("open", "--print", "--port", "1234")
    link, _, ticket = result.stdout.strip().partition("?ticket=")
    assert link == "http://127.0.0.1:1234/signin"
    access = Access(home / "deardr.sqlite3")
    assert access.redeem(Purpose.TICKET, ticket)
    access.close()


def test_pair_new_prints_a_code_alone_on_standard_output(home: Path) -> None:
    result = run("pair", "new")
    access = Access(home / "deardr.sqlite3")
    assert access.redeem(Purpose.CODE, result.stdout.strip())
    access.close()


def test_pair_alone_means_a_new_code(home: Path) -> None:
    result = run("pair")
    access = Access(home / "deardr.sqlite3")
    assert access.redeem(Purpose.CODE, result.stdout.strip())
    access.close()


def test_open_says_when_nothing_answers_there(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert "deardr up" in run("open", "--port", str(port)).stderr
        taken.listen()
        assert "deardr up" not in run("open", "--port", str(port)).stderr


def test_a_listed_client_can_be_revoked(home: Path) -> None:
    access = Access(home / "deardr.sqlite3")
    access.issue(Purpose.CLIENT, "Thunder\x1b[31mbird")
    assert "Thunder[31mbird" in run("pair", "list").stdout
    (listed,) = json.loads(run("pair", "list", "--format", "json").stdout)
    assert run("pair", "revoke", listed["id"]).exit_code == 0
    assert access.credentials(Purpose.CLIENT) == ()
    access.close()
    again = run("pair", "revoke", listed["id"])
    assert again.exit_code == 1
    assert "no paired client" in again.stderr
