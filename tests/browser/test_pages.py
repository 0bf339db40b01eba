"""The pages in a real Chromium: live, legible in every scheme, usable by keyboard, quiet in the console."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sidecar.followup.conversation import Desk
from sidecar.people import Program, Referee
from sidecar.web.keys import DESK, AccountReading, FolderReading, ReadingState
from tests.browser.chromium import Tab
from tests.web.desk import desk
from tests.web.site import NOW, Site

PAGES = [
    "/",
    "/check",
    "/letters",
    "/letters/rao",
    "/programs",
    "/programs/mercy",
    "/season",
    "/profile",
    "/rules",
    "/rules/ask-not-strong",
    "/settings",
    "/accounts/new",
    "/accounts/new/google",
    "/accounts/new/microsoft",
    "/prompts/p1/draft",
    "/nowhere",
]

# The text whose contrast with what lies behind it is below WCAG AA: 4.5, or 3 for large text.
FAINT = """
(() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const rgba = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest("option, .hidden, .skip")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(rgba(style.color)), light(behind(node))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${walker.currentNode.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
  }
  return faint;
})()
"""
TOO_WIDE = """
[...document.querySelectorAll("body *")]
  .filter((node) => node.checkVisibility() && !node.closest(".table, nav, pre, .hidden, .skip"))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 80))
"""


@pytest.fixture(autouse=True)
def furnished(site: Site) -> Iterator[None]:
    site.store.people.referees.put(Referee("rao", "Anita Rao", "rao@example.edu", title="Dr.", institution="Mercy"))
    site.store.people.programs.put(Program("mercy", "Mercy Internal Medicine", city="Toledo", do_not_email=True))
    folders = (
        FolderReading("Sent", "sent", "marked as Sent by the server", NOW),
        FolderReading("Junk", "junk", "marked as Junk by the server", NOW, suspicion="It was emptied all at once."),
    )
    site.reader.known["uni"] = AccountReading(
        "uni",
        "amina@example.org",
        "imap.example.org",
        ReadingState.FAILED,
        NOW,
        "The server does not answer.",
        None,
        folders,
    )
    site.reader.demo = True
    yield


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_is_legible_and_quiet(site: Site, tab: Tab, scheme: str) -> None:
    await tab.prefer(prefers_color_scheme=scheme)
    for path in PAGES:
        await tab.open(site.origin + path)
        assert await tab.run(FAINT) == [], f"{path} in {scheme}"
    assert [one for one in tab.troubles if "404" not in one] == []


async def test_a_checked_draft_is_legible_in_both_schemes(site: Site, tab: Tab) -> None:
    await tab.open(f"{site.origin}/check")
    await tab.run(
        "(document.querySelector('#text').value = 'Respected Sir,\\n\\nKindly write me a letter. I beg you, it is my"
        " only hope. Your [Name]', document.querySelector('#draft').requestSubmit(), 1)"
    )
    await tab.until("document.querySelector('mark')")
    for scheme in ("light", "dark"):
        await tab.prefer(prefers_color_scheme=scheme)
        assert await tab.run(FAINT) == []


async def test_no_page_is_wider_than_a_phone(site: Site, tab: Tab) -> None:
    await tab.size(360, 800)
    for path in PAGES:
        await tab.open(site.origin + path)
        assert await tab.run(TOO_WIDE) == [], path


async def test_a_draft_is_checked_as_it_is_written(site: Site, tab: Tab) -> None:
    await tab.open(f"{site.origin}/check")
    await tab.run("document.querySelector('#text').focus()")
    await tab.send("Input.insertText", text="Respected Sir, I need a letter of recommendation for residency.")
    await tab.until("document.querySelector('#result mark')")
    assert await tab.run("document.activeElement.id") == "text"


async def listening(site: Site) -> None:
    """Wait until the page's event stream is open: what happened before that it would see when loaded again."""
    async with asyncio.timeout(5):
        while not site.hub.listeners:  # noqa: ASYNC110 - the hub has no event for tests to wait on
            await asyncio.sleep(0.01)


async def test_what_another_client_did_shows_within_two_seconds(site: Site, tab: Tab) -> None:
    await tab.until("document.querySelector('#prompt-p1')")
    await listening(site)
    shown = desk(NOW)
    site.set(DESK, lambda: Desk(shown.conversations, shown.prompts[1:]))
    site.hub.publish("prompts")
    await tab.until("!document.querySelector('#prompt-p1')", within=2)
    assert await tab.run("document.querySelector('h1').textContent") == "Three things to do today"


async def test_a_menu_in_use_is_not_taken_away(site: Site, tab: Tab) -> None:
    await listening(site)
    await tab.run("document.querySelector('#prompt-p1 details').open = true")
    shown = desk(NOW)
    changed = tuple(replace(one, reason="Changed meanwhile.") for one in shown.prompts)
    site.set(DESK, lambda: Desk(shown.conversations, changed))
    site.hub.publish("prompts")
    await tab.until("document.querySelector('#lead h1')")
    assert await tab.run("document.querySelector('#prompt-p1 details').open")
    await tab.press("Escape", 27)
    site.hub.publish("prompts")
    await tab.until("document.querySelector('#prompts').textContent.includes('Changed meanwhile.')")


async def test_a_prompt_is_put_off_with_the_keyboard_alone(site: Site, tab: Tab) -> None:
    await tab.run("document.querySelector('#prompt-p1 summary').focus()")
    await tab.press("Enter", 13, text="\r")
    await tab.until("document.querySelector('#prompt-p1 details').open")
    await tab.press("Tab", 9)
    assert await tab.run("document.activeElement.textContent") == "Until tomorrow"
    outlined = "getComputedStyle(document.activeElement).outlineStyle"
    assert await tab.run(outlined) == "solid"
    await tab.press("Enter", 13, text="\r")
    await tab.until("document.querySelector('.flash')")
    assert site.store.journal.acts()[0].subject == "p1"


async def test_the_pages_work_without_scripts(site: Site, tab: Tab) -> None:
    await tab.send("Emulation.setScriptExecutionDisabled", value=True)
    await tab.open(site.origin)
    document = await tab.send("DOM.getDocument")
    button = await tab.send("DOM.querySelector", nodeId=document["root"]["nodeId"], selector="#prompt-p1 form button")
    quads = (await tab.send("DOM.getContentQuads", nodeId=button["nodeId"]))["quads"][0]
    x, y = (quads[0] + quads[4]) / 2, (quads[1] + quads[5]) / 2
    for kind in ("mousePressed", "mouseReleased"):
        await tab.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
    await tab.send("Emulation.setScriptExecutionDisabled", value=False)
    await tab.until("document.querySelector('.flash')")
    assert site.store.journal.acts()[0].kind == "done"


async def test_a_draft_is_copied(site: Site, tab: Tab) -> None:
    await tab.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    await tab.open(f"{site.origin}/prompts/p1/draft")
    await tab.run("document.querySelector('[data-copy=text]').click()")
    await tab.until("document.querySelector('.copied')")
    copied = await tab.run("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == await tab.run("document.querySelector('#text').value")
