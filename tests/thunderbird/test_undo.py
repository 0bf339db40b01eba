"""Fixes and undo: a fix is one step, all safe fixes together are one step, and undo restores the exact document."""

import pytest

from tests.thunderbird.composer import Composer
from tests.thunderbird.keys import CTRL, SHIFT
from tests.thunderbird.rig import Rig
from tests.thunderbird.waiting import eventually

FORMATTED = """<p>Dear Dr. Rao,</p><p>Could you write an<b>y let</b>ter for me? <i>i</i> would be so glad!!! And i could
<b>definately</b> thank you.</p><p>Thank you,<br>Alice Okafor</p>""".replace("\n", " ")
PLAIN = """Dear Dr. Rao,

Could you write any letter for me? i would be so glad!!! And i could definately thank you.

Thank you,
Alice Okafor
"""


def safe_fixes(composer: Composer) -> int:
    """How many findings have a safe fix."""
    report = composer.checked()
    return sum(any(fix["safe"] for fix in one["fixes"]) for one in report["diagnostics"])


def fix_all(composer: Composer) -> tuple[str, str]:
    """Apply all safe fixes; the body before and after."""
    assert safe_fixes(composer) >= 4
    before = composer.body()
    composer.tell(type="fix-all")
    eventually(lambda: safe_fixes(composer) == 0, "all applied")
    return before, composer.body()


@pytest.fixture(params=[False, True], ids=["formatted", "plain"])
def composer(rig: Rig, request: pytest.FixtureRequest) -> Composer:
    plain: bool = request.param
    composer = rig.compose(PLAIN if plain else FORMATTED, plain=plain)
    composer.mark("any letter")
    composer.caret("Thank you,")
    return composer


def undo(composer: Composer) -> None:
    composer.press(CTRL, "z")


def redo(composer: Composer) -> None:
    composer.press(CTRL, SHIFT, "z")


def is_body(composer: Composer, body: str, what: str) -> None:
    eventually(lambda: composer.body() == body or None, what, 3)


def test_all_safe_fixes_are_one_step_of_undo_and_redo(composer: Composer) -> None:
    before, after = fix_all(composer)
    text = composer.text()
    assert "a strong letter for me? I would be so glad! And I could definitely thank you." in text
    for _ in range(2):
        undo(composer)
        is_body(composer, before, "undone at once")
        redo(composer)
        is_body(composer, after, "redone at once")


def test_undo_from_the_menu_takes_all_of_them_back_too(composer: Composer) -> None:
    before, after = fix_all(composer)
    composer.script("goDoCommand('cmd_undo')")
    is_body(composer, before, "undone from the menu")
    composer.script("goDoCommand('cmd_redo')")
    is_body(composer, after, "redone from the menu")


def test_what_was_typed_after_them_is_undone_first(composer: Composer) -> None:
    before, after = fix_all(composer)
    composer.caret("Thank you,")
    composer.type(" dear")
    eventually(lambda: "Thank you, dear" in composer.text(), "typed")
    undo(composer)
    is_body(composer, after, "the typing undone")
    undo(composer)
    is_body(composer, before, "the fixes undone")


def test_what_was_typed_before_them_is_undone_last(composer: Composer) -> None:
    first = composer.body()
    composer.type(" dear")
    eventually(lambda: "Thank you, dear" in composer.text(), "typed")
    before, _ = fix_all(composer)
    undo(composer)
    is_body(composer, before, "the fixes undone")
    undo(composer)
    is_body(composer, first, "the typing undone")


def test_typing_after_undo_leaves_nothing_to_redo(composer: Composer) -> None:
    before, _ = fix_all(composer)
    undo(composer)
    is_body(composer, before, "undone")
    composer.caret("Thank you,")
    composer.type(" x")
    eventually(lambda: "Thank you, x" in composer.text(), "typed")
    typed = composer.body()
    redo(composer)
    assert composer.body() == typed
    undo(composer)
    is_body(composer, before, "only the typing undone")


def test_a_change_by_hand_that_looks_like_the_last_fix_is_undone_alone(rig: Rig) -> None:
    composer = rig.compose(PLAIN, plain=True)
    composer.mark("any letter")
    before, after = fix_all(composer)
    for words, instead in (("a strong", "any"), ("any", "a strong")):
        composer.select(words)
        composer.type(instead)
        eventually(lambda: f"write {instead} letter" in composer.text(), "changed")  # noqa: B023
    assert composer.body() == after
    undo(composer)
    eventually(lambda: "write any letter" in composer.text(), "the second change undone")
    assert "I would be so glad! And I could definitely" in composer.text()
    undo(composer)
    is_body(composer, after, "the first change undone")
    undo(composer)
    is_body(composer, before, "the fixes undone")


def test_a_fix_keeps_the_formatting_around_it_and_every_space(rig: Rig) -> None:
    composer = rig.compose(FORMATTED)
    composer.mark("any letter")
    before, after = fix_all(composer)
    for words in ("<i>I</i> would be", "<b>definitely</b> thank"):
        assert words in after.replace("&nbsp;", " ")
    undo(composer)
    is_body(composer, before, "undone")
