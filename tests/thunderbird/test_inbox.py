"""Follow-ups where the mail is: tags, banner, buttons, the page, and a reply that only the user sends."""

import functools
import time
from collections.abc import Iterator

import pytest

from tests.harness.dovecot import Dovecot
from tests.thunderbird.inbox import Inbox
from tests.thunderbird.letters import note, reply, request
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.smtp import Outgoing
from tests.thunderbird.waiting import eventually

_LIST_MENU = """
const view = document.getElementById("tabmail").currentAbout3Pane;
const row = view.threadTree.getRowAtIndex(view.threadTree.selectedIndex);
const { x, y } = row.getBoundingClientRect();
row.dispatchEvent(new view.MouseEvent("contextmenu", { bubbles: true, button: 2, clientX: x + 40, clientY: y + 8 }));
"""
_LIST_ITEM = """
const { document: page } = document.getElementById("tabmail").currentAbout3Pane;
const item = [...page.querySelectorAll("#mailContext menuitem")].find((one) => one.label == arguments[0]);
"""
SPACE = "const [space] = await browser.spaces.query({ isSelfOwned: true }); "


@pytest.fixture
def inbox(rig: Rig, mail: Dovecot, sidecar: SidecarProcess) -> Iterator[Inbox]:
    inbox = Inbox(rig, mail, sidecar)
    yield inbox
    inbox.show_all()


def asked(inbox: Inbox, key: str, days: float = 10) -> str:
    """A letter request to Dr. KEY that is due for a follow-up, tagged; its Message-ID."""
    message_id = f"{key}.ask@example.org"
    inbox.put("Sent", request(key, days), message_id)
    inbox.prompt(f"Dr. {key.title()}")
    inbox.beat()
    inbox.tagged(message_id)
    return message_id


def answered(inbox: Inbox, key: str) -> str:
    """A request that Dr. KEY has answered; the Message-ID of the answer."""
    inbox.put("Sent", request(key), f"{key}.ask@example.org")
    inbox.put("Inbox", reply(key), f"{key}.reply@hospital.example")
    eventually(
        lambda: (inbox.prompt_or_none(f"Dr. {key.title()}") or {}).get("action") == "classify-reply", "the question"
    )
    return f"{key}.reply@hospital.example"


def test_a_request_that_falls_due_is_tagged_in_sent_and_the_server_keeps_the_keyword(inbox: Inbox) -> None:
    message_id = asked(inbox, "amara")
    eventually(lambda: b"deardr_due" in inbox.keywords("Sent", message_id), "the keyword on the server")


def test_the_answer_in_the_inbox_is_tagged_with_its_request(inbox: Inbox) -> None:
    message_id = answered(inbox, "bello")
    inbox.beat()
    inbox.tagged(message_id)
    inbox.tagged("bello.ask@example.org")


def test_the_banner_says_what_is_due_and_why(inbox: Inbox) -> None:
    message_id = asked(inbox, "chen")
    inbox.select("sent", message_id)
    banner = eventually(inbox.banner, "the banner")
    assert inbox.prompt("Dr. Chen")["reason"] in banner
    for button in ("Write", "Snooze", "Done", "settled"):
        assert button in banner


def test_a_message_with_nothing_due_has_no_banner(inbox: Inbox) -> None:
    inbox.put("Inbox", note("quiet", "See you"), "quiet@example.net")
    inbox.select("inbox", "quiet@example.net")
    assert inbox.banner() == ""


def test_write_opens_the_drafted_follow_up_in_the_same_thread_and_sends_nothing(
    inbox: Inbox, rig: Rig, outgoing: Outgoing
) -> None:
    message_id = asked(inbox, "diaz")
    inbox.select("sent", message_id)
    eventually(inbox.banner, "the banner")
    before, sent = rig.windows("msgcompose"), len(outgoing.taken)
    inbox.press_in_banner("write")
    composer = rig.new_composer(before)
    draft = inbox.sidecar.ask("POST", f"/prompts/{inbox.prompt('Dr. Diaz')['id']}/draft")
    own = max(draft["text"].splitlines(), key=len)  # the greeting is in the quoted request, too
    eventually(lambda: own in composer.text(), "the draft")
    details = composer.details()
    assert details["type"] == "reply"
    assert "diaz@hospital.example" in details["to"][0]
    assert details["subject"].startswith("Re: ")
    assert len(outgoing.taken) == sent
    composer.tell(type="mute", muted=True)
    composer.send()
    eventually(lambda: len(outgoing.taken) == sent + 1, "sent by the user")
    composer.gone()
    assert outgoing.last()["In-Reply-To"] == f"<{message_id}>"
    assert f"<{message_id}>" in outgoing.last()["References"]
    told = outgoing.last()["Message-ID"].strip("<>")
    eventually(lambda: inbox.sidecar.ask_or_none("GET", f"/messages/{told}"), "told to the sidecar")
    eventually(lambda: inbox.prompt("Dr. Diaz")["state"] == "waiting", "the follow-up counts in its thread")
    inbox.untagged(message_id)


def test_snooze_in_the_banner_takes_the_tag_and_the_banner_away(inbox: Inbox) -> None:
    message_id = asked(inbox, "eze")
    inbox.select("sent", message_id)
    eventually(inbox.banner, "the banner")
    inbox.snooze_in_banner(3)
    inbox.untagged(message_id)
    eventually(lambda: inbox.banner() == "", "no banner")
    assert inbox.prompt("Dr. Eze")["state"] == "snoozed"
    eventually(lambda: b"deardr_due" not in inbox.keywords("Sent", message_id), "no keyword on the server")


def test_its_settled_ends_a_prompt_for_good(inbox: Inbox) -> None:
    message_id = asked(inbox, "fathi")
    inbox.select("sent", message_id)
    eventually(inbox.banner, "the banner")
    inbox.press_in_banner("settle")
    inbox.untagged(message_id)
    assert inbox.prompt_or_none("Dr. Fathi") is None


def test_done_elsewhere_shows_within_two_seconds(inbox: Inbox) -> None:
    message_id = asked(inbox, "gupta")
    inbox.select("sent", message_id)
    eventually(inbox.banner, "the banner")
    prompt = inbox.prompt("Dr. Gupta")
    started = time.monotonic()
    inbox.sidecar.ask("POST", f"/prompts/{prompt['id']}/done")
    inbox.untagged(message_id, 2)
    eventually(lambda: inbox.banner() == "", "no banner", 2)
    assert time.monotonic() - started < 2


def test_a_sleeping_event_page_takes_the_line_up_again_at_its_next_beat(inbox: Inbox, rig: Rig) -> None:
    message_id = asked(inbox, "haddad")
    prompt = inbox.prompt("Dr. Haddad")
    rig.background("browser.alarms.create('pulse', { periodInMinutes: 0.03 })")
    rig.sleep_background()
    inbox.sidecar.ask("POST", f"/prompts/{prompt['id']}/done")
    inbox.untagged(message_id)


def test_a_reply_is_asked_about_and_the_answer_settles_it(inbox: Inbox) -> None:
    message_id = answered(inbox, "ivanov")
    inbox.select("inbox", message_id)
    banner = eventually(inbox.banner, "the banner")
    for meaning in ("Promised", "Declined", "Asks something", "Something else"):
        assert meaning in banner
    inbox.press_in_banner("promised")
    eventually(lambda: (inbox.prompt_or_none("Dr. Ivanov") or {}).get("action") != "classify-reply", "answered")
    known = inbox.sidecar.ask("GET", "/messages/ivanov.ask@example.org")
    assert known["state"] == "promised"
    eventually(lambda: "Promised" not in inbox.banner(), "no question any more")


def test_the_space_button_counts_what_is_due_and_its_page_lists_it(inbox: Inbox, rig: Rig) -> None:
    asked(inbox, "jansen")
    due = [one for one in inbox.sidecar.prompts() if one["state"] in ("due", "overdue")]
    title = "return document.querySelector('.spaces-addon-button')?.title ?? ''"
    eventually(lambda: str(len(due)) in rig.main(title), "the button's count")
    rig.background(SPACE + "await browser.spaces.open(space.id)")
    text = "return document.body.innerText"
    eventually(lambda: "Dr. Jansen" in rig.tab("space/", text), "the page")
    for section in ("waiting", "letters", "programs"):
        rig.tab("space/", "document.querySelector(`[data-key='tab:${given[0]}']`).click()", section)
        eventually(lambda: rig.tab("space/", f"return !!document.querySelector('[role=tabpanel].{section}')"), section)  # noqa: B023
    rig.tab("space/", "document.querySelector(`[data-key='tab:letters']`).click()")
    eventually(lambda: "Dr. Jansen" in rig.tab("space/", text), "the letters")


def test_done_on_the_page_is_done_everywhere(inbox: Inbox, rig: Rig) -> None:
    message_id = asked(inbox, "kaya")
    rig.background(SPACE + "await browser.spaces.open(space.id)")
    prompt = inbox.prompt("Dr. Kaya")
    press = "const button = document.querySelector(`[data-key='done:${given[0]}']`); button?.click(); return !!button"
    eventually(lambda: rig.tab("space/", press, prompt["id"]), "the button")
    inbox.untagged(message_id)


def told_of(rig: Rig, prompt: str) -> bool:
    """Whether a notification has counted this prompt."""
    known: list[str] = rig.background("return (await browser.storage.local.get({ announced: [] })).announced")
    return prompt in known


def test_what_falls_due_is_told_of_once(inbox: Inbox, rig: Rig) -> None:
    shown = "return Object.keys(await browser.notifications.getAll()).filter((id) => id == 'deardr-due').length"
    for key in ("lopez", "lopez2"):
        rig.background("await browser.notifications.clear('deardr-due')")
        asked(inbox, key)
        prompt = inbox.prompt(f"Dr. {key.title()}")["id"]
        eventually(functools.partial(told_of, rig, prompt), "it is told of")
        eventually(lambda: rig.background(shown) == 1, "one notification")
    rig.background("await browser.notifications.clear('deardr-due')")
    inbox.sidecar.ask("POST", "/messages/lopez.ask@example.org/track")
    inbox.beat()
    inbox.tagged("lopez2.ask@example.org")
    assert rig.background(shown) == 0


def test_the_quick_filter_shows_only_what_is_due(inbox: Inbox, rig: Rig) -> None:
    message_id = asked(inbox, "meyer")
    inbox.put("Sent", request("nobody", days=1), "nobody.ask@example.org")
    inbox.select("sent", message_id)
    rig.background(SPACE + "await browser.spaces.open(space.id)")
    press = "const button = document.querySelector('[data-key=filter]'); button?.click(); return !!button"
    eventually(lambda: rig.tab("space/", press), "the button")
    listed = (
        "const [tab] = await browser.mailTabs.query({});"
        "const { messages } = await browser.mailTabs.getListedMessages(tab.id ?? tab.tabId);"
        "return messages.map((one) => [one.headerMessageId, one.tags])"
    )
    found = eventually(lambda: filtered(rig.background(listed), message_id, "nobody.ask@example.org"), "the filter")
    assert all("deardr_due" in tags for _, tags in found)


def filtered(listed: list[tuple[str, list[str]]], there: str, not_there: str) -> list[tuple[str, list[str]]]:
    """The list, once it holds the one and not the other."""
    ids = [message_id for message_id, _ in listed]
    return listed if there in ids and not_there not in ids else []


def test_the_message_list_menu_tracks_a_mail_the_text_would_not_tell(inbox: Inbox, rig: Rig) -> None:
    message = (
        request("okoro")
        .replace(b"strong letter of recommendation", b"few kind words")
        .replace(b"Letter of recommendation", b"A few words")
    )
    inbox.put("Sent", message, "okoro.ask@example.org")
    eventually(lambda: inbox.sidecar.ask_or_none("GET", "/messages/okoro.ask@example.org"), "known to the sidecar")
    inbox.select("sent", "okoro.ask@example.org")
    choose_from_list_menu(rig, "Track this with DearDr")
    eventually(lambda: inbox.sidecar.ask("GET", "/messages/okoro.ask@example.org")["tracked"], "tracked")


def choose_from_list_menu(rig: Rig, label: str) -> None:
    """Right-click the selected mail in the list and choose an item of the add-on's submenu."""
    rig.main(_LIST_MENU)
    eventually(lambda: rig.main(f"{_LIST_ITEM} return !!item", label), "the item")
    rig.main(f"{_LIST_ITEM} item.closest('menu').openMenu(true)", label)
    eventually(lambda: rig.main(f"{_LIST_ITEM} return item.closest('menupopup').state == 'open'", label), "the submenu")
    rig.main(f"{_LIST_ITEM} item.closest('menupopup').activateItem(item)", label)


def test_the_button_beside_a_message_says_follow_up_now(inbox: Inbox, rig: Rig) -> None:
    message_id = asked(inbox, "patel")
    inbox.select("sent", message_id)
    label = (
        "const about = document.getElementById('tabmail').currentAboutMessage;"
        "return about.document.querySelector('#deardr_addons_local-messageDisplayAction-toolbarbutton')?.label ?? ''"
    )
    eventually(lambda: rig.main(label) == "Follow up now", "the label")
    rig.main(
        "const about = document.getElementById('tabmail').currentAboutMessage;"
        "about.document.querySelector('#deardr_addons_local-messageDisplayAction-toolbarbutton').click()"
    )
    eventually(lambda: "Dr. Patel" in rig.popup("message/", "return document.body.innerText"), "the popup")


def test_a_thread_of_three_hundred_messages_neither_slows_nor_confuses(inbox: Inbox, rig: Rig) -> None:
    message_id = asked(inbox, "quist")
    with inbox.mail.client() as client:
        for number in range(300):
            client.append("INBOX", note(f"long{number}", "Re: Monday", "<long0@example.net>" if number else ""))
    eventually(lambda: inbox.appeared("Inbox", "long299@example.net"), "the thread", 20)
    inbox.select("inbox", "long150@example.net")
    assert inbox.banner() == ""
    started = time.monotonic()
    inbox.sidecar.ask("POST", f"/prompts/{inbox.prompt('Dr. Quist')['id']}/done")
    inbox.untagged(message_id, 2)
    assert time.monotonic() - started < 2
