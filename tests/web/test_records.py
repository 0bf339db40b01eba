"""People, dates, settings and accounts over HTTP."""

from http import HTTPStatus

from sidecar.followup.acts import ActKind
from tests.web.site import Site


async def test_a_referee_is_added_changed_and_removed(site: Site) -> None:
    paired = site.paired()
    wanted = {"name": "Dr. Anita Rao", "address": "rao@example.edu", "worked_until": "2026-05-29", "abroad": True}
    made = await (await paired.post("/api/v1/letters", json=wanted)).json()
    assert made == made | wanted
    path = f"/api/v1/letters/{made['id']}"
    changed = await (await paired.patch(path, json={"title": "Professor", "worked_until": None})).json()
    assert (changed["title"], changed["worked_until"], changed["name"]) == ("Professor", None, "Dr. Anita Rao")
    letters = (await (await paired.get("/api/v1/letters")).json())["letters"]
    assert next(one for one in letters if one["id"] == made["id"])["state"] == "planned"
    assert (await paired.post(f"{path}/state", json={"state": "promised"})).status == HTTPStatus.OK
    assert site.store.journal.acts()[0].kind is ActKind.STATE
    assert (await paired.delete(path)).status == HTTPStatus.NO_CONTENT
    assert (await paired.delete(path)).status == HTTPStatus.NOT_FOUND


async def test_a_program_is_added_changed_and_removed(site: Site) -> None:
    paired = site.paired()
    wanted = {"name": "Mercy Internal Medicine", "city": "Toledo", "visas": ["J-1"], "do_not_email": True}
    made = await (await paired.post("/api/v1/programs", json=wanted)).json()
    assert made == made | wanted
    path = f"/api/v1/programs/{made['id']}"
    assert (await (await paired.patch(path, json={"min_step2": 220})).json())["min_step2"] == 220
    listed = await (await paired.get("/api/v1/programs")).json()
    assert [one["program"]["city"] for one in listed["programs"]] == ["Toledo"]
    assert listed["contacted"] == 0
    assert (await paired.delete(path)).status == HTTPStatus.NO_CONTENT


async def test_what_does_not_fit_is_refused_and_nothing_is_changed(site: Site) -> None:
    paired = site.paired()
    unfit: list[dict[str, str] | list[str]] = [{"nmae": "x"}, {"name": ""}, {"name": "x", "worked_until": "soon"}, []]
    for wrong in [*unfit, {"name": "x", "id": "mine"}]:
        answer = await paired.post("/api/v1/letters", json=wrong)
        assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY, wrong
        assert answer.content_type == "application/problem+json"
    assert site.store.people.referees.all() == []


async def test_the_profile_is_replaced_whole(site: Site) -> None:
    paired = site.paired()
    await paired.put(
        "/api/v1/profile", json={"name": "Amina Yusuf", "graduation_year": 2021, "identities": ["a@b.example"]}
    )
    await paired.put("/api/v1/profile", json={"name": "Amina Yusuf", "step2": 245})
    profile = await (await paired.get("/api/v1/profile")).json()
    assert (profile["name"], profile["step2"], profile["graduation_year"], profile["identities"]) == (
        "Amina Yusuf",
        245,
        None,
        [],
    )


async def test_the_seasons_dates_are_the_users(site: Site) -> None:
    paired = site.paired()
    assert (await (await paired.get("/api/v1/season")).json())["name"] == "2026-2027"
    milestone = {"id": "match-day", "title": "Match Day", "on": "2027-03-19", "official": True, "source": "N"}
    answer = await paired.put("/api/v1/season", json={"name": "2026-2027", "milestones": [milestone]})
    assert (await answer.json())["milestones"] == [milestone]
    wrong = await paired.put("/api/v1/season", json={"name": "this year", "milestones": []})
    assert wrong.status == HTTPStatus.UNPROCESSABLE_ENTITY
    back = await (await paired.delete("/api/v1/season")).json()
    assert back["milestones"][0]["id"] == "review-begins"


async def test_a_dismissed_finding_is_kept_until_restored(site: Site) -> None:
    paired = site.paired()
    await paired.post("/api/v1/dismissals", json={"key": "abc", "rule": "too-long"})
    assert site.store.settings.dismissed_findings() == {"abc"}
    await paired.delete("/api/v1/dismissals/abc")
    assert site.store.settings.dismissed_findings() == frozenset()


async def test_accounts_are_added_read_and_removed(site: Site) -> None:
    paired = site.paired()
    new = {"name": "uni", "address": "a@b.example", "host": "imap.b.example", "user": "a", "password": "right"}
    refused = await paired.post("/api/v1/accounts", json=new | {"password": "wrong"})
    assert refused.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "does not accept" in (await refused.json())["detail"]
    assert (await paired.post("/api/v1/accounts", json=new)).status == HTTPStatus.NO_CONTENT
    listed = await (await paired.get("/api/v1/accounts")).json()
    assert [one["name"] for one in listed["accounts"]] == ["uni"]
    assert "right" not in str(listed)
    await paired.post("/api/v1/accounts/uni/sync")
    assert site.reader.passes == ["uni"]
    assert (await paired.delete("/api/v1/accounts/uni")).status == HTTPStatus.NO_CONTENT
    assert (await paired.delete("/api/v1/accounts/uni")).status == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_the_catalogue_says_what_the_user_chose(site: Site) -> None:
    paired = site.paired()
    await paired.patch("/api/v1/settings", json={"rules": {"subject-missing": "off"}, "add_words": ["Okonkwo"]})
    listed = {one["id"]: one for one in (await (await paired.get("/api/v1/rules")).json())["rules"]}
    assert listed["subject-missing"]["setting"] == "off"
    one = await (await paired.get("/api/v1/rules/subject-missing")).json()
    assert one["severity"] == "error"
    assert one["why"]
    assert (await paired.get("/api/v1/rules/no-such-rule")).status == HTTPStatus.NOT_FOUND
    assert (await (await paired.get("/api/v1/settings")).json())["words"] == ["Okonkwo"]
