"""Reads a message from bytes: header fields decoded, the text or HTML to show, the names of attachments.

Follows RFC 5322, 2045 to 2047, 2231 and 3676, and forgives what mail programs get wrong. Text that is no message is
read as a body with optional header lines on top.
"""

import email.parser
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

MAX_MESSAGE = 50 * 2**20
"""Bytes of one message, attachments included: what the largest providers let through."""

_FIELD = re.compile(rb"[!-9;-~]{1,76}:(?:[ \t]|\r?$)", re.MULTILINE)
_TYPED = re.compile(r"(subject|to|cc|bcc|from|date|in-reply-to|references)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,998})>")
_OF_A_MESSAGE = re.compile(
    rb"^(?:from|date|message-id|mime-version|content-type|received|return-path|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BINARY_SHARE = 0.02  # of control characters, above which bytes are no text


class UnreadableMessage(ValueError):
    """The bytes hold no text to read; the message is one clear sentence."""


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """A message taken apart: `text` or `html` is set, with line breaks as "\\n"; values are decoded and unfolded."""

    headers: tuple[tuple[str, str], ...]  # lower-cased names, in order
    text: str | None
    html: str | None
    attachments: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return the first field of that name, or ""."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Return every field of that name."""
        return tuple(value for key, value in self.headers if key == name)

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the message ids in a field, without angle brackets."""
        return tuple(_MESSAGE_ID.findall(" ".join(self.all(name))))


def read_message(raw: bytes) -> ReadMessage:
    """Take a message apart. Raises `UnreadableMessage` for binary, empty or oversized input, and nothing else."""
    if len(raw) > MAX_MESSAGE:
        size, limit = len(raw) // 2**20, MAX_MESSAGE // 2**20
        raise UnreadableMessage(f"The message is {size} MB; at most {limit} MB can be read.")
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if not raw.strip():
        raise UnreadableMessage("The file is empty.")
    head = re.split(rb"\r?\n\r?\n", raw[:65536], maxsplit=1)[0]
    if _FIELD.match(head) and _OF_A_MESSAGE.search(head):
        return _mime(raw)
    return _typed(_decoded(raw))


def _typed(text: str) -> ReadMessage:
    """Read text whose first lines may be header fields."""
    headers, rest = [], text
    while match := _TYPED.match(rest.partition("\n")[0]):
        headers.append((match[1].lower(), match[2].strip()))
        rest = rest.partition("\n")[2]
    if headers:
        rest = rest.removeprefix("\n")
    return ReadMessage(tuple(headers), rest, None)


def _decoded(raw: bytes) -> str:
    """Decode text of unknown charset."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    if len(_CONTROL.findall(text)) > len(text) * _BINARY_SHARE:
        raise UnreadableMessage("The file holds binary data, not the text of an email.")
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mime(raw: bytes) -> ReadMessage:
    parsed = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(raw)
    headers = tuple((name.lower(), decoded_header(str(value))) for name, value in parsed.raw_items())
    text: str | None = None
    html: str | None = None
    attachments = []
    for part in _leaves(parsed):
        name = _filename(part)
        kind = part.get_content_type()
        if name is not None or part.get_content_disposition() == "attachment":
            attachments.append(name or "")
        elif kind == "text/plain" and text is None:
            text = _content(part)
        elif kind == "text/html" and html is None:
            html = _content(part)
    if text is None and html is None:
        raise UnreadableMessage("The message has no text to read.")
    return ReadMessage(headers, text, None if text is not None else html, tuple(attachments))


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that are not containers; what is inside an attached message is not looked at."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload() if part.is_multipart() else None  # of a leaf it may fail on an odd charset
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(one for one in reversed(payload) if isinstance(one, Message))
        else:
            yield part


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except (MessageError, ValueError, LookupError, TypeError):
        return ""
    return None if name is None else decoded_header(name)


def _content(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (MessageError, ValueError, LookupError, TypeError):
        payload = str(part.get_payload()).encode("utf-8", "replace")
    data = payload if isinstance(payload, bytes) else b""
    charset = _parameter(part, "charset") or "utf-8"
    try:
        text = _lines(data.decode(charset, "replace" if charset != "utf-8" else "strict"))
    except (LookupError, ValueError):
        text = _lines(data.decode("cp1252", "replace"))
    if _parameter(part, "format").lower() == "flowed" and part.get_content_type() == "text/plain":
        return unflowed(text, delsp=_parameter(part, "delsp").lower() == "yes")
    return text


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except (MessageError, ValueError, LookupError, TypeError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "").strip()


def unflowed(text: str, *, delsp: bool) -> str:
    """Join flowed lines of equal quote depth (RFC 3676 section 4.2)."""
    paragraphs: list[tuple[int, list[str]]] = []
    open_depth = -1
    for line in text.split("\n"):
        body = line.lstrip(">")
        depth = len(line) - len(body)
        body = body.removeprefix(" ")
        flows = body.endswith(" ") and body != "-- "
        piece = body[:-1] if flows and delsp else body
        if depth == open_depth and body != "-- ":
            paragraphs[-1][1].append(piece)
        else:
            paragraphs.append((depth, [piece]))
        open_depth = depth if flows else -1
    return "\n".join((">" * depth + " " if depth else "") + "".join(pieces) for depth, pieces in paragraphs)


def decoded_header(value: str) -> str:
    """Decode the encoded words of a field's value (RFC 2047) and unfold it; never raises."""
    value = re.sub(r"[\r\n]+[ \t]?", " ", value) if "\n" in value or "\r" in value else value
    if "=?" not in value:
        return _raw_bytes(value).strip()
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError, LookupError):
        return value.strip()
    return "".join(_word(piece, charset) for piece, charset in pieces).strip()


def _word(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return piece.decode("latin-1")


def _raw_bytes(value: str) -> str:
    """Read unencoded eight-bit header text, which the parser keeps as surrogates."""
    data = value.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
