"""Every other page, without scripts: it is there, says what it should, and its forms do what they say."""

from datetime import date
from http import HTTPStatus

import aiohttp
import pytest
from selectolax.lexbor import LexborHTMLParser

from sidecar.people import Milestone, Profile, Program, Referee
from sidecar.store.access import Purpose
from tests.web.reading import press, tree, words
from tests.web.site import Client, Site

PAGES = ["/", "/check", "/letters", "/programs", "/season", "/profile", "/rules", "/settings", "/accounts/new"]
REQUEST = (
    "Dear Sir/Madam,\n\nI worked with you in May 2026. Could you write me a letter of recommendation?"
    "\n\nThank you,\nAmina Yusuf"
)


@pytest.mark.parametrize("path", [*PAGES, "/rules/ask-not-strong", "/prompts/p1/draft"])
async def test_every_page_is_there_and_whole(site: Site, path: str) -> None:
    page = await tree(site.browser(), path)
    assert len(page.css("h1")) == 1
    assert page.css("title")[0].text()
    assert not page.css("[style], style, script:not([src]), [onclick], [onload]"), (
        "inline code is refused by our own CSP"
    )
    identifiers = [one.attributes["id"] for one in page.css("[id]")]
    assert len(identifiers) == len(set(identifiers))
    labelled = {one.attributes.get("for") for one in page.css("label")}
    for control in page.css("input:not([type=hidden]):not([type=checkbox]), select, textarea"):
        assert control.attributes.get("id") in labelled or "aria-label" in control.attributes, control.html


async def test_navigation_leads_to_every_page_and_marks_the_one_shown(browser: Client) -> None:
    page = await tree(browser, "/letters")
    addresses = [one.attributes["href"] for one in page.css("nav a")]
    assert set(addresses) == set(PAGES) - {"/accounts/new"}
    assert words(page.css("nav [aria-current]")[0]) == "Letters"


async def test_a_draft_is_checked_underlined_and_mended(browser: Client) -> None:
    page = await tree(browser, "/check")
    answer = await browser.post(
        "/check", data={"form_token": _token(page), "subject": "Letter", "text": REQUEST, "kind": "letter.request"}
    )
    assert answer.status == HTTPStatus.OK
    html = await answer.text()
    assert "ask-not-strong" in html
    assert '<mark class="error"' in html
    values = html.split('name="apply" value="')[1:]
    strong = next(one.partition('"')[0] for one in values if "strong" in one[:400])
    again = await browser.post(
        "/check",
        data={
            "form_token": _token(page),
            "subject": "Letter",
            "text": REQUEST,
            "kind": "letter.request",
            "apply": strong,
        },
    )
    mended = await again.text()
    assert "write me a strong letter of recommendation" in mended
    assert "ask-not-strong" not in mended


async def test_a_hostile_draft_stays_text(browser: Client) -> None:
    page = await tree(browser, "/check")
    data = {
        "form_token": _token(page),
        "subject": "<img src=x onerror=alert(1)>",
        "text": "</textarea><script>1</script>",
    }
    html = await (await browser.post("/check", data=data)).text()
    assert "<script>1" not in html
    assert "<img" not in html


async def test_a_referee_is_put_on_the_list_changed_and_taken_off(site: Site) -> None:
    browser = site.browser()
    typed = {"name": "Anita Rao", "address": "rao@example.edu", "worked_until": "2026-05-29", "abroad": "yes"}
    page = await press(browser, await tree(browser, "/letters"), "/letters", **typed)
    (referee,) = site.store.people.referees.all()
    assert (referee.name, str(referee.worked_until), referee.abroad) == ("Anita Rao", "2026-05-29", True)
    assert "Anita Rao" in words(page.css("#letters")[0])
    path = f"/letters/{referee.id}"
    await press(browser, await tree(browser, path), path, title="Professor")
    assert site.store.people.referees.all()[0].title == "Professor"
    page = await press(browser, await tree(browser, path), f"{path}/state", state="uploaded")
    assert site.store.journal.acts()[0].state == "uploaded"
    await press(browser, page, "/undo")
    await press(browser, await tree(browser, path), f"{path}/remove")
    assert site.store.people.referees.all() == []


async def test_a_mistyped_field_is_named_and_nothing_is_saved(site: Site) -> None:
    browser = site.browser()
    page = await tree(browser, "/profile")
    answer = await browser.post("/profile", data={"form_token": _token(page), "name": "A", "graduation_year": "soon"})
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "raduation" in await answer.text()
    assert site.store.people.profile() == Profile()


async def test_the_profile_is_saved_and_times_are_shown_in_its_zone(site: Site) -> None:
    browser = site.browser()
    await press(browser, await tree(browser, "/profile"), "/profile", name="Amina Yusuf", time_zone="Asia/Karachi")
    assert site.store.people.profile().name == "Amina Yusuf"
    page = await tree(browser)
    shown = [one.attributes["datetime"] or "" for one in page.css("#prompts time")]
    assert any(moment.endswith("+05:00") for moment in shown)


async def test_programs_are_read_from_a_table(site: Site) -> None:
    browser = site.browser()
    form = aiohttp.FormData({"form_token": _token(await tree(browser, "/programs"))})
    form.add_field("table", b"name,city\nMercy,Toledo\nHope,Akron\n", filename="roster.csv", content_type="text/csv")
    answer = await browser.post("/programs/import", data=form)
    assert "2 added" in await answer.text()
    assert [one.city for one in site.store.people.programs.all()] == ["Toledo", "Akron"]
    empty = await browser.post("/programs/import", data={"form_token": _token(await tree(browser, "/programs"))})
    assert empty.status == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_a_program_can_be_changed(site: Site) -> None:
    site.store.people.programs.put(Program("mercy", "Mercy", city="Toledo"))
    browser = site.browser()
    page = await press(browser, await tree(browser, "/programs/mercy"), "/programs/mercy", do_not_email="yes")
    assert site.store.people.programs.all() == [Program("mercy", "Mercy", city="Toledo", do_not_email=True)]
    assert "asks not to be emailed" in words(page.css("#programs")[0])


async def test_a_moved_date_is_the_users_word(site: Site) -> None:
    browser = site.browser()
    page = await press(browser, await tree(browser, "/season"), "/season", **{"on-review-begins": "2026-09-25"})
    season = site.store.people.season()
    assert season is not None
    (milestone,) = season.milestones
    assert (str(milestone.on), milestone.source, milestone.official) == ("2026-09-25", "you", True)
    await press(browser, page, "/season/reset")
    assert site.store.people.season() is None


async def test_a_date_of_ones_own_is_added(site: Site) -> None:
    browser = site.browser()
    await press(browser, await tree(browser, "/season"), "/season", title="USMLE result", on="2026-10-01")
    season = site.store.people.season()
    assert season is not None
    assert Milestone("own-2026-10-01", "USMLE result", date(2026, 10, 1), False, "you") in season.milestones


async def test_a_client_is_paired_from_the_settings_page_and_revoked(site: Site) -> None:
    browser = site.browser()
    page = await press(browser, await tree(browser, "/settings"), "/settings/code")
    code = words(page.css("#secret")[0])
    paired = await site.anonymous().post("/api/v1/pair", json={"code": code, "client": "Thunderbird"})
    assert paired.status == HTTPStatus.CREATED
    page = await tree(browser, "/settings")
    assert "Thunderbird" in words(page.css("main")[0])
    assert code not in (page.html or "")
    await press(browser, page, "/settings/revoke", "Revoke")
    assert site.access.credentials(Purpose.CLIENT) == ()


async def test_the_calendar_address_is_shown_once_and_works(site: Site) -> None:
    browser = site.browser()
    page = await press(browser, await tree(browser, "/settings"), "/settings/calendar", name="phone")
    address = words(page.css("#secret")[0])
    assert (await site.anonymous().get(address.removeprefix(site.origin))).status == HTTPStatus.OK
    assert not (await tree(browser, "/settings")).css("#secret")


async def test_a_rule_is_switched_off_on_its_page(site: Site) -> None:
    browser = site.browser()
    await press(browser, await tree(browser, "/rules/no-deadline"), "/rules/no-deadline", setting="off")
    assert site.store.settings.rules() == {"no-deadline": "off"}
    assert (await browser.get("/rules/no-such-rule")).status == HTTPStatus.NOT_FOUND


async def test_an_account_is_added_and_a_refusal_keeps_what_was_typed(site: Site) -> None:
    browser = site.browser()
    typed = {"address": "amina@uni.example", "host": "imap.uni.example", "password": "wrong"}
    answer = await browser.post(
        "/accounts/new", data=typed | {"form_token": _token(await tree(browser, "/accounts/new"))}
    )
    assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    text = await answer.text()
    assert "does not accept this user name and password" in text
    assert 'value="imap.uni.example"' in text
    assert "wrong" not in text
    page = await press(browser, await tree(browser, "/accounts/new"), "/accounts/new", **typed | {"password": "right"})
    assert "amina@uni.example" in words(page.css("#accounts")[0])
    assert site.reader.known["uni.example"].host == "imap.uni.example"


async def test_the_ready_draft_can_be_opened_in_the_mail_program(site: Site) -> None:
    site.store.people.referees.put(Referee("rao", "Anita Rao", "rao@example.edu", title="Dr."))
    page = await tree(site.browser(), "/prompts/p1/draft")
    link = page.css("a[data-mailto]")[0].attributes["href"] or ""
    assert link.startswith("mailto:rao@example.edu?")
    assert "body=" in link
    assert words(page.css("textarea")[0])


def _token(page: LexborHTMLParser) -> str:
    return page.css("input[name=form_token]")[0].attributes["value"] or ""
