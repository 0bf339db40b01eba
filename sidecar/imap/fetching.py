"""Bulk reading of one open folder: header fields of many messages at once, and the beginning of the text of a few."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from sidecar.imap.account import Role
from sidecar.imap.batch import Fetched
from sidecar.imap.client import Session
from sidecar.imap.folders import Choice
from sidecar.imap.uids import UidSet
from sidecar.imap.wire import Response, Value, fetch_items

FIELDS = """
    Date From Sender Reply-To To Cc Bcc Subject Message-ID In-Reply-To References Resent-From
    Return-Path Delivered-To Thread-Index Thread-Topic MIME-Version Content-Type
    Content-Transfer-Encoding Content-Language Auto-Submitted X-Auto-Response-Suppress X-Autoreply
    X-Autorespond X-Autoresponder X-Auto-Reply X-Mail-Autoreply X-Loop
    X-MS-Exchange-Inbox-Rules-Loop X-MS-Exchange-Generated-Message-Source X-Failed-Recipients
    Precedence List-Id List-Unsubscribe List-Post Feedback-ID Disposition-Notification-To X-Mailer
    User-Agent X-Zendesk-From-Account-Id X-OTRS-Loop X-RT-Loop-Prevention
"""
TEXT_BYTES = 8192
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HEADERS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS.split())})]"
_USUAL = re.compile(
    rb"\* \d+ FETCH \(UID (\d+) FLAGS \(([^()\"]*)\) INTERNALDATE \"([^\"]+)\" "
    rb"BODY\[HEADER\.FIELDS \([^()\"]*\)\] \{\d+\}\r\n\Z"
)
_DATE = re.compile(rb"\s*(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\Z")
_MONTH = {name.upper().encode(): number for number, name in enumerate(MONTHS, 1)}
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
        """Return the messages among `uids` that are still there, oldest first, with text where it is wanted."""
        found: dict[int, Fetched] = {}
        if not uids:
            return ()
        for response in self._session.wire.run(f"UID FETCH {uids} {self._items}".encode("ascii")):
            fetched = self._usual(response) or self._any(response)
            if fetched is not None and fetched.uid in uids:
                found[fetched.uid] = fetched
        wanted = UidSet.of(uid for uid, fetched in found.items() if wants_text(fetched))
        for uid, text in self._texts(wanted):
            if uid in found:
                found[uid] = replace(found[uid], text=text)
        return tuple(found[uid] for uid in sorted(found))

    def _texts(self, uids: UidSet) -> Iterable[tuple[int, bytes]]:
        for part in uids.newest_first(len(uids)):
            command = f"UID FETCH {part} (UID BODY.PEEK[TEXT]<0.{TEXT_BYTES}>)"
            for response in self._session.wire.run(command.encode("ascii")):
                items = fetch_items(response) or {}
                uid = _integer(items.get(b"UID"))
                if uid and b"BODY[TEXT]" in items:
                    yield uid, _bytes(items[b"BODY[TEXT]"])[:TEXT_BYTES]

    def _usual(self, response: Response) -> Fetched | None:
        """Read the shape that most servers send, at a fifth of the cost of reading any shape."""
        usual = _USUAL.match(response[0])
        if usual is None or len(response) != 3 or response[2] != b")\r\n":
            return None
        uid, flags, received = usual.groups()
        return self._fetched(int(uid), flags.split(), received, response[1])

    def _any(self, response: Response) -> Fetched | None:
        items = fetch_items(response)
        if not items or b"BODY[HEADER.FIELDS]" not in items:
            return None  # an unsolicited answer: flags changed elsewhere, a new or expunged message
        uid = _integer(items.get(b"UID"))
        if not uid:
            return None
        received = _bytes(items.get(b"INTERNALDATE"))
        fetched = self._fetched(uid, _words(items.get(b"FLAGS")), received, _bytes(items[b"BODY[HEADER.FIELDS]"]))
        labels = frozenset(label.decode("utf-8", "replace").lower() for label in _words(items.get(b"X-GM-LABELS")))
        thread = items.get(b"X-GM-THRID")
        return replace(
            fetched,
            role=_role_of(self._choice, labels),
            provider_thread=thread.decode("ascii", "replace") if isinstance(thread, bytes) else None,
        )

    def _fetched(self, uid: int, flags: Iterable[bytes], received: bytes, headers: bytes) -> Fetched:
        return Fetched(
            self._account, self._choice.folder, self._choice.role, self._uidvalidity, uid, internal_date(received),
            frozenset(flag.decode("utf-8", "replace") for flag in flags), headers,
        )  # fmt: skip


def internal_date(text: bytes) -> datetime:
    """Read "17-Jul-1996 02:44:25 -0700" (RFC 3501 section 9, date-time); the epoch when it is no date."""
    parts = _DATE.match(text)
    if parts is None:
        return _EPOCH
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = parts.groups()
    offset = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
    try:
        return datetime(
            int(year), _MONTH[month.upper()], int(day), int(hour), int(minute), int(second),
            tzinfo=timezone(-offset if sign == b"-" else offset),
        )  # fmt: skip
    except (KeyError, ValueError):
        return _EPOCH


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
