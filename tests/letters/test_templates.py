"""What every template that ships keeps to."""

import re

import pytest

from sidecar.config import resources
from sidecar.kinds import Kind
from sidecar.letters import Library, Rendered
from sidecar.people import Profile
from tests.letters.applicants import FIVE, NOW, SEASON, Applicant

SHIPPED = Library(resources("templates") / "email")
CATALOGUE = SHIPPED.catalogue()
EMAILS = [template for template in CATALOGUE if not template.document]
SITUATIONS = {"recent-us", "gap", "abroad", "bullets", "chair", "strengthen", "refresh"}  # domain.md 2.2

every_template = pytest.mark.parametrize("identifier", [template.id for template in CATALOGUE])
every_email = pytest.mark.parametrize("identifier", [template.id for template in EMAILS])
every_applicant = pytest.mark.parametrize("applicant", FIVE, ids=lambda applicant: applicant.referee.id)


def filled(identifier: str, applicant: Applicant) -> Rendered:
    return SHIPPED.render(
        identifier,
        profile=applicant.profile,
        referee=applicant.referee,
        program=applicant.program,
        season=SEASON,
        thread=applicant.thread,
        extra=applicant.words,
        now=NOW,
    )


def words(text: str) -> int:
    return len(text.split())


def test_all_templates_that_ship_can_be_used() -> None:
    assert SHIPPED.problems() == ()


def test_there_is_a_request_for_every_situation_and_a_template_for_every_step() -> None:
    requests = {t.situation for t in CATALOGUE if t.kind is Kind.LETTER_REQUEST}
    steps = {"early-ask", "followup-1", "followup-2", "promised-reminder", "final-nudge", "thank-you"}
    programs = {"program-update", "program-tie", "program-eligibility", "program-rotation"}
    after = {"letter-of-interest", "interview-thank-you"}
    documents = {"referee-guide", "bullet-sheet"}
    assert requests == SITUATIONS
    assert steps | programs | after | documents <= {t.id for t in CATALOGUE}


@every_template
def test_a_template_says_what_it_is_for_and_where_that_comes_from(identifier: str) -> None:
    template = SHIPPED.template(identifier)
    assert template.title
    assert template.situation
    assert template.purpose.endswith(".")
    assert template.source


@every_template
@every_applicant
def test_nothing_is_left_to_fill_in_when_everything_is_known(identifier: str, applicant: Applicant) -> None:
    draft = filled(identifier, applicant)
    assert draft.placeholders == ()
    assert not re.search(r"[\[\]{}<>]|None|False", draft.subject + draft.text)


@every_template
def test_every_needed_field_has_a_hint(identifier: str) -> None:
    assert [field.name for field in SHIPPED.template(identifier).needed if not field.hint] == []


@every_template
def test_a_label_does_not_stand_in_brackets_twice_or_break_a_line(identifier: str) -> None:
    draft = SHIPPED.render(identifier, profile=Profile(), now=NOW)
    assert draft.placeholders
    for placeholder in draft.placeholders:
        where = draft.text if placeholder.field == "body" else draft.subject
        assert re.fullmatch(r"\[[^\[\]\n]+\]", where[placeholder.start : placeholder.end])


@every_applicant
@pytest.mark.parametrize("identifier", [t.id for t in EMAILS if t.kind is Kind.LETTER_REQUEST])
def test_a_request_has_250_to_350_words(identifier: str, applicant: Applicant) -> None:
    assert 250 <= words(filled(identifier, applicant).text) <= 350


@every_applicant
@pytest.mark.parametrize("identifier", [t.id for t in EMAILS if t.kind.family == "program"])
def test_an_email_to_a_program_stays_under_200_words(identifier: str, applicant: Applicant) -> None:
    assert words(filled(identifier, applicant).text) < 200


@every_applicant
@pytest.mark.parametrize("identifier", ["followup-1", "followup-2", "promised-reminder", "final-nudge", "thank-you"])
def test_a_follow_up_stays_under_130_words(identifier: str, applicant: Applicant) -> None:
    assert words(filled(identifier, applicant).text) < 130


@every_email
@every_applicant
def test_no_paragraph_of_an_email_is_a_wall(identifier: str, applicant: Applicant) -> None:
    assert max(words(paragraph) for paragraph in filled(identifier, applicant).text.split("\n\n")) <= 110


@every_applicant
def test_the_requests_name_a_day_that_is_at_least_two_weeks_away(applicant: Applicant) -> None:
    expected = "August 21, 2026" if applicant.referee.needed_by else "August 12, 2026"
    assert expected in filled("request-recent-us", applicant).text
