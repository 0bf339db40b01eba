"""Which messages belong together as one matter with one person, across threads."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sidecar.followup.cadence import NEW_REQUEST_DAYS
from sidecar.followup.case import Case, when
from sidecar.followup.directory import Directory, Party, aliases, recipients
from sidecar.followup.identity import Seen, may_be_one, name_words
from sidecar.followup.message import Message, MessageClass
from sidecar.followup.resends import Lost, joined
from sidecar.followup.threads import threads
from sidecar.followup.undelivered import Undelivered
from sidecar.kinds import Kind

_PAUSE = timedelta(days=NEW_REQUEST_DAYS)
_ANSWERS = (MessageClass.REPLY, MessageClass.AUTO_REPLY)


def cases(messages: Sequence[Message], directory: Directory, wished: Mapping[str, Kind | None]) -> list[Case]:
    """Sort messages (oldest first, each once) into cases, in the order they were opened.

    `wished` maps the keys of messages that the user tracks to the kind they are to have, None for the one they have.
    """
    back, thread = Undelivered(messages), threads(messages)
    begun: dict[tuple[str, str], list[tuple[Party, Message]]] = defaultdict(list)
    for message in messages:
        if message.cls is MessageClass.SENT:
            wish = wished.get(message.key)
            own = replace(message, kind=wish) if wish else message
            for party in _parties(own, directory, tracked=message.key in wished):
                begun[own.kind.family, party.id].append((party, own))
    opened = [
        Case(family, span[0][0], tuple(m for _, m in span), addresses=frozenset(party.address for party, _ in span))
        for (family, _), entries in begun.items()
        for span in _spans(entries)
    ]
    opened.sort(key=lambda case: when(case.sent[0]))
    opened = _shared(_without_repeats(opened, thread))
    to_several = {key for key, count in Counter(m.key for case in opened for m in case.sent).items() if count > 1}

    def lost(case: Case, message: Message) -> Message | None:
        return back.of(message, case.addresses if message.key in to_several else frozenset())

    return _Completion(messages, thread, lost, joined(opened, lost, thread)).all()


def _parties(message: Message, directory: Directory, *, tracked: bool) -> list[Party]:
    """Whose cases an email makes or continues in its own right."""
    family = message.kind.family
    if family == "other" and not tracked:
        return []
    if family == "program":
        party = directory.program_party(message)
        return [party] if party else []
    return directory.letter_parties(message)


def _shared(opened: Sequence[Case]) -> list[Case]:
    """Mark the cases whose first email opened another one before."""
    firsts = [(case.family, case.sent[0].key) for case in opened]
    return [replace(case, shares=firsts[at] in firsts[:at]) for at, case in enumerate(opened)]


def _spans(entries: Sequence[tuple[Party, Message]]) -> Iterator[list[tuple[Party, Message]]]:
    """Cut what was sent to one party where a new request follows a long pause: that is another letter."""
    span: list[tuple[Party, Message]] = []
    for entry in entries:
        message = entry[1]
        if span and message.kind is Kind.LETTER_REQUEST and message.sent_at - span[-1][1].sent_at > _PAUSE:
            yield span
            span = []
        span.append(entry)
    if span:
        yield span


def _without_repeats(opened: Sequence[Case], thread: Mapping[str, str]) -> list[Case]:
    """Leave out what the user tracks by hand and is part of a letter's or a program's conversation anyway."""
    ours = {(thread[m.key], case.party.id) for case in opened if case.family != "other" for m in case.sent}
    return [
        case
        for case in opened
        if case.family != "other" or ours.isdisjoint((thread[m.key], case.party.id) for m in case.sent)
    ]


class _Completion:
    """Adds to each case what else hangs on its threads, and its party's mail outside them."""

    def __init__(
        self,
        messages: Sequence[Message],
        thread: Mapping[str, str],
        lost: Lost,
        opened: Sequence[Case],
    ) -> None:
        self._thread = thread
        self._lost = lost
        self._opened = opened
        self._in_thread: dict[str, list[Message]] = defaultdict(list)
        self._from: dict[str, list[Message]] = defaultdict(list)
        self._asking: dict[str, list[Message]] = defaultdict(list)
        self._cases_in: dict[str, list[Case]] = defaultdict(list)
        for message in messages:
            self._in_thread[thread[message.key]].append(message)
            if message.cls in _ANSWERS:
                self._from[message.sender.address].append(message)
            if message.cls is MessageClass.SENT and message.asks_after:
                for one in message.to:
                    self._asking[one.address].append(message)
        for case in opened:
            for root in self._roots(case):
                self._cases_in[root].append(case)

    def all(self) -> list[Case]:
        return [self._complete(case) for case in self._opened]

    def _complete(self, case: Case) -> Case:
        roots = self._roots(case)
        begin, end = case.sent[0].sent_at, self._ends(case)
        inside = _between((m for root in roots for m in self._in_thread[root]), begin, end)
        addresses = aliases(case.party, inside) | case.addresses | _moved_to(case, inside)
        outside = _between((m for address in addresses for m in self._from[address]), begin, end)
        outside = [m for m in outside if self._thread[m.key] not in roots]
        sent = {m.key: m for m in inside if m.cls is MessageClass.SENT and self._is_to(m, addresses)}
        if case.family == "letter":  # in a thread of its own, "did my message arrive?" is about the letter
            asking = _between((m for address in addresses for m in self._asking[address]), begin, end)
            sent |= {m.key: m for m in asking if m.kind.family == "other"}
        sent |= {m.key: m for m in case.sent}
        is_for = self._judge(case, addresses)
        received = [m for m in inside if m.cls in _ANSWERS and is_for(m)]
        received += [m for m in outside if m.cls is MessageClass.AUTO_REPLY]
        return replace(
            case,
            sent=tuple(sorted(sent.values(), key=when)),
            received=tuple(sorted(received, key=when)),
            strays=tuple(m for m in outside if m.cls is MessageClass.REPLY and self._opens_thread(m)),
            undelivered={key: bounce for key, m in sent.items() if (bounce := self._lost(case, m))},
            begins=begin if self._has_earlier(case) else None,
            ends=end,
        )

    def _roots(self, case: Case) -> set[str]:
        return {self._thread[message.key] for message in case.sent}

    def _ends(self, case: Case) -> datetime | None:
        """When the next case with the same party begins."""
        later = (other.sent[0].sent_at for other in self._opened if _same_matter(case, other))
        return min((at for at in later if at > case.sent[0].sent_at), default=None)

    def _has_earlier(self, case: Case) -> bool:
        return any(_same_matter(case, other) and when(other.sent[0]) < when(case.sent[0]) for other in self._opened)

    @staticmethod
    def _is_to(message: Message, addresses: frozenset[str]) -> bool:
        return not addresses.isdisjoint(one.address for one in recipients(message))

    def _judge(self, case: Case, addresses: frozenset[str]) -> Callable[[Message], bool]:
        """Tell whether an answer in the threads is this party's: theirs, or nobody else's by address or parent."""
        others = [other for root in self._roots(case) for other in self._cases_in[root] if other is not case]
        strangers = {other.party.address for other in others}
        theirs = {m.message_id for other in others for m in other.sent}
        ours = {m.message_id for m in case.sent}

        def is_for(message: Message) -> bool:
            if message.sender.address in addresses or message.sender.address in strangers:
                return message.sender.address in addresses
            answered = {*message.in_reply_to, *message.references[-1:]}
            return answered.isdisjoint(theirs) or not answered.isdisjoint(ours)

        return is_for

    def _opens_thread(self, message: Message) -> bool:
        return self._in_thread[self._thread[message.key]][0].key == message.key


def _moved_to(case: Case, inside: Iterable[Message]) -> frozenset[str]:
    """Other addresses of the party that the user's emails in its threads went to."""
    known = Seen(name_words(case.party.name), name_words(case.sent[0].greeting or ""), case.party.address)
    sent = (message for message in inside if message.cls is MessageClass.SENT and message not in case.sent)
    written = ((one, message) for message in sent for one in message.to)
    return frozenset(one.address for one, message in written if may_be_one(known, Seen.of(one, message.greeting)))


def _same_matter(case: Case, other: Case) -> bool:
    return other is not case and (other.family, other.party.id) == (case.family, case.party.id)


def _between(messages: Iterable[Message], begin: datetime, end: datetime | None) -> list[Message]:
    return sorted((m for m in messages if begin <= m.sent_at and (end is None or m.sent_at < end)), key=when)
