"""Return dates of absence notes, from a table, and what holds for any text."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.followup.reading.return_date import ReturnDate, find
from tests.reading.cases import table

WRITTEN_ON = date(2026, 9, 1)  # a Tuesday


def expected(label: str) -> ReturnDate:
    if label == "ambiguous":
        return ReturnDate(None, ambiguous=True)
    return ReturnDate(None if label == "none" else date.fromisoformat(label))


@pytest.mark.parametrize(("label", "text"), table("return_dates"))
def test_the_first_day_back_is_found(label: str, text: str) -> None:
    assert replace(find(text, WRITTEN_ON), readings=()) == expected(label)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("I am back on 05/09.", (date(2026, 9, 5), date(2027, 5, 9))),
        ("I am away through 09/10/2026.", (date(2026, 9, 11), date(2026, 10, 10))),
        ("Out until 10/11, then in clinic.", (date(2026, 10, 11), date(2026, 11, 10))),
        ("I am back on 25/09.", ()),
    ],
)
def test_a_day_that_can_be_read_two_ways_keeps_both(text: str, readings: tuple[date, ...]) -> None:
    assert find(text, WRITTEN_ON).readings == readings


def test_at_the_turn_of_the_year_a_january_date_is_next_years() -> None:
    assert find("I am away until January 4.", date(2026, 12, 20)).day == date(2027, 1, 4)


def test_a_note_left_switched_on_keeps_its_past_date() -> None:
    assert find("I am out of the office until August 14.", WRITTEN_ON).day == date(2026, 8, 14)


WORDS = (
    "until|through|back on|from|to|1|31|9/3|Sept|September|Monday|inclusive|bis|24/7|2026|next week|-|.|٣|kadar|00|2/30"
).split("|")


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_text_raises(text: str, written_on: date) -> None:
    found = find(text, written_on)
    assert not (found.day and found.ambiguous)


@pytest.mark.parametrize("unit", ["until ", "9/3 ", "Sept 1 - ", "back on Monday ", "1 to ", "September ", "monday, "])
def test_time_is_bounded_for_long_texts(unit: str) -> None:
    started = time.perf_counter()
    find(unit * (1_000_000 // len(unit)), WRITTEN_ON)
    assert time.perf_counter() - started < 2
