"""What sentences say in words that no grammar has a form for."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.lint.facts.prose import Sentences, sentences
from sidecar.lint.facts.said import Said, expected, possible, readings, said
from sidecar.lint.phrases import fold
from sidecar.lint.terms import terms
from sidecar.lint.weights import Fitted, read, weights, written
from tests.lint.refit.sentences import LESSONS


def spoken(text: str) -> Sentences:
    return sentences(fold(text))


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (Said.WAY_OUT, "If the pen feels heavy, leave it, another teacher of mine has offered the same."),
        (Said.WAIVER, "I ticked the box by which they never show me what you put in."),
        (Said.MATERIALS, "Two sheets on the cases of June I could bring to your office when you say."),
        (Said.STRONG, "It should leave no doubt that you would hire me tomorrow."),
        (Said.EXCUSES, "My daughter had measles in these days and I sat for the test with two hours of sleep."),
        (Said.FLATTERS, "In all the hospitals of two continents I did not meet a mind that shines like yours."),
        (Said.BEGS, "Take me as whatever you want, I would sweep the floors of the ward only to be inside."),
        (Said.DEMANDS, "Put it on your desk today and let me have it before lunch."),
        (
            Said.ARGUES,
            "A record like mine does not belong in the pile of the refused; somebody must have read it in a hurry.",
        ),
        (
            Said.TOP_CHOICE,
            "If all the doors opened on one day I would walk through yours without looking at the others.",
        ),
        (Said.PRAISES_SELF, "I am known everywhere as brilliant hands with a warm heart and never tired."),
    ],
)
def test_a_thing_said_in_words_no_grammar_knows_is_heard(what: Said, text: str) -> None:
    assert not LESSONS[what].grammar(spoken(text))
    assert said(what, readings(spoken(text)))


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (Said.WAY_OUT, "Please be so good and do not forget me."),
        (Said.WAY_OUT, "If the date is too near, the next week is also good for me."),
        (Said.WAIVER, "My visa needs a waiver from the embassy."),
        (Said.LOGISTICS, "My poster is online since Monday."),
        (Said.MATERIALS, "We had three patients with lupus in one week."),
        (Said.STRONG, "Could you write a letter of recommendation for me?"),
        (Said.STRONG, "I have a strong wish to learn."),
        (Said.ASK, "Dr. Moreau wrote a letter for my brother in spring."),
        (Said.OWN, "Your program offers excellent training and a diverse population."),
        (Said.EXCUSES, "I took Step 1 twice, as my file shows."),
        (Said.FLATTERS, "I learned from you to count the breaths before the chart."),
        (Said.BEGS, "I would be sad to miss the picnic."),
        (Said.DEMANDS, "I must hand in the form on Friday."),
        (Said.ARGUES, "Thank you for telling me so quickly that there will be no interview."),
        (Said.ASKS_RANK, "When does your office close the list?"),
        (Said.TOP_CHOICE, "Your name stands on my list of ten."),
    ],
)
def test_a_near_miss_is_not_taken_for_it(what: Said, text: str) -> None:
    assert not said(what, readings(spoken(text)))


def test_what_is_surely_not_said_is_ruled_out() -> None:
    generic, own = spoken(
        "Your program offers excellent training. I still think of the bench where your interns eat their soup."
    )
    read = readings([generic, own])
    assert [*possible(Said.OWN, read)] == [own]


def test_several_sentences_that_may_be_of_it_are_expected_to_hold_one() -> None:
    told = (
        "When I was seven my mother fell ill and there was no doctor in our valley. "
        "I decided that night to study medicine. "
        "My father sold his cow to pay my first year. I walked to the school for nine years."
    )
    plain = "I rotated on your ward in May. My CV is attached. The link comes by email. I waive my right to see it."
    assert expected(Said.LIFE_STORY, readings(spoken(told))) > 1 > expected(Said.LIFE_STORY, readings(spoken(plain)))


def test_what_stands_inside_a_sentence_that_runs_on_is_found() -> None:
    before = (
        "I came in March to the ward and we saw the man with the fever and after it the two sisters from the north, "
    )
    after = ", and my greetings go to the nurses who showed me where the tea is and how one calls the lift at night"
    text = before + "if you have no time for a letter just tell me, it is no problem at all" + after
    assert len(terms(fold(text))) > 40
    assert said(Said.WAY_OUT, readings(spoken(text)))


def test_endings_and_numbers_do_not_matter_to_terms() -> None:
    assert terms("interviewed on 3 march 2026") == terms("interviewing on 7 october 2025")
    assert terms("may i") != terms("june i")


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = readings(spoken(text))
    for what in LESSONS:
        assert all(0 <= reading.answers.likely(what) <= 1 for reading in read)
        assert set(said(what, read)) <= {*possible(what, read)} <= {*spoken(text)}
        assert 0 <= expected(what, read) <= len(read)


def test_words_of_which_no_weight_is_known_do_not_matter() -> None:
    table = weights("says")
    shown = frozenset({"declin", "pleas"})
    assert table.weigh(shown).likely(Said.WAY_OUT) == table.weigh([*shown, "qwertz"]).likely(Said.WAY_OUT)


def test_a_feature_does_not_speak_louder_for_standing_with_many_others() -> None:
    table = weights("says")
    crowd = sorted(feature for feature in table.of if feature.startswith("the "))[:200]
    alone, among = table.weigh(["declin"]), table.weigh(["declin", *crowd])
    assert alone.likely(Said.WAY_OUT) > among.likely(Said.WAY_OUT)


_EIGHTHS = st.integers(-240, 240).map(lambda count: count / 8)  # what a table holds exactly
_ANSWERS = ("one", "two", "three")
_ALWAYS = dict(zip(_ANSWERS, (-1.0, 0.0, 0.5), strict=True))


def _feature(at: int) -> str:
    return f"feature {at}"


@given(
    st.lists(st.lists(_EIGHTHS, min_size=4, max_size=4), min_size=1, max_size=60),
    st.lists(st.lists(_EIGHTHS, min_size=2, max_size=2), max_size=80),
)
def test_what_is_packed_adds_up_as_if_it_were_not(rows: list[list[float]], others: list[list[float]]) -> None:
    features = {_feature(at): [*row[:3], abs(row[3])] for at, row in enumerate(rows)}
    beside = {_feature(at): [row[0], abs(row[1])] for at, row in enumerate(others)}
    table = read(written({"other": Fitted({"it": 1.0}, beside, 0.0), "ours": Fitted(_ALWAYS, features, 4.0)}))
    weighed = table["ours"].weigh({*features, *beside})
    length = math.sqrt(4 + sum(row[3] for row in features.values()))
    spoken = [_ALWAYS[name] + sum(row[at] for row in features.values()) / length for at, name in enumerate(_ANSWERS)]
    for name, weight in zip(_ANSWERS, spoken, strict=True):
        assert weighed.likely(name) == pytest.approx((1 + math.tanh(weight / 2)) / 2)
    raised = [math.exp(weight - max(spoken)) for weight in spoken]
    shares = {name: pytest.approx(each / sum(raised)) for name, each in zip(_ANSWERS, raised, strict=True)}
    assert weighed.shares() == shares


def test_weights_that_could_run_over_their_slot_are_refused() -> None:
    fitting = {_feature(at): [60.0, -60.0, 0.0, 60.0] for at in range(4_000)}
    weighed = read(written({"ours": Fitted(_ALWAYS, fitting, 4.0)}))["ours"].weigh(fitting)
    assert weighed.likely("three") == pytest.approx(1 / (1 + math.exp(-0.5)))
    for row in ([70.0, 0.0, 0.0, 1.0], [0.0, 0.0, -70.0, 1.0], [0.0, 0.0, 0.0, 70.0]):
        with pytest.raises(ValueError, match="slot"):
            written({"ours": Fitted(_ALWAYS, {_feature(at): row for at in range(4_000)}, 4.0)})
