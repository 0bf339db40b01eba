"""What replies mean, from a table, and what holds for any text."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.followup.message import Meaning
from sidecar.followup.reading.meaning import read
from tests.reading.cases import table

WRITTEN_ON = date(2026, 9, 1)  # a Tuesday


@pytest.mark.parametrize(("label", "text"), [*table("meanings"), *table("hurried")])
def test_the_meaning_is_suggested(label: str, text: str) -> None:
    assert read(text, WRITTEN_ON).meaning is Meaning(label)


def test_the_sentence_that_says_so_is_shown() -> None:
    said = read("Dear Amina,\n\nIt was good to hear from you. I'd be glad to write\nfor you. Warm regards", WRITTEN_ON)
    assert said.sentence == "I'd be glad to write for you."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll upload it by Friday.", date(2026, 9, 4)),
        ("Sure. You will have it by September 15.", date(2026, 9, 15)),
        ("I can't this week, but I will get it done by 9/15.", date(2026, 9, 15)),
        ("Will do, next week.", date(2026, 9, 11)),
        ("Gerne schreibe ich Ihnen das bis zum 15. September.", date(2026, 9, 15)),
        ("Happy to write it.", None),
        ("We met on 3 May 2024. Happy to write.", None),
    ],
)
def test_a_promise_may_name_its_day(text: str, day: date | None) -> None:
    said = read(text, WRITTEN_ON)
    assert (said.meaning, said.named_date) == (Meaning.PROMISED, day)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read(text, WRITTEN_ON)


@pytest.mark.parametrize(
    "unit",
    [
        "I will ",
        "happy to ",
        "not ",
        "could you ",
        "I don't know you ",
        "what ",
        "but ",
        "send it. ",
        "yes, ",
        "only two ",
    ],
)
def test_time_is_bounded_for_long_texts(unit: str) -> None:
    started = time.perf_counter()
    read(unit * (1_000_000 // len(unit)), WRITTEN_ON)
    assert time.perf_counter() - started < 2
