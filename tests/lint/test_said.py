"""What sentences say in words that no grammar has a form for."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.lint.facts import logistics
from sidecar.lint.facts.offers import materials
from sidecar.lint.facts.prose import Sentences, sentences
from sidecar.lint.facts.refusal import way_out
from sidecar.lint.facts.said import Said, readings, said
from sidecar.lint.phrases import fold
from sidecar.lint.terms import terms
from sidecar.lint.weights import weights


def spoken(text: str) -> Sentences:
    return sentences(fold(text))


@pytest.mark.parametrize(
    ("what", "grammar", "text"),
    [
        (Said.WAY_OUT, way_out, "If your desk is already full of such letters tell me simply and I take it well."),
        (Said.WAIVER, logistics.WAIVER.anywhere, "I ticked the box by which they never show me what you put in."),
        (Said.MATERIALS, materials, "Two sheets on the cases of June I could bring to your office when you say."),
    ],
)
def test_a_thing_said_in_words_no_grammar_knows_is_heard(
    what: Said, grammar: Callable[[Sentences], object], text: str
) -> None:
    assert grammar(spoken(text)) is None
    assert said(what, readings(spoken(text))) is not None


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (Said.WAY_OUT, "Please be so good and do not forget me."),
        (Said.WAY_OUT, "If the date is too near, the next week is also good for me."),
        (Said.WAIVER, "My visa needs a waiver from the embassy."),
        (Said.LOGISTICS, "My poster is online since Monday."),
        (Said.MATERIALS, "We had three patients with lupus in one week."),
        (Said.STRONG, "Could you write a letter of recommendation for me?"),
        (Said.ASK, "Dr. Moreau wrote a letter for my brother in spring."),
    ],
)
def test_a_near_miss_is_not_taken_for_it(what: Said, text: str) -> None:
    assert said(what, readings(spoken(text))) is None


def test_what_stands_inside_a_sentence_that_runs_on_is_found() -> None:
    before = (
        "I came in March to the ward and we saw the man with the fever and after it the two sisters from the north, "
    )
    after = ", and my greetings go to the nurses who showed me where the tea is and how one calls the lift at night"
    text = before + "if you have no time for a letter just tell me, it is no problem at all" + after
    assert len(terms(fold(text))) > 40
    assert said(Said.WAY_OUT, readings(spoken(text))) is not None


def test_endings_and_numbers_do_not_matter_to_terms() -> None:
    assert terms("interviewed on 3 march 2026") == terms("interviewing on 7 october 2025")
    assert terms("may i") != terms("june i")


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_the_classes_add_up_to_one(text: str) -> None:
    for reading in readings(spoken(text)):
        for what in Said:
            assert sum(weights(f"says_{what}").likely(reading.features).values()) == pytest.approx(1)


def test_words_of_which_no_weight_is_known_do_not_matter() -> None:
    table = weights("says_way_out")
    shown = frozenset({"word declin", "word pleas"})
    assert table.likely(shown) == table.likely([*shown, "word qwertz"])


def test_a_feature_does_not_speak_louder_for_standing_with_many_others() -> None:
    table = weights("says_way_out")
    declines = {feature for feature in table.of if feature == "word declin"}
    crowd = sorted(feature for feature in table.of if feature.startswith("pair the "))[:200]
    assert table.likely(declines)["yes"] > table.likely([*declines, *crowd])["yes"]
