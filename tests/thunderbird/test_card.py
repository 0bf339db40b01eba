"""The card beside flagged words: by pointer, by keys, by context menu; and what fixes do to the text."""

import email.policy
from email import message_from_bytes

from tests.harness.dovecot import Dovecot
from tests.thunderbird.composer import Composer
from tests.thunderbird.keys import ALT, CTRL, DELETE, ENTER, ESCAPE, SHIFT
from tests.thunderbird.letters import GOOD, WEAK
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually

FIX = "Ask for a strong letter"


def test_the_card_says_what_why_and_whence_and_touches_no_node(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    before = composer.html()
    finding = next(one for one in composer.checked()["diagnostics"] if one["rule"] == "ask-not-strong")
    shown = " ".join(composer.card_for("any letter"))
    assert finding["message"].split()[0] in shown
    assert "Source: L3" in shown
    for button in (FIX, "Ignore here", "Switch this rule off"):
        assert button in shown
    assert composer.html() == before


def test_the_card_goes_when_the_pointer_leaves(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.card_for("any letter")
    left, top = composer.origin()
    rig.move(left + 700, top + 15)
    eventually(lambda: not composer.card(), "no card")


def test_a_fix_from_the_card_is_one_undo_step_and_undo_restores_the_exact_text(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.card_for("any letter")
    before = composer.body()
    composer.click_card(FIX)
    eventually(lambda: composer.body() == before.replace("any letter", "a strong letter"), "only those words replaced")
    composer.press(CTRL, "z")
    eventually(lambda: composer.body() == before, "one undo brings all back")


def test_a_fix_in_plain_text_mode_replaces_only_its_words(rig: Rig) -> None:
    composer = rig.compose("Dear Dr. Rao,\n\nCould you write any letter for me?\n\nAlice\n", plain=True)
    composer.card_for("any letter")
    before = composer.text()
    composer.click_card(FIX)
    eventually(lambda: composer.text() == before.replace("any letter", "a strong letter"), "only those words replaced")


def test_a_fix_across_formatting_is_undone_exactly(rig: Rig) -> None:
    composer = rig.compose("<p>Dear Dr. Rao,</p><p>Could you write an<b>y let</b>ter for me, please?</p>")
    composer.mark("any letter")
    before = composer.body()
    composer.tell(type="fix", key=key_of(composer, "ask-not-strong"), index=0)
    eventually(lambda: "a strong letter for me" in composer.text(), "fixed")
    composer.press(CTRL, "z")
    eventually(lambda: composer.body() == before, "one undo brings all back")


def test_the_caret_stays_where_it_was_after_a_fix(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.caret("Thank")
    composer.card_for("any letter")
    composer.click_card(FIX)
    eventually(lambda: "a strong letter" in composer.text(), "fixed")
    assert composer.before_caret() == "Thank"
    composer.caret("Could you")
    composer.press(CTRL, "z")
    composer.mark("any letter")


def test_ignore_here_takes_one_finding_away_and_it_stays_away(rig: Rig) -> None:
    composer = rig.compose(WEAK.replace("You are my only hope", "You alone, and nobody else, are my only hope in this"))
    composer.card_for("only hope")
    composer.click_card("Ignore here")
    eventually(lambda: all(mark.text != "only hope" for mark in composer.marks()), "ignored")
    composer.caret("Dear")
    composer.type(" and honoured")
    composer.checked()
    assert "desperation" not in composer.rules()
    assert "ask-not-strong" in composer.rules()


def test_a_rule_switched_off_is_off_in_the_next_mail_too(rig: Rig, sidecar: SidecarProcess) -> None:
    composer = rig.compose(WEAK)
    composer.card_for("only hope")
    composer.click_card("Switch this rule off")
    eventually(lambda: "desperation" not in composer.rules(), "switched off here")
    try:
        other = rig.compose(WEAK)
        other.mark("any letter")
        assert "desperation" not in other.rules()
    finally:
        sidecar.ask("PATCH", "/settings", {"rules": {"desperation": None}})


def test_the_next_finding_and_its_fix_are_reached_by_keys_alone(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.caret("Dear")
    composer.press(ALT, SHIFT, "n")
    eventually(composer.card, "the card")
    assert composer.selection() == "any letter"
    rig.press(ENTER)
    eventually(lambda: "a strong letter" in composer.text(), "fixed by Enter")


def test_escape_closes_the_card_and_typing_goes_on(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("only hope")
    composer.caret("You are")
    composer.press(ALT, SHIFT, "n")
    eventually(composer.card, "the card")
    rig.press(ESCAPE)
    eventually(lambda: not composer.card(), "no card")
    composer.type("wish")
    eventually(lambda: "You are my wish." in composer.text(), "the words were replaced by what was typed")


def test_the_context_menu_offers_the_fix(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    items = composer.context_menu(composer.mark("any letter"))
    assert {"Ignore here", "Switch this rule off"} <= items.keys()
    composer.choose(items[FIX])
    eventually(lambda: "a strong letter" in composer.text(), "fixed from the menu")


def test_the_context_menu_is_clean_over_good_words(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    mark = composer.mark("any letter")
    composer.right_click(mark.left + mark.width / 2, mark.top - 30)
    eventually(composer.menu_is_open, "the menu")
    eventually(lambda: composer.menu_items() is None, "none of our items")
    composer.close_menu()


def test_select_all_cut_and_paste_work_with_a_card_on_show(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.card_for("any letter")
    composer.press(CTRL, "a")
    composer.press(CTRL, "x")
    eventually(lambda: composer.text().strip() == "", "all cut")
    eventually(lambda: not composer.marks(), "no underlines")
    composer.press(CTRL, "v")
    eventually(lambda: "any letter for me as soon as possible" in composer.text(), "all back")
    assert "deardr" not in composer.html()
    composer.mark("only hope")


def test_select_all_and_delete_empty_the_mail_and_undo_brings_it_back(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.card_for("any letter")
    composer.press(CTRL, "a")
    composer.press(DELETE)
    eventually(lambda: composer.text().strip() == "", "empty")
    composer.press(CTRL, "z")
    composer.mark("any letter")


def test_a_saved_draft_holds_no_trace_of_a_card(rig: Rig, mail: Dovecot) -> None:
    composer = rig.compose(WEAK, subject="A draft with a card: letter of recommendation")
    composer.card_for("any letter")
    composer.save()
    drafts = eventually(lambda: [one for one in folder(mail, "Drafts") if b"draft with a card" in one], "the draft")
    html = message_from_bytes(drafts[-1], policy=email.policy.default).get_body(("html",))
    assert html is not None
    text = " ".join(html.get_content().split())
    assert "<p>Could you write any letter for me<i> as soon</i> as possible? You are my only hope.</p>" in text
    for trace in ("deardr", "style", "highlight", "Ignore", "moz-extension"):
        assert trace not in text


def test_a_good_letter_has_nothing_to_hover_over_but_advice(rig: Rig) -> None:
    composer = rig.compose(GOOD)
    report = composer.checked()
    assert not [one for one in report["diagnostics"] if one["severity"] == "error"]


def key_of(composer: Composer, rule: str) -> str:
    """How the composer's script tells the finding of a rule."""
    one = next(one for one in composer.state()["report"]["diagnostics"] if one["rule"] == rule)
    span = one["range"]
    return one.get("key") or ":".join(str(part) for part in (rule, span["field"], span["start"], span["end"]))


def folder(mail: Dovecot, name: str) -> list[bytes]:
    """The messages of one of Alice's folders, as the server has them."""
    with mail.client() as client:
        client.select_folder(name, readonly=True)
        found = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
    return [one[b"BODY[]"] for _, one in sorted(found.items())]
