"""The message list and the message on display, as the user has them, and the mailbox behind them."""

from typing import Any

from tests.harness.dovecot import Dovecot
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually

_READ = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { rootFolder } = MailServices.accounts.defaultAccount.incomingServer;
const wanted = arguments[0].toLowerCase();
rootFolder.descendants.find((folder) => folder.name.toLowerCase() == wanted).updateFolder(window.msgWindow);
"""
_SELECT = """
const [use, id, layout] = given;
const [folder] = await browser.folders.query({ specialUse: [use] });
const [tab] = await browser.mailTabs.query({});
await browser.mailTabs.update(tab.id ?? tab.tabId, { displayedFolderId: folder.id, messagePaneVisible: true });
const { messages: [message] } = await browser.messages.query({ headerMessageId: id });
await browser.mailTabs.setSelectedMessages(tab.id ?? tab.tabId, [message.id]);
"""
_NO_FILTER = """
const [tab] = await browser.mailTabs.query({});
await browser.mailTabs.setQuickFilter(tab.id ?? tab.tabId, { show: false });
"""
_SHOWN = """
const pane = document.getElementById("tabmail").currentAboutMessage?.document.getElementById("messagepane");
const body = pane?.contentDocument?.body;
"""
_DISPLAYED = f"""{_SHOWN}
const about = document.getElementById("tabmail").currentAboutMessage;
return body && pane.contentDocument.readyState == "complete" ? about.gMessage?.messageId : null;
"""
_REDRAW = """
const [tab] = await browser.mailTabs.query({});
await browser.tabs.sendMessage(tab.id ?? tab.tabId, { type: "redraw" });
"""
_BANNER = f"""{_SHOWN}
const root = body?.firstElementChild?.openOrClosedShadowRoot;
"""


class Inbox:
    """What is in the mailbox and how Thunderbird shows it."""

    def __init__(self, rig: Rig, mail: Dovecot, sidecar: SidecarProcess) -> None:
        self.rig, self.mail, self.sidecar = rig, mail, sidecar

    def put(self, folder: str, message: bytes, message_id: str) -> None:
        """Let a mail appear on the server, and wait until Thunderbird has it."""
        self.mail.append(folder, message)
        eventually(lambda: self.appeared(folder, message_id), f"{message_id} in Thunderbird")

    def appeared(self, folder: str, message_id: str) -> bool:
        """Read a folder anew; whether a mail is known after that."""
        self.read(folder)
        return self.has(message_id)

    def read(self, folder: str) -> None:
        self.rig.main(_READ, folder)

    def has(self, message_id: str) -> bool:
        return bool(self.headers(message_id))

    def headers(self, message_id: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.rig.background(
            "return (await browser.messages.query({ headerMessageId: given[0] })).messages", message_id
        )
        return found

    def is_tagged(self, message_id: str) -> bool:
        return any("deardr_due" in one["tags"] for one in self.headers(message_id))

    def tagged(self, message_id: str, seconds: float = 10) -> None:
        """Wait for the tag."""
        eventually(lambda: self.is_tagged(message_id), f"{message_id} is tagged", seconds)

    def untagged(self, message_id: str, seconds: float = 10) -> None:
        """Wait for the tag to go."""
        eventually(lambda: not self.is_tagged(message_id), f"{message_id} is not tagged any more", seconds)

    def keywords(self, folder: str, message_id: str) -> set[bytes]:
        """The IMAP keywords of a mail as the server has them."""
        with self.mail.client() as client:
            client.select_folder(folder, readonly=True)
            found = client.search(["HEADER", "Message-ID", f"<{message_id}>"])
            return {flag.lower() for flags in client.get_flags(found).values() for flag in flags}

    def prompt(self, person: str) -> dict[str, Any]:
        """Wait for the prompt about a person, due or not."""
        return eventually(lambda: self.prompt_or_none(person), f"a prompt about {person}") or {}

    def prompt_or_none(self, person: str) -> dict[str, Any] | None:
        return next((one for one in self.sidecar.prompts() if one["person"] == person), None)

    def beat(self) -> None:
        """Let the add-on's alarm go off now."""
        self.rig.background("browser.alarms.create('pulse', { when: Date.now(), periodInMinutes: 0.4 })")

    def select(self, use: str, message_id: str) -> None:
        """Show a mail of the folder of this use (`sent`, `inbox`)."""
        self.rig.background(_SELECT, use, message_id)
        eventually(lambda: self.rig.main(_DISPLAYED) == message_id, f"{message_id} on display")
        eventually(lambda: self.rig.background(_REDRAW) or True, "its script")

    def banner(self) -> str:
        """The banner's text; empty when there is none."""
        text: str = self.rig.main(f"{_BANNER} return root?.querySelector('.prompt')?.textContent ?? ''")
        return text

    def press_in_banner(self, name: str) -> None:
        self.rig.main(f"{_BANNER} root.querySelector('button.' + arguments[0]).click()", name)

    def snooze_in_banner(self, days: int) -> None:
        choose = "const select = root.querySelector('select'); select.value = arguments[0];"
        self.rig.main(f"{_BANNER} {choose} select.dispatchEvent(new Event('change'))", str(days))

    def show_all(self) -> None:
        """Close every tab but the first, and show all mails again."""
        self.rig.close_tabs()
        self.rig.background(_NO_FILTER)
