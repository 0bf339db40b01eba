"""One email as observed: what its headers say and what was read from its text, but not the text.

Terminology:
- *key*: identity across folders, accounts and copies: the Message-ID, else a fingerprint of the content.
- *class*: what sort of mail it is (sent by the user, a human reply, an automatic reply, a bounce, …).
- *kind*: what the user wrote it for (`sidecar.kinds`); only sent mail has one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sidecar.kinds import Kind
from sidecar.people import Mailbox


class MessageClass(StrEnum):
    """What sort of mail a message is (domain.md section 6; RFC 3834, 3464, 8098, 5546)."""

    SENT = "sent"
    REPLY = "reply"  # any human message from somebody else
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    DELAY_NOTICE = "delay-notice"
    RECEIPT = "receipt"
    CALENDAR = "calendar"
    LIST = "list"
    ACKNOWLEDGEMENT = "acknowledgement"
    OTHER = "other"


class Meaning(StrEnum):
    """What a human reply to a request says (domain.md section 6)."""

    PROMISED = "promised"
    DECLINED = "declined"
    ASKS = "asks"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Message:
    """One email. Times are aware; addresses are lower-cased addr-specs; ids carry no angle brackets."""

    key: str
    message_id: str | None
    cls: MessageClass
    sent_at: datetime  # the Date field, else when the server received it
    received_at: datetime  # INTERNALDATE
    sender: Mailbox
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    subject: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    thread_index: str | None = None
    thread_topic: str | None = None
    provider_thread: str | None = None  # Gmail's X-GM-THRID
    kind: Kind = Kind.OTHER
    greeting: str | None = None
    asks_after: bool = False  # a sent mail asks whether an earlier one arrived
    named_date: date | None = None  # the date a request asks for, or a promise names
    claims_top_choice: bool = False
    meaning: Meaning | None = None
    return_date: date | None = None  # first day back, of an automatic reply
    return_date_ambiguous: bool = False
    return_dates: tuple[date, ...] = ()  # the days it could be, if ambiguous
    failed: tuple[str, ...] = ()  # recipients a bounce names
    original_message_id: str | None = None  # the message a bounce or receipt is about
    sketch: bytes | None = None  # near-duplicate fingerprint of a sent message
