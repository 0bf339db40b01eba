"""Single messages over HTTP."""

from http import HTTPStatus
from urllib.parse import quote

from sidecar.followup.acts import ActKind
from sidecar.followup.message import MessageClass
from sidecar.kinds import Kind
from tests.web.site import Site

ODD = "a/b+c%d@example.org"


async def test_what_was_just_sent_is_known_before_imap_shows_it(site: Site) -> None:
    told = {
        "message_id": f"<{ODD}>",
        "mode": "sendNow",
        "in_reply_to": None,
        "from": "Amina Yusuf <Amina@Example.org>",
        "to": ['"Rao, Anita" <rao@example.edu>'],
        "cc": [],
        "subject": "Letter",
        "kind": "letter.request",
    }
    assert (await site.paired().post("/api/v1/sent", json=told)).status == HTTPStatus.NO_CONTENT
    message = site.store.mail.by_message_id(ODD)
    assert message is not None
    assert (message.cls, message.kind, message.key) == (MessageClass.SENT, Kind.LETTER_REQUEST, ODD)
    assert (message.sender.address, message.to[0].address) == ("amina@example.org", "rao@example.edu")
    shown = await site.paired().get(f"/api/v1/messages/{quote(ODD, safe='')}")
    assert (await shown.json())["class"] == "sent"


async def test_a_message_can_be_tracked_and_left_alone(site: Site) -> None:
    paired = site.paired()
    await paired.post("/api/v1/sent", json={"message_id": "m1@example.org", "from": "a@example.org"})
    assert (await (await paired.get("/api/v1/messages/m1@example.org")).json())["state"] == "asked"
    assert (await paired.post("/api/v1/messages/m1@example.org/track", json={"kind": "letter.request"})).ok
    assert (await paired.post("/api/v1/messages/m1@example.org/untrack")).ok
    assert {act.kind for act in site.store.journal.acts()} == {ActKind.TRACK, ActKind.UNTRACK}


async def test_a_message_nobody_saw_is_not_found(site: Site) -> None:
    for method, tail in (("GET", ""), ("POST", "/track"), ("POST", "/untrack")):
        answer = await site.paired().request(method, f"/api/v1/messages/unseen@example.org{tail}")
        assert answer.status == HTTPStatus.NOT_FOUND


async def test_a_sender_that_is_no_address_is_refused(site: Site) -> None:
    answer = await site.paired().post("/api/v1/sent", json={"message_id": "x@y", "from": "nobody"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
