"""docs/templates.md is written from the templates, and the example of docs/writing-templates.md works."""

from pathlib import Path

from sidecar.config import resources
from sidecar.letters import Library
from sidecar.letters.docs import COMMAND, PAGE, page
from tests.letters.applicants import NOW, ZOE


def test_the_page_about_templates_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), f"docs/templates.md is stale; run: {COMMAND}"


def test_the_example_of_the_guide_works_as_it_stands(tmp_path: Path) -> None:
    guide = PAGE.with_name("writing-templates.md").read_text(encoding="utf-8")
    example = guide.partition("```jinja\n")[2].partition("```")[0]
    (tmp_path / "ask-to-meet.j2").write_text(example, encoding="utf-8")
    library = Library(resources("templates") / "email", tmp_path)
    draft = library.render("ask-to-meet", profile=ZOE.profile, referee=ZOE.referee, now=NOW)
    assert library.problems() == ()
    assert draft.subject == "A few minutes next week: Zoë Ağaoğlu"
    assert draft.text == (
        "Dear Dr. Rao,\n\nCould I stop by for ten minutes on [your free day]? I plan to apply in Internal Medicine and"
        " would value your advice.\n\nThank you,\nZoë Ağaoğlu"
    )
    assert [blank.hint for blank in draft.placeholders] == ["A weekday of the coming week."]
