"""A bounced email sent again to another address of the same person is the same matter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from difflib import SequenceMatcher

from sidecar.followup.cadence import RESEND_DAYS
from sidecar.followup.case import Case
from sidecar.followup.message import Message
from sidecar.followup.threads import base_subject

_SOON = timedelta(days=RESEND_DAYS)
_NOBODY = frozenset(
    {"doctor", "dr", "dr.", "sir", "madam", "professor", "prof", "prof.", "all", "team", "hello", "dear"}
)
_ALIKE = 0.75  # of two local parts: a slip of the finger, not another person


def joined(cases: Sequence[Case], lost: Mapping[str, Message], thread: Mapping[str, str]) -> list[Case]:
    """Join each case that resends what bounced before to the case it resends; `cases` are in the order of opening."""
    kept: list[Case] = []
    for case in cases:
        place = next((i for i in reversed(range(len(kept))) if _resends(case, kept[i], lost, thread)), None)
        if place is None:
            kept.append(case)
        else:
            kept[place] = replace(case, sent=(*kept[place].sent, *case.sent))
    return kept


def _resends(case: Case, before: Case, lost: Mapping[str, Message], thread: Mapping[str, str]) -> bool:
    first, last = case.sent[0], before.sent[-1]
    bounce = lost.get(last.key)
    if before.family != case.family or bounce is None or not bounce.sent_at <= first.sent_at <= bounce.sent_at + _SOON:
        return False
    if thread[first.key] == thread[last.key]:
        return True
    mine, theirs = case.party, before.party
    alike = _alike(mine.address, theirs.address)
    if base_subject(first.subject) == base_subject(last.subject):
        return alike or _same_name(mine.name, theirs.name) or _same_greeting(first, last)
    return alike and _same_name(mine.name, theirs.name)


def _same_name(one: str, other: str) -> bool:
    return "@" not in one and len(one.split()) > 1 and one.casefold() == other.casefold()


def _same_greeting(one: Message, other: Message) -> bool:
    words = (one.greeting or "").casefold().rstrip(" ,:").split()
    personal = bool(words) and words[-1] not in _NOBODY
    return personal and words == (other.greeting or "").casefold().rstrip(" ,:").split()


def _alike(one: str, other: str) -> bool:
    """Whether two addresses differ by a slip: nearly the same name at the same place, or the same name at another."""
    (name, _, place), (other_name, _, other_place) = one.partition("@"), other.partition("@")
    return SequenceMatcher(None, name, other_name).ratio() >= (_ALIKE if place == other_place else 1)
