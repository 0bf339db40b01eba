"""At send: what is held, what goes, and what is never lost whatever happens meanwhile."""

import re
import time
from collections.abc import Iterator

import pytest

from tests.harness.dovecot import Dovecot
from tests.thunderbird.composer import Composer
from tests.thunderbird.keys import CTRL
from tests.thunderbird.letters import GOOD, LANDLORD, LANDLORD_DETAILS, OTHER_GOOD, WEAK
from tests.thunderbird.rig import PATIENCE, Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.smtp import Outgoing
from tests.thunderbird.test_card import folder
from tests.thunderbird.waiting import eventually

HELD = "return document.querySelector('.held')?.innerText ?? ''"
UNCHECKED = "return (await browser.notifications.getAll())['deardr-unchecked']?.message ?? ''"


@pytest.fixture
def settings(rig: Rig) -> Iterator[None]:
    """Settings as they were before."""
    before = rig.background("return browser.storage.local.get({ holdOn: 'error', skipped: [] })")
    yield
    rig.background("await browser.storage.local.set(given[0])", before)


@pytest.fixture
def unchecked(rig: Rig) -> Iterator[str]:
    """The script that reads the line about a mail that was not checked; none is there at first.

    A send waits for the sidecar as long as it does for users.
    """
    clear = "await browser.notifications.clear('deardr-unchecked');"
    rig.background(f"{clear} await browser.storage.local.remove('patience')")
    yield UNCHECKED
    rig.background(f"{clear} await browser.storage.local.set({{ patience: given[0] }})", PATIENCE)


def sent_with(outgoing: Outgoing, composer: Composer) -> bytes:
    """Press Send and wait for the mail to arrive and the composer to close."""
    before = len(outgoing.taken)
    composer.send()
    eventually(lambda: len(outgoing.taken) > before, "the mail goes")
    composer.gone()
    assert len(outgoing.taken) == before + 1
    return outgoing.taken[-1]


def test_a_good_letter_goes_without_a_question(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(GOOD)
    assert not composer.checked()["send"]["hold"]
    assert b"strong letter" in sent_with(outgoing, composer)


def test_a_mail_that_is_none_of_our_business_goes_without_a_question(rig: Rig, outgoing: Outgoing) -> None:
    sent_with(outgoing, rig.compose(LANDLORD, **LANDLORD_DETAILS))


def test_an_error_holds_the_send_at_once_and_the_panel_says_why(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    sentence = composer.checked()["send"]["sentence"]
    before = len(outgoing.taken)
    composer.send()
    eventually(lambda: sentence in composer.panel(HELD), "the panel")
    assert not composer.locked()
    assert len(outgoing.taken) == before


def test_send_anyway_sends_once_and_the_next_send_is_held_again(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    before = len(outgoing.taken)
    composer.send()
    eventually(lambda: composer.panel(HELD), "the panel")
    composer.press_in_panel("send-anyway")
    composer.gone()
    assert len(outgoing.taken) == before + 1
    other = rig.compose(WEAK)
    other.mark("any letter")
    other.send()
    eventually(lambda: other.panel(HELD), "held again")
    assert len(outgoing.taken) == before + 1


def test_going_back_leaves_the_draft_as_it_was(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    text, before = composer.body(), len(outgoing.taken)
    composer.send()
    eventually(lambda: composer.panel(HELD), "the panel")
    composer.press_in_panel("go-back")
    composer.caret("Dear")
    assert composer.body() == text
    composer.type("est")
    eventually(lambda: "Dearest Dr. Rao" in composer.text(), "editing goes on")
    assert len(outgoing.taken) == before


def test_a_held_mail_goes_once_it_is_mended(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK.replace("You are my only hope.", ""))
    composer.mark("any letter")
    composer.send()
    eventually(lambda: composer.panel(HELD), "the panel")
    composer.press_in_panel("go-back")
    composer.tell(type="fix-all")
    eventually(lambda: not composer.checked()["send"]["hold"], "mended")
    assert b"a strong letter" in sent_with(outgoing, composer)


def test_warnings_hold_a_send_only_when_the_user_wants_so(rig: Rig, outgoing: Outgoing, settings: None) -> None:
    warned = GOOD.replace("by January 15, 2027", "as soon as possible")
    composer = rig.compose(warned)
    assert "deadline-vague" in {one["rule"] for one in composer.checked()["diagnostics"]}
    rig.background("await browser.storage.local.set({ holdOn: 'warning' })")
    composer.send()
    eventually(lambda: composer.panel(HELD), "held for a warning")
    composer.press_in_panel("go-back")
    rig.background("await browser.storage.local.set({ holdOn: 'error' })")
    sent_with(outgoing, composer)


def test_not_this_mail_lets_it_go_without_a_question(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    composer.tell(type="mute", muted=True)
    sent_with(outgoing, composer)


def test_without_a_sidecar_the_mail_goes_and_one_line_says_it_was_not_checked(
    rig: Rig, outgoing: Outgoing, sidecar: SidecarProcess, unchecked: str
) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    sidecar.stop()
    try:
        sent_with(outgoing, composer)
        assert "Sent without a check" in eventually(lambda: rig.background(unchecked), "the line")
    finally:
        sidecar.start()


def test_a_sidecar_that_hangs_delays_a_send_by_no_more_than_its_share(
    rig: Rig, outgoing: Outgoing, sidecar: SidecarProcess, unchecked: str
) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    sidecar.pause(asleep=True)
    try:
        started = time.monotonic()
        sent_with(outgoing, composer)
        assert time.monotonic() - started < 4
        assert "Sent without a check" in eventually(lambda: rig.background(unchecked), "the line")
    finally:
        sidecar.pause(asleep=False)


def test_a_sidecar_killed_in_the_middle_of_a_send_loses_nothing(
    rig: Rig, outgoing: Outgoing, sidecar: SidecarProcess, unchecked: str
) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    sidecar.pause(asleep=True)
    before = len(outgoing.taken)
    composer.send()
    sidecar.stop()
    try:
        eventually(lambda: len(outgoing.taken) == before + 1, "the mail goes")
        composer.gone()
    finally:
        sidecar.start()


def test_a_sleeping_event_page_still_holds_a_weak_mail(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    before = len(outgoing.taken)
    rig.sleep_background()
    composer.send()
    eventually(lambda: composer.panel(HELD), "held")
    assert not composer.locked()
    assert len(outgoing.taken) == before


def test_an_event_page_stopped_while_a_mail_is_held_still_sends_it_anyway(rig: Rig, outgoing: Outgoing) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    before = len(outgoing.taken)
    composer.send()
    eventually(lambda: composer.panel(HELD), "held")
    rig.sleep_background()
    composer.press_in_panel("send-anyway")
    eventually(lambda: len(outgoing.taken) == before + 1, "sent")
    composer.gone()


def test_an_event_page_stopped_in_the_middle_of_a_send_locks_nothing_and_loses_nothing(
    rig: Rig, outgoing: Outgoing, sidecar: SidecarProcess, unchecked: str
) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    before = len(outgoing.taken)
    sidecar.pause(asleep=True)
    try:
        composer.send()
        rig.sleep_background()
        eventually(lambda: len(outgoing.taken) == before + 1 or not composer.locked(), "sent, or open for another try")
    finally:
        sidecar.pause(asleep=False)


def test_the_sidecar_is_told_of_a_sent_mail_before_anything_else(
    rig: Rig, outgoing: Outgoing, sidecar: SidecarProcess
) -> None:
    sent_with(outgoing, rig.compose(OTHER_GOOD, to=["Dr. Told <told@hospital.example>"]))
    message_id = outgoing.last()["Message-ID"].strip("<>")
    known = eventually(lambda: known_message(sidecar, message_id), "known to the sidecar")
    assert known["class"] == "sent"
    assert known["kind"] == "letter.request"


def known_message(sidecar: SidecarProcess, message_id: str) -> dict[str, object] | None:
    answer: dict[str, object] | None = sidecar.ask_or_none("GET", f"/messages/{message_id}")
    return answer


CHANCE = rb"Message-ID|Date|X-Mozilla-[\w-]+|X-Account-Key|X-Identity-Key|Content-Length"


def without_chance(raw: bytes) -> bytes:
    """A mail without what differs from one sending to the next: its id, its date, the marks between its parts."""
    boundary = re.search(rb'boundary="([^"]+)"', raw)
    if boundary:
        raw = raw.replace(boundary[1], b"BOUNDARY")
    return re.sub(rb"(?im)^(" + CHANCE + rb"):.*\r?\n(?:[ \t].*\r?\n)*", b"", raw)


def saved_and_sent(rig: Rig, mail: Dovecot, outgoing: Outgoing, body: str, *, plain: bool) -> tuple[bytes, bytes]:
    """Write a mail, look at a card if there is one, save it, send it; both as bytes, without chance."""
    subject = f"Bytes {plain} letter of recommendation"
    composer, before = rig.compose_by_hand(body, plain=plain, subject=subject), len(outgoing.taken)
    if rig.is_enabled():
        composer.card_for("any letter")
    composer.save()
    saved = eventually(lambda: [one for one in folder(mail, "Drafts") if subject.encode() in one], "the draft")[-1]
    composer.send()
    if rig.is_enabled():
        eventually(lambda: composer.panel(HELD), "held")
        composer.press_in_panel("send-anyway")
    eventually(lambda: len(outgoing.taken) == before + 1, "sent")
    composer.gone()
    return without_chance(saved), without_chance(outgoing.taken[-1])


@pytest.mark.parametrize("plain", [False, True], ids=["formatted", "plain"])
def test_sent_and_saved_mail_is_the_same_to_the_byte_with_the_add_on_on_and_off(
    rig: Rig, outgoing: Outgoing, mail: Dovecot, plain: bool
) -> None:
    table = "<table><tbody><tr><td>x</td></tr></tbody></table>"
    body = "Dear Dr. Rao,\n\nCould you write any letter? 🎉 مرحبا\n\nAlice" if plain else WEAK + table
    with_it = saved_and_sent(rig, mail, outgoing, body, plain=plain)
    rig.disable()
    try:
        without_it = saved_and_sent(rig, mail, outgoing, body, plain=plain)
    finally:
        rig.enable()
    assert b"any letter" in with_it[1]
    assert with_it == without_it


def test_undo_after_a_held_send_still_knows_the_text(rig: Rig) -> None:
    composer = rig.compose(WEAK)
    composer.mark("any letter")
    before = composer.body()
    composer.caret("Thank you")
    composer.type(" so much")
    composer.send()
    eventually(lambda: composer.panel(HELD), "held")
    composer.press_in_panel("go-back")
    composer.press(CTRL, "z")
    eventually(lambda: composer.body() == before, "undone")
