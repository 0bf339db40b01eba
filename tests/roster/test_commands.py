"""`deardr profile`, `letters`, `programs`: what the user types ends up in the store, and is listed again."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sidecar.__main__ import deardr
from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from sidecar.store.store import Store


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEARDR_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DEARDR_NOW", "2026-06-10T09:00:00+00:00")


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(deardr, arguments, input=given)


def listed(*arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_profile_is_set_field_by_field_and_shown() -> None:
    assert run("profile", "set", "name=Zoë Ağaoğlu", "aamc-id=14830276", "cycle=2026/27").exit_code == 0
    assert run("profile", "set", "visa=J-1", "aamc_id=").exit_code == 0
    known = listed("profile")
    assert (known["name"], known["aamc_id"], known["cycle"], known["visa"]) == ("Zoë Ağaoğlu", None, "2026-2027", "J-1")
    assert "Zoë Ağaoğlu" in run("profile").stdout


@pytest.mark.parametrize("entry", ["aamc_id=1", "hobby=chess", "nothing", "graduation_year=soon"])
def test_a_value_that_does_not_fit_changes_nothing_and_is_one_sentence(entry: str) -> None:
    result = run("profile", "set", "name=New", entry)
    assert result.exit_code in {1, 2}
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert listed("profile")["name"] is None


def test_a_profile_goes_out_as_json_and_comes_back(tmp_path: Path) -> None:
    run("profile", "set", "name=Suharti", "identities=a@x.example", "step1=pass")
    file = tmp_path / "me.json"
    file.write_text(run("profile", "show", "--format", "json").stdout, encoding="utf-8")
    run("profile", "set", "name=", "identities=", "step1=")
    assert run("profile", "import", str(file)).exit_code == 0
    assert listed("profile")["identities"] == ["a@x.example"]


def test_programs_are_imported_from_standard_input_listed_changed_and_removed() -> None:
    table = b"Program;City;Visa\r\nLakeside IM;Cleveland;J1\r\n;Nowhere;\r\n"
    result = run("programs", "import", "-", given=table)
    assert result.exit_code == 0
    assert "Added 1, changed 0" in result.stdout
    assert "Line 3 was left out: There is no name in it." in result.stderr
    (program,) = listed("programs")
    assert (program["visas"], program["city"], program["state"], program["emails"]) == (["J-1"], "Cleveland", None, 0)
    assert run("programs", "set", "lakeside-im", "interviewed_on=2026-11-12").exit_code == 0
    assert listed("programs", "list")[0]["interviewed_on"] == "2026-11-12"
    assert "Cleveland" in run("programs").stdout
    assert run("programs", "remove", "lakeside-im").exit_code == 0
    assert listed("programs") == []


def test_a_dry_run_changes_nothing() -> None:
    result = run("programs", "import", "-", "--dry-run", given=b"Name\nA\nB\n")
    assert "Would add 2" in result.stdout
    assert listed("programs") == []


def test_an_import_reports_as_json() -> None:
    result = run("letters", "import", "-", "--format", "json", given=b"Name,Deadline\nAnita Rao,2026-08-21\nB,never\n")
    report = json.loads(result.stdout)
    assert report["added"][0]["needed_by"] == "2026-08-21"
    assert report["skipped"] == [{"line": 3, "reason": "Needed by: 'never' is no date; write it as in 2026-05-29."}]


def test_referees_are_added_changed_and_told_apart() -> None:
    run("letters", "add", "Anita Rao", "address=arao@x.example", "title=Dr.")
    run("letters", "add", "Anita Rao", "address=other@x.example")
    assert [one["id"] for one in listed("letters")] == ["anita-rao", "anita-rao-2"]
    assert run("letters", "state", "anita-rao", "promised").exit_code == 0
    assert run("letters", "state", "anita-rao", "pondering").exit_code == 2
    assert run("letters", "set", "anita-rao", "worked_until=2026-05-29").exit_code == 0
    by_id = {one["id"]: one for one in listed("letters")}
    assert by_id["anita-rao"]["worked_until"] == "2026-05-29"
    assert (by_id["anita-rao"]["state"], by_id["anita-rao-2"]["state"]) == ("promised", "planned")
    assert [one["state"] for one in listed("letters")] == ["planned", "promised"]


@pytest.mark.parametrize("command", [("letters", "set", "nobody", "title=Dr."), ("programs", "remove", "nowhere")])
def test_an_unknown_id_is_one_sentence(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.exit_code == 1
    assert "lists the ids" in result.stderr


def test_a_table_that_is_none_is_one_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    run("programs", "import", "-", given=b"Name\nKept\n")
    picture = tmp_path / "roster.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    for file in (str(picture), str(tmp_path / "absent.csv")):
        result = run("programs", "import", file)
        assert result.exit_code in {1, 2}
        assert result.stdout == ""
    assert [one["name"] for one in listed("programs")] == ["Kept"]


def test_hostile_names_cannot_steer_the_terminal() -> None:
    run("programs", "import", "-", given="Name\n\x1b]0;owned\x07\u202eX\n".encode())
    for result in (run("programs"), run("programs", "--format", "json")):
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output


def test_what_mail_shows_stands_beside_the_people_on_record(tmp_path: Path) -> None:
    run("letters", "add", "Anita Rao", "address=arao@x.example")
    run("programs", "add", "Lakeside IM", "director_address=pd@lakeside.example", "do_not_email=yes", "state=OH")
    store = Store(tmp_path / "home" / "deardr.sqlite3")
    store.mail.observe(
        [
            sent("one", "Anita Rao", "arao@x.example", Kind.LETTER_REQUEST, 20),
            sent("two", "Ines Castellanos", "ines@x.example", Kind.LETTER_REQUEST, 9),
            sent("three", "Patrick O'Neill", "pd@lakeside.example", Kind.PROGRAM_TIE, 3),
        ]
    )
    store.close()
    letters = {one["name"]: one for one in listed("letters")}
    assert (letters["Anita Rao"]["state"], letters["Anita Rao"]["asked_at"][:10]) == ("asked", "2026-05-21")
    assert letters["Ines Castellanos"]["id"] == "ines@x.example"
    assert "(from mail)" in run("letters").stdout
    assert run("letters", "state", "ines@x.example", "declined").exit_code == 0
    assert run("letters", "state", "ARAO@x.example", "promised").exit_code == 0
    assert run("letters", "state", "nobody@x.example", "promised").exit_code == 1
    states = {one["name"]: one["state"] for one in listed("letters")}
    assert states == {"Ines Castellanos": "declined", "Anita Rao": "promised"}
    (program,) = listed("programs")
    assert (program["emails"], program["last_sent_at"][:10], program["state"]) == (1, "2026-06-07", "OH")
    assert "does not want email" in run("programs").stdout


def sent(key: str, name: str, address: str, kind: Kind, days_ago: int) -> Message:
    at = datetime(2026, 6, 10, 9, 0, tzinfo=UTC) - timedelta(days=days_ago)
    return Message(
        key=f"{key}@mail.example",
        message_id=f"{key}@mail.example",
        cls=MessageClass.SENT,
        sent_at=at,
        received_at=at,
        sender=Mailbox("Zoë", "zoe@mail.example"),
        to=(Mailbox(name, address),),
        subject=f"About {key}",
        kind=kind,
    )
