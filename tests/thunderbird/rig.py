"""A running Thunderbird as a user has it before them: windows, composers, input, and the add-on's pages."""

import contextlib
import json
from pathlib import Path
from typing import Any

from tests.thunderbird.composer import Composer
from tests.thunderbird.marionette import Marionette, MarionetteError
from tests.thunderbird.waiting import eventually

ADDON = "deardr@addons.local"
PATIENCE = 8000  # milliseconds

_VIEW = """
const { extension } = WebExtensionPolicy.getByID(%s);
%s
const view = [...extension.views].filter((one) => one.viewType == %s && one.uri.spec.includes(%s)).at(-1);
return (view?.xulBrowser ?? view?.browsingContext?.embedderElement)?.browsingContext;
"""
_WINDOW_NUMBER = """
const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
return ExtensionParent.apiManager.global.windowTracker.getId(window);
"""
_SWITCH = """
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const addon = await AddonManager.getAddonByID(arguments[0]);
await (arguments[1] ? addon.enable() : addon.disable());
"""
_OPEN_COMPOSER = """
const [body, plain, subject] = arguments;
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
fields.to = "Dr. Rao <rao@hospital.example>";
fields.subject = subject;
fields.body = body;
fields.forcePlainText = plain;
fields.useMultipartAlternative = !plain;
const params = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
params.type = Ci.nsIMsgCompType.New;
params.format = plain ? Ci.nsIMsgCompFormat.PlainText : Ci.nsIMsgCompFormat.HTML;
params.composeFields = fields;
params.identity = MailServices.accounts.defaultAccount.defaultIdentity;
MailServices.compose.OpenComposeWindowWithParams(null, params);
"""
_CLOSE_TABS = """
const tabs = document.getElementById("tabmail");
while (tabs.tabInfo.length > 1) tabs.closeTab(tabs.tabInfo[1]);
"""
_CONNECTED = """
const { trouble = "unknown" } = await browser.storage.session.get("trouble");
return trouble === null;
"""


class Rig:
    """One Thunderbird with the add-on in it."""

    def __init__(self, marionette: Marionette) -> None:
        self.marionette = marionette
        self.main_window = marionette.command("WebDriver:GetWindowHandle")

    # windows

    def windows(self, kind: str) -> list[str]:
        """Handles of the windows of a kind (`mail:3pane`, `msgcompose`, `alert:alert`)."""
        found = []
        for handle in self.marionette.windows():
            with contextlib.suppress(MarionetteError):  # closed meanwhile
                self.marionette.switch(handle)
                if self.marionette.script("return document.documentElement.getAttribute('windowtype')") == kind:
                    found.append(handle)
        return found

    def main(self, body: str, *given: object) -> Any:
        """Run a script in the main window."""
        self.marionette.switch(self.main_window)
        return self.marionette.script(body, *given)

    # the add-on's own pages

    def _page(self, view: str, path: str, body: str, *given: object) -> Any:
        self.marionette.switch(self.main_window)
        wake = "await extension.wakeupBackground?.();" if view == "background" else ""
        find = _VIEW % (json.dumps(ADDON), wake, json.dumps(view), json.dumps(path))
        return self.marionette.inside(find, body, *given)

    def background(self, body: str, *given: object) -> Any:
        """Run a script in the event page, waking it."""
        return self._page("background", "", body, *given)

    def popup(self, path: str, body: str, *given: object) -> Any:
        """Run a script in a popup that is open."""
        return self._page("popup", path, body, *given)

    def tab(self, path: str, body: str, *given: object) -> Any:
        """Run a script in a page of the add-on that is open in a tab."""
        return self._page("tab", path, body, *given)

    def sleep_background(self) -> None:
        """Put the event page to sleep, as Thunderbird does after half a minute; any event may wake it again."""
        self.main(f"await WebExtensionPolicy.getByID('{ADDON}').extension.terminateBackground()")

    def install(self, xpi: Path) -> None:
        self.marionette.command("Addon:Install", path=str(xpi), temporary=True)
        eventually(lambda: self.background("return typeof browser.runtime.id") == "string", "the add-on runs")

    def disable(self) -> None:
        """Switch the add-on off, as in the add-on manager."""
        self.main(_SWITCH, ADDON, False)

    def is_enabled(self) -> bool:
        return bool(self.main("return WebExtensionPolicy.getByID(arguments[0])?.active ?? false", ADDON))

    def enable(self) -> None:
        """Switch it on again and wait for the line to the sidecar."""
        self.main(_SWITCH, ADDON, True)
        eventually(lambda: self.background(_CONNECTED), "the line to the sidecar")

    def pair(self, base: str, token: str) -> None:
        """Put a pairing in place, as the settings page does, and wait until the line is up.

        A send may wait long for the sidecar, so that a busy computer lets none go unchecked that is to be held.
        """
        paired = {"base": base, "token": token, "patience": PATIENCE}
        self.background("await browser.storage.local.set(given[0])", paired)
        eventually(lambda: self.background(_CONNECTED), "the line to the sidecar")

    # composers

    def compose(self, body: str = "", *, plain: bool = False, **details: object) -> "Composer":
        """Open a composer with this body."""
        wanted: dict[str, object] = {
            "to": ["Dr. Rao <rao@hospital.example>"],
            "subject": "Letter of recommendation for residency: Alice Okafor",
            "isPlainText": plain,
            ("plainTextBody" if plain else "body"): body,
            **details,
        }
        return self.composer(self.background("return (await browser.compose.beginNew(null, given[0])).id", wanted))

    def compose_by_hand(self, body: str, *, plain: bool, subject: str) -> "Composer":
        """Open a composer without the add-on's help."""
        before = self.windows("msgcompose")
        self.main(_OPEN_COMPOSER, body, plain, subject)
        (handle,) = eventually(lambda: set(self.windows("msgcompose")) - set(before), "a new composer")
        composer = Composer(self, 0, handle)
        eventually(
            lambda: composer.text().strip() and composer.script("return gMsgCompose?.editor && !gWindowLocked"),
            "its text",
        )
        return self.new_composer(before) if self.is_enabled() else composer

    def composer(self, tab: int) -> "Composer":
        """The composer of a tab, by the number the add-on knows it by."""
        number = self.background("return (await browser.tabs.get(given[0])).windowId", tab)

        def find() -> str | None:
            for handle in self.windows("msgcompose"):
                self.marionette.switch(handle)
                if self.marionette.script(_WINDOW_NUMBER) == number:
                    return handle
            return None

        return Composer(self, tab, eventually(find, "the composer's window"))

    def new_composer(self, before: list[str]) -> "Composer":
        """The composer that was opened since `before` (handles of those that were there)."""
        (handle,) = eventually(lambda: set(self.windows("msgcompose")) - set(before), "a new composer")
        self.marionette.switch(handle)
        number = self.marionette.script(_WINDOW_NUMBER)
        (tab,) = self.background(
            "return (await browser.tabs.query({ windowId: given[0] })).map(({ id }) => id)", number
        )
        return Composer(self, tab, handle)

    def close_composers(self) -> None:
        """Close every composer without a question."""
        for handle in self.windows("msgcompose"):
            with contextlib.suppress(MarionetteError):  # closed meanwhile: it was being sent
                self.marionette.switch(handle)
                self.marionette.script(
                    "gContentChanged = false; gMsgCompose.bodyModified = false; setTimeout(() => window.close(), 0);"
                )
        eventually(lambda: not self.windows("msgcompose"), "composers close")
        self.marionette.switch(self.main_window)

    def close_tabs(self) -> None:
        """Close every tab of the main window but the first."""
        self.main(_CLOSE_TABS)

    # input

    def move(self, x: float, y: float) -> None:
        self.marionette.pointer({"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0, "origin": "viewport"})

    def click(self, x: float, y: float, button: int = 0) -> None:
        self.marionette.pointer(
            {"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0, "origin": "viewport"},
            {"type": "pointerDown", "button": button},
            {"type": "pointerUp", "button": button},
        )

    def click_on(self, selector: str) -> None:
        """Click the middle of an element of the current window."""
        x, y = self.marionette.script(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [box.left + box.width / 2, box.top + box.height / 2]",
            selector,
        )
        self.click(x, y)

    def type(self, text: str) -> None:
        strokes: list[dict[str, object]] = []
        for character in text:
            strokes += [{"type": "keyDown", "value": character}, {"type": "keyUp", "value": character}]
        self.marionette.keys(*strokes)

    def press(self, *keys: str) -> None:
        """Press keys together."""
        down: list[dict[str, object]] = [{"type": "keyDown", "value": key} for key in keys]
        up: list[dict[str, object]] = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.marionette.keys(*down, *up)
