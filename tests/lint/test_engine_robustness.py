"""Whatever is typed, linting ends in time, stays inside the writer's own words, and says the same twice."""

import importlib
import pkgutil
import time
from collections.abc import Collection, Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sidecar.lint
import sidecar.lint.facts
import sidecar.rules
from sidecar.kinds import Kind
from sidecar.lint import catalogue, exemplar
from sidecar.lint.draft import Draft, parse
from sidecar.lint.engine import lint
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.rule import Field

NOW = datetime(2026, 7, 20, 12, tzinfo=UTC)
MODELS = [exemplar.body(parts) for parts in exemplar.MODELS.values()]
PIECES = st.sampled_from(
    [
        *(line for body in MODELS for line in body.split("\n")),
        "> quoted",
        "-- ",
        "On Mon, Dr. Rao wrote:",
        "İ",
        "🙂",
        "e\u0301",
        "[Name]",
        "!!!",
        "\x00",
        "\u202e",
    ]
)
BODIES = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=30).map("\n".join)
ADVERSARIAL = [
    "a ",
    "write me ",
    "letter of ",
    "if not ",
    "!?",
    "[",
    "strong and ",
    "May ",
    "Dr. ",
    "- \n",
    "\n",
    "my the your ",
    "09/",
    "HELP ",
    "i was in your ",
    "x-",
    "because score ",
]


@given(subject=st.text(max_size=60), body=BODIES, kind=st.sampled_from(Kind))
@settings(max_examples=60, deadline=None)
def test_any_draft_is_linted_inside_its_own_words(subject: str, body: str, kind: Kind) -> None:
    draft = parse(subject=subject, text=body, to=["Dr. Miriam Osei <m.osei@gmial.com>"])
    report = lint(draft, kind=kind, now=NOW)
    assert report == lint(draft, kind=kind, now=NOW)
    kept = [*draft.own, *([draft.signature] if draft.signature else [])]
    for one in report.findings:
        for span in [one.finding.span, *(edit.span for fix in one.finding.fixes for edit in fix.edits)]:
            if span is not None and span.field is Field.BODY and span.start < span.end:
                assert any(own.start <= span.start and span.end <= own.end for own in kept), one.rule


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    small, large = (_seconds(parse(subject="x", text=piece * count)) for count in (400, 4000))
    assert large < 30 * small + 0.05  # quadratic would be a hundred times


@pytest.mark.parametrize("kind", [Kind.LETTER_REQUEST, Kind.PROGRAM_UPDATE])
def test_a_draft_a_hundred_times_longer_costs_at_most_a_hundred_and_fifty_times_as_much(kind: Kind) -> None:
    body = exemplar.body(exemplar.MODELS[kind])
    small, large = _seconds(parse(text=body)), _seconds(parse(text="\n\n".join([body] * 100)))
    assert large < 150 * small


def test_the_words_a_grammar_needs_never_hide_a_match() -> None:
    hidden = [
        (name, sentence.text)
        for name, grammar in _grammars()
        for sentence in _sentences()
        if grammar.search(sentence) is None and grammar.pattern.search(sentence.text)
    ]
    assert hidden == []


def _grammars() -> Iterator[tuple[str, Grammar]]:
    packages = (sidecar.lint, sidecar.lint.facts, sidecar.rules)
    names = [f"{package.__name__}.{one.name}" for package in packages for one in pkgutil.iter_modules(package.__path__)]
    for name in names:
        for label, value in vars(importlib.import_module(name)).items():
            if isinstance(value, Grammar):
                yield f"{name}.{label}", value


def _sentences() -> Collection[Stretch]:
    read: dict[str, Stretch] = {}
    for entry in catalogue.rules().values():
        for example in entry.rule.examples:
            kind = exemplar.kind_of(example, entry.rule)
            read |= {one.text: one for one in Facts(exemplar.draft(example, kind), now=NOW).prose.sentences}
    return read.values()


def _seconds(draft: Draft) -> float:
    def once() -> float:
        began = time.process_time()
        for kind in (Kind.LETTER_REQUEST, Kind.PROGRAM_UPDATE):
            lint(draft, kind=kind, now=NOW)
        return time.process_time() - began

    return min(once() for _ in range(3))
