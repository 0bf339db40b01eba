"""The calendar feed: for whoever knows its address, until that is revoked."""

from datetime import date, datetime
from http import HTTPStatus

from icalendar import Calendar

from sidecar.store.access import Purpose
from tests.web.site import NOW, Client, Site


async def test_only_the_secret_address_answers(site: Site, anonymous: Client) -> None:
    secret = site.access.issue(Purpose.CALENDAR)
    assert (await anonymous.get("/calendar/guess.ics")).status == HTTPStatus.NOT_FOUND
    assert (await anonymous.get(f"/calendar/{secret}.ics")).status == HTTPStatus.OK
    (listed,) = site.access.credentials(Purpose.CALENDAR)
    site.access.revoke(listed.id, Purpose.CALENDAR)
    assert (await anonymous.get(f"/calendar/{secret}.ics")).status == HTTPStatus.NOT_FOUND


async def test_prompts_stand_at_their_best_moment_and_milestones_on_their_day(site: Site, anonymous: Client) -> None:
    secret = site.access.issue(Purpose.CALENDAR)
    answer = await anonymous.get(f"/calendar/{secret}.ics")
    assert answer.content_type == "text/calendar"
    read = Calendar.from_ical(await answer.read())
    assert isinstance(read, Calendar)
    events = {str(event["SUMMARY"]): event for event in read.events}
    chen = events["Dr. Wei Chen: a first follow-up"]
    assert "You asked 9 days ago" in str(chen["DESCRIPTION"])
    okafor = events["Dr. Ngozi Okafor: a second and last follow-up"]
    assert okafor.start == datetime(2026, 9, 6, 9, 0, tzinfo=NOW.tzinfo)
    assert events["Programs begin to review (estimated)"].start == date(2026, 9, 23)
    overdue = events["Dr. Anita Rao: a first follow-up"]
    assert overdue.start == NOW
