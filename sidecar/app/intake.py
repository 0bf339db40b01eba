"""From what a mail server handed over to what is remembered: reads each message, keeps headers and verdicts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sidecar.followup.message import Message
from sidecar.followup.reading import SentPieces, SentVerdict, read
from sidecar.imap.batch import Batch, Cursor, Fetched
from sidecar.store import records

KindOf = Callable[[SentPieces], SentVerdict]


@dataclass(frozen=True, slots=True)
class Intake:
    """Reads batches for the store. `mine` are the user's addresses, lower case.

    `already_read` spares a second reading: it returns what was made of a message before, if anything was.
    """

    mine: frozenset[str]
    kind_of: KindOf
    already_read: Callable[[Fetched], Message | None]

    def batch(self, batch: Batch, read_at: datetime) -> records.Batch:
        """Return what is to be recorded of a batch; the texts in it end here."""
        messages = [self._message(fetched) for fetched in batch.fetched]
        return records.Batch(
            cursor=stored(batch.account, batch.cursor, read_at),
            messages=tuple(messages),
            sightings=tuple(
                records.Sighting(fetched.uid, message.key)
                for fetched, message in zip(batch.fetched, messages, strict=True)
            ),
            gone=batch.gone,
        )

    def _message(self, fetched: Fetched) -> Message:
        message = self.already_read(fetched) or self._read(fetched)
        return replace(message, provider_thread=fetched.provider_thread) if fetched.provider_thread else message

    def _read(self, fetched: Fetched) -> Message:
        return read(
            fetched.headers,
            fetched.text,
            folder_role=fetched.role.value,
            mine=self.mine,
            received_at=fetched.received_at,
            kind_of=self.kind_of,
        ).message


def stored(account: str, cursor: Cursor, read_at: datetime) -> records.Cursor:
    """Return a mailbox cursor in the store's form."""
    return records.Cursor(
        account=account,
        folder=cursor.folder,
        role=cursor.role.value,
        uidvalidity=cursor.uidvalidity,
        read_at=read_at,
        suspicion=cursor.suspicion,
        progress=cursor.as_record(),
    )


def restored(cursor: records.Cursor) -> Cursor:
    """Return a mailbox cursor from the store's form; raises KeyError or ValueError when it is damaged."""
    return Cursor.from_record(dict(cursor.progress))
