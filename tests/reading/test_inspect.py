"""`deardr inspect`, as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidecar.cli.inspect import inspect

REPLY = (
    b"From: Anita Rao <rao@hospital.example>\nTo: amina@mail.example\n"
    b"Subject: Re: Letter\nIn-Reply-To: <1@mail.example>\n\n"
)
KEYS = [
    "file",
    "class",
    "return_date",
    "return_date_ambiguous",
    "failed",
    "original_message_id",
    "meaning",
    "own_text",
    "because",
]


@pytest.fixture(name="reply")
def _reply(tmp_path: Path) -> Path:
    path = tmp_path / "reply.eml"
    path.write_bytes(REPLY + b"Sure, gladly.\n\nOn Mon, 31 Aug 2026, Amina wrote:\n> May I\n")
    return path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(inspect, list(arguments), input=stdin)


def test_json_has_the_documented_keys(reply: Path) -> None:
    result = run(str(reply), "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == KEYS
    assert (found["file"], found["class"], found["own_text"]) == (str(reply), "reply", "Sure, gladly.")


def test_jsonl_gives_one_line_a_file_in_order(reply: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.eml"
    other.write_bytes(REPLY.replace(b"Re: Letter", b"Automatic reply: Letter") + b"I am away.")
    lines = run(str(other), str(reply), "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["class"] for line in lines] == ["auto-reply", "reply"]


def test_text_names_class_and_reason(reply: Path) -> None:
    assert run(str(reply)).stdout.startswith(f"{reply}: reply\n  ")


def test_text_lets_no_control_character_through(tmp_path: Path) -> None:
    path = tmp_path / "hostile.eml"
    path.write_bytes(REPLY + b"Sure\x1b]0;owned\x07 \x9b31m\n")
    assert not set(run(str(path)).stdout) & {"\x1b", "\x07", "\x9b"}


def test_standard_input_is_read(reply: Path) -> None:
    assert json.loads(run("-", "--format", "json", stdin=reply.read_bytes()).stdout)["class"] == "reply"


def test_a_copy_kept_by_the_client_that_wrote_it_is_sent() -> None:
    copy = (
        b"From: amina@mail.example\nTo: rao@hospital.example\nBcc: amina@mail.example\nSubject: Letter\n\nDear Dr. Rao"
    )
    assert json.loads(run("-", "--format", "json", stdin=copy).stdout)["class"] == "sent"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"Just some notes.\nNothing else.", bytes(range(256)) * 40])
def test_what_is_no_message_gets_one_sentence_and_status_2(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.eml"
    path.write_bytes(content)
    result = run(str(path), "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"deardr: {path} is ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("path", ["missing.eml", "."])
def test_what_cannot_be_opened_gets_one_sentence_and_status_2(path: str) -> None:
    result = run(path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"deardr: {path} cannot be read" in result.stderr


def test_a_bad_file_does_not_keep_the_others_from_their_answer(reply: Path) -> None:
    result = run("missing.eml", str(reply), "--format", "jsonl")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["class"] == "reply"


def test_the_installed_command_runs_it(reply: Path) -> None:
    arguments = [sys.executable, "-m", "sidecar", "inspect", str(reply), "--format", "json"]
    done = subprocess.run(arguments, capture_output=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["class"] == "reply"
