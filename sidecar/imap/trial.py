"""Trying an account out: what would be read and why, whether the server announces changes, and what clock it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sidecar.imap.account import Account, Role
from sidecar.imap.client import Secret, Session, connect
from sidecar.imap.fetching import internal_date
from sidecar.imap.folders import Choice, choose
from sidecar.imap.wire import fetch_items


@dataclass(frozen=True, slots=True)
class Trial:
    """What a sign-in showed. `newest` is when the server received the last message of the Inbox, if there is one."""

    choices: tuple[Choice, ...]
    announces: bool  # IDLE, RFC 2177
    newest: datetime | None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what the user should know before relying on this account, one sentence each."""
        roles = {choice.role for choice in self.choices}
        if roles & {Role.SENT, Role.ALL}:
            return ()
        return ("No folder for sent mail was found; name it with --folder sent=NAME, or nothing can be followed up.",)


def try_out(account: Account, secret: Secret) -> Trial:
    """Sign in and look around. Raises the errors of `sidecar.imap.errors`."""
    with connect(account, secret) as session:
        choices = choose(session.folders(), account.chosen, labels="X-GM-EXT-1" in session.capabilities)
        return Trial(choices, "IDLE" in session.capabilities, _newest(session, choices))


def _newest(session: Session, choices: Iterable[Choice]) -> datetime | None:
    inbox = next((choice.folder for choice in choices if choice.role in {Role.INBOX, Role.ALL}), None)
    if inbox is None or not session.open(inbox).exists:
        return None
    for response in session.wire.run(b"FETCH * (INTERNALDATE)"):
        received = (fetch_items(response) or {}).get(b"INTERNALDATE")
        if isinstance(received, bytes):
            return internal_date(received)
    return None
