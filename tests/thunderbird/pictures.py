"""Takes the pictures of the guide, light and dark: `make pictures`. Not part of the checks; needs a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from tests.harness.dovecot import Dovecot
from tests.thunderbird.inbox import Inbox
from tests.thunderbird.letters import reply, request
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually

DOCS = Path(__file__).resolve().parents[2] / "docs"
SIZE = (1180, 800)
DRAFT = """<p>Dear Dr. Rao,</p>
<p>I was an observer on your service at Lakeside Hospital in May and June 2026. Could you write any letter for me for US
residency as soon as possible? You are my only hope.</p>
<p>I can send my CV. ERAS will send you a link.</p><p>Thank you,<br>Alice Okafor, MBBS<br>AAMC ID 12345678</p>"""
_DARK = "Services.prefs[arguments[0] ? 'setIntPref' : 'clearUserPref']('ui.systemUsesDarkTheme', 1)"
_FIT = "window.moveTo(0, 0); window.resizeTo(...arguments); document.documentElement.setAttribute('sizemode', 'normal')"


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest, rig: Rig) -> Iterator[str]:
    rig.main(_DARK, request.param == "dark")
    rig.main(_FIT, *SIZE)
    yield request.param
    rig.close_tabs()
    rig.main("Services.prefs.clearUserPref('ui.systemUsesDarkTheme')")


@pytest.fixture
def inbox(rig: Rig, mail: Dovecot, sidecar: SidecarProcess) -> Inbox:
    return Inbox(rig, mail, sidecar)


def screen() -> Image.Image:
    return ImageGrab.grab(bbox=(0, 0, *SIZE), xdisplay=os.environ["DISPLAY"])


def take(rig: Rig, name: str, look: str) -> None:
    """Write what is on the screen to the guide, once it no longer changes."""
    for alert in rig.windows("alert:alert"):
        rig.marionette.switch(alert)
        rig.marionette.script("setTimeout(() => window.close(), 0)")
    before = screen()
    for _ in range(100):
        rig.main("await new Promise((done) => setTimeout(done, 300))")
        now = screen()
        if now.tobytes() == before.tobytes():
            break
        before = now
    suffix = "" if look == "light" else f"-{look}"
    before.quantize(256).save(DOCS / f"thunderbird-{name}{suffix}.png", optimize=True)


def test_composing_card_and_panel(rig: Rig, look: str) -> None:
    composer = rig.compose(DRAFT)
    composer.script(_FIT, *SIZE)
    composer.focus()
    composer.mark("only hope")
    take(rig, "composing", look)
    composer.card_for("any letter")
    take(rig, "card", look)
    left, top = composer.origin()
    rig.move(left + 700, top + 15)
    eventually(lambda: not composer.card(), "no card")
    composer.open_panel()
    take(rig, "panel", look)


def test_banner_and_space(inbox: Inbox, rig: Rig, look: str) -> None:
    for key, days in (("rao", 16), ("silva", 15), ("haddad", 3)):
        if not inbox.has(f"{key}.ask@example.org"):
            inbox.put("Sent", request(key, days), f"{key}.ask@example.org")
    if not inbox.has("weber.ask@example.org"):
        inbox.put("Sent", request("weber"), "weber.ask@example.org")
        inbox.put("Inbox", reply("weber"), "weber.reply@hospital.example")
        inbox.prompt("Dr. Weber")
    inbox.beat()
    inbox.tagged("rao.ask@example.org")
    inbox.select("sent", "rao.ask@example.org")
    eventually(inbox.banner, "the banner")
    rig.marionette.switch(rig.main_window, focus=True)
    take(rig, "banner", look)
    rig.background(
        "const [space] = await browser.spaces.query({ isSelfOwned: true }); await browser.spaces.open(space.id)"
    )
    eventually(lambda: rig.tab("space/", "return document.querySelectorAll('.prompt').length >= 3"), "the page")
    take(rig, "space", look)
