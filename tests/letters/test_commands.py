"""`deardr templates` and `deardr season`, and drafts joined from what is remembered."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidecar.__main__ import deardr


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("DEARDR_HOME", str(folder))
    monkeypatch.setenv("DEARDR_NOW", "2026-06-10T09:00:00+00:00")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(deardr, arguments)


def own_template(home: Path, name: str, text: str) -> None:
    folder = home / "templates" / "email"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_templates_are_listed_as_text_and_as_json() -> None:
    assert "followup-1" in run("templates").stdout
    found = {one["id"]: one for one in json.loads(run("templates", "list", "--format", "json").stdout)}
    assert found["request-gap"]["situation"] == "gap"
    assert "role" in {field["name"] for field in found["request-gap"]["needed"]}


def test_a_template_is_shown_with_what_it_wants_to_know() -> None:
    shown = run("templates", "show", "request-chair").stdout
    assert "supervisor: name of the physician who supervised you." in shown
    assert run("templates", "show", "request-chair", "--source").stdout.startswith("{#\ntitle = ")


def test_a_filled_template_reads_as_a_message_and_says_what_is_missing() -> None:
    run("profile", "set", "name=Zoë Ağaoğlu", "specialty=Pediatrics")
    run("letters", "add", "Anita Rao", "address=arao@x.example", "title=Professor")
    result = run("templates", "render", "request-recent-us", "--referee", "anita-rao", "--set", "role=observer")
    assert result.exit_code == 0
    head, _, body = result.stdout.partition("\n\n")
    assert head.splitlines() == [
        "Subject: Recommendation letter for US residency: Zoë Ağaoğlu (Pediatrics, 2026-2027)",
        "To: Anita Rao <arao@x.example>",
    ]
    assert body.startswith("Dear Professor Rao,\n")
    assert "an observer" in body
    assert "August 12, 2026" in body
    assert "Still to fill in: service," in result.stderr


def test_a_filled_template_goes_straight_into_the_linter() -> None:
    run("profile", "set", "name=Zoë Ağaoğlu", "specialty=Pediatrics")
    run("letters", "add", "Inés Castellanos", "address=ines@x.example")
    draft = run("templates", "render", "request-recent-us", "--referee", "ines-castellanos").stdout
    result = CliRunner().invoke(deardr, ("lint", "-", "--format", "json", "--no-history"), input=draft)
    report = json.loads(result.stdout)
    assert report["kind"]["id"] == "letter.request"
    assert {one["rule"] for one in report["diagnostics"] if one["severity"] == "error"} == {"unfilled-placeholder"}
    assert result.exit_code == 1


def test_a_filled_template_as_json_has_the_place_of_every_blank() -> None:
    draft = json.loads(run("templates", "render", "thank-you", "--format", "json").stdout)
    blank = draft["placeholders"][-1]
    where = draft["text"] if blank["field"] == "body" else draft["subject"]
    assert where[blank["start"] : blank["end"]] == "[your email address]"


def test_values_on_the_command_line_are_text_and_nothing_else() -> None:
    result = run("templates", "render", "followup-1", "--set", "me.name={{ 7 * 7 }}\r\nBcc: x@y.example")
    assert "{{ 7 * 7 }} Bcc: x@y.example" in result.stdout
    assert "\nBcc:" not in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "nonsense"),
        ("render", "nonsense"),
        ("render", "followup-1", "--referee", "nobody"),
        ("render", "followup-1", "--set", "nothing"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: tuple[str, ...]) -> None:
    result = run("templates", *arguments)
    assert result.exit_code in {1, 2}
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_file_of_one_s_own_overrides_ours_and_keeps_its_description(home: Path) -> None:
    own_template(home, "followup-1.j2", "Subject: x\n\nDear {{ referee.family_name }}, {{ hobby }}\nand more.\\\nMe\n")
    found = {one["id"]: one for one in json.loads(run("templates", "--format", "json").stdout)}
    assert found["followup-1"]["own"]
    assert found["followup-1"]["kind"] == "letter.followup"
    result = run("templates", "render", "followup-1", "--set", "referee.family_name=Rao")
    assert result.stdout.endswith("\nDear Rao, [hobby] and more.\nMe\n")


def test_a_template_of_one_s_own_may_be_new(home: Path) -> None:
    own_template(home, "visa-letter.j2", '{#\ntitle = "Visa"\n[fields]\nday = "day of the visit"\n#}\nOn {{ day }}.\n')
    assert run("templates", "render", "visa-letter").stdout == "On [day of the visit].\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{% if x %}", "The template mine.j2 cannot be read, line 1"),
        ("{{ ''.__class__.__mro__ }}", "The template mine.j2 cannot be filled in: access to attribute '__class__'"),
        ("{{ 1 / 0 }}", "The template mine.j2 cannot be filled in: division by zero."),
        ("{% include '../../etc/passwd' %}", "The template mine.j2 cannot be filled in"),
        ("{{ range(10**9) | list }}", "The template mine.j2 cannot be filled in"),
        ("{#\ntitle = \n#}\n", "The description at the head of mine.j2 is not valid TOML"),
        ('{#\nkind = "letter.love"\n#}\n', "names the kind 'letter.love', which does not exist."),
        ('{#\ncolour = "red"\n#}\n', "has an unknown entry 'colour'"),
        ("{#\nreply = 3\n#}\n", "reply must be true or false."),
        ("x" * 100_001, "is longer than 100,000 characters."),
    ],
)
def test_a_broken_template_is_one_sentence_and_hides_no_other(home: Path, text: str, complaint: str) -> None:
    own_template(home, "mine.j2", text)
    result = run("templates", "render", "mine")
    assert result.exit_code == 1
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1
    listed = run("templates")
    assert listed.exit_code == 0
    assert "followup-1" in listed.stdout
    assert complaint in listed.stderr


def test_the_season_is_shown_changed_and_reset() -> None:
    shipped = json.loads(run("season", "--format", "json").stdout)
    assert shipped["name"] == "2026-2027"
    assert run("season", "set", "review-begins=2026-09-30", "my day=2026-08-01", "match-day=").exit_code == 0
    changed = json.loads(run("season", "show", "--format", "json").stdout)
    dates = {one["id"]: one["on"] for one in changed["milestones"]}
    assert (dates["review-begins"], dates["my-day"]) == ("2026-09-30", "2026-08-01")
    assert "match-day" not in dates
    assert list(dates.values()) == sorted(dates.values())
    assert run("season", "reset").exit_code == 0
    assert json.loads(run("season", "--format", "json").stdout) == shipped


def test_last_year_s_dates_can_be_chosen() -> None:
    run("season", "set", "name=2025-2026")
    assert json.loads(run("season", "--format", "json").stdout)["name"] == "2025-2026"


@pytest.mark.parametrize(
    "entry", ["review-begins=someday", "review-begins=09/08/2026", "nothing", "name=1999-2000", "x="]
)
def test_a_date_that_cannot_be_read_changes_nothing(entry: str) -> None:
    before = run("season", "--format", "json").stdout
    result = run("season", "set", "review-begins=2026-10-01", entry)
    assert result.exit_code in {1, 2}
    assert "Traceback" not in result.stderr
    assert run("season", "--format", "json").stdout == before
