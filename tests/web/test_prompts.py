"""Prompts over HTTP: listed as documented, acted on, undone; every act is journaled and told to whoever looks on."""

import asyncio
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from http import HTTPStatus

import pytest

from sidecar.followup.acts import ActKind, standing
from sidecar.followup.conversation import Desk
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Question
from sidecar.web.hub import Event
from sidecar.web.keys import DESK
from tests.web.desk import desk
from tests.web.site import NOW, Client, Site

DOCUMENTED = {
    "id", "action", "person", "address", "subject", "thread", "kind", "window", "best", "state", "reason", "source",
    "template",
}  # fmt: skip


async def test_prompts_have_the_documented_form(paired: Client) -> None:
    prompts = (await (await paired.get("/api/v1/prompts")).json())["prompts"]
    assert [prompt["state"] for prompt in prompts] == ["overdue", "due", "due", "due", "waiting"]
    for prompt in prompts:
        assert prompt.keys() >= DOCUMENTED
        assert set(prompt["window"]) == {"from", "to"}
        moments = (prompt["best"], prompt["window"]["from"], prompt["window"]["to"])
        assert all(datetime.fromisoformat(moment).tzinfo for moment in moments)
    assert prompts[0]["thread"] == {"message_id": "m1@example.org", "messages": ["m1@example.org"]}
    assert prompts[3]["suggestion"]["meaning"] == "promised"


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (None, datetime(2026, 9, 4, 8, tzinfo=NOW.tzinfo)),
        ({"days": 1}, datetime(2026, 9, 2, 8, tzinfo=NOW.tzinfo)),
        ({"until": "2026-09-10T07:30:00+02:00"}, datetime(2026, 9, 10, 5, 30, tzinfo=NOW.tzinfo)),
    ],
)
async def test_a_snooze_lasts_until_then(site: Site, asked: dict[str, object] | None, until: datetime) -> None:
    answer = await site.paired().post("/api/v1/prompts/p1/snooze", json=asked) if asked else None
    answer = answer or await site.paired().post("/api/v1/prompts/p1/snooze")
    assert answer.status == HTTPStatus.OK
    (act,) = site.store.journal.acts()
    assert (act.kind, act.subject, act.until) == (ActKind.SNOOZE, "p1", until)
    assert act.id == (await answer.json())["act"]


async def test_a_snooze_into_the_past_is_refused(site: Site) -> None:
    asked = {"until": (NOW - timedelta(hours=1)).isoformat()}
    answer = await site.paired().post("/api/v1/prompts/p1/snooze", json=asked)
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert site.store.journal.acts() == []


def asking(site: Site) -> None:
    """Let the first prompt ask which day an automatic reply means."""
    shown = desk(NOW)
    asked = replace(shown.prompts[0], question=Question("note@example.edu", (date(2026, 9, 5), date(2027, 5, 9))))
    site.set(DESK, lambda: Desk(shown.conversations, (asked, *shown.prompts[1:])))


async def test_a_date_of_two_readings_is_asked_about_and_the_answer_is_journaled(site: Site) -> None:
    asking(site)
    paired = site.paired()
    prompts = (await (await paired.get("/api/v1/prompts")).json())["prompts"]
    assert prompts[1]["question"] is None
    assert prompts[0]["question"] == {
        "text": "Did they mean 5 September 2026 or 9 May 2027?",
        "answers": [
            {"date": "2026-09-05", "label": "5 September 2026"},
            {"date": "2027-05-09", "label": "9 May 2027"},
        ],
    }
    for prompt, day in (("p1", "2026-09-06"), ("p2", "2026-09-05")):
        refused = await paired.post(f"/api/v1/prompts/{prompt}/return-date", json={"date": day})
        assert refused.status == HTTPStatus.UNPROCESSABLE_ENTITY
    answer = await paired.post("/api/v1/prompts/p1/return-date", json={"date": "2026-09-05"})
    (act,) = site.store.journal.acts()
    assert (act.kind, act.subject, act.day) == (ActKind.RETURN, "note@example.edu", date(2026, 9, 5))
    assert (await answer.json())["act"] == act.id
    assert (await paired.post(f"/api/v1/acts/{act.id}/undo")).status == HTTPStatus.NO_CONTENT
    assert standing(site.store.journal.acts()) == ()


async def test_the_page_asks_with_two_buttons(site: Site) -> None:
    asking(site)
    browser = site.browser()
    page = await (await browser.get("/")).text()
    assert "Did they mean 5 September 2026 or 9 May 2027?" in page
    token = re.search(r'name="form_token" value="(\w+)"', page)
    assert token
    form = {"form_token": token[1], "date": "2027-05-09"}
    told = await (await browser.post("/prompts/p1/return-date", data=form)).text()
    assert "back on 9 May 2027" in told and "Undo" in told
    assert [act.day for act in site.store.journal.acts()] == [date(2027, 5, 9)]


@pytest.mark.parametrize("action", ["dismiss", "done"])
async def test_what_was_done_can_be_undone(site: Site, action: str) -> None:
    paired = site.paired()
    act = (await (await paired.post(f"/api/v1/prompts/p1/{action}")).json())["act"]
    assert [one.kind for one in standing(site.store.journal.acts())] == [ActKind(action)]
    assert (await paired.post(f"/api/v1/acts/{act}/undo")).status == HTTPStatus.NO_CONTENT
    assert standing(site.store.journal.acts()) == ()
    assert (await paired.post("/api/v1/acts/unknown/undo")).status == HTTPStatus.NOT_FOUND


async def test_the_meaning_of_a_reply_is_the_users_word(site: Site) -> None:
    answer = await site.paired().post("/api/v1/prompts/p3/classify", json={"meaning": "declined"})
    assert answer.status == HTTPStatus.OK
    (act,) = site.store.journal.acts()
    assert (act.subject, act.meaning) == ("m3@example.org", Meaning.DECLINED)
    wrong = await site.paired().post("/api/v1/prompts/p3/classify", json={"meaning": "maybe"})
    assert wrong.status == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_a_prompt_that_is_gone_is_not_found(paired: Client) -> None:
    for action in ("snooze", "dismiss", "done"):
        answer = await paired.post(f"/api/v1/prompts/gone/{action}")
        assert answer.status == HTTPStatus.NOT_FOUND


async def test_an_act_is_told_to_every_stream(site: Site) -> None:
    paired = site.paired()
    async with paired.get("/api/v1/events") as stream:
        assert stream.content_type == "text/event-stream"
        await site.paired().post("/api/v1/prompts/p1/done")
        seen = b""
        while b"event: prompts" not in seen:
            seen += await stream.content.readline()


async def test_a_stream_that_comes_back_gets_what_it_missed(site: Site) -> None:
    for name in ("prompts", "reading"):
        site.hub.publish(name)
    await asyncio.sleep(0)  # lets the loop broadcast them
    async with site.hub.listen() as queue:
        site.hub.publish("prompts")
        assert (await queue.get()) == Event(3, "prompts", "{}")
    async with site.hub.listen(last_seen=1) as queue:
        assert [(await queue.get()), (await queue.get())] == [Event(2, "reading", "{}"), Event(3, "prompts", "{}")]
    async with site.hub.listen(last_seen=99) as queue:
        assert (await queue.get()) == Event(3, "reset", "{}")


async def test_a_slow_stream_is_told_to_read_everything_anew(site: Site) -> None:
    async with site.hub.listen() as slow, site.hub.listen() as quick:
        for _ in range(100):
            site.hub.publish("prompts")
            await quick.get()
        seen = [slow.get_nowait() for _ in range(slow.qsize())]
    assert any(event is not None and event.name == "reset" for event in seen)
    assert len(seen) < 100
