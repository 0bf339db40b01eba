"""The panel: the list, the meter, the kind, the switches, the templates."""

from tests.thunderbird.composer import Composer
from tests.thunderbird.keys import ALT, CTRL, SHIFT
from tests.thunderbird.letters import GOOD, LANDLORD, LANDLORD_DETAILS, WEAK
from tests.thunderbird.rig import Rig
from tests.thunderbird.test_card import key_of
from tests.thunderbird.waiting import eventually


def shown(composer: Composer) -> str:
    text: str = composer.panel("return document.body.innerText")
    return text


def rules_shown(composer: Composer) -> list[str]:
    rules: list[str] = composer.panel(
        "return [...document.querySelectorAll('.finding')].map((one) => one.dataset.rule)"
    )
    return rules


def test_the_panel_lists_all_findings_worst_first_with_their_words(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.open_panel()
    listed = eventually(lambda: rules_shown(composer), "the list")
    severities = {one["rule"]: one["severity"] for one in composer.state()["report"]["diagnostics"]}
    assert set(listed) == set(severities)
    order = ["error", "warning", "advice"]
    assert [order.index(severities[rule]) for rule in listed] == sorted(
        order.index(severities[rule]) for rule in listed
    )
    assert "any letter" in shown(composer)


def test_the_panel_opens_with_a_key(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.caret("Dear")
    composer.press(ALT, SHIFT, "l")
    eventually(lambda: rules_shown(composer), "the panel")


def test_show_in_the_panel_selects_the_words(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("only hope")
    composer.open_panel()
    eventually(lambda: "desperation" in rules_shown(composer), "the finding")
    composer.press_in_panel("jump:" + key_of(composer, "desperation"))
    eventually(lambda: composer.selection() == "only hope", "the words are selected")


def test_a_fix_in_the_panel_mends_the_text_and_the_list(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.open_panel()
    eventually(lambda: "ask-not-strong" in rules_shown(composer), "the finding")
    composer.panel("document.querySelector('[data-rule=ask-not-strong] .fix').click()")
    eventually(lambda: "a strong letter" in composer.text(), "mended")
    eventually(lambda: "ask-not-strong" not in rules_shown(composer), "off the list")


def test_a_recipient_is_mended_from_the_panel_and_nothing_else_changes(rig: Rig) -> None:
    composer = rig.compose(WEAK, to=['"Rao, Asha" <rao@gmial.com>', "Dr. Chen <chen@hospital.example>"])
    composer.mark("any letter")
    before = composer.body()
    composer.open_panel()
    eventually(lambda: "recipient-typo" in rules_shown(composer), "the finding")
    assert "To" in composer.panel("return document.querySelector('[data-rule=recipient-typo] .field').textContent")
    composer.panel("document.querySelector('[data-rule=recipient-typo] .fix').click()")
    eventually(lambda: "recipient-typo" not in rules_shown(composer), "off the list")
    first, second = composer.details()["to"]
    assert "Rao, Asha" in first
    assert "<rao@gmail.com>" in first
    assert second.replace('"', "") == "Dr. Chen <chen@hospital.example>"
    assert composer.body() == before


def test_the_kind_can_be_chosen_and_let_go(rig: Rig) -> None:
    composer = rig.compose(LANDLORD, **LANDLORD_DETAILS)
    composer.checked()
    composer.open_panel()
    choose = (
        "const select = document.querySelector('[data-key=kind]'); select.value = given[0];"
        "select.dispatchEvent(new Event('change'))"
    )
    composer.panel(choose, "letter.request")
    eventually(lambda: "ask-missing" in composer.rules(), "checked as a letter request")
    assert (
        composer.state()["report"]["kind"] | {"id": "letter.request", "chosen_by": "user"}
        == composer.state()["report"]["kind"]
    )
    eventually(lambda: "ask-missing" in rules_shown(composer), "the panel follows")
    composer.panel(choose, "")
    eventually(lambda: not composer.rules(), "quiet again")


def test_not_this_mail_takes_every_underline_away_and_brings_them_back(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.open_panel()
    composer.press_in_panel("mute")
    eventually(lambda: not composer.marks() and composer.badge() == "", "quiet")
    composer.press_in_panel("mute")
    composer.mark("any letter")


def test_a_letter_request_shows_how_ready_it_is(rig: Rig) -> None:
    composer = rig.compose(GOOD)
    readiness = composer.checked()["readiness"]
    composer.open_panel()
    eventually(
        lambda: composer.panel("return document.querySelector('meter')?.value") == readiness["score"], "the meter"
    )
    assert f"{readiness['score']} of 100" in shown(composer)


def test_an_email_to_a_program_shows_the_checklist(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.checked()
    composer.tell(type="kind", kind="program.update")
    composer.open_panel()
    checks = eventually(lambda: composer.checked()["checklist"], "a checklist")
    rows = "return document.querySelectorAll('.checklist li').length"
    eventually(lambda: composer.panel(rows) == len(checks), "one row a question")


def choose_template(composer: Composer, name: str = "request-recent-us") -> str:
    """Open the templates in the panel and choose the first whose id begins so; its preview."""
    composer.open_panel()
    composer.press_in_panel("templates")
    ids = "return [...document.querySelectorAll('[data-key=template] option')].map((one) => one.value)"
    found = eventually(lambda: [one for one in composer.panel(ids) if one.startswith(name)], "the templates")
    composer.panel(
        "const select = document.querySelector('[data-key=template]'); select.value = given[0];"
        "select.dispatchEvent(new Event('change'))",
        found[0],
    )
    preview: str = eventually(
        lambda: composer.panel("return document.querySelector('.preview pre')?.innerText"), "the preview"
    )
    return preview


def test_a_template_is_previewed_and_inserted_at_the_caret_as_one_step(rig: Rig) -> None:
    composer = rig.compose("<p>Before.</p><p>After.</p>", subject="")
    composer.checked()
    composer.caret("Before.")
    before = composer.body()
    preview = choose_template(composer)
    composer.press_in_panel("insert")
    first = next(line for line in preview.splitlines() if line.strip())
    eventually(lambda: first in composer.text(), "inserted")
    assert composer.text().index("Before.") < composer.text().index(first) < composer.text().index("After.")
    eventually(composer.subject, "a subject, since there was none")
    composer.press(CTRL, "z")
    eventually(lambda: composer.body() == before, "one undo takes it away")


def test_what_is_left_to_fill_is_marked_and_walked_with_a_key(rig: Rig) -> None:
    composer = rig.compose(
        "<p>Dear Dr. [Last name],</p><p>Would you write a strong letter for me by [date]?</p><p>Alice</p>"
    )
    composer.mark("[Last name]")
    gaps = [mark.text for mark in composer.marks() if mark.look == "gap"]
    assert sorted(gaps) == ["[Last name]", "[date]"]
    composer.caret("Dear")
    walked: list[str] = []
    for _ in range(3):
        composer.press(ALT, SHIFT, "g")
        walked.append(
            eventually(lambda: composer.selection() if composer.selection() not in walked[-1:] else "", "the next gap")
        )
    assert walked == ["[Last name]", "[date]", "[Last name]"]
    composer.type("Rao")
    eventually(lambda: "Dear Dr. Rao," in composer.text(), "typing fills the gap")


def test_a_template_can_start_a_new_draft(rig: Rig) -> None:
    composer = rig.compose(LANDLORD, **LANDLORD_DETAILS)
    composer.checked()
    before = rig.windows("msgcompose")
    preview = choose_template(composer)
    composer.press_in_panel("new-draft")
    fresh = rig.new_composer(before)
    first = next(line for line in preview.splitlines() if line.strip())
    eventually(lambda: first in fresh.text(), "the template")
    assert fresh.subject()
    assert first not in composer.text()


def test_the_panel_says_when_there_is_nothing_to_say(rig: Rig) -> None:
    composer = rig.compose(LANDLORD, **LANDLORD_DETAILS)
    composer.checked()
    composer.open_panel()
    eventually(lambda: "Nothing to say about this mail." in shown(composer), "the note")
