"""From the bytes of one mail to what is known of it. The door of this package: `read`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import blake2b

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.reading import classify, fields, meaning, return_date
from sidecar.followup.reading.asking_after import asks_after
from sidecar.followup.reading.headers import Headers
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.meaning import Said
from sidecar.followup.reading.return_date import ReturnDate
from sidecar.kinds import Kind
from sidecar.people import Mailbox

__all__ = ["Reading", "SentPieces", "SentVerdict", "read"]

CLOCK_SLACK = timedelta(days=1)  # a Date field further ahead of the server's clock than any time zone is wrong


@dataclass(frozen=True, slots=True)
class SentPieces:
    """What is known of a mail the user sent, for those who tell what kind it is. Offsets and bodies end there."""

    subject: str  # "" where it is that of a mail passed on
    text: str
    html: str | None
    sender: Mailbox
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    attachments: tuple[str, ...]
    in_reply_to: str | None
    references: tuple[str, ...]
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class SentVerdict:
    """What a sent mail is for (`Kind.OTHER`: none of our business), and what is kept of its text."""

    kind: Kind = Kind.OTHER
    greeting: str | None = None
    named_date: date | None = None
    claims_top_choice: bool = False
    sketch: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of one mail. Only `message` is ever stored."""

    message: Message
    because: str
    mail: Mail = field(compare=False, repr=False)

    @property
    def own_text(self) -> str:
        """The writer's own words; found when asked for, which recording a sent mail does not."""
        return self.mail.own_text


def read(  # noqa: PLR0913 - what is known of a mail from outside its bytes, all by name
    headers: bytes,
    text: bytes | None,
    *,
    folder_role: str,
    mine: frozenset[str],
    received_at: datetime,
    kind_of: Callable[[SentPieces], SentVerdict] | None,
) -> Reading:
    """Read one mail. Never raises on any bytes, and takes time linear in their number.

    `headers` is the header block, or as much of it as was fetched (`sidecar.header_fields`); `text` is the beginning of
    the body as it stands on the server (`BODY[TEXT]`), None if it was not fetched. `folder_role` is "sent" for the
    folder of sent mail and "drafts" for drafts. `mine` holds the user's addresses. `received_at` is the server's date,
    aware.
    `kind_of` tells what a sent mail is for.
    """
    mail = Mail(Headers.parse(headers), text)
    named = fields.moment(mail.headers.raw("date"))
    sent_at = named if named and named <= received_at + CLOCK_SLACK else received_at
    finding = classify.classify(mail, folder_role=folder_role, mine=mine)
    sent, said, back = SentVerdict(), None, ReturnDate()
    if finding.cls is MessageClass.SENT and kind_of:
        sent = kind_of(_pieces(mail, sent_at))
    elif finding.cls is MessageClass.REPLY and text is not None:
        said = meaning.read(mail.own_text, sent_at.date())
    elif finding.cls is MessageClass.AUTO_REPLY:
        back = return_date.find(mail.own_text, sent_at.date())
    message_id = fields.own_id(mail.headers.raw("message-id"))
    message = Message(
        key=message_id or _fingerprint(mail, sent_at),
        message_id=message_id,
        cls=finding.cls,
        sent_at=sent_at,
        received_at=received_at,
        sender=mail.sender,
        to=mail.boxes("to"),
        cc=mail.boxes("cc"),
        bcc=mail.boxes("bcc"),
        reply_to=mail.boxes("reply-to"),
        subject=mail.subject,
        in_reply_to=mail.ids("in-reply-to"),
        references=mail.ids("references"),
        thread_index=mail.headers.raw("thread-index") or None,
        thread_topic=mail.headers.text("thread-topic") or None,
        kind=sent.kind,
        greeting=sent.greeting,
        asks_after=finding.cls is MessageClass.SENT and asks_after(mail),
        named_date=said.named_date if said else sent.named_date,
        claims_top_choice=sent.claims_top_choice,
        meaning=said.meaning if said else None,
        return_date=back.day,
        return_date_ambiguous=back.ambiguous,
        return_dates=back.readings,
        failed=finding.failed,
        original_message_id=finding.original_message_id,
        sketch=sent.sketch,
    )
    because = f"{finding.because} {_quoted(said)}" if said else finding.because
    return Reading(message, because.strip(), mail)


def _quoted(said: Said) -> str:
    if not said.sentence:
        return "No sentence promises, declines or asks."
    return f"This suggests “{said.meaning.value}”: {said.sentence}"


def _pieces(mail: Mail, sent_at: datetime) -> SentPieces:
    return SentPieces(
        subject="" if mail.forwards and mail.quotes else mail.subject,  # a passed-on mail's subject says nothing
        text=mail.plain,
        html=mail.body.html,
        sender=mail.sender,
        to=mail.boxes("to"),
        cc=mail.boxes("cc"),
        bcc=mail.boxes("bcc"),
        attachments=mail.body.attachments,
        in_reply_to=next(iter(mail.ids("in-reply-to")), None),
        references=mail.ids("references"),
        sent_at=sent_at,
    )


def _fingerprint(mail: Mail, sent_at: datetime) -> str:
    """Identify a mail without Message-ID by who wrote what to whom and when, the same in every folder and account."""
    said = (
        mail.headers.raw("date") or sent_at.isoformat(),
        mail.sender.address,
        mail.headers.raw("to").lower(),
        mail.subject,
    )
    return "content:" + blake2b("\x00".join(said).encode("utf-8", "replace"), digest_size=12).hexdigest()
