"""All accounts together, as the web edge sees them: their readers, adding and removing."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sidecar.accounts import proof_of, secret_name, secret_of, try_out
from sidecar.app.reader import AccountReader
from sidecar.imap.account import Account, AccountRefused, Auth, Role, Security
from sidecar.imap.client import Secret
from sidecar.imap.errors import MailError
from sidecar.store.store import Store
from sidecar.vault import SecretUnavailable, Vault
from sidecar.web.keys import AccountError, AccountReading, NewAccount


@dataclass(frozen=True, slots=True)
class Keeper:
    """Where accounts and their secrets are kept."""

    store: Store
    vault: Vault

    def accounts(self) -> list[tuple[Account, Secret]]:
        """Return every account with what knows its secret."""
        kept = [Account.from_record(record) for record in self.store.mail.accounts()]
        return [(account, secret_of(account, self.vault)) for account in kept]

    def keep(self, new: NewAccount) -> tuple[Account, Secret]:
        """Try to sign in, then keep the account; raise `AccountError` when either fails."""
        try:
            security = Security(new.security)
            port = new.port or security.default_port
            account = Account(new.name, new.address, new.host, port, security, new.user or new.address, Auth(new.auth))
        except AccountRefused as error:
            raise AccountError(str(error)) from error
        return self.keep_secret(account, new.secret)

    def keep_secret(self, account: Account, secret: str) -> tuple[Account, Secret]:
        """Try to sign in with a new secret, then keep both; raise `AccountError` when either fails."""
        try:
            try_out(account, lambda: proof_of(account.auth, secret))
            self.vault.put(secret_name(account.name), secret)
        except (MailError, SecretUnavailable) as error:
            raise AccountError(str(error)) from error
        self.change(account)
        return account, secret_of(account, self.vault)

    def forget(self, name: str) -> None:
        """Forget an account and its secret; what was read from it stays."""
        self.vault.forget(secret_name(name))
        self.store.mail.remove_account(name)

    def change(self, account: Account) -> None:
        """Keep an account as it is now."""
        self.store.mail.put_account(account.as_record())


class Readers:
    """The readers of some accounts. Implements `sidecar.web.keys.Reader`.

    `begin` makes the reader of an account. `moved_in` is called after an account was added to a demo, whose accounts
    are not the user's: everything is then to be put together anew.
    """

    def __init__(
        self,
        accounts: Iterable[tuple[Account, Secret]],
        keeper: Keeper,
        begin: Callable[[Account, Secret], AccountReader],
        *,
        moved_in: Callable[[], None] | None = None,
    ) -> None:
        self._keeper = keeper
        self._begin = begin
        self._moved_in = moved_in
        self._readers = {account.name: begin(account, secret) for account, secret in accounts}

    @property
    def demo(self) -> bool:
        """Whether these are the demo's accounts instead of the user's."""
        return self._moved_in is not None

    def start(self) -> None:
        """Begin to read."""
        for reader in self._readers.values():
            reader.start()

    def stop(self) -> None:
        """End all reading."""
        for reader in self._readers.values():
            reader.stop()

    def accounts(self) -> Sequence[AccountReading]:
        """Return the state of every account, in the order they were added."""
        return [reader.reading for reader in self._readers.values()]

    async def sync_now(self, account: str | None = None) -> None:
        """Ask for a pass over one account or all; raise `AccountError` when there is none of that name."""
        for reader in [self._of(account)] if account is not None else list(self._readers.values()):
            reader.wake()

    async def read_further(self, since: date) -> None:
        """Read the mail of every account back to that day, beginning now."""
        self._keeper.store.settings.read_further(since)
        await self.sync_now()

    async def add_account(self, new: NewAccount) -> None:
        """Try to sign in, keep the account and begin to read it; raise `AccountError` when that cannot be done."""
        account, secret = await asyncio.to_thread(self._keeper.keep, new)
        if self._moved_in is not None:
            self._moved_in()
            return
        await self._replace(account, secret)

    async def renew_secret(self, name: str, secret: str) -> None:
        """Sign in to a known account with a new secret; raise `AccountError` when that cannot be done."""
        account, known = await asyncio.to_thread(self._keeper.keep_secret, self._own(name).account, secret)
        await self._replace(account, known)

    async def remove_account(self, name: str) -> None:
        """Forget an account and its secret; raise `AccountError` when there is none of that name."""
        reader = self._own(name)
        del self._readers[name]
        await asyncio.to_thread(reader.stop)
        await asyncio.to_thread(self._keeper.forget, name)

    async def choose_folder(self, account: str, role: str, folder: str) -> None:
        """Read this folder in this role from now on; raise `AccountError` when it does not exist."""
        reader = self._own(account)
        if folder not in {one.name for one in reader.reading.folders}:
            raise AccountError(f"The account {account} has no folder of that name.")
        changed = replace(reader.account, chosen={**reader.account.chosen, Role(role): folder})
        await asyncio.to_thread(self._keeper.change, changed)
        await self._replace(changed, secret_of(changed, self._keeper.vault))

    async def _replace(self, account: Account, secret: Secret) -> None:
        if (before := self._readers.get(account.name)) is not None:
            await asyncio.to_thread(before.stop)
        self._readers[account.name] = self._begin(account, secret)
        self._readers[account.name].start()

    def _of(self, name: str) -> AccountReader:
        if name not in self._readers:
            raise AccountError(f"There is no account called {name}.")
        return self._readers[name]

    def _own(self, name: str) -> AccountReader:
        if self.demo:
            raise AccountError("The demo's account cannot be changed; add your own instead.")
        return self._of(name)
