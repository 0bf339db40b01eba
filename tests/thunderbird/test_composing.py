"""Underlines while composing: where they are, what they leave alone, when they come."""

import io
import time

from PIL import Image

from tests.thunderbird.composer import Composer, Mark
from tests.thunderbird.keys import BACKSPACE, CTRL, HOME
from tests.thunderbird.letters import GOOD, LANDLORD, LANDLORD_DETAILS, SUBJECT, WEAK, WEAK_PLAIN
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually


def looks(composer: Composer) -> dict[str, str]:
    return {mark.text: mark.look for mark in composer.marks()}


Pixel = tuple[int, int, int]


def pixels(composer: Composer, mark: Mark) -> list[Pixel]:
    """The pixels of painted words and two lines below, from a screenshot."""
    composer.rig.marionette.switch(composer.window)
    picture = Image.open(io.BytesIO(composer.rig.marionette.screenshot())).convert("RGB")
    left, top = composer.origin()
    right, bottom = left + mark.left + mark.width, top + mark.top + mark.height + 2
    part = picture.crop((int(left + mark.left), int(top + mark.top), int(right), int(bottom))).tobytes()
    return list(zip(part[::3], part[1::3], part[2::3], strict=True))


def test_weak_words_are_underlined_by_severity_in_a_formatted_mail(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("as soon as possible")
    assert looks(composer) | {"any letter": "error", "only hope": "error", "as soon as possible": "warning"} == looks(
        composer
    )


def test_weak_words_are_underlined_in_plain_text_mode(rig: Rig) -> None:
    composer = rig.compose(WEAK_PLAIN, plain=True)
    composer.mark("any letter")
    assert {"any letter", "as soon as possible", "only hope"} <= looks(composer).keys()


def test_underlining_changes_nothing_in_the_document(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    assert composer.html() == f"<html><head></head><body>{WEAK}</body></html>"


def draws_lines(rig: Rig) -> bool:
    """Whether this version draws lines under highlights; older ones tint the words alone."""
    version: str = rig.main("return Services.appinfo.version")
    return int(version.split(".", 1)[0]) >= 146


def reds(found: list[Pixel], margin: int) -> int:
    """How many pixels are redder than anything else by this much."""
    return sum(red - max(green, blue) >= margin for red, green, blue in found)


def test_an_error_is_marked_in_red(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    mark = composer.mark("only hope")
    found = pixels(composer, mark)
    if draws_lines(rig):
        assert reds(found, 120) > mark.width
    else:
        assert reds(found, 45) > len(found) / 2


def test_an_error_keeps_its_contrast_in_a_dark_theme(rig: Rig) -> None:
    rig.main("Services.prefs.setIntPref('ui.systemUsesDarkTheme', 1)")
    try:
        composer = rig.compose(WEAK)
        mark = composer.mark("only hope")
        found = pixels(composer, mark)
        assert sum(sum(pixel) < 340 for pixel in found) > len(found) / 2
        if draws_lines(rig):
            assert reds(found, 100) > mark.width
        else:
            assert reds(found, 60) > len(found) / 2
    finally:
        rig.main("Services.prefs.clearUserPref('ui.systemUsesDarkTheme')")


def test_an_error_is_marked_in_high_contrast_too(rig: Rig) -> None:
    contrast = {"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1}
    for name, value in contrast.items():
        rig.main("Services.prefs.setIntPref(...arguments)", name, value)
    try:
        composer = rig.compose(WEAK)
        mark = composer.mark("only hope")
        view = "document.getElementById('messageEditor').contentWindow"
        assert composer.script(f"return {view}.matchMedia('(forced-colors: active)').matches")
        marked = pixels(composer, mark)
        composer.tell(type="mute", muted=True)
        eventually(lambda: not composer.marks(), "no marks")
        bare = pixels(composer, mark)
        assert sum(one != other for one, other in zip(marked, bare, strict=True)) > mark.width
    finally:
        for name in contrast:
            rig.main("Services.prefs.clearUserPref(arguments[0])", name)


def test_quotes_and_signatures_are_left_alone_and_offsets_stay_exact(rig: Rig) -> None:
    attribution = '<div class="moz-cite-prefix">She wrote:</div>'
    quote = f'{attribution}<blockquote type="cite"><p>any letter, you are my only hope</p></blockquote>'
    signature = '<div class="moz-signature">-- <br>Alice Okafor, my only hope</div>'
    composer = rig.compose(quote + WEAK + signature)
    composer.mark("any letter")
    assert [mark.text for mark in composer.marks()].count("any letter") == 1
    assert [mark.text for mark in composer.marks()].count("only hope") == 1


def test_quotes_are_left_alone_in_a_plain_text_reply(rig: Rig) -> None:
    quoted = "On Monday she wrote:\n> I can write any letter, you are my only hope.\n> Really.\n\n"
    composer = rig.compose(quoted + WEAK_PLAIN, plain=True)
    composer.mark("any letter")
    assert [mark.text for mark in composer.marks()].count("only hope") == 1


def test_a_pause_in_typing_brings_the_underlines(rig: Rig) -> None:
    composer = rig.compose("<p>Dear Dr. Rao,</p><p>x</p>")
    composer.checked()
    composer.caret("x")
    composer.type(" Could you write any letter for me? You are my only hope.")
    composer.mark("any letter")
    composer.mark("only hope")


def test_underlines_move_with_the_text_before_the_next_answer(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    before = composer.mark("any letter")
    composer.caret("Could", after=False)
    composer.type("Today ")
    after = composer.mark("any letter")
    assert after.left > before.left


def test_deleting_weak_words_takes_the_underline_away(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("only hope")
    composer.caret("only hope")
    for _ in "only hope":
        composer.press(BACKSPACE)
    eventually(lambda: "only hope" not in looks(composer) and "any letter" in looks(composer), "one underline less")


def test_emoji_and_right_to_left_text_do_not_shift_the_underlines(rig: Rig) -> None:
    strange = "👩‍⚕️🎉 שלום مرحبا e\u0301"
    composer = rig.compose(
        f"<p>Dear Dr. Rao,</p><p>{strange} Could you write any letter for me? You are my 🙏 only hope.</p>"
    )
    composer.mark("any letter")
    composer.mark("only hope")


def test_words_in_a_table_are_underlined(rig: Rig) -> None:
    cells = "<td>Could you write any letter for me?</td><td>You are my only hope.</td>"
    table = f"<table><tbody><tr>{cells}</tr></tbody></table>"
    composer = rig.compose(f"<p>Dear Dr. Rao,</p>{table}")
    composer.mark("any letter")
    composer.mark("only hope")


def test_a_missing_subject_is_listed_and_goes_when_there_is_one(rig: Rig) -> None:
    composer = rig.compose(GOOD, subject="")
    eventually(lambda: "subject-missing" in composer.rules(), "the missing subject")
    composer.rig.background(
        "await browser.compose.setComposeDetails(given[0], { subject: given[1] })", composer.tab, SUBJECT
    )
    composer.focus()
    composer.checked()
    assert "subject-missing" not in composer.rules()


def test_the_badge_counts_errors_and_warnings(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    report = composer.checked()
    weighty = [one for one in report["diagnostics"] if one["severity"] != "advice"]
    eventually(lambda: composer.badge() == str(len(weighty)), "the badge")


def test_a_mail_that_is_none_of_our_business_stays_quiet(rig: Rig) -> None:
    composer = rig.compose(LANDLORD, **LANDLORD_DETAILS)
    report = composer.checked()
    assert report["kind"]["id"] == "other"
    assert not composer.marks()
    assert composer.badge() == ""


def test_two_composers_keep_their_findings_apart(rig: Rig) -> None:
    weak, quiet = rig.compose(WEAK), rig.compose(LANDLORD, **LANDLORD_DETAILS)
    weak.mark("any letter")
    quiet.checked()
    quiet.caret("Sam")
    quiet.type(" and Kim")
    weak.caret("Rao")
    weak.type(" and colleagues")
    eventually(lambda: "Sam and Kim" in quiet.text() and "Rao and colleagues" in weak.text(), "both typed in")
    weak.mark("any letter")
    assert not quiet.marks()


def test_a_body_set_by_another_add_on_is_read_anew(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    rig.background(
        "await browser.compose.setComposeDetails(given[0], { body: given[1] })",
        composer.tab,
        WEAK.replace("any", "any other"),
    )
    composer.mark("only hope")
    eventually(lambda: "any letter" not in looks(composer), "the old words are forgotten")


def test_typing_wakes_a_sleeping_event_page(rig: Rig) -> None:
    composer = rig.compose("<p>Dear Dr. Rao,</p><p>x</p>")
    composer.checked()
    rig.sleep_background()
    composer.caret("x")
    composer.type(" Could you write any letter for me?")
    composer.mark("any letter")


def test_a_composer_opened_while_the_event_page_sleeps_is_read(rig: Rig) -> None:
    rig.sleep_background()
    rig.compose_by_hand(WEAK, plain=False, subject=SUBJECT).mark("any letter")


def test_a_composer_opened_before_the_add_on_was_switched_on_is_read(rig: Rig) -> None:
    rig.disable()
    try:
        composer = rig.compose_by_hand(WEAK, plain=False, subject=SUBJECT)
    finally:
        rig.enable()
    composer.mark("any letter")


def test_underlines_and_the_spell_checker_stand_side_by_side(rig: Rig) -> None:
    rig.main("Services.prefs.setBoolPref('mail.spellcheck.inline', true)")
    try:
        composer = rig.compose("<p>Dear Dr. Rao,</p><p>Could you wriite any letter for me?</p>")
        composer.mark("any letter")
        composer.caret("Rao,")
        composer.press(CTRL, HOME)
        assert "wriite" in composer.text()
        assert composer.html().count("<p>") == 2
    finally:
        rig.main("Services.prefs.setBoolPref('mail.spellcheck.inline', false)")


def test_a_burst_of_keys_asks_the_sidecar_once_a_pause(rig: Rig, sidecar: SidecarProcess) -> None:
    composer = rig.compose("<p>Dear Dr. Rao,</p><p>x</p>")
    composer.checked()
    composer.caret("x")
    before, started = sidecar.lints(), time.monotonic()
    composer.type(" Could you write any letter for me, please, if you have the time?")
    typing = time.monotonic() - started
    composer.mark("any letter")
    assert 1 <= sidecar.lints() - before <= 2 + typing / 0.25
