import pytest

from sidecar.imap.account import Account, Auth, Security
from sidecar.imap.errors import MailError, ServerTroubled, SignInRefused
from sidecar.imap.refusal import why_refused


def account(host: str, auth: Auth = Auth.PASSWORD) -> Account:
    return Account("home", "me@example.org", host, 993, Security.TLS, "me", auth)


@pytest.mark.parametrize(
    ("host", "auth", "answer", "error", "told"),
    [
        ("outlook.office365.com", Auth.PASSWORD, "LOGIN failed.", SignInRefused, "--oauth microsoft"),
        (
            "imap.gmail.com",
            Auth.PASSWORD,
            "Application-specific password required",
            SignInRefused,
            "app password",
        ),
        ("imap.example.org", Auth.PASSWORD, "BasicAuthBlocked-3989", SignInRefused, "takes no passwords"),
        ("imap.example.org", Auth.PASSWORD, "[AUTHENTICATIONFAILED] no", SignInRefused, "check the user name"),
        ("imap.gmail.com", Auth.GOOGLE, "Invalid credentials", SignInRefused, "account signin home"),
        ("imap.example.org", Auth.PASSWORD, "[UNAVAILABLE] backend", ServerTroubled, "tried again later"),
        (
            "imap.example.org",
            Auth.PASSWORD,
            "Internal login failure. Refer to server log for more information.",
            ServerTroubled,
            "tried again later",
        ),
        ("imap.gmail.com", Auth.PASSWORD, "Too many simultaneous connections", ServerTroubled, "tried again later"),
    ],
)
def test_each_refusal_says_what_to_do(host: str, auth: Auth, answer: str, error: type[MailError], told: str) -> None:
    refused = why_refused(account(host, auth), answer)
    assert type(refused) is error
    assert told in str(refused)
    assert str(refused).endswith(".") or "deardr" in str(refused)
