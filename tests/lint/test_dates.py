"""Which words are dates, what day they mean, and which of them are deadlines."""

from datetime import date

import pytest

from sidecar.lint.facts.dates import dated, dates
from sidecar.lint.facts.deadline import deadlines, vague_deadlines
from sidecar.lint.facts.prose import sentences
from sidecar.lint.phrases import fold

TODAY = date(2026, 7, 20)  # a Monday

READ = [  # (text, day, exact)
    ("September 5", date(2026, 9, 5), True),
    ("the 5th of Sept. 2027", date(2027, 9, 5), True),
    ("5 September", date(2026, 9, 5), True),
    ("the 5th of next month", date(2026, 8, 5), True),
    ("09/05", date(2026, 9, 5), True),
    ("25/12/2026", date(2026, 12, 25), True),
    ("2026-09-05", date(2026, 9, 5), True),
    ("March fifteenth", date(2027, 3, 15), True),
    ("by Friday", date(2026, 7, 24), True),
    ("before the 18th", date(2026, 8, 18), True),
    ("by the 31st", date(2026, 7, 31), True),
    ("until the 15 all must be in", date(2026, 8, 15), True),
    ("within two weeks", date(2026, 8, 3), True),
    ("the end of August", date(2026, 8, 28), False),
    ("mid-September", date(2026, 9, 15), False),
    ("in June", date(2026, 6, 28), False),
]
NO_DATES = ["You may write what you like.", "Call +1 555 010 0199.", "We march on.", "The second case was hard."]
WANTED = [
    "Could I have the letter by September 5?",
    "September 5 would be ideal.",
    "A date around the 5th of next month would help.",
    "It is due 09/05.",
    "Would August 12 be possible?",
    "I hope everything is in before the end of August.",
    "Programs read from September 23 on, and it would be good to have the letter in by then.",
    "They need it before the 18th.",
    "The date that I have in mind is 2 September.",
    "sometime before sept 5 wd be great",
]
NOT_WANTED = [
    "I worked with you from May to July 2026.",
    "ERAS opens in September.",
    "It would help to have it before ERAS opens.",
    "On May 20 I wrote to you about a letter.",
    "Programs begin to read on September 23.",
    "I was your student in spring 2025.",
    "I was your extern on the fourth floor, October 20 to November 28, 2025.",
]


@pytest.mark.parametrize(("text", "day", "exact"), READ)
def test_a_date_is_read(text: str, day: date, exact: bool) -> None:
    (sentence,) = sentences(fold(text))
    (found,) = dates(sentence, TODAY)
    assert (found.on, found.exact) == (day, exact)


@pytest.mark.parametrize("text", NO_DATES)
def test_other_words_are_no_dates(text: str) -> None:
    assert [found for sentence in sentences(fold(text)) for found in dates(sentence, TODAY)] == []


@pytest.mark.parametrize("text", WANTED)
def test_a_date_for_the_letter_is_a_deadline(text: str) -> None:
    assert deadlines(dated(sentences(fold(text)), TODAY), TODAY)


@pytest.mark.parametrize("text", NOT_WANTED)
def test_a_date_of_something_else_is_no_deadline(text: str) -> None:
    assert deadlines(dated(sentences(fold(text)), TODAY), TODAY) == ()


def test_a_plea_for_speed_is_vague_and_no_deadline() -> None:
    told = sentences(fold("Please send the letter at your earliest convenience. I will reply as soon as I can."))
    assert [found.text for found in vague_deadlines(told)] == ["at your earliest convenience"]
    assert deadlines(dated(told, TODAY), TODAY) == ()


@pytest.mark.parametrize(
    "said",
    [
        *("march", "sept", "december", "mid-june", "early february", "end of the month", "end of this year"),
        *("the fifth of next month", "two weeks from now", "within a day", "by friday", "this weekend", "tonight"),
        *("9/5", "2026-09-05", "by the 5th of may", "within three months", "today", "tomorrow"),
    ],
)
def test_a_date_is_found_without_another_clue_beside_it(said: str) -> None:
    assert list(dates(sentences(f"i ask you by {said}, please")[0], TODAY))
