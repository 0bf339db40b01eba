"""One matter at two addresses of a person: what bounced and was sent again, and what went on in the same thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sidecar.followup.cadence import RESEND_DAYS
from sidecar.followup.case import Case
from sidecar.followup.identity import Seen, may_be_one, surely_one
from sidecar.followup.message import Message
from sidecar.followup.threads import base_subject
from sidecar.people import Mailbox

Lost = Callable[[Case, Message], Message | None]
"""Tells the bounce of a case's email, if it did not arrive."""

_SOON = timedelta(days=RESEND_DAYS)
_HASH = 4  # bytes of a sketch that stand for a few words
_SAME_WORDS = 0.8


def joined(cases: Sequence[Case], lost: Lost, thread: Mapping[str, str]) -> list[Case]:
    """Join each case that goes on with an earlier one at another address to it; `cases` are in the order of opening."""
    kept: list[Case] = []
    for case in cases:
        place = next((i for i in reversed(range(len(kept))) if _goes_on(case, kept[i], lost, thread)), None)
        if place is None:
            kept.append(case)
        else:
            kept[place] = _with(kept[place], case, moved=lost(kept[place], kept[place].sent[-1]) is not None)
    return kept


def _with(before: Case, case: Case, *, moved: bool) -> Case:
    """The two as one; where mail did not arrive, the person is from now on at the address that it was sent to again."""
    party = replace(before.party, address=case.party.address) if moved else before.party
    return replace(before, party=party, sent=(*before.sent, *case.sent), addresses=before.addresses | case.addresses)


def _goes_on(case: Case, before: Case, lost: Lost, thread: Mapping[str, str]) -> bool:
    first, last = case.sent[0], before.sent[-1]
    if before.family != case.family or first.key in {message.key for message in before.sent}:
        return False
    one, other = _seen(case, first), _seen(before, last)
    same_thread = thread[first.key] == thread[last.key]
    bounce = lost(before, last)
    if bounce is None:
        return same_thread and may_be_one(one, other)
    if not bounce.sent_at <= first.sent_at <= bounce.sent_at + _SOON:
        return False
    return same_thread or surely_one(one, other) or (_same_matter(first, last) and may_be_one(one, other))


def _seen(case: Case, message: Message) -> Seen:
    written = [box for box in message.to if box.address in case.addresses]
    return Seen.of(next(iter(written), Mailbox(case.party.name, case.party.address)), message.greeting)


def _same_matter(one: Message, other: Message) -> bool:
    """Whether two emails have one subject or nearly the same words."""
    if base_subject(one.subject) == base_subject(other.subject):
        return True
    words, others = _hashes(one.sketch), _hashes(other.sketch)
    return bool(words and others) and len(words & others) >= _SAME_WORDS * len(words | others)


def _hashes(sketch: bytes | None) -> frozenset[bytes]:
    return frozenset(sketch[at : at + _HASH] for at in range(0, len(sketch), _HASH)) if sketch else frozenset()
