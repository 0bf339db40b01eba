"""Bulk reading of one open folder: header fields of many messages at once, and the beginning of the text of a few."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache

from sidecar.header_fields import FIELDS
from sidecar.imap.account import Role
from sidecar.imap.batch import Fetched
from sidecar.imap.client import Session
from sidecar.imap.folders import Choice
from sidecar.imap.uids import UidSet
from sidecar.imap.wire import Response, Value, fetch_items

TEXT_BYTES = 8192
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HEADERS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(sorted(FIELDS)).upper()})]"
_HEAD = re.compile(rb"\* \d+ FETCH \(UID (\d+) FLAGS \(([^()\"]*)\) INTERNALDATE \"([^\"]{26})\" ")
_DRAFT = re.compile(rb"\\draft\b", re.IGNORECASE)
_DRAFT_LABELS = frozenset({"\\draft", "\\drafts"})  # Gmail labels drafts, and sets no flag
_MONTH = {name.upper(): number for number, name in enumerate(MONTHS, 1)}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Fetcher:
    """Reads messages of the folder that is open in `session`."""

    def __init__(self, session: Session, account: str, choice: Choice, uidvalidity: int) -> None:
        self._session = session
        self._account = account
        self._choice = choice
        self._uidvalidity = uidvalidity
        self._gmail = "X-GM-EXT-1" in session.capabilities
        self._items = f"(UID FLAGS INTERNALDATE {'X-GM-THRID X-GM-LABELS ' if self._gmail else ''}{_HEADERS})"

    def fetch(self, uids: UidSet, wants_text: Callable[[Fetched], bool]) -> tuple[Fetched, ...]:
        """Return the messages among `uids` that are still there, oldest first, with text where it is wanted.

        Drafts are left out: Gmail's All Mail holds them, and any folder may. What lies in the folder of sent mail was
        sent, whatever its flags say.
        """
        if not uids:
            return ()
        found: dict[int, Fetched] = {}
        asked = set(uids)
        for response in self._session.wire.run_usual(f"UID FETCH {uids} {self._items}".encode("ascii"), _HEAD):
            fetched = self._usual(*response) if isinstance(response, tuple) else self._any(response)
            if fetched is not None and fetched.uid in asked:
                found[fetched.uid] = fetched
        wanted = UidSet.of(uid for uid, fetched in found.items() if wants_text(fetched))
        for uid, text in self._texts(wanted):
            if uid in found:
                found[uid] = found[uid]._replace(text=text)
        return tuple(found[uid] for uid in sorted(found))

    def _texts(self, uids: UidSet) -> Iterable[tuple[int, bytes]]:
        for part in uids.newest_first(len(uids)):
            command = f"UID FETCH {part} (UID BODY.PEEK[TEXT]<0.{TEXT_BYTES}>)"
            for response in self._session.wire.run(command.encode("ascii")):
                items = fetch_items(response) or {}
                uid = _integer(items.get(b"UID"))
                if uid and b"BODY[TEXT]" in items:
                    yield uid, _bytes(items[b"BODY[TEXT]"])[:TEXT_BYTES]

    def _usual(self, match: re.Match[bytes], headers: bytes) -> Fetched | None:
        """Read the shape that most servers send, at a fifth of the cost of reading any shape."""
        uid, flags, received = match.groups()
        return None if self._is_draft(flags) else self._fetched(int(uid), received, headers)

    def _any(self, response: Response) -> Fetched | None:
        items = fetch_items(response)
        if not items or b"BODY[HEADER.FIELDS]" not in items:
            return None  # an unsolicited answer: flags changed elsewhere, a new or expunged message
        uid = _integer(items.get(b"UID"))
        if not uid:
            return None
        labels = frozenset(label.decode("utf-8", "replace").lower() for label in _words(items.get(b"X-GM-LABELS")))
        if self._is_draft(b" ".join(_words(items.get(b"FLAGS"))), labels):
            return None
        fetched = self._fetched(uid, _bytes(items.get(b"INTERNALDATE")), _bytes(items[b"BODY[HEADER.FIELDS]"]))
        thread = items.get(b"X-GM-THRID")
        return fetched._replace(
            role=_role_of(self._choice, labels),
            provider_thread=thread.decode("ascii", "replace") if isinstance(thread, bytes) else None,
        )

    def _is_draft(self, flags: bytes, labels: frozenset[str] = frozenset()) -> bool:
        marked = _DRAFT.search(flags) or not labels.isdisjoint(_DRAFT_LABELS)
        return bool(marked) and self._choice.role is not Role.SENT

    def _fetched(self, uid: int, received: bytes, headers: bytes) -> Fetched:
        choice = self._choice
        return Fetched(
            self._account, choice.folder, choice.role, self._uidvalidity, uid, internal_date(received), headers
        )


def internal_date(text: bytes) -> datetime:
    """Read "17-Jul-1996 02:44:25 -0700" (RFC 3501 section 9, date-time); the epoch when it is no date."""
    try:
        clock = text[-15:].decode("ascii")
        return datetime.fromisoformat(_day(text[:-15]) + clock[1:9] + clock[10:])
    except (KeyError, ValueError):
        return _EPOCH


@lru_cache(maxsize=512)
def _day(text: bytes) -> str:
    """Turn "17-Jul-1996" into "1996-07-17T"; messages that come together are mostly of few days."""
    day, month, year = text.decode("ascii").strip().split("-")
    return f"{year}-{_MONTH[month.upper()]:02}-{int(day):02}T"


def _role_of(choice: Choice, labels: frozenset[str]) -> Role:
    """Return what a message read from Gmail's All Mail is by its labels; else what its folder is."""
    if choice.role is not Role.ALL or not labels:
        return Role.ARCHIVE if choice.role is Role.ALL else choice.role
    return Role.SENT if "\\sent" in labels else Role.INBOX if "\\inbox" in labels else Role.ARCHIVE


def _integer(value: Value) -> int:
    return int(value) if isinstance(value, bytes) and value.isdigit() else 0


def _bytes(value: Value) -> bytes:
    return value if isinstance(value, bytes) else b""


def _words(value: Value) -> list[bytes]:
    return [word for word in value if isinstance(word, bytes)] if isinstance(value, list) else []
