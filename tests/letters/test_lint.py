"""Our own linter has nothing above advice to say about a filled template, and stops one that is not filled in."""

import pytest

from sidecar.config import resources
from sidecar.kinds import Kind
from sidecar.letters import Library, Rendered
from sidecar.lint.draft import Draft, parse
from sidecar.lint.engine import Report, lint
from sidecar.lint.rule import Severity
from sidecar.people import Mailbox, Profile
from tests.letters.applicants import FIVE, NOW, Applicant
from tests.letters.test_templates import CATALOGUE, EMAILS, filled

LIBRARY = Library(resources("templates") / "email")

every_applicant = pytest.mark.parametrize("applicant", FIVE, ids=lambda applicant: applicant.referee.id)


def as_draft(rendered: Rendered, sender: str | None) -> Draft:
    return parse(
        subject=rendered.subject,
        text=rendered.text,
        sender=sender or "",
        to=[shown(mailbox) for mailbox in rendered.to],
        cc=[shown(mailbox) for mailbox in rendered.cc],
        in_reply_to=rendered.in_reply_to,
        references=rendered.references,
    )


def shown(mailbox: Mailbox) -> str:
    return f'"{mailbox.name}" <{mailbox.address}>' if mailbox.name else mailbox.address


def above_advice(report: Report) -> list[str]:
    return [f"{one.rule}: {one.finding.message}" for one in report.findings if one.severity is not Severity.ADVICE]


@every_applicant
@pytest.mark.parametrize("given", [True, False], ids=["kind given", "kind detected"])
@pytest.mark.parametrize("identifier", [template.id for template in EMAILS])
def test_a_filled_email_passes(identifier: str, applicant: Applicant, given: bool) -> None:
    rendered = filled(identifier, applicant)
    kind = Kind(rendered.kind)
    draft = as_draft(rendered, applicant.profile.email)
    report = lint(draft, kind=kind if given else None, now=NOW, profile=applicant.profile)
    assert report.kind.kind is kind
    assert above_advice(report) == []


@every_applicant
@pytest.mark.parametrize("identifier", [template.id for template in CATALOGUE if template.document])
def test_a_filled_document_passes(identifier: str, applicant: Applicant) -> None:
    report = lint(as_draft(filled(identifier, applicant), None), kind=Kind.OTHER, now=NOW, profile=applicant.profile)
    assert above_advice(report) == []


@pytest.mark.parametrize("identifier", [template.id for template in CATALOGUE])
def test_every_blank_of_an_unfilled_template_is_flagged(identifier: str) -> None:
    rendered = LIBRARY.render(identifier, profile=Profile(), now=NOW)
    report = lint(as_draft(rendered, None), kind=Kind(rendered.kind), now=NOW)
    flagged = [one.finding.span for one in report.findings if one.rule == "unfilled-placeholder"]
    assert report.send.hold
    for blank in rendered.placeholders:
        assert any(
            span and span.field.value == blank.field and span.start < blank.end and blank.start < span.end
            for span in flagged
        ), blank
