"""A return date that can be read two ways is asked about, and the answer moves the window."""

from datetime import date

from sidecar.followup.acts import ActKind
from sidecar.followup.prompt import Prompt, PromptState
from tests.followup.stage import Stage

EARLY, LATE = "2026-09-05", "2026-10-09"


def unclear() -> Stage:
    return Stage("2026-09-01").request().away_until_one_of(0.01, EARLY, LATE)


def only(stage: Stage, day: float) -> Prompt:
    (prompt,) = stage.prompts(day)
    return prompt


def test_the_question_is_put_and_the_later_day_counts_meanwhile() -> None:
    prompt = only(unclear(), 8)
    assert prompt.question
    assert prompt.question.text == "Did they mean 5 September or 9 October?"
    assert prompt.question.days == (date(2026, 9, 5), date(2026, 10, 9))
    assert prompt.state is PromptState.WAITING
    assert prompt.window.start.date() == date(2026, 10, 13)  # the Monday after is a federal holiday
    assert "can be read two ways; the later one counts until you say which is meant" in prompt.reason


def test_the_answer_moves_the_window_and_the_prompt_is_the_same_one() -> None:
    before, after = only(unclear(), 8), only(unclear().means(7, EARLY), 8)
    assert after.question is None and after.caution is None
    assert after.state is PromptState.DUE
    assert after.id == before.id


def test_the_answer_is_taken_back() -> None:
    stage = unclear().means(7, EARLY)
    before = only(unclear(), 8)
    stage.act(7.5, ActKind.UNDO, stage.acts[0].id)
    assert only(stage, 8) == before


def test_the_same_note_sent_again_is_not_asked_about_again() -> None:
    stage = unclear().means(2, EARLY).followup(8).away_until_one_of(8.01, EARLY, LATE)
    assert only(stage, 16).question is None
    assert only(stage, 16).state is PromptState.DUE


def test_no_question_when_the_window_does_not_hang_on_the_answer() -> None:
    assert only(Stage("2026-09-01").request().away_until_one_of(0.01, "2026-09-02", "2026-09-03"), 8).question is None
    later = Stage("2026-09-01").request().away_until_one_of(0.01, EARLY, LATE).away(1, "2026-10-20")
    assert only(later, 8).question is None


def test_years_are_named_when_they_differ() -> None:
    prompt = only(Stage("2026-09-01").request().away_until_one_of(0.01, EARLY, "2027-05-09"), 8)
    assert prompt.question
    assert prompt.question.text == "Did they mean 5 September 2026 or 9 May 2027?"
