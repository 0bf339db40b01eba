"""The grammar check on request, and the spelling findings that a long list leaves out."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

from tests.thunderbird.composer import Composer
from tests.thunderbird.letters import GOOD, WEAK
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually

FILLER = (
    "I worked on the ward for four weeks and learned a great deal from the residents and the nurses there every day."
)
SLIPS = f"""<p>Dear Dr. Rao,</p><p>He were kind to me. He go there. {FILLER} Could you write a strong letter for me?</p>
<p>Thank you,<br>Alice Okafor</p>"""
SAID = "return document.querySelector('.grammar p')?.textContent ?? ''"
RULE = "spelling-grammar"


def ask_for_grammar(composer: Composer) -> None:
    composer.checked()
    composer.open_panel()
    eventually(lambda: composer.panel("return !!document.querySelector('[data-key=grammar]')"), "the button")
    composer.press_in_panel("grammar")


def said(composer: Composer, words: str) -> None:
    """Wait for the panel to say so about the grammar."""
    eventually(lambda: words in composer.panel(SAID), f"said: {words}")


def worker(sidecar: SidecarProcess) -> psutil.Process | None:
    """The grammar checker's process, if it is there."""
    for child in psutil.Process(sidecar.pid).children(recursive=True):
        with suppress(psutil.Error):  # ended meanwhile
            if "sidecar.grammar.worker" in child.cmdline():
                return child
    return None


@contextmanager
def held(sidecar: SidecarProcess) -> Iterator[None]:
    """The grammar checker stopped for a while, so that no answer comes."""
    process = eventually(lambda: worker(sidecar), "the checker's process")
    process.suspend()
    try:
        yield
    finally:
        process.resume()


def test_grammar_is_not_checked_unless_asked_for(rig: Rig) -> None:
    composer = rig.compose(SLIPS)
    composer.checked()
    assert not [mark for mark in composer.marks() if mark.text == "were"]
    assert composer.state()["grammar"]["stage"] == "idle"


def test_grammar_findings_are_underlined_listed_and_mended(rig: Rig) -> None:
    composer = rig.compose(SLIPS)
    ask_for_grammar(composer)
    composer.mark("were")
    said(composer, "2 remarks")
    composer.panel(
        "[...document.querySelectorAll('.finding .fix')].find((one) => one.textContent == 'Write “was”').click()"
    )
    eventually(lambda: "He was kind to me. He go there" in composer.text(), "mended")
    said(composer, "1 remark ")
    composer.mark("go")


def test_a_grammar_finding_can_be_ignored_for_good(rig: Rig) -> None:
    composer = rig.compose(SLIPS.replace("kind to me", "very kind to me"))
    ask_for_grammar(composer)
    said(composer, "2 remarks")
    composer.panel(f"document.querySelector('[data-rule={RULE}] .ignore').click()")
    said(composer, "1 remark ")
    composer.press_in_panel("grammar")
    said(composer, "1 remark ")
    assert len([mark for mark in composer.marks() if mark.text in ("were", "go")]) == 1


def test_grammar_findings_stay_with_their_words_while_the_user_types(rig: Rig) -> None:
    composer = rig.compose(SLIPS)
    composer.tell(type="grammar")
    before = composer.mark("were")
    composer.caret("He were", after=False)
    composer.type("Now ")
    composer.checked()
    assert composer.mark("were").left > before.left


def test_a_good_letter_gets_no_remark(rig: Rig) -> None:
    composer = rig.compose(GOOD)
    ask_for_grammar(composer)
    said(composer, "found nothing")


def test_the_other_findings_never_wait_for_the_grammar(rig: Rig, sidecar: SidecarProcess) -> None:
    composer = rig.compose(SLIPS)
    composer.tell(type="grammar")
    composer.mark("were")
    with held(sidecar):
        composer.open_panel()
        composer.press_in_panel("grammar")
        said(composer, "Checking the grammar")
        assert composer.panel("return !!document.querySelector('progress')")
        composer.caret("for me?")
        composer.type(" You are my only hope.")
        composer.mark("only hope")
        assert composer.state()["grammar"]["stage"] == "running"
    eventually(lambda: composer.state()["grammar"]["stage"] == "done", "the answer")
    composer.mark("were")
    composer.mark("only hope")


def test_a_checker_that_is_not_to_be_had_is_told_in_one_sentence(rig: Rig, sidecar: SidecarProcess) -> None:
    composer = rig.compose(SLIPS)
    ask_for_grammar(composer)
    said(composer, "2 remarks")
    composer.press_in_panel("grammar")

    def stopped() -> bool:
        if process := worker(sidecar):  # it takes longer to start than this takes to come around again
            with suppress(psutil.Error):
                process.kill()
        return "The grammar checker stopped" in composer.panel(SAID)

    eventually(stopped, "told")
    composer.press_in_panel("grammar")
    said(composer, "2 remarks")


def test_with_spelling_switched_off_there_is_no_grammar_either(rig: Rig, sidecar: SidecarProcess) -> None:
    sidecar.ask("PATCH", "/settings", {"rules": {RULE: "off"}})
    try:
        composer = rig.compose(SLIPS)
        ask_for_grammar(composer)
        said(composer, "switched off")
    finally:
        sidecar.ask("PATCH", "/settings", {"rules": {RULE: None}})


def test_spelling_shows_three_slips_and_the_rest_on_request(rig: Rig) -> None:
    misspelt = "recieve", "seperate", "definately", "occured", "untill"
    slips = "I would recieve it. We kept it seperate. It definately helped. It occured to me. I waited untill May."
    composer = rig.compose(WEAK.replace("You are", f"{FILLER} {slips} You are"))
    shown = [one for one in composer.checked()["diagnostics"] if one["rule"] == RULE]
    assert len(shown) == 3
    composer.open_panel()
    eventually(lambda: composer.panel("return !!document.querySelector('[data-key=show-all]')"), "the offer")
    label = composer.panel("return document.querySelector('[data-key=show-all]').textContent")
    assert label == "Show 2 more of spelling"
    composer.press_in_panel("show-all")
    for word in misspelt:
        composer.mark(word)
    rows = f"return document.querySelectorAll('[data-rule={RULE}]').length"
    eventually(lambda: composer.panel(rows) == len(misspelt), "all of them in the list")
    assert not composer.panel("return document.querySelector('[data-key=show-all]')")
