"""Templates and ready drafts over HTTP."""

from dataclasses import replace
from http import HTTPStatus

from sidecar.people import Mailbox, Profile
from tests.web.desk import sent
from tests.web.site import NOW, Client, Site


async def test_every_template_is_listed_and_renders(paired: Client) -> None:
    listed = await (await paired.get("/api/v1/templates")).json()
    assert listed["problems"] == []
    assert {"followup-1", "request-recent-us", "program-update"} <= {one["id"] for one in listed["templates"]}
    for one in listed["templates"]:
        answer = await paired.post(
            f"/api/v1/templates/{one['id']}/render", json={"to": ["Dr. Anita Rao <rao@x.example>"]}
        )
        assert answer.status == HTTPStatus.OK, one["id"]
        draft = await answer.json()
        assert draft["text"]
        for left in draft["placeholders"]:
            text = draft["subject"] if left["field"] == "subject" else draft["text"]
            assert text[left["start"]] == "["
            assert text[left["end"] - 1] == "]"


async def test_an_unknown_template_is_not_found(paired: Client) -> None:
    assert (await paired.post("/api/v1/templates/nothing/render")).status == HTTPStatus.NOT_FOUND


async def test_a_prompt_brings_the_draft_in_its_thread(site: Site) -> None:
    site.store.people.save_profile(Profile(name="Amina Yusuf", degrees="MBBS"))
    request = sent("m1@example.org", Mailbox("Dr. Anita Rao", "rao@example.edu"), NOW, "Recommendation letter")
    anita = replace(request, greeting="Dear Dr. Rao")
    site.store.mail.observe([anita])
    draft = await (await site.paired().post("/api/v1/prompts/p1/draft")).json()
    assert draft["subject"] == "Re: Recommendation letter"
    assert draft["in_reply_to"] == "m1@example.org"
    assert draft["to"] == ['"Dr. Anita Rao" <rao@example.edu>']
    assert "Amina Yusuf" in draft["text"]


async def test_a_prompt_without_an_email_brings_no_draft(paired: Client) -> None:
    assert (await paired.post("/api/v1/prompts/p3/draft")).status == HTTPStatus.CONFLICT
