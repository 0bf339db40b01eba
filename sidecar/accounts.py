"""Accounts and their secrets brought together, for the command line and the sidecar."""

from collections.abc import Callable

from sidecar.imap.account import Account, Auth
from sidecar.imap.errors import SignInRefused
from sidecar.imap.trial import Trial, try_out
from sidecar.vault import Vault

__all__ = ["Trial", "proof_of", "secret_name", "secret_of", "try_out"]


def secret_name(account: str) -> str:
    """Return the name under which the vault keeps an account's secret."""
    return f"account:{account}"


def secret_of(account: Account, vault: Vault) -> Callable[[], str]:
    """Return what asks the vault for the password, or for an access token that is renewed in time.

    Make one for each account and share it; calling it raises `SignInRefused` when no secret is kept.
    """
    name = secret_name(account.name)
    if account.auth is not Auth.PASSWORD:
        from sidecar.oauth.tokens import AccessToken  # noqa: PLC0415 - loads an OAuth library that passwords do not need

        return AccessToken(vault, name)

    def password() -> str:
        kept = vault.get(name)
        if kept is None:
            raise SignInRefused(f"No password is kept for account {account.name}; add the account again.")
        return kept

    return password


def proof_of(auth: Auth, secret: str) -> str:
    """Return what a kept secret shows to the mail server: the password itself, or the access token in it."""
    if auth is Auth.PASSWORD:
        return secret
    from sidecar.oauth.tokens import Grant  # noqa: PLC0415 - as above

    return str(Grant.from_secret(secret).token["access_token"])
