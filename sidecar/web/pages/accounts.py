"""The page that adds a mail account, and removing one."""

from aiohttp import web
from pydantic import ValidationError

from sidecar.web.endpoint import explained
from sidecar.web.keys import READER, AccountError, NewAccount
from sidecar.web.models.records import AccountIn
from sidecar.web.pages.forms import form, tell, text
from sidecar.web.pages.render import page
from sidecar.web.problems import ProblemError

FIELDS = ("name", "address", "host", "port", "security", "user")


async def show(request: web.Request) -> web.Response:
    """Show the form."""
    return page(
        request, "account.html.j2", {"title": "Add your account", "typed": dict.fromkeys(FIELDS, ""), "refused": None}
    )


async def add(request: web.Request) -> web.StreamResponse:
    """Sign in to the account and begin to read it; show the form again with one sentence when that fails."""
    given = await form(request)
    typed = {name: text(given, name) for name in FIELDS}
    try:
        asked = _read(typed | {"password": given.get("password", "")})
        new = NewAccount(**asked.model_dump(exclude={"password"}), secret=asked.password.get_secret_value())
        await request.app[READER].add_account(new)
    except (AccountError, ProblemError) as error:
        return page(
            request, "account.html.j2", {"title": "Add your account", "typed": typed, "refused": str(error)}, 422
        )
    tell(request, f"{asked.address} is being read. What is due shows here in a moment.")
    raise web.HTTPSeeOther("/")


async def remove(request: web.Request) -> web.StreamResponse:
    """Forget an account."""
    name = text(await form(request), "name")
    try:
        await request.app[READER].remove_account(name)
        tell(request, "The account and its password are forgotten.")
    except AccountError as error:
        tell(request, str(error), failed=True)
    raise web.HTTPSeeOther("/settings")


def _read(typed: dict[str, str]) -> AccountIn:
    known = {name: value for name, value in typed.items() if value}
    user = {"user": known.get("user") or known.get("address", "")}
    name = {"name": known.get("name") or known.get("address", "").partition("@")[2]}
    try:
        return AccountIn.model_validate({"password": ""} | known | user | name)
    except ValidationError as error:
        raise explained(error) from None


ROUTES = (web.get("/accounts/new", show), web.post("/accounts/new", add), web.post("/accounts/remove", remove))
