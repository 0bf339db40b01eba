"""The mail as of a moment: each email once, at the time it must have had, none from the future."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sidecar.followup.copies import merged
from sidecar.followup.message import Message, MessageClass
from sidecar.followup.threads import base_subject, correspondents

_CLOCKS_DIFFER = timedelta(minutes=15)  # a server's clock may be ahead of ours
_AFTER = timedelta(microseconds=1)


def as_of(messages: Iterable[Message], now: datetime) -> list[Message]:
    """Return the emails known at `now`, oldest first, each once, `sent_at` put right.

    A date in the future gives way to the time of receipt; a reply never comes before what it answers.
    """
    timed = [at for message in messages if (at := _timed(message, now + _CLOCKS_DIFFER))]
    once = _once(timed)
    sent = {m.message_id: m.sent_at for m in once if m.message_id and m.cls is MessageClass.SENT}
    settled = (_after_what_it_answers(message, sent) for message in once)
    return sorted(settled, key=lambda message: (message.sent_at, message.key))


def _timed(message: Message, latest: datetime) -> Message | None:
    if message.sent_at <= latest:
        return message
    return replace(message, sent_at=message.received_at) if message.received_at <= latest else None


def _once(messages: Iterable[Message]) -> list[Message]:
    """Merge copies of one email: the same key, else the same words' envelope in the same second."""
    by_key: dict[str, Message] = {}
    for message in messages:
        known = by_key.get(message.key)
        by_key[message.key] = merged(known, message) if known else message
    by_content: dict[object, Message] = {}
    for key in sorted(by_key):
        message = by_key[key]
        known = by_content.get(_content(message))
        by_content[_content(message)] = _absorbed(known, message) if known else message
    return list(by_content.values())


def _content(message: Message) -> object:
    sent = message.cls is MessageClass.SENT
    second = int(message.sent_at.timestamp())
    about = () if sent else (message.in_reply_to, message.original_message_id, message.failed)
    return sent, message.sender.address, correspondents(message), base_subject(message.subject), second, about


def _absorbed(kept: Message, copy: Message) -> Message:
    """One email under two Message-IDs: the other id stays findable among the references."""
    other = (copy.message_id,) if copy.message_id and copy.message_id != kept.message_id else ()
    together = merged(kept, replace(copy, key=kept.key, message_id=kept.message_id))
    return replace(together, references=tuple(dict.fromkeys((*kept.references, *copy.references, *other))))


def _after_what_it_answers(message: Message, sent: Mapping[str, datetime]) -> Message:
    """An answer by a slow clock comes just after the email of ours that it answers."""
    if message.cls is MessageClass.SENT:
        return message
    named = (*message.in_reply_to, message.original_message_id)
    answered = [sent[one] + _AFTER for one in named if one is not None and one in sent]
    latest = max(answered, default=message.sent_at)
    return replace(message, sent_at=latest) if latest > message.sent_at else message
