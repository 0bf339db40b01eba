"""Of which messages the text is looked at: the season's sent mail, and what may answer it. Nothing of it is kept."""

from collections.abc import Iterable
from datetime import datetime

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.reading import read
from sidecar.imap.account import Role
from sidecar.imap.batch import Fetched
from sidecar.store.handles import address_handles, thread_handles

MACHINE = frozenset(
    {
        MessageClass.AUTO_REPLY,
        MessageClass.BOUNCE,
        MessageClass.DELAY_NOTICE,
        MessageClass.RECEIPT,
        MessageClass.CALENDAR,
        MessageClass.ACKNOWLEDGEMENT,
    }
)


class Interest:
    """Says whether a message's text is worth reading, given what is known to matter so far."""

    def __init__(self, since: datetime, mine: frozenset[str]) -> None:
        self._since = since
        self._mine = mine
        self._handles: set[int] = set()
        self._done: dict[tuple[str, int], Message] = {}

    def add(self, messages: Iterable[Message]) -> None:
        """Take note of messages that matter: what answers them, or comes from their people, matters too."""
        for message in messages:
            self._handles |= thread_handles(message) | address_handles(message)

    def wants_text(self, fetched: Fetched) -> bool:
        """Say whether the beginning of this message's text should be fetched."""
        if fetched.received_at < self._since:
            return False
        if fetched.role is Role.SENT:
            return True
        message = read(
            fetched.headers,
            None,
            folder_role=fetched.role.value,
            mine=self._mine,
            received_at=fetched.received_at,
            kind_of=None,
        ).message
        if message.cls is MessageClass.SENT or message.cls in MACHINE:
            return True
        if self._handles and not self._handles.isdisjoint(thread_handles(message) | address_handles(message)):
            return True
        self._done[fetched.folder, fetched.uid] = message  # its text would have told no more
        return False

    def already_read(self, fetched: Fetched) -> Message | None:
        """Return, once, what was made of a message whose text was not wanted; None when it is yet to be read."""
        return self._done.pop((fetched.folder, fetched.uid), None)
