"""Readiness, checklist, settings and the send decision."""

from datetime import UTC, datetime

from sidecar.kinds import Kind
from sidecar.lint import exemplar
from sidecar.lint.draft import parse
from sidecar.lint.engine import Settings, lint
from sidecar.lint.rule import Example, Severity, bad

NOW = datetime(2026, 7, 20, 12, tzinfo=UTC)
WEAK = bad(ask="Could you write me a letter of recommendation?", out="", date="", more="You are my last hope.")


def test_the_model_request_is_fully_ready_and_says_why() -> None:
    readiness = lint(exemplar.draft(Example(False, {}), Kind.LETTER_REQUEST), now=NOW).readiness
    assert readiness is not None
    assert readiness.score == 100
    assert [(part.id, part.weight) for part in readiness.parts] == [
        ("clear-ask", 30),
        ("context-and-reminder", 30),
        ("logistics-and-deadline", 20),
        ("professional-tone", 20),
    ]
    assert "Would you feel able" in readiness.parts[0].because


def test_each_part_says_what_is_missing() -> None:
    draft = exemplar.draft(WEAK, Kind.LETTER_REQUEST)
    readiness = lint(draft, now=NOW).readiness
    assert readiness is not None
    ask, context, logistics, tone = readiness.parts
    assert (ask.earned, context.earned, logistics.earned, tone.earned) == (12, 30, 12, 10)
    assert "strong" in ask.because
    assert "a date" in logistics.because
    assert tone.span is not None
    assert draft.quote(tone.span) == "last hope"
    assert readiness.score == 64


def test_only_requests_have_a_readiness_and_only_program_emails_a_checklist() -> None:
    for kind in Kind:
        report = lint(exemplar.draft(Example(False, {}), kind), kind=kind, now=NOW)
        assert (report.readiness is not None) == (kind is Kind.LETTER_REQUEST)
        assert (report.checklist is not None) == (kind.family == "program")


def test_the_checklist_answers_from_the_draft_and_asks_the_rest() -> None:
    checks = lint(exemplar.draft(Example(False, {}), Kind.PROGRAM_UPDATE), now=NOW).checklist
    assert checks is not None
    assert {check.id: check.answer for check in checks} == {
        "meaningful-update": "yes",
        "real-tie": "no",
        "within-filters": "ask",
        "reads-as-specific": "yes",
        "calm-and-own": "yes",
    }


def test_errors_hold_the_send_with_a_sentence_and_warnings_only_when_wanted() -> None:
    held = lint(exemplar.draft(WEAK, Kind.LETTER_REQUEST), now=NOW).send
    assert held.hold
    assert held.sentence.startswith("Not sent yet: ")
    warned = exemplar.draft(bad(out=""), Kind.LETTER_REQUEST)
    assert not lint(warned, now=NOW).send.hold
    assert lint(warned, now=NOW, settings=Settings(hold_at=Severity.WARNING)).send.hold
    assert not lint(exemplar.draft(WEAK, Kind.LETTER_REQUEST), now=NOW, settings=Settings(hold_at=None)).send.hold


def test_a_rule_can_be_switched_off_or_lowered() -> None:
    draft = exemplar.draft(WEAK, Kind.LETTER_REQUEST)
    quieter = Settings(severities={"ask-not-strong": Severity.ADVICE, "desperation": None})
    report = lint(draft, now=NOW, settings=quieter)
    found = {one.rule: one.severity for one in report.findings}
    assert found["ask-not-strong"] is Severity.ADVICE
    assert "desperation" not in found
    assert not report.send.hold


def test_findings_come_worst_first_and_the_same_way_each_time() -> None:
    draft = exemplar.draft(WEAK, Kind.LETTER_REQUEST)
    first, second = (lint(draft, now=NOW).findings for _ in range(2))
    assert first == second
    assert [one.severity.rank for one in first] == sorted(one.severity.rank for one in first)


def test_a_subject_that_shouts_is_no_louder_for_the_text_below_it() -> None:
    alone = lint(parse(subject="PLEASE REPLY TODAY!!", text=""), kind=Kind.LETTER_REQUEST, now=NOW)
    above = lint(parse(subject="PLEASE REPLY TODAY!!", text="Dear Dr. Rao,"), kind=Kind.LETTER_REQUEST, now=NOW)
    assert {"subject-dramatic", "urgency-shouting"} <= {one.rule for one in alone.findings}
    assert "urgency-shouting" not in {one.rule for one in above.findings}
