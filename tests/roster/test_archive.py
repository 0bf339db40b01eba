"""Export, import, backup: everything goes out and comes back, secrets never, damage changes nothing."""

import io
import json
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sidecar import archive
from sidecar.__main__ import deardr
from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.people import LetterState, Mailbox, Profile, Program, Referee
from sidecar.store.access import Access, Purpose
from sidecar.store.store import Store

NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


def message(number: int) -> Message:
    return Message(
        key=f"m{number}@x.example",
        message_id=f"m{number}@x.example",
        cls=MessageClass.SENT,
        sent_at=NOW + timedelta(hours=number),
        received_at=NOW + timedelta(hours=number),
        sender=Mailbox("Zoë", "zoe@x.example"),
        to=(Mailbox("Anita Rao", "arao@x.example"),),
        subject=f"Recommendation letter {number}",
        kind=Kind.LETTER_REQUEST,
        sketch=bytes(range(256)),
    )


def fill(store: Store) -> None:
    store.people.save_profile(Profile(name="Zoë Ağaoğlu", identities=("z@y.example",)))
    store.people.referees.put(Referee("rao", "Anita Rao", "arao@x.example", state_by_hand=LetterState.PROMISED))
    store.people.programs.put(Program("im", "Lakeside IM", visas=("J-1",)))
    store.journal.set_state("rao", LetterState.UPLOADED, NOW)
    store.settings.change_rule("too-long", "off")
    store.settings.add_word("hematology")
    store.settings.dismiss_finding("abc", "desperation", NOW)
    store.mail.put_account({"name": "work", "address": "zoe@x.example", "host": "imap.x.example"})
    store.mail.observe([message(n) for n in range(2_500)])


def everything(store: Store) -> dict[str, Any]:
    return {
        "settings": store.settings.texts(),
        "referees": store.people.referees.all(),
        "programs": store.people.programs.all(),
        "acts": store.journal.acts(),
        "dismissals": store.settings.dismissals(),
        "accounts": store.mail.accounts(),
        "messages": sorted(store.mail.all(), key=lambda one: one.key),
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEARDR_HOME", str(tmp_path / "old"))
    monkeypatch.setenv("DEARDR_NOW", NOW.isoformat())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def old(folder: Path) -> Iterator[Store]:
    store = Store(folder / "old" / "deardr.sqlite3")
    fill(store)
    yield store
    store.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(deardr, arguments)


def test_what_is_exported_comes_back_whole_on_another_machine(
    folder: Path, old: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder / "old" / "templates" / "email"
    own.mkdir(parents=True)
    (own / "followup-1.j2").write_text("Dear {{ referee.family_name }}", encoding="utf-8")
    assert run("export", "all.zip").exit_code == 0
    monkeypatch.setenv("DEARDR_HOME", str(folder / "new"))
    result = run("import", "all.zip")
    assert result.exit_code == 0
    assert "2,500 messages" in result.stdout
    assert "give them again for: work" in result.stderr
    new = Store(folder / "new" / "deardr.sqlite3")
    assert everything(new) == everything(old)
    new.close()
    assert (folder / "new" / "templates" / "email" / "followup-1.j2").read_text() == "Dear {{ referee.family_name }}"


def test_importing_twice_changes_nothing(folder: Path, old: Store) -> None:
    before = everything(old)
    run("export", "all.zip")
    for _ in range(2):
        assert run("import", "all.zip").exit_code == 0
    assert everything(old) == before


def test_an_import_keeps_what_the_archive_does_not_know(folder: Path, old: Store) -> None:
    run("export", "all.zip")
    old.people.programs.put(Program("fm", "Riverbend FM"), Program("im", "Renamed"))
    run("import", "all.zip")
    assert {one.id: one.name for one in old.people.programs.all()} == {"im": "Lakeside IM", "fm": "Riverbend FM"}


def test_a_dry_run_tells_what_the_file_holds_and_changes_nothing(
    folder: Path, old: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "all.zip")
    monkeypatch.setenv("DEARDR_HOME", str(folder / "new"))
    held = json.loads(run("import", "all.zip", "--dry-run", "--format", "json").stdout)
    assert (held["referees"], held["messages"], held["accounts"]) == (1, 2_500, ["work"])
    assert json.loads(run("programs", "--format", "json").stdout) == []


def test_neither_export_nor_backup_holds_what_lets_anybody_in(folder: Path, old: Store) -> None:
    access = Access(folder / "old" / "deardr.sqlite3")
    access.issue(Purpose.CLIENT, "Thunderbird at home")
    access.close()
    run("export", "all.zip")
    run("backup", "copy.sqlite3")
    for name in ("all.zip", "copy.sqlite3"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    copy = sqlite3.connect(folder / "copy.sqlite3")
    assert copy.execute("SELECT count(*) FROM credential").fetchone() == (0,)
    copy.close()
    assert b"Thunderbird at home" not in (folder / "copy.sqlite3").read_bytes()
    with zipfile.ZipFile(folder / "all.zip") as exported:
        assert all(b"Thunderbird at home" not in exported.read(name) for name in exported.namelist())


def test_a_backup_taken_in_the_middle_of_a_write_is_consistent_and_opens(folder: Path, old: Store) -> None:
    with old.database.writing():
        old.people.programs.put(Program("half", "Not yet"))
        assert run("backup", "copy.sqlite3").exit_code == 0
    copy = Store(folder / "copy.sqlite3")
    assert [one.id for one in copy.people.programs.all()] == ["im"]
    assert copy.people.profile() == old.people.profile()
    copy.close()


@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_file_that_exists_is_not_overwritten_unasked(folder: Path, old: Store, command: str) -> None:
    (folder / "kept").write_text("precious")
    result = run(command, "kept")
    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert (folder / "kept").read_text() == "precious"
    assert run(command, "kept", "--force").exit_code == 0
    assert run(command, str(folder / "nowhere" / "file")).exit_code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["kept", "old"]


def changed(folder: Path, name: str, content: bytes) -> bytes:
    """Return the export with one entry replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(folder / "all.zip") as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, content if entry == name else before.read(entry))
        if name not in before.namelist():
            after.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deardr.json", b"{}"),
        ("deardr.json", b"not json"),
        ("deardr.json", b'{"format": 99, "written_at": "2026-06-10T09:00:00Z"}'),
        (
            "deardr.json",
            b'{"format": 1, "written_at": "2026-06-10T09:00:00Z", "settings": {"profile": "{\\"name\\": 3}"}}',
        ),
        ("deardr.json", b'{"format": 1, "written_at": "2026-06-10T09:00:00Z", "settings": {"rules": "{"}}'),
        ("deardr.json", b'{"format": 1, "written_at": "2026-06-10T09:00:00Z", "accounts": [{}]}'),
        ("messages.jsonl", b'{"key": "only"}\n'),
    ],
)
def test_a_damaged_export_is_one_sentence_and_changes_nothing(
    folder: Path, old: Store, name: str, content: bytes
) -> None:
    run("export", "all.zip")
    old.people.programs.put(Program("im", "Since then"))
    before = everything(old)
    (folder / "bad.zip").write_bytes(changed(folder, name, content))
    result = run("import", "bad.zip")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert everything(old) == before


def test_an_entry_that_points_elsewhere_is_passed_over(folder: Path, old: Store) -> None:
    run("export", "all.zip")
    (folder / "bad.zip").write_bytes(changed(folder, "templates/email/../../../evil.j2", b"x"))
    assert run("import", "bad.zip").exit_code == 0
    assert not list(folder.rglob("evil.j2"))


@given(cut=st.floats(0, 1), noise=st.binary(max_size=20))
def test_any_bytes_are_read_or_refused_in_a_sentence(cut: float, noise: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("deardr.json", '{"format": 1, "written_at": "2026-06-10T09:00:00Z"}')
        file.writestr("messages.jsonl", "")
        file.writestr("templates/email/mine.j2", "Dear Dr. Rao, " * 20)
    whole = made.getvalue()
    at = int(len(whole) * cut)
    try:
        archive.look(io.BytesIO(whole[:at] + noise + whole[at + len(noise) :]))
    except archive.UnreadableArchiveError as problem:
        assert str(problem).endswith(".")
