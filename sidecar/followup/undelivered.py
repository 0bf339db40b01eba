"""Which sent emails never arrived: bounces matched to what they are about.

At best four bounces of five name the original's Message-ID; recipient, subject and time serve for the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.threads import base_subject

_RETRIES = timedelta(days=7)  # a server gives up within five days, some after a week
_SUBJECT_ENOUGH = 8  # characters of a subject that can be recognised inside a bounce's


class Undelivered:
    """The sent emails that came back."""

    def __init__(self, messages: Sequence[Message]) -> None:
        sent = [message for message in messages if message.cls is MessageClass.SENT]
        self._reports: dict[str, list[Message]] = defaultdict(list)
        for bounce in (message for message in messages if message.cls is MessageClass.BOUNCE):
            for original in _originals(bounce, sent):
                self._reports[original.key].append(bounce)

    def of(self, message: Message, party: frozenset[str] = frozenset()) -> Message | None:
        """Return the first bounce that says so of an email that reached nobody in To: of a party, if one is named."""
        bounces = self._reports.get(message.key)
        return bounces[0] if bounces and _reached_nobody(message, bounces, party) else None


def _originals(bounce: Message, sent: Sequence[Message]) -> Iterator[Message]:
    named = {bounce.original_message_id, *bounce.in_reply_to, *bounce.references} - {None}
    exact = [message for message in sent if message.message_id in named]
    if exact:
        yield exact[-1]
    elif bounce.failed or not bounce.original_message_id:
        yield from _likely(bounce, sent)


def _likely(bounce: Message, sent: Iterable[Message]) -> list[Message]:
    """The latest email to a failed recipient, best with the bounce's subject; else one whose subject it quotes."""
    before = [message for message in sent if timedelta(0) <= bounce.sent_at - message.sent_at <= _RETRIES]
    subject = base_subject(bounce.subject)
    quoted = [
        m for m in before if len(base_subject(m.subject)) >= _SUBJECT_ENOUGH and base_subject(m.subject) in subject
    ]
    if not bounce.failed:
        return quoted[-1:]
    failed = set(bounce.failed)
    meant = [m for m in before if not failed.isdisjoint(one.address for one in (*m.to, *m.cc, *m.bcc))]
    return ([m for m in meant if m in quoted] or meant)[-1:]


def _reached_nobody(message: Message, bounces: Sequence[Message], party: frozenset[str]) -> bool:
    """Whether all recipients in To failed. A failed address that was never written to is where one of them forwards."""
    failed = {address for bounce in bounces for address in bounce.failed}
    main = {one.address for one in message.to} or {one.address for one in (*message.cc, *message.bcc)}
    main = main & party or main
    everybody = {one.address for one in (*message.to, *message.cc, *message.bcc)}
    forwarded = bool(failed) and failed.isdisjoint(everybody)
    return not failed or main <= failed or (forwarded and len(main) == 1)
