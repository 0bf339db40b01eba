"""The pages about the user and the installation: profile, paired clients, calendar link, rules changed, own words."""

from aiohttp import web

from sidecar.store.access import Purpose
from sidecar.web.keys import ACCESS, HUB, READER, STORE
from sidecar.web.pages.forms import form, tell, text
from sidecar.web.pages.records import PROFILE, entered, filled
from sidecar.web.pages.render import page


async def show_profile(request: web.Request) -> web.Response:
    """Show who the user is."""
    return page(
        request, "profile.html.j2", {"title": "Profile", "fields": filled(PROFILE, request.app[STORE].people.profile())}
    )


async def save_profile(request: web.Request) -> web.StreamResponse:
    """Save who the user is."""
    people = request.app[STORE].people
    people.save_profile(entered(people.profile(), PROFILE, await form(request)))
    request.app[HUB].publish("prompts")
    tell(request, "Saved. Drafts and checks use it from now on.")
    raise web.HTTPSeeOther("/profile")


async def show(request: web.Request) -> web.Response:
    """Show what has access, and what was chosen."""
    access, settings = request.app[ACCESS], request.app[STORE].settings
    values = {
        "title": "Settings",
        "clients": access.credentials(Purpose.CLIENT),
        "browsers": access.credentials(Purpose.SESSION),
        "calendars": access.credentials(Purpose.CALENDAR),
        "rules": sorted(settings.rules().items()),
        "words": sorted(settings.words()),
        "accounts": () if request.app[READER].demo else request.app[READER].accounts(),
        "dismissed": len(settings.dismissed_findings()),
    }
    return page(request, "settings.html.j2", values)


async def new_code(request: web.Request) -> web.StreamResponse:
    """Show a pairing code, once."""
    code = request.app[ACCESS].issue(Purpose.CODE)
    tell(request, "Type this code into the mail client’s DearDr options within a quarter of an hour.", secret=code)
    raise web.HTTPSeeOther("/settings")


async def new_calendar(request: web.Request) -> web.StreamResponse:
    """Make the address of a calendar feed and show it, once."""
    secret = request.app[ACCESS].issue(Purpose.CALENDAR, text(await form(request), "name") or "calendar")
    address = f"{request.scheme}://{request.host}/calendar/{secret}.ics"
    tell(request, "Subscribe to this address in a calendar on this computer. It is shown only now.", secret=address)
    raise web.HTTPSeeOther("/settings")


async def revoke(request: web.Request) -> web.StreamResponse:
    """Take access away from a client, a calendar or another browser."""
    access, given = request.app[ACCESS], await form(request)
    gone = any(
        access.revoke(text(given, "id"), purpose) for purpose in (Purpose.CLIENT, Purpose.CALENDAR, Purpose.SESSION)
    )
    tell(request, "Its access is gone." if gone else "It had no access any more.")
    raise web.HTTPSeeOther("/settings")


async def change_words(request: web.Request) -> web.StreamResponse:
    """Add words to the user's dictionary, or take one out."""
    given, settings = await form(request), request.app[STORE].settings
    for word in text(given, "add").replace(",", " ").split():
        settings.add_word(word[:60])
    if text(given, "remove"):
        settings.remove_word(text(given, "remove"))
    raise web.HTTPSeeOther("/settings")


ROUTES = (
    web.get("/profile", show_profile),
    web.post("/profile", save_profile),
    web.get("/settings", show),
    web.post("/settings/code", new_code),
    web.post("/settings/calendar", new_calendar),
    web.post("/settings/revoke", revoke),
    web.post("/settings/words", change_words),
)
