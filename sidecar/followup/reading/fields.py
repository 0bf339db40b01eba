"""What structured fields hold: mailboxes, message ids, dates, parameters (RFC 5322, 2045, 2231), read with patience."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from sidecar.followup.reading.headers import decode_bytes, decode_words, one_line
from sidecar.people import Mailbox

_PLAIN = re.compile(r'"?([^"<>(),:;@\\]*)"? ?<([^<>\s@",()]+@[^<>\s@",()]+)>')
_HARD = re.compile(r'[":;()\\]|=\?')  # needs the tokens: quotes may hide commas, and so may encoded words
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)"?|<([^<>]*)>?|([()])|([,;])|(:)|([^"<>(),;:]+)|(>)')
_ESCAPE = re.compile(r"\\(.)")
# The look-behinds let a search begin only where a run of such characters does, which keeps its time linear.
_ADDRESS = re.compile(r"(?<![^\s@<>()\[\],;:\"'])[^\s@<>()\[\],;:\"']++@[^\s@<>()\[\],;:\"']+")
_ID = re.compile(r"<([^<>]+)>")
_BARE_ID = re.compile(r"(?<![^\s<>,;\"'])[^\s<>,;\"'@]++@[^\s<>,;\"']+")
_USUAL_DATE = re.compile(
    r"(?:[A-Za-z]{3},)? ?(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4}) "
    r"(\d\d):(\d\d)(?::(\d\d))? ([+-])(\d\d)(\d\d)(?: \(.*\))?\Z"
)
_MONTHS = {
    name: at // 3 + 1 for at in range(0, 36, 3) for name in ["JanFebMarAprMayJunJulAugSepOctNovDec"[at : at + 3]]
}
_PARAMETER = re.compile(r";\s*([\w.*'%-]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*+)\"?|([^;\s]*))")
LONGEST_NAME = 12  # pieces of a name before it is given up as junk


def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """Read an address list: groups, comments, quoted names, unquoted commas; what has no address is dropped."""
    if usual := _PLAIN.fullmatch(value):
        return (Mailbox(_name(usual[1]), usual[2].lower()),)
    if not _HARD.search(value):
        items = [_PLAIN.fullmatch(item.strip()) for item in value.split(",")]
        if all(items):
            return tuple(Mailbox(_name(item[1]), item[2].lower()) for item in items if item)
    return tuple(_boxes(value)) or tuple(Mailbox("", found.lower()) for found in _ADDRESS.findall(value))


def _boxes(value: str) -> Iterator[Mailbox]:
    words: list[str] = []
    comments: list[str] = []
    angle, depth = "", 0
    for quoted, inside, paren, stop, colon, plain, _ in _TOKEN.findall(value + ","):
        if paren or depth:
            depth = max(0, depth + {"(": 1, ")": -1}.get(paren, 0))
            comments.append(plain)
        elif inside:
            angle = angle or inside
        elif stop:
            box = _box(words, comments, angle)
            if box:
                yield box
            # A comma inside an unquoted name leaves its first half to the next item.
            if box or stop == ";" or len(words) + len(comments) > LONGEST_NAME:
                words, comments, angle = [], [], ""
        elif colon:
            words.clear()  # the name of a group, or "mailto:"
        else:
            words.append(_ESCAPE.sub(r"\1", quoted) or plain)


def _box(words: list[str], comments: list[str], angle: str) -> Mailbox | None:
    named = " ".join(words)
    found = _ADDRESS.search(angle) or _ADDRESS.search(named)
    if not found:
        return None
    name = named if angle else named.replace(found[0], " ") or ""
    return Mailbox(_name(name) or _name(" ".join(comments)), found[0].rstrip(".").lower())


def _name(text: str) -> str:
    line = one_line(text)
    return (one_line(decode_words(line)) if "=?" in line else line).strip("\"' ,")


def ids(value: str) -> tuple[str, ...]:
    """Return the message ids of a field without brackets, in order, once each; also those written without brackets."""
    text = decode_words(value)
    found = _ID.findall(text) or _BARE_ID.findall(text)
    return tuple(dict.fromkeys(joined for each in found if (joined := "".join(each.split()))))


def own_id(value: str) -> str | None:
    """Return the id of a Message-ID field, whatever its form, or None if there is none."""
    found = ids(value)
    return found[0] if found else "".join(value.split()).strip("<>") or None


def moment(value: str) -> datetime | None:
    """Read a Date field, obsolete and broken forms included, as an aware datetime (UTC if it has no zone), or None."""
    if (usual := _USUAL_DATE.match(value)) and usual[2] in _MONTHS:
        day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = usual.groups()
        offset = int(zone_hours) * 60 + int(zone_minutes)
        clock = (int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second or 0))
        return _aware(clock, offset if sign == "+" else -offset)
    try:
        parts = parsedate_tz(value[:200])
    except (ValueError, IndexError, TypeError, OverflowError):  # the standard library trips over some junk
        parts = None
    if parts:
        return _aware((parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]), (parts[9] or 0) // 60)
    return _iso(value)


def _aware(clock: tuple[int, int, int, int, int, int], offset: int) -> datetime | None:
    year, month, day, hour, minute, second = clock
    zone = timezone(timedelta(minutes=offset)) if abs(offset) < 24 * 60 else UTC
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def _iso(value: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Split a Content-Type or Content-Disposition into lower-case value and parameters (RFC 2231 pieces joined)."""
    found: dict[str, str] = {}
    for name, quoted, plain in _PARAMETER.findall(";" + value.partition(";")[2]):
        bare = name.lower().partition("*")[0]
        text = _ESCAPE.sub(r"\1", quoted) or plain
        found[bare] = found.get(bare, "") + (_percent(text) if name.endswith("*") else text)
    return value.partition(";")[0].strip().lower(), found


def _percent(text: str) -> str:
    charset, quote, rest = text.partition("'")
    body = rest.partition("'")[2] if quote else text
    data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda hit: bytes([int(hit[1], 16)]), body.encode("utf-8", "replace"))
    return decode_bytes(data, charset if quote else None)
