"""What the command says when something is in the way, and what it keeps to itself."""

import json
import os
import signal
import socket
from pathlib import Path

import pytest

from sidecar.__main__ import COMMANDS
from tests.harness.ports import wait_until
from tests.harness.product import deardr, up


def test_every_command_explains_itself_with_an_example(tmp_path: Path) -> None:
    for name in COMMANDS:
        done = deardr(tmp_path, name, "--help")
        assert done.returncode == 0, name
        assert "Example" in done.stdout, name


def test_a_port_in_use_is_said_in_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = deardr(tmp_path, "up", "--port", str(port), "--no-browser")
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr and "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "deardr.sqlite3"
    database.write_text("this is no database, but somebody may want it\n" * 100)
    done = deardr(tmp_path, "due")
    assert done.returncode == 2
    assert str(database) in done.stderr
    assert "Traceback" not in done.stderr
    assert database.read_text().startswith("this is no database")


@pytest.mark.parametrize("clock", ["yesterday", "2026-13-01"])
def test_a_clock_that_cannot_be_read_ends_with_one_sentence(tmp_path: Path, clock: str) -> None:
    done = deardr(tmp_path, "due", DEARDR_NOW=clock)
    assert (done.returncode, done.stdout) == (2, "")
    assert "DEARDR_NOW" in done.stderr and done.stderr.count("\n") == 1


def test_ctrl_c_ends_it_and_the_demo_without_a_word(tmp_path: Path) -> None:
    with up(tmp_path / "home", start_new_session=True) as running:
        wait_until(lambda: len(running.prompts()) > 5, "the demo's prompts", 20)
        before = running.log.read_text()
        os.killpg(running.process.pid, signal.SIGINT)
        assert running.process.wait(timeout=15) == 0
    assert [
        line for line in running.log.read_text().removeprefix(before).splitlines() if not line.startswith("{")
    ] == []


def test_without_an_account_due_says_what_to_do_and_its_json_is_empty(tmp_path: Path) -> None:
    assert "account add" in deardr(tmp_path, "due").stdout
    assert json.loads(deardr(tmp_path, "due", "--format", "json").stdout) == []


def test_the_log_is_structured_and_names_no_person_no_subject_no_secret(tmp_path: Path) -> None:
    with up(tmp_path / "home") as running:
        wait_until(lambda: len(running.prompts()) > 5, "the demo's prompts", 20)
        prompts = running.prompts()
        running.ask("GET", f"/api/v1/messages/{prompts[0]['thread']['message_id']}")
        lines = running.log.read_text().splitlines()
        private = {value for prompt in prompts for value in (prompt["person"], prompt["address"], prompt["subject"])}
        private |= {running.token, running.link.partition("=")[2], prompts[0]["thread"]["message_id"]}
    assert lines
    assert all(json.loads(line)["event"] for line in lines)
    assert [word for word in private if any(word in line for line in lines)] == []
