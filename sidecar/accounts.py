"""What the command line and the sidecar both do with accounts: find their secret, try them out, forget them."""

from collections.abc import Callable
from dataclasses import dataclass

from sidecar.imap.account import Account, Auth, Role
from sidecar.imap.errors import SignInRefused
from sidecar.imap.folders import Choice
from sidecar.imap.sync import folders_of
from sidecar.oauth.tokens import AccessToken
from sidecar.vault import Vault


def secret_name(account: str) -> str:
    """Return the name under which the vault keeps an account's secret."""
    return f"account:{account}"


def secret_of(account: Account, vault: Vault) -> Callable[[], str]:
    """Return what asks the vault for the password, or for an access token that is renewed in time.

    Make one for each account and share it; calling it raises `SignInRefused` when no secret is kept.
    """
    name = secret_name(account.name)
    if account.auth is not Auth.PASSWORD:
        return AccessToken(vault, name)

    def password() -> str:
        kept = vault.get(name)
        if kept is None:
            raise SignInRefused(f"No password is kept for account {account.name}; add the account again.")
        return kept

    return password


@dataclass(frozen=True, slots=True)
class Trial:
    """What a sign-in showed: the folders that will be read and why, and what is missing, in clear sentences."""

    choices: tuple[Choice, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what the user should know before relying on this account."""
        roles = {choice.role for choice in self.choices}
        if roles & {Role.SENT, Role.ALL}:
            return ()
        return ("No folder for sent mail was found; name it with --folder sent=NAME, or nothing can be followed up.",)


def try_out(account: Account, secret: Callable[[], str]) -> Trial:
    """Sign in and look at the folders. Raises the errors of `sidecar.imap.errors`."""
    return Trial(folders_of(account, secret))
