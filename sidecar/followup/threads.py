"""Which messages answer one another, by whatever their headers still tell; the order of observation does not matter.

Terminology: an *orphan* is a reply whose headers lead to no known message: subject and correspondent must serve then.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.outlook import conversation_root

_ORPHAN_DAYS = timedelta(days=60)
_REPLY_MARKS = (
    r"re|aw|antw|antwort|sv|vs|rv|res|ref|rif|r|ynt|odp|vá|回复|答复|رد|fw|fwd|wg|tr|enc|i|ilt|doorst|转发"
    r"|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|auto|respuesta automática|réponse automatique"
    r"|automatische antwort|abwesenheitsnotiz|resposta automática|otomatik (?:yanıt|cevap)|الرد التلقائي|رد تلقائي"
)
_MARK = re.compile(
    rf"(?:(?:{_REPLY_MARKS})\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\))?\s?[:：]|\[(?:ext|external|extern)\]:?)\s*", re.I
)


def base_subject(subject: str) -> str:
    """Return a subject without reply, forward and automatic-reply marks, folded for comparison."""
    text = " ".join(subject.split())
    while mark := _MARK.match(text):
        text = text[mark.end() :]
    return text.casefold()


def is_marked(subject: str) -> bool:
    """Say whether a subject begins with a reply mark."""
    return _MARK.match(" ".join(subject.split())) is not None


def correspondents(message: Message) -> frozenset[str]:
    """Return the addresses at the other end: recipients of sent mail, else who wrote and where answers go."""
    people = (*message.to, *message.cc) if message.cls is MessageClass.SENT else (message.sender, *message.reply_to)
    return frozenset(one.address for one in people if one.address)


def threads(messages: Sequence[Message]) -> dict[str, str]:
    """Map each message's key to its thread: an id that all messages of a thread share."""
    sets = _Sets()
    for message in messages:
        for tie in _ties(message):
            sets.join(f"key {message.key}", tie)
    ordered = sorted(messages, key=lambda message: (message.sent_at, message.key))
    known = {message.message_id for message in messages}
    for orphan, earlier in _adoptions(ordered, known):
        sets.join(f"key {orphan.key}", f"key {earlier.key}")
    return {message.key: sets.root(f"key {message.key}") for message in messages}


def _ties(message: Message) -> Iterable[str]:
    for one in (message.message_id, *message.in_reply_to, *message.references):
        if one:
            yield f"id {one}"
    root = conversation_root(message.thread_index) if message.thread_index else None
    if root:
        yield f"outlook {root} {base_subject(message.thread_topic or message.subject)}"
    if message.provider_thread:
        yield f"provider {message.provider_thread}"


def _adoptions(ordered: Sequence[Message], known: set[str | None]) -> Iterable[tuple[Message, Message]]:
    """Pair each orphan with the message before it that has its subject and its correspondent.

    What came in is paired with what the user sent to that address; what the user sent, with anything.
    """
    last: dict[tuple[str, str, bool], Message] = {}
    for message in ordered:
        subject = base_subject(message.subject)
        if not subject:
            continue
        sent = message.cls is MessageClass.SENT
        for address in sorted(correspondents(message)):
            earlier = last.get((subject, address, not sent))
            if earlier and _is_orphan(message, known) and message.sent_at - earlier.sent_at <= _ORPHAN_DAYS:
                yield message, earlier
            last[subject, address, False] = message
            if sent:
                last[subject, address, True] = message


def _is_orphan(message: Message, known: set[str | None]) -> bool:
    if not known.isdisjoint((*message.in_reply_to, *message.references)):
        return False
    return is_marked(message.subject) or message.cls is MessageClass.AUTO_REPLY


class _Sets:
    """Disjoint sets of names (union-find); the smallest name stands for the set, whatever the order of joining."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = defaultdict(str)

    def root(self, name: str) -> str:
        path = []
        while parent := self._parent[name]:
            path.append(name)
            name = parent
        for one in path:
            self._parent[one] = name
        return name

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._parent[second] = first
