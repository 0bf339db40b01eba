"""One pass over one account: read what is new, folder by folder, and record it batch by batch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from sidecar.app.intake import Intake, KindOf, restored
from sidecar.app.interest import Interest
from sidecar.config import Clock
from sidecar.followup.reading.mine import learned
from sidecar.imap.account import Account
from sidecar.imap.batch import Cursor, Scope
from sidecar.imap.client import Secret
from sidecar.imap.sync import read_account
from sidecar.kinds import Kind
from sidecar.store import records
from sidecar.store.store import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass has come in one folder: `done` of `total` new messages."""

    account: str
    folder: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Passes:
    """Reads accounts into a store. `kind_of` tells what a sent mail is for."""

    store: Store
    clock: Clock
    kind_of: KindOf

    def read(self, account: Account, secret: Secret, scope: Scope, tell: Callable[[Progress], None]) -> int:
        """Read what is new in an account and return how many messages that was.

        What was recorded before an error stays, and the next pass goes on from there. Raises the errors of
        `sidecar.imap.errors`.
        """
        mine = self.mine(account)
        since = datetime.combine(scope.since, time.min, UTC)
        interest = Interest(since, mine)
        interest.add(self.store.mail.that_matter(since))
        intake, news = Intake(mine, self.kind_of, interest.already_read), 0
        for batch in read_account(account, secret, self._cursors(account), scope, interest.wants_text):
            recorded = intake.batch(batch, self.clock())
            self.store.mail.record(recorded)
            interest.add(one for one in recorded.messages if one.kind is not Kind.OTHER)
            news += len(recorded.messages)
            tell(Progress(account.name, batch.folder, batch.done, batch.total))
        if scope.folders is None:
            self._stamp(account)
        return news

    def mine(self, account: Account) -> frozenset[str]:
        """Return the addresses known to be the user's: named in accounts and profile, or learned from sent mail."""
        profile = self.store.people.profile()
        named = {account.address, account.user, profile.email or "", *profile.identities}
        named |= {str(record["address"]) for record in self.store.mail.accounts()}
        return learned((address for address in named if "@" in address), self.store.mail.senders_of_sent())

    def _cursors(self, account: Account) -> Mapping[str, Cursor]:
        return {cursor.folder: restored(cursor) for cursor in self.store.mail.cursors(account.name) if cursor.progress}

    def _stamp(self, account: Account) -> None:
        """Note that every folder was looked at, also those that brought nothing."""
        now = self.clock()
        for cursor in self.store.mail.cursors(account.name):
            self.store.mail.record(records.Batch(replace(cursor, read_at=now)))
