"""Pairing, the states of the line, and what the add-on may do at all."""

import json
import re
import threading
import urllib.error
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.thunderbird.letters import WEAK
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.waiting import eventually

STATE = "return document.getElementById('state').textContent"


@pytest.fixture
def options(rig: Rig, sidecar: SidecarProcess) -> Iterator[Rig]:
    """The settings page, open; the pairing is put back afterwards."""
    rig.background("await browser.runtime.openOptionsPage()")
    eventually(lambda: rig.tab("options/", STATE), "the settings page")
    yield rig
    rig.close_tabs()
    rig.background("await browser.storage.local.set({ skipped: [] })")
    rig.pair(sidecar.base, sidecar.token())


def pair(rig: Rig, address: str, code: str) -> None:
    rig.tab(
        "options/",
        "document.getElementById('address').value = given[0]; document.getElementById('code').value = given[1];"
        "document.getElementById('pair').click()",
        address,
        code,
    )


def outcome(rig: Rig) -> str:
    said: str = rig.tab("options/", "return document.getElementById('outcome').textContent")
    return said


def stored_token(rig: Rig) -> str:
    token: str = rig.background("return (await browser.storage.local.get('token')).token ?? ''")
    return token


def test_a_code_typed_once_pairs_and_forgetting_revokes(options: Rig, sidecar: SidecarProcess) -> None:
    options.background("await browser.storage.local.set({ token: null })")
    eventually(lambda: "not paired" in options.tab("options/", STATE), "not paired")
    pair(options, sidecar.base, sidecar.code())
    eventually(lambda: "Paired and connected" in options.tab("options/", STATE), "paired")
    token = stored_token(options)
    assert token != sidecar.token()
    options.tab("options/", "document.getElementById('forget').click()")
    eventually(lambda: "not paired" in options.tab("options/", STATE), "forgotten")
    with pytest.raises(urllib.error.HTTPError, match="401") as refused:
        sidecar.ask("GET", "/prompts", token=token)
    refused.value.close()


def test_a_wrong_code_is_told_in_the_sidecars_own_words(options: Rig, sidecar: SidecarProcess) -> None:
    pair(options, sidecar.base, "0000-0000")
    eventually(lambda: "code" in outcome(options), "the sentence")
    assert stored_token(options) == sidecar.token()


def test_only_an_address_on_this_computer_is_taken(options: Rig, sidecar: SidecarProcess) -> None:
    for address in ("http://192.0.2.1:8765", "https://127.0.0.1:8765", "http://127.0.0.1.example.org", "nonsense"):
        pair(options, address, "1234-5678")
        eventually(lambda: "on this computer" in outcome(options), address)
    assert stored_token(options) == sidecar.token()


def test_a_pairing_revoked_elsewhere_is_told_with_what_to_do(options: Rig, sidecar: SidecarProcess) -> None:
    token = sidecar.ask("POST", "/pair", {"code": sidecar.code(), "client": "for a while"})["token"]
    options.pair(sidecar.base, token)
    sidecar.ask("DELETE", "/pair", token=token)
    composer = options.compose(WEAK)
    eventually(lambda: (composer.state()["trouble"] or {}).get("state") == "wrong-token", "told in the composer")
    assert not composer.marks()
    sidecar.stop()
    sidecar.start()
    eventually(lambda: "pairing code" in options.tab("options/", STATE), "told on the settings page", 20)


def test_a_sidecar_that_stops_is_told_and_taken_up_again_by_itself(options: Rig, sidecar: SidecarProcess) -> None:
    composer = options.compose(WEAK)
    composer.mark("any letter")
    sidecar.stop()
    eventually(lambda: "deardr up" in options.tab("options/", STATE), "told on the settings page")
    composer.tell(type="check")
    assert composer.state()["trouble"]["state"] == "not-running"
    assert not composer.marks()
    eventually(lambda: composer.badge() == "?", "the badge")
    sidecar.start()
    eventually(lambda: "Paired and connected" in options.tab("options/", STATE), "connected again", 20)
    composer.tell(type="check")
    composer.mark("any letter")


class OldSidecar(BaseHTTPRequestHandler):
    """Answers as a sidecar of long ago would."""

    def do_GET(self) -> None:
        body = json.dumps({"status": "ok", "version": "0.0.1"}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_a_sidecar_that_is_too_old_is_told(options: Rig) -> None:
    with HTTPServer(("127.0.0.1", 0), OldSidecar) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        options.background("await browser.storage.local.set(given[0])", {"base": address})
        eventually(lambda: "too old" in options.tab("options/", STATE), "told")
        assert "Update DearDr" in options.tab("options/", STATE)
        server.shutdown()


def test_unpaired_it_stays_out_of_the_way(options: Rig) -> None:
    options.background("await browser.storage.local.set({ token: null })")
    composer = options.compose(WEAK)
    eventually(lambda: (composer.tell(type="check")["trouble"] or {}).get("state") == "not-paired", "known")
    assert composer.badge() == ""
    assert composer.tell(type="verdict") == {"hold": False, "sentence": "", "checked": True}


def test_an_account_switched_off_is_left_alone(options: Rig) -> None:
    box = (
        "const box = document.querySelectorAll('[data-account]')[given[0]]; box.click();"
        "return box.parentElement.textContent"
    )
    assert "bob" in options.tab("options/", box, 1)
    eventually(
        lambda: options.background("return (await browser.storage.local.get('skipped')).skipped?.length") == 1, "kept"
    )
    skipped = options.compose(WEAK, identityId="id3")
    eventually(lambda: skipped.tell(type="check")["skipped"], "left alone")
    assert not skipped.marks()
    watched = options.compose(WEAK, identityId="id2")
    watched.mark("any letter")


def test_the_sender_is_the_identity_chosen(rig: Rig) -> None:
    composer = rig.compose(WEAK, identityId="id2")
    sender = (
        "const { draftOf } = await import(browser.runtime.getURL('thunderbird/background/headers.js'));"
        "return (await draftOf(given[0], '')).draft.from"
    )
    assert "a.okafor@example.org" in rig.background(sender, composer.tab)


def test_pages_of_the_add_on_reach_nothing_but_this_computer(rig: Rig) -> None:
    reach = "return fetch(given[0]).then(() => 'reached', (error) => error.name)"
    assert rig.background(reach, "http://localhost:9/") == "TypeError"
    assert rig.background(reach, "https://example.org/") == "TypeError"
    policy = rig.main("return WebExtensionPolicy.getByID('deardr@addons.local').extensionPageCSP")
    assert "default-src 'none'" in policy
    assert "connect-src http://127.0.0.1:*;" in policy
    assert "unsafe" not in policy


def test_it_asks_for_no_more_than_it_uses(xpi: Path) -> None:
    with zipfile.ZipFile(xpi) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        code = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".js"))
    used = {
        "accountsRead": "browser.accounts.",
        "alarms": "browser.alarms.",
        "compose": "browser.compose.getComposeDetails",
        "compose.send": "browser.compose.sendMessage",
        "menus": "browser.menus.",
        "messagesRead": "browser.messages.query",
        "messagesTags": "browser.messages.tags.create",
        "messagesTagsList": "browser.messages.tags.list",
        "messagesUpdate": "browser.messages.update",
        "notifications": "browser.notifications.",
        "scripting": "browser.scripting",
        "storage": "browser.storage.",
    }
    assert set(manifest["permissions"]) == used.keys()
    assert all(call in code for call in used.values())
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]
    assert manifest["incognito"] == "not_allowed"
    assert not re.search(r"\beval\(|(inner|outer)HTML\s*[+]?=[^=]|insertAdjacentHTML|document\.write", code)
