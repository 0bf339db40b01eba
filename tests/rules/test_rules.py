"""Every rule keeps the promises all rules make, and every example of every rule holds."""

import re
from itertools import product

import pytest

from sidecar.kinds import Kind
from sidecar.lint import catalogue, exemplar
from sidecar.lint.catalogue import Entry
from sidecar.lint.draft import Draft, parse
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Example, Field, Finding

RULES = catalogue.rules()
EXAMPLES = [(entry, example) for entry in RULES.values() for example in entry.rule.examples]
GOOD = [(entry, example) for entry, example in EXAMPLES if not example.wrong]


def name(value: object) -> str | None:
    if isinstance(value, Entry):
        return value.id
    if isinstance(value, Example):
        return ("bad " if value.wrong else "good ") + " ".join(str(part) for part in value.parts.values())[:50]
    return None


def read(entry: Entry, example: Example, draft: Draft | None = None) -> Facts:
    kind = exemplar.kind_of(example, entry.rule)
    return exemplar.facts(example, kind, draft)


def underlined(draft: Draft, findings: list[Finding]) -> tuple[str, ...]:
    return tuple(draft.quote(finding.span) for finding in findings if finding.span)


@pytest.mark.parametrize("entry", RULES.values(), ids=name)
def test_a_rule_is_documented_sourced_and_shown_by_examples(entry: Entry) -> None:
    assert entry.summary and entry.why
    assert entry.rule.sources
    assert sum(example.wrong for example in entry.rule.examples) >= 3
    assert sum(not example.wrong for example in entry.rule.examples) >= 3


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=name)
def test_an_example_is_flagged_where_it_says_and_nowhere_else(entry: Entry, example: Example) -> None:
    facts = read(entry, example)
    findings = list(entry.check(facts))
    assert bool(findings) == example.wrong
    assert underlined(facts.draft, findings) == example.flags


@pytest.mark.parametrize(("entry", "example"), [pair for pair in EXAMPLES if pair[1].fixed is not None], ids=name)
def test_the_first_fix_of_every_finding_leaves_the_rule_silent(entry: Entry, example: Example) -> None:
    facts = read(entry, example)
    mended = exemplar.mended(facts.draft, list(entry.check(facts)))
    assert example.fixed is not None
    assert any(example.fixed in mended.field_text(field) for field in Field)
    assert not list(entry.check(read(entry, example, mended)))


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=name)
def test_findings_and_edits_lie_inside_the_writers_own_words(entry: Entry, example: Example) -> None:
    facts = read(entry, example)
    for finding in entry.check(facts):
        assert finding.message and not re.search(r"\n|\{\w*\}", finding.message)
        for span in [finding.span, *(edit.span for fix in finding.fixes for edit in fix.edits)]:
            if span is not None:
                assert 0 <= span.start <= span.end <= len(facts.draft.field_text(span.field))
            if span is not None and span.field is Field.BODY:
                assert any(own.start <= span.start and span.end <= own.end for own in facts.draft.own)


@pytest.mark.parametrize("entry", RULES.values(), ids=name)
def test_a_rule_is_silent_on_the_good_examples_of_all_others(entry: Entry) -> None:
    loud = [
        (other.id, name(example))
        for other, example in GOOD
        if exemplar.kind_of(example, other.rule) in entry.rule.kinds and list(entry.check(read(other, example)))
    ]
    assert not loud


@pytest.mark.parametrize(("entry", "kind"), list(product(RULES.values(), Kind)), ids=name)
def test_a_rule_copes_with_an_empty_draft(entry: Entry, kind: Kind) -> None:
    list(entry.check(Facts(parse(), now=exemplar.NOW, kind=kind)))
