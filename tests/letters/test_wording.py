"""Names, articles, months and days as they stand in a letter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar import plain
from sidecar.letters import wording


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Anita Rao", "Rao"),
        ("Dr. Anita Rao", "Rao"),
        ("Prof. Dr. Anita Rao", "Rao"),
        ("Anita Rao, MD, FACP", "Rao"),
        ("Anita Rao MD PhD", "Rao"),
        ("Anita B. Rao, M.D., Ph.D.", "Rao"),
        ("Rao, Anita", "Rao"),
        ("van der Berg, Johanna, MD", "van der Berg"),
        ("Johanna van der Berg", "van der Berg"),
        ("Omar Al Sayed", "Al Sayed"),
        ("Inés de la Cruz", "de la Cruz"),
        ("Simone Delacroix-Hughes, DO", "Delacroix-Hughes"),
        ("Martin King, Jr.", "King"),
        ("Suharto", "Suharto"),
        ("Dr. Suharto", "Suharto"),
        ("MD", ""),
        ("", ""),
    ],
)
def test_a_family_name_is_what_follows_the_title(name: str, family: str) -> None:
    assert wording.family_name(name) == family


@pytest.mark.parametrize(
    ("title", "name", "spoken"),
    [
        (None, "Anita Rao", "Dr."),
        (None, "Prof. Anita Rao", "Professor"),
        ("dr", "Anita Rao", "Dr."),
        ("Prof", "Dr. Anita Rao", "Professor"),
        ("Ms", "Anita Rao", "Ms."),
        ("Dean", "Anita Rao", "Dean"),
    ],
)
def test_a_title_is_written_out_as_a_letter_wants_it(title: str | None, name: str, spoken: str) -> None:
    assert wording.spoken_title(title, name) == spoken


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("observer", "an observer"),
        ("sub-intern", "a sub-intern"),
        ("university fellow", "a university fellow"),
        ("undergraduate", "an undergraduate"),
        ("ICU rotator", "an ICU rotator"),
        ("USCE observer", "a USCE observer"),
        ("MPH student", "an MPH student"),
        ("one-month visitor", "a one-month visitor"),
        ("a visiting student", "a visiting student"),
        ("your resident", "your resident"),
    ],
)
def test_a_noun_gets_the_article_it_is_spoken_with(noun: str, expected: str) -> None:
    assert wording.with_article(noun) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 5, 4), date(2026, 5, 29), "in May 2026"),
        (date(2026, 5, 4), date(2026, 6, 29), "in May and June 2026"),
        (date(2026, 3, 4), date(2026, 6, 29), "from March to June 2026"),
        (date(2025, 12, 4), date(2026, 1, 29), "from December 2025 to January 2026"),
        (None, date(2026, 5, 29), "in May 2026"),
        (date(2026, 5, 4), None, "in May 2026"),
        (None, None, None),
    ],
)
def test_months_are_named_with_their_preposition(start: date | None, end: date | None, expected: str | None) -> None:
    assert wording.period(start, end) == expected


def test_a_place_and_a_time_get_a_preposition_once() -> None:
    assert wording.within("the sleep clinic") == "in the sleep clinic"
    assert wording.within("the cardiology consult service") == "on the cardiology consult service"
    assert wording.within("at the sleep clinic") == "at the sleep clinic"
    assert wording.during("May 2026") == "in May 2026"
    assert wording.during("from March to May 2026") == "from March to May 2026"


def test_a_phrase_loses_its_full_stop_and_a_sentence_gets_one() -> None:
    assert wording.phrase("the night calls.") == "the night calls"
    assert wording.sentence("we saw twelve patients") == "We saw twelve patients."
    assert wording.sentence("Is it open?") == "Is it open?"


STEERING = "\x00\x07\x1b\x7f\x9b\u202a\u202e\u2066\u2069\u200e\u200f\ufdd0\uffff\ufeff\ud800"


@given(st.text() | st.text(alphabet=STEERING + "ab \r\n\u2028"))
def test_any_text_becomes_one_line_without_what_steers_a_screen_and_cleaning_again_changes_nothing(text: str) -> None:
    once = plain.line(text)
    assert once == plain.line(once)
    assert len(once.splitlines()) <= 1
    assert not set(once) & set(STEERING)


def test_scripts_accents_and_joiners_stay_as_they_are() -> None:
    for text in ("Zoë Ağaoğlu", "岡村 武", "محمد", "नमस्ते", "👩‍⚕️ e\u0301"):
        assert plain.line(text) == text
