"""One composer window: what is painted in it, and what a user does there with pointer and keys."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.thunderbird.waiting import eventually

if TYPE_CHECKING:
    from tests.thunderbird.rig import Rig

_CARET = """
const [words, after] = arguments;
const { contentDocument: page } = document.getElementById("messageEditor");
const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const at = node.data.indexOf(words);
  if (at >= 0) return page.getSelection().collapse(node, at + (after ? words.length : 0));
}
throw new Error("not in the text: " + words);
"""
_SELECT = """
const [words] = arguments;
const { contentDocument: page } = document.getElementById("messageEditor");
const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const at = node.data.indexOf(words);
  if (at >= 0) return page.getSelection().setBaseAndExtent(node, at, node, at + words.length);
}
throw new Error("not in the text: " + words);
"""
_CARD = r"""
const { contentDocument: page, contentWindow: view } = document.getElementById("messageEditor");
const read = (part) => view.getComputedStyle(page.documentElement, part);
const plain = (text) => text.slice(1, -1).replace(/\\([0-9a-f]+) ?|\\(.)/g,
  (_, hex, char) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : char));
const lines = ({ content }) => (content.startsWith('"') ? plain(content).split("\n") : []);
const tail = read("::after");
return {
  lines: [lines(read("::before")), lines(tail)],
  left: parseFloat(tail.left), top: parseFloat(tail.top), line: parseFloat(tail.lineHeight),
};
"""
_MENU = """
const items = [...document.querySelectorAll("#msgComposeContext menuitem[id*='deardr_addons_local']")]
  .filter((item) => !item.hidden);
return items.length ? Object.fromEntries(items.map((item) => [item.label, item.id])) : null;
"""
_PAINTED = """
const { contentWindow } = document.getElementById("messageEditor");
const { CSS } = Cu.waiveXrays(contentWindow);
const found = [];
for (const name of ["error", "warning", "advice", "gap"]) {
  for (const range of CSS.highlights.get("deardr-" + name) ?? []) {
    const box = range.getBoundingClientRect();
    const [first = box] = range.getClientRects();
    found.push({ look: name, text: range.toString(), box: [first.left, first.top, first.width, first.height] });
  }
}
return found;
"""


@dataclass(frozen=True)
class Mark:
    """Words painted in a composer: the look (severity, or `gap`), the words, and where they are drawn in the editor."""

    look: str
    text: str
    left: float
    top: float
    width: float
    height: float


class Composer:
    """One composer window. Coordinates of words count in its editor."""

    def __init__(self, rig: "Rig", tab: int, window: str) -> None:
        self.rig, self.tab, self.window = rig, tab, window

    def script(self, body: str, *given: object) -> Any:
        self.rig.marionette.switch(self.window)
        return self.rig.marionette.script(body, *given)

    def focus(self) -> None:
        self.rig.marionette.switch(self.window, focus=True)
        self.script("document.getElementById('messageEditor').focus()")

    def tell(self, **message: object) -> Any:
        """Send the script in this composer a message, as the panel does."""
        return self.rig.background("return await browser.tabs.sendMessage(given[0], given[1])", self.tab, message)

    # what is there

    def html(self) -> str:
        html: str = self.script(
            "return document.getElementById('messageEditor').contentDocument.documentElement.outerHTML"
        )
        return html

    def body(self) -> str:
        body: str = self.script("return document.getElementById('messageEditor').contentDocument.body.innerHTML")
        return body

    def text(self) -> str:
        text: str = self.script("return document.getElementById('messageEditor').contentDocument.body.innerText")
        return text

    def subject(self) -> str:
        subject: str = self.script("return document.getElementById('msgSubject').value")
        return subject

    def details(self) -> dict[str, Any]:
        details: dict[str, Any] = self.rig.background("return browser.compose.getComposeDetails(given[0])", self.tab)
        return details

    def marks(self) -> list[Mark]:
        """What is painted now."""
        return [Mark(one["look"], one["text"], *one["box"]) for one in self.script(_PAINTED)]

    def mark(self, words: str) -> Mark:
        """Wait for these words to be painted."""
        return eventually(
            lambda: next((mark for mark in self.marks() if mark.text == words), None), f"painted: {words}"
        )

    def state(self) -> dict[str, Any]:
        """What the script in the composer knows."""
        state: dict[str, Any] = self.tell(type="state")
        return state

    def rules(self) -> set[str]:
        report = self.state()["report"]
        return {one["rule"] for one in report["diagnostics"]} if report else set()

    def checked(self) -> dict[str, Any]:
        """Have the draft read now; the report."""
        report: dict[str, Any] = eventually(lambda: self.tell(type="check")["report"], "a report")
        return report

    def badge(self) -> str:
        badge: str = self.rig.background("return browser.composeAction.getBadgeText({ tabId: given[0] })", self.tab)
        return badge

    # what a user does

    def caret(self, words: str, *, after: bool = True) -> None:
        """Put the caret after (or before) these words."""
        self.focus()
        self.script(_CARET, words, after)

    def select(self, words: str) -> None:
        """Select these words."""
        self.focus()
        self.script(_SELECT, words)

    def selection(self) -> str:
        selected: str = self.script(
            "return document.getElementById('messageEditor').contentDocument.getSelection().toString()"
        )
        return selected

    def before_caret(self) -> str:
        """The text of the node the caret is in, up to the caret."""
        found: str = self.script(
            "const page = document.getElementById('messageEditor').contentDocument;"
            "const { focusNode, focusOffset } = page.getSelection();"
            "return focusNode.data?.slice(0, focusOffset) ?? ''"
        )
        return found

    def type(self, text: str) -> None:
        self.focus()
        self.rig.type(text)

    def press(self, *keys: str) -> None:
        self.focus()
        self.rig.press(*keys)

    def origin(self) -> tuple[float, float]:
        left, top = self.script(
            "const box = document.getElementById('messageEditor').getBoundingClientRect(); return [box.left, box.top]"
        )
        return left, top

    def point_at(self, mark: Mark) -> None:
        """Rest the pointer on painted words."""
        left, top = self.origin()
        self.focus()
        x, y = left + mark.left + mark.width / 2, top + mark.top + mark.height / 2
        self.rig.move(x - 3, y)
        self.rig.move(x, y)

    def card(self) -> list[str]:
        """The lines of the card on show, or none."""
        head, tail = self.script(_CARD)["lines"]
        return [*head, *tail]

    def card_for(self, words: str) -> list[str]:
        """Point at painted words and wait for their card."""
        self.point_at(self.mark(words))
        return eventually(self.card, "the card")

    def click_card(self, label: str) -> None:
        """Click the line of the card that says so."""
        card = self.script(_CARD)
        line = next(number for number, text in enumerate(card["lines"][1]) if label in text)
        left, top = self.origin()
        x, y = left + card["left"] + 60, top + card["top"] + (line + 0.5) * card["line"]
        self.focus()
        self.rig.move(x, y)
        self.rig.click(x, y)

    def right_click(self, x: float, y: float) -> None:
        """Open the context menu at a point of the editor."""
        left, top = self.origin()
        self.focus()
        self.rig.click(left + x, top + y, button=2)

    def menu_is_open(self) -> bool:
        state: str = self.script("return document.getElementById('msgComposeContext').state")
        return state == "open"

    def menu_items(self) -> dict[str, str] | None:
        """The add-on's items of the context menu, label to id."""
        items: dict[str, str] | None = self.script(_MENU)
        return items

    def close_menu(self) -> None:
        self.script("document.getElementById('msgComposeContext').hidePopup()")

    def context_menu(self, mark: Mark) -> dict[str, str]:
        """Right-click painted words; the add-on's items as they stand."""
        self.right_click(mark.left + mark.width / 2, mark.top + mark.height / 2)
        return eventually(self.menu_items, "the add-on's items in the menu") or {}

    def save(self) -> None:
        """Save as a draft, as Ctrl+S does."""
        self.script("goDoCommand('cmd_saveAsDraft')")

    def choose(self, item: str) -> None:
        """Choose an item of the add-on's submenu."""
        self.script("document.getElementById(arguments[0]).closest('menu').openMenu(true)", item)
        submenu = "document.getElementById(arguments[0]).closest('menupopup')"
        eventually(lambda: self.script(f"return {submenu}.state == 'open'", item), "the submenu")
        self.script(f"{submenu}.activateItem(document.getElementById(arguments[0]))", item)

    def open_panel(self) -> None:
        self.focus()
        self.rig.click_on("#deardr_addons_local-composeAction-toolbarbutton")
        eventually(lambda: self.panel("return !!document.querySelector('[data-key=kind]')"), "the panel")

    def panel(self, body: str, *given: object) -> Any:
        return self.rig.popup("panel/", body, *given)

    def press_in_panel(self, key: str) -> None:
        """Press the control whose key begins so; after the script has answered, since some close the panel."""
        self.panel(
            "const control = document.querySelector(`[data-key^='${given[0]}']`);"
            "if (!control) throw new Error('no such control'); setTimeout(() => control.click())",
            key,
        )

    def send(self) -> None:
        self.focus()
        self.rig.click_on("#button-send")

    def locked(self) -> bool:
        locked: bool = self.script("return !!window.gWindowLocked")
        return locked

    def is_open(self) -> bool:
        return self.window in self.rig.marionette.windows()

    def gone(self) -> None:
        """Wait until the composer has closed."""
        eventually(lambda: not self.is_open(), "the composer closes")
        self.rig.marionette.switch(self.rig.main_window)
