"""Why a sign-in was refused, in one sentence that says what to do; servers say it in codes (RFC 5530) and words."""

import re

from sidecar.imap.account import Account, Auth
from sidecar.imap.errors import MailError, ServerTroubled, SignInRefused

_LATER = re.compile(
    r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\]|temporar|too many|try again later|not connected|simultaneous"
    r"|internal (login )?(error|failure)|server log",
    re.IGNORECASE,
)
_NO_PASSWORDS = re.compile(r"basic ?auth\w* is disabled|basicauthblocked|logindisabled|privacyrequired", re.IGNORECASE)
_APP_PASSWORD = re.compile(r"application-specific password|app(lication)? password", re.IGNORECASE)
_MICROSOFT = re.compile(r"(^|\.)(outlook|office365|hotmail|live)\.com$", re.IGNORECASE)
_GOOGLE = re.compile(r"(^|\.)(gmail|googlemail)\.com$", re.IGNORECASE)


def why_refused(account: Account, answer: str) -> MailError:
    """Return the error for a server's refusal: `SignInRefused`, or `ServerTroubled` when it is only for now."""
    if _LATER.search(answer):
        return ServerTroubled(f"{account.host} takes no sign-in at the moment; it is tried again later.")
    return SignInRefused(f"{account.host} refused the sign-in of account {account.name}{_advice(account, answer)}.")


def _advice(account: Account, answer: str) -> str:
    if account.auth is not Auth.PASSWORD:
        return f"; sign in again on the status page, or with: deardr account signin {account.name}"
    if _MICROSOFT.search(account.host):
        return ", because Microsoft takes no passwords from mail programs; add the account with --oauth microsoft"
    if _GOOGLE.search(account.host) or _APP_PASSWORD.search(answer):
        return "; it wants an app password (see its security settings), or add the account with --oauth google"
    if _NO_PASSWORDS.search(answer):
        return ", because it takes no passwords on this connection; try --security tls, or --oauth"
    return "; check the user name and the password, some providers want an app password"
