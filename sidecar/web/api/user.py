"""The user's own data: profile, season, settings, dismissed findings, accounts."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from aiohttp import web

from sidecar.people import Profile, Season
from sidecar.web.api.rules import choices
from sidecar.web.endpoint import Endpoint, nothing, read, reply
from sidecar.web.keys import CLOCK, HUB, READER, SEASON, STORE, AccountError, NewAccount
from sidecar.web.models.records import (
    AccountIn,
    AccountOut,
    AccountsOut,
    DismissIn,
    FolderIn,
    PasswordIn,
    RuleSettings,
    SeasonIn,
    SettingsIn,
    SyncIn,
    changed,
)
from sidecar.web.problems import ProblemError


async def get_profile(request: web.Request) -> web.Response:
    """Return who the applicant is."""
    return reply(request.app[STORE].people.profile())


async def put_profile(request: web.Request) -> web.Response:
    """Replace the profile; what is left out becomes unknown."""
    profile = changed(Profile(), await read(request, dict[str, Any]), fixed=frozenset())
    request.app[STORE].people.save_profile(profile)
    request.app[HUB].publish("prompts")
    return reply(profile)


async def get_season(request: web.Request) -> web.Response:
    """Return the season's dates."""
    return reply(request.app[SEASON]())


async def put_season(request: web.Request) -> web.Response:
    """Replace the season's dates."""
    season = (await read(request, SeasonIn)).season()
    request.app[STORE].people.save_season(season)
    request.app[HUB].publish("prompts")
    return reply(season)


async def delete_season(request: web.Request) -> web.Response:
    """Go back to the dates that were shipped."""
    request.app[STORE].people.save_season(None)
    request.app[HUB].publish("prompts")
    return reply(request.app[SEASON]())


async def get_settings(request: web.Request) -> web.Response:
    """Return the user's choices about rules and words."""
    return reply(choices(request.app))


async def patch_settings(request: web.Request) -> web.Response:
    """Change some choices."""
    asked, settings = await read(request, SettingsIn), request.app[STORE].settings
    for rule, choice in asked.rules.items():
        settings.change_rule(rule, choice)
    for word in asked.add_words:
        settings.add_word(word)
    for word in asked.remove_words:
        settings.remove_word(word)
    request.app[HUB].publish("settings")
    return await get_settings(request)


async def post_dismissal(request: web.Request) -> web.Response:
    """Keep a finding quiet while the text around it is the same."""
    asked = await read(request, DismissIn)
    request.app[STORE].settings.dismiss_finding(asked.key, asked.rule, request.app[CLOCK]())
    request.app[HUB].publish("settings")
    return nothing()


async def delete_dismissal(request: web.Request) -> web.Response:
    """Let a dismissed finding speak again."""
    request.app[STORE].settings.restore_finding(request.match_info["key"])
    request.app[HUB].publish("settings")
    return nothing()


async def list_accounts(request: web.Request) -> web.Response:
    """List the accounts and how reading each of them stands."""
    reader = request.app[READER]
    accounts = [AccountOut.model_validate(asdict(account)) for account in reader.accounts()]
    return reply(AccountsOut(accounts=accounts, demo=reader.demo))


async def post_account(request: web.Request) -> web.Response:
    """Sign in to an account and begin to read it."""
    asked = await read(request, AccountIn)
    values = asked.model_dump(exclude={"password"})
    await _reader(request.app[READER].add_account(NewAccount(**values, secret=asked.password.get_secret_value())))
    return nothing()


async def put_password(request: web.Request) -> web.Response:
    """Sign in to an account with a new password."""
    secret = (await read(request, PasswordIn)).password.get_secret_value()
    await _reader(request.app[READER].renew_secret(request.match_info["name"], secret))
    return nothing()


async def patch_account(request: web.Request) -> web.Response:
    """Read another folder in a role."""
    asked = await read(request, FolderIn)
    await _reader(request.app[READER].choose_folder(request.match_info["name"], asked.role, asked.folder))
    return nothing()


async def delete_account(request: web.Request) -> web.Response:
    """Forget an account and its secret; what was learned from its mail stays."""
    await _reader(request.app[READER].remove_account(request.match_info["name"]))
    return nothing()


async def sync_account(request: web.Request) -> web.Response:
    """Read an account now, further back if asked to."""
    asked = await read(request, SyncIn) if request.can_read_body else SyncIn()
    if asked.since is not None:
        await _reader(request.app[READER].read_further(asked.since))
    await _reader(request.app[READER].sync_now(request.match_info["name"]))
    return nothing()


async def _reader(asked: Any) -> None:
    try:
        await asked
    except AccountError as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None


DONE, UNFIT = HTTPStatus.NO_CONTENT, (HTTPStatus.UNPROCESSABLE_ENTITY,)
ACCOUNT = "/accounts/{name}"
ENDPOINTS = (
    Endpoint("GET", "/profile", get_profile, "Who the applicant is", gives=Profile),
    Endpoint("PUT", "/profile", put_profile, "Replace the profile", Profile, Profile, problems=UNFIT),
    Endpoint("GET", "/season", get_season, "The season's dates", gives=Season),
    Endpoint("PUT", "/season", put_season, "Replace the season's dates", SeasonIn, Season, problems=UNFIT),
    Endpoint("DELETE", "/season", delete_season, "Go back to the shipped dates", gives=Season),
    Endpoint("GET", "/settings", get_settings, "The choices about rules and words", gives=RuleSettings),
    Endpoint("PATCH", "/settings", patch_settings, "Change some choices", SettingsIn, RuleSettings, problems=UNFIT),
    Endpoint("POST", "/dismissals", post_dismissal, "Keep a finding quiet", DismissIn, status=DONE),
    Endpoint("DELETE", "/dismissals/{key}", delete_dismissal, "Let a finding speak again", status=DONE),
    Endpoint("GET", "/accounts", list_accounts, "The accounts and how reading them stands", gives=AccountsOut),
    Endpoint("POST", "/accounts", post_account, "Add an account", AccountIn, status=DONE, problems=UNFIT),
    Endpoint("PATCH", ACCOUNT, patch_account, "Choose a folder", FolderIn, status=DONE, problems=UNFIT),
    Endpoint("PUT", f"{ACCOUNT}/password", put_password, "Sign in again", PasswordIn, status=DONE, problems=UNFIT),
    Endpoint("DELETE", ACCOUNT, delete_account, "Forget an account", status=DONE, problems=UNFIT),
    Endpoint("POST", f"{ACCOUNT}/sync", sync_account, "Read an account now", SyncIn, status=DONE, problems=UNFIT),
)
