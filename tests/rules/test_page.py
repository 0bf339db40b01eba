"""The generated page of rules is up to date and tells of every rule."""

from sidecar.lint import docs
from sidecar.lint.catalogue import rules


def test_the_written_page_is_up_to_date() -> None:
    assert docs.PAGE.read_text(encoding="utf-8") == docs.page(), f"docs/rules.md is stale; run: {docs.COMMAND}"


def test_every_rule_has_its_section_and_its_reason() -> None:
    page = docs.page()
    for entry in rules().values():
        assert f"\n## {entry.id}\n" in page
        assert entry.why in page
