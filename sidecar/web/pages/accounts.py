"""The pages about a mail account with a password: adding one, giving a new password, removing it."""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote

from aiohttp import web
from pydantic import ValidationError

from sidecar.web.endpoint import explained
from sidecar.web.keys import READER, AccountError, AccountReading, NewAccount
from sidecar.web.models.records import AccountIn
from sidecar.web.pages.forms import form, tell, text
from sidecar.web.pages.render import page
from sidecar.web.problems import ProblemError
from sidecar.web.signins import SIGN_INS

FIELDS = ("name", "address", "host", "port", "security", "user")
PASSWORD = "password"  # noqa: S105  (the way of signing in, no secret)


async def show(request: web.Request) -> web.Response:
    """Show the form."""
    return _form(request, dict.fromkeys(FIELDS, ""))


async def add(request: web.Request) -> web.StreamResponse:
    """Sign in to the account and begin to read it; show the form again with one sentence when that fails."""
    given = await form(request)
    typed = {name: text(given, name) for name in FIELDS}
    try:
        asked = new_account(typed, given.get("password", ""))
        await request.app[READER].add_account(asked)
    except (AccountError, ProblemError) as error:
        return _form(request, typed, str(error))
    tell(request, f"{asked.address} is being read. What is due shows here in a moment.")
    raise web.HTTPSeeOther("/")


async def ask_again(request: web.Request) -> web.StreamResponse:
    """Ask for a new password, or lead to the provider where the account signs in."""
    account = named(request, request.query.get("name", ""))
    if account.auth != PASSWORD:
        raise web.HTTPSeeOther(f"/accounts/new/{account.auth}?name={quote(account.name, safe='')}")
    return _again(request, account)


async def again(request: web.Request) -> web.StreamResponse:
    """Sign in with a new password and go on reading; show the form again with one sentence when that fails."""
    given = await form(request)
    account = named(request, text(given, "name"))
    try:
        await request.app[READER].renew_secret(account.name, given.get("password", ""))
    except AccountError as error:
        return _again(request, account, str(error))
    tell(request, f"{account.address} is being read again.")
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


def new_account(typed: Mapping[str, str], password: str = "", auth: str = PASSWORD) -> NewAccount:
    """Read what was typed into the form of an account; raise a problem that names the field at fault."""
    known = {name: value for name, value in typed.items() if value}
    user = {"user": known.get("user") or known.get("address", "")}
    name = {"name": known.get("name") or known.get("address", "").partition("@")[2]}
    try:
        asked = AccountIn.model_validate({PASSWORD: password} | known | user | name)
    except ValidationError as error:
        raise explained(error) from None
    return NewAccount(**asked.model_dump(exclude={PASSWORD}), secret=asked.password.get_secret_value(), auth=auth)


def named(request: web.Request, name: str) -> AccountReading:
    """Return the account of that name; raise 404 when there is none."""
    reader = request.app[READER]
    found = next((one for one in reader.accounts() if one.name == name), None) if not reader.demo else None
    if found is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "There is no account of that name.")
    return found


def _form(request: web.Request, typed: Mapping[str, str], refused: str | None = None) -> web.Response:
    values = {"title": "Add your account", "typed": typed, "refused": refused, "ways": ways(request), "way": PASSWORD}
    return page(request, "account.html.j2", values, HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK)


def ways(request: web.Request) -> list[tuple[str, str, str]]:
    """Return the ways of signing in: id, title and page of each."""
    providers = [(one.id, one.title, f"/accounts/new/{one.id}") for one in request.app[SIGN_INS]().providers()]
    return [(PASSWORD, "Password", "/accounts/new"), *providers]


def _again(request: web.Request, account: AccountReading, refused: str | None = None) -> web.Response:
    values = {"title": "Sign in again", "account": account, "refused": refused}
    return page(request, "again.html.j2", values, HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK)


ROUTES = (
    web.get("/accounts/new", show),
    web.post("/accounts/new", add),
    web.get("/accounts/again", ask_again),
    web.post("/accounts/again", again),
    web.post("/accounts/remove", remove),
)
