"""Values as people type them."""

from dataclasses import fields
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.people import LetterState, Profile, Program, Referee
from sidecar.roster import BadValueError, columns, with_entries
from sidecar.roster.days import BadDayError, read_day

R = TypeVar("R", Profile, Program, Referee)
PROGRAM, REFEREE = Program("p", "P"), Referee("r", "R", "r@x.example")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name", "  Zoë\tAğaoğlu ", "Zoë Ağaoğlu"),
        ("graduation_year", "2019", 2019),
        ("aamc_id", "1483 0276", "14830276"),
        ("email", "Zoe <Zoe@Mail.example>", "zoe@mail.example"),
        ("cycle", "2026/27", "2026-2027"),
        ("cycle", "2026 – 2027", "2026-2027"),
        ("cycle", "2099-00", "2099-2100"),
        ("step1", "Passed", "pass"),
        ("step1", "231", "231"),
        ("step2", "251", 251),
        ("usce_months", "4 months", 4),
        ("time_zone", "america/new york", "America/New_York"),
        ("identities", "a@x.example; b@x.example", ("a@x.example", "b@x.example")),
        ("phone", "n/a", "n/a"),
        ("step3", "n/a", None),
        ("step3", "", None),
    ],
)
def test_a_profile_takes_values_as_people_type_them(field: str, text: str, value: object) -> None:
    profile = with_entries(Profile(step3=240), {field: text})
    assert getattr(profile, field) == value


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("visas", "J1, H1B", ("J-1", "H-1B")),
        ("visas", "j-1 and h-1b", ("J-1", "H-1B")),
        ("visas", "none", ("none",)),
        ("min_step2", "≥ 230", 230),
        ("max_years_since_graduation", "5 years", 5),
        ("do_not_email", "Yes", True),
        ("do_not_email", "no", False),
        ("interviewed_on", "2026-11-12", date(2026, 11, 12)),
        ("domain", "@Med.Example.edu", "med.example.edu"),
        ("director_address", "mailto:pd@x.example", "pd@x.example"),
    ],
)
def test_a_program_takes_values_as_people_type_them(field: str, text: str, value: object) -> None:
    assert getattr(with_entries(PROGRAM, {field: text}), field) == value


def test_a_referee_s_end_given_as_a_month_is_its_last_day() -> None:
    referee = with_entries(
        REFEREE, {"worked_from": "May 2026", "worked_until": "May 2026", "state_by_hand": "Link sent"}
    )
    assert (referee.worked_from, referee.worked_until) == (date(2026, 5, 1), date(2026, 5, 31))
    assert referee.state_by_hand is LetterState.LINK_SENT


@pytest.mark.parametrize(
    ("record", "field", "text"),
    [
        (Profile(), "graduation_year", "19"),
        (Profile(), "graduation_year", "two thousand"),
        (Profile(), "aamc_id", "123"),
        (Profile(), "email", "zoe at mail"),
        (Profile(), "email", "a@x.example, b@x.example"),
        (Profile(), "cycle", "2026-2029"),
        (Profile(), "cycle", "2026"),
        (Profile(), "step2", "220-240"),
        (Profile(), "step2", "2000"),
        (Profile(), "step2", "23.5"),
        (Profile(), "time_zone", "Mars/Olympus"),
        (Profile(), "time_zone", "../../etc/passwd"),
        (Profile(), "shoe_size", "42"),
        (Profile(), "name", "x" * 3000),
        (PROGRAM, "id", "other"),
        (PROGRAM, "name", " "),
        (PROGRAM, "do_not_email", "perhaps"),
        (PROGRAM, "interviewed_on", "11/12/2026"),
        (PROGRAM, "domain", "nowhere"),
        (REFEREE, "state_by_hand", "pondering"),
    ],
)
def test_what_does_not_fit_is_one_sentence(record: R, field: str, text: str) -> None:
    with pytest.raises(BadValueError) as problem:
        with_entries(record, {field: text})
    assert str(problem.value).endswith(".")
    assert "\n" not in str(problem.value)
    assert len(str(problem.value)) < 400


def test_an_emptied_address_of_a_referee_is_unknown() -> None:
    assert with_entries(REFEREE, {"address": ""}).address == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-29", date(2026, 5, 29)),
        ("2026-05-29 00:00:00", date(2026, 5, 29)),
        ("May 29, 2026", date(2026, 5, 29)),
        ("29 May 2026", date(2026, 5, 29)),
        ("Sept. 3rd, 2026", None),
        ("Sep. 3rd, 2026", date(2026, 9, 3)),
        ("29.5.2026", date(2026, 5, 29)),
        ("29-May-26", date(2026, 5, 29)),
        ("5/29/2026", date(2026, 5, 29)),
        ("29/5/2026", date(2026, 5, 29)),
        ("5/5/2026", date(2026, 5, 5)),
        ("3/4/2026", None),
        ("2/30/2026", None),
        ("soon", None),
    ],
)
def test_dates_are_read_where_they_can_mean_one_day_only(text: str, day: date | None) -> None:
    if day is not None:
        assert read_day(text) == day
        return
    with pytest.raises(BadDayError):
        read_day(text)


@given(
    record=st.sampled_from([Profile(), PROGRAM, REFEREE]),
    name=st.sampled_from(
        [*sorted({field.name for shape in (Profile, Program, Referee) for field in fields(shape)}), "zz"]
    ),
    text=st.text(max_size=60),
)
def test_any_text_is_read_or_refused_in_a_sentence(record: R, name: str, text: str) -> None:
    try:
        with_entries(record, {name: text})
    except BadValueError as problem:
        assert str(problem).isprintable() or "\\x" in str(problem)


@pytest.mark.parametrize(
    ("known", "shape"), [(columns.PROGRAM, Program), (columns.REFEREE, Referee), (columns.PROFILE, Profile)]
)
def test_every_field_has_a_column_of_its_own_name(known: dict[str, str], shape: type) -> None:
    for field in fields(shape):
        assert known[columns.plain_header(field.name)] == field.name
