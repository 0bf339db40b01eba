"""Signing in with OAuth 2.0, for real: a local provider gives tokens, and Dovecot asks it whether they are good."""

import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import date

import pytest

from sidecar.imap.account import Account, Auth
from sidecar.imap.batch import Batch, Scope
from sidecar.imap.errors import MailServerUnreachable, SignInRefused
from sidecar.imap.sync import read_account
from sidecar.oauth.grants import DeviceCode, by_browser, by_device, renewed
from sidecar.oauth.provider import Client, Provider
from sidecar.oauth.tokens import AccessToken, Grant
from sidecar.web.signins import BACK
from tests.harness.dovecot import Dovecot, dovecot, program
from tests.harness.ports import free_port
from tests.harness.provider import CLIENT_ID, LocalProvider

CLIENT = Client(CLIENT_ID)


pytestmark = pytest.mark.skipif(program() is None, reason="Dovecot is not installed (Debian package dovecot-imapd)")


class Kept(dict[str, str]):
    """A vault in memory."""

    def put(self, name: str, secret: str) -> None:
        self[name] = secret


@pytest.fixture(autouse=True)
def calm(provider: LocalProvider) -> Iterator[None]:
    yield
    provider.declines = False
    provider.lifetime = 3600


def browser(address: str) -> None:
    """Open an address as a browser does, without holding up whoever asked."""

    def visit() -> None:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - our own loopback address
        except urllib.error.HTTPError as error:
            error.close()

    threading.Thread(target=visit).start()


def read(server: Dovecot, secret: AccessToken, auth: Auth = Auth.GOOGLE) -> list[Batch]:
    account: Account = server.account(auth=auth)
    return list(read_account(account, secret, {}, Scope(date(2000, 1, 1)), lambda fetched: False))


def kept(provider: LocalProvider, token: dict[str, object]) -> tuple[AccessToken, Kept]:
    chosen: Provider = provider.provider()
    vault = Kept(account=Grant(chosen, CLIENT, token).as_secret())
    return AccessToken(vault, "account", {"google": chosen}), vault


def test_a_browser_sign_in_opens_the_mailbox(provider: LocalProvider, server: Dovecot) -> None:
    token = by_browser(provider.provider(), CLIENT, "alice", browser)
    secret, _ = kept(provider, token)
    assert sum(len(batch.fetched) for batch in read(server, secret)) == 1
    asked = provider.requests[-1]
    assert "code_challenge_method=S256" in asked
    assert "redirect_uri=http%3A%2F%2F127.0.0.1%3A" in asked
    assert f"{urllib.parse.quote(BACK, safe='')}&" in asked  # as on the status page: one registration serves both
    assert "login_hint=alice" in asked


def test_a_device_code_opens_the_mailbox(provider: LocalProvider, server: Dovecot) -> None:
    shown: list[DeviceCode] = []
    token = by_device(provider.provider(), CLIENT, shown.append, sleep=lambda _seconds: None)
    assert [code.code for code in shown] == ["ABCD-EFGH"]
    assert read(server, kept(provider, token)[0])


def test_a_server_that_knows_only_oauthbearer_is_served_too(provider: LocalProvider) -> None:
    token = by_browser(provider.provider(), CLIENT, "alice", browser)
    only = "auth_mechanisms = plain oauthbearer"
    with dovecot(introspection_url=provider.introspection_url, extra=only) as running:
        assert read(running, kept(provider, token)[0])
        provider.revoke()
        with pytest.raises(SignInRefused):
            read(running, kept(provider, token)[0])


def test_a_token_near_its_end_is_renewed_before_it_is_used_and_kept(provider: LocalProvider, server: Dovecot) -> None:
    provider.lifetime = 1
    token = by_browser(provider.provider(), CLIENT, "alice", browser)
    provider.expire()
    provider.lifetime = 3600
    secret, vault = kept(provider, token)
    before = provider.refreshed
    assert read(server, secret)
    assert read(server, secret)
    assert provider.refreshed == before + 1
    assert str(token["access_token"]) not in vault["account"]


def test_a_revoked_permission_is_refused_with_what_to_do(provider: LocalProvider, server: Dovecot) -> None:
    token = by_browser(provider.provider(), CLIENT, "alice", browser)
    secret, _ = kept(provider, token)
    assert read(server, secret)
    provider.revoke()
    with pytest.raises(SignInRefused, match="sign in again on the status page"):
        read(server, secret)
    with pytest.raises(SignInRefused, match=r"Testmail did not give access \(invalid_grant\); sign in again\."):
        renewed(provider.provider(), CLIENT, token)


@pytest.mark.parametrize("how", ["browser", "device"])
def test_a_user_who_declines_is_believed(provider: LocalProvider, how: str) -> None:
    provider.declines = True
    with pytest.raises(SignInRefused):
        if how == "browser":
            by_browser(provider.provider(), CLIENT, "alice", browser)
        else:
            by_device(provider.provider(), CLIENT, lambda _code: None, sleep=lambda _seconds: None)


def test_an_answer_to_another_question_is_ignored(provider: LocalProvider) -> None:
    def forge(address: str) -> None:
        redirect = urllib.parse.unquote(address.split("redirect_uri=")[1].split("&", maxsplit=1)[0])
        browser(f"{redirect}?code=stolen&state=guessed")

    with pytest.raises(SignInRefused, match="in time"):
        by_browser(provider.provider(), CLIENT, "alice", forge, patience=0.5)


def test_a_provider_that_is_away_is_one_clear_sentence() -> None:
    away = f"http://127.0.0.1:{free_port()}/token"
    provider = Provider("google", "Testmail", away, away, away, "mail")
    with pytest.raises(MailServerUnreachable, match=r"^The sign-in server 127.0.0.1 cannot be reached\.$"):
        renewed(provider, CLIENT, {"refresh_token": "x"})


def test_tokens_are_never_asked_for_without_protection() -> None:
    away = "http://login.example.org/token"
    provider = Provider("google", "Testmail", away, away, away, "mail")
    with pytest.raises(MailServerUnreachable, match="over https only"):
        renewed(provider, CLIENT, {"refresh_token": "x"})
