"""The status page as a browser without scripts meets it."""

import re
from dataclasses import replace
from datetime import date
from http import HTTPStatus

import pytest

from sidecar.followup.acts import ActKind, standing
from sidecar.followup.conversation import Desk
from sidecar.web.keys import DESK, AccountReading, ReadingState
from tests.web.desk import desk
from tests.web.reading import press, tree, words
from tests.web.site import NOW, Client, Site


async def test_prompts_stand_under_what_they_are(browser: Client) -> None:
    page = await tree(browser)
    sections = {words(one.css("h2")[0]): words(one) for one in page.css("#prompts section")}
    assert list(sections) == ["They answered", "Overdue", "Due now", "Waiting"]
    assert "Professor Marta Silva" in sections["They answered"]
    assert "Dr. Anita Rao" in sections["Overdue"]
    assert "You asked 16 days ago" in sections["Overdue"]
    assert "L7" in sections["Overdue"]
    assert "Dr. Ngozi Okafor" in sections["Waiting"]


async def test_a_snooze_is_a_press_and_can_be_undone(site: Site) -> None:
    browser = site.browser()
    page = await press(browser, await tree(browser), "/prompts/p1/snooze", "For a week")
    (act,) = site.store.journal.acts()
    assert (act.kind, act.subject) == (ActKind.SNOOZE, "p1")
    assert "put off for seven days" in words(page.css(".flash")[0])
    await press(browser, page, "/undo")
    assert standing(site.store.journal.acts()) == ()
    assert not (await tree(browser)).css(".flash form")


async def test_the_suggested_meaning_is_one_press_away(site: Site) -> None:
    browser = site.browser()
    await press(browser, await tree(browser), "/prompts/p3/classify", "They promise")
    assert site.store.journal.acts()[0].meaning == "promised"


async def test_hostile_mail_stays_text(site: Site) -> None:
    evil = "<script>alert(1)</script>\u202e\x1b[31m"
    shown = desk(NOW)
    prompts = tuple(replace(one, person=evil, subject=evil, reason=evil) for one in shown.prompts)
    site.set(DESK, lambda: Desk(shown.conversations, prompts))
    text = await (await site.browser().get("/")).text()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)


async def test_an_empty_desk_says_what_to_do_first(site: Site) -> None:
    site.set(DESK, Desk)
    page = await tree(site.browser())
    assert "Add your account" in words(page.css(".empty")[0])
    assert not page.css(".demo")


async def test_the_demo_says_so_on_every_page(site: Site) -> None:
    site.reader.demo = True
    for path in ("/", "/nowhere"):
        text = await (await site.browser().get(path)).text()
        assert "This is the demo." in text
        assert 'href="/accounts/new"' in text


async def test_a_mailbox_in_trouble_says_what_to_do(site: Site) -> None:
    trouble = "The server does not accept the password."
    site.reader.known["uni"] = AccountReading("uni", "a@b.example", "b.example", ReadingState.STOPPED, problem=trouble)
    accounts = (await tree(site.browser())).css("#accounts")[0]
    assert trouble in words(accounts)
    assert "stopped" in words(accounts)


async def test_nothing_private_is_logged(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    await site.browser().get("/?q=secret-word")
    await site.paired().get("/api/v1/messages/private-id@example.org")
    assert "secret-word" not in caplog.text
    assert "private-id" not in caplog.text
    assert "Rao" not in caplog.text


async def test_what_the_season_brings_soon_is_on_the_page(browser: Client) -> None:
    season = words((await tree(browser)).css("#season")[0])
    assert "Season 2026-2027" in season
    assert "in 22 days" in season
    assert "Match Day" not in season


async def test_older_mail_is_read_on_demand(site: Site) -> None:
    site.reader.known["uni"] = AccountReading(
        "uni", "amina@example.org", "imap.example.org", ReadingState.WATCHING, since=date(2026, 3, 1)
    )
    browser = site.browser()
    page = await tree(browser)
    assert "Now it is read since Sun 1 Mar 2026" in words(page.css("#accounts")[0])
    token = page.css("input[name=form_token]")[0].attributes["value"]
    wrong = await browser.post("/accounts/read-further", data={"form_token": token, "since": "long ago"})
    assert wrong.status == HTTPStatus.UNPROCESSABLE_ENTITY
    told = await browser.post("/accounts/read-further", data={"form_token": token, "since": "2025-06-01"})
    assert "Mail since Sun 1 Jun 2025 is being read." in await told.text()
    assert site.reader.since == date(2025, 6, 1)
    answer = await site.paired().post("/api/v1/accounts/uni/sync", json={"since": "2025-01-01"})
    assert answer.status == HTTPStatus.NO_CONTENT
    assert site.reader.since == date(2025, 1, 1)


async def test_a_stopped_mailbox_leads_to_signing_in_again(site: Site) -> None:
    site.reader.known["uni"] = AccountReading(
        "uni", "amina@example.org", "imap.example.org", ReadingState.STOPPED, problem="It refused the password."
    )
    browser = site.browser()
    page = await tree(browser)
    assert page.css("#accounts a[href='/accounts/again?name=uni']")
    form = {"form_token": page.css("input[name=form_token]")[0].attributes["value"], "name": "uni"}
    wrong = await browser.post("/accounts/again", data=form | {"password": "wrong"})
    assert "does not accept" in await wrong.text()
    right = await browser.post("/accounts/again", data=form | {"password": "right"})
    assert "is being read again" in await right.text()


async def test_a_conversation_is_left_alone_and_followed_up_again(site: Site) -> None:
    browser = site.browser()
    page = await press(browser, await tree(browser), "/prompts/p1/untrack")
    (left,) = site.store.journal.acts()
    assert (left.kind, left.subject) == (ActKind.UNTRACK, "c1")
    assert "left alone" in words(page.css(".flash")[0])
    shown = desk(NOW)
    site.set(DESK, lambda: Desk((replace(shown.conversations[0], tracked=False), *shown.conversations[1:]), ()))
    letters = await tree(browser, "/letters")
    assert "left alone" in words(letters.css("#letters")[0])
    await press(browser, letters, "/letters/follow/c1")
    assert [(one.kind, one.subject) for one in site.store.journal.acts()[1:]] == [(ActKind.TRACK, "c1")]
    form = {"form_token": letters.css("input[name=form_token]")[0].attributes["value"]}
    assert (await browser.post("/letters/follow/nobody", data=form)).status == HTTPStatus.NOT_FOUND
