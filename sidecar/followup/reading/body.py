"""The start of a message body as parts (RFC 2045, RFC 2046), however it is cut off or broken. Never raises.

Terminology:
- *part*: one leaf of the MIME tree, or a whole enclosed message (`message/rfc822`), which is not descended into.
- *depth*: how many multiparts enclose a part; enclosed ones beyond a bound are not looked at.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from sidecar.followup.reading import headers as header_block
from sidecar.followup.reading.fields import parameters
from sidecar.followup.reading.headers import Headers, decode_base64, decode_bytes
from sidecar.quoting.message import unflowed

MAX_BYTES = 1 << 18  # looked at; the sync fetches 8 KB, a file on disk may hold more
MAX_DEPTH = 6
MAX_PARTS = 60
_LEADING_BOUNDARY = re.compile(rb"\A\s*(?:[^\r\n]*\r?\n){0,4}?--([^\s]{1,70}?)[ \t]*\r?\nContent-", re.IGNORECASE)
_HEADER_CHARSET = re.compile(rb"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_UUENCODED = frozenset({"x-uuencode", "uuencode", "x-uue"})


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf: its lower-case media type, the parameters of the type, its own header fields, its bytes as sent."""

    type: str
    parameters: dict[str, str]
    headers: Headers
    raw: bytes
    enclosing: str = ""  # the media type of the multipart it is in, "" at the top

    @property
    def data(self) -> bytes:
        """The bytes with the transfer encoding taken off, as far as they can be."""
        encoding = self.headers.raw("content-transfer-encoding").lower()
        if encoding == "base64":
            return decode_base64(self.raw)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.raw)
        return b"" if encoding in _UUENCODED else self.raw

    @property
    def text(self) -> str:
        """The part as characters, line breaks as `\\n`."""
        charset = self.parameters.get("charset")
        if not charset and self.type == "text/html" and (named := _HEADER_CHARSET.search(self.raw[:2000])):
            charset = named[1].decode("ascii")
        text = decode_bytes(self.data, charset).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
        if self.type == "text/plain" and self.parameters.get("format", "").lower() == "flowed":
            return unflowed(text, delsp=self.parameters.get("delsp", "").lower() == "yes")
        return text

    @property
    def attached(self) -> str | None:
        """The name under which the part is attached, "" if nameless, None if it is shown in the message."""
        how, named = parameters(self.headers.raw("content-disposition"))
        name = named.get("filename") or self.parameters.get("name", "")
        return name if how == "attachment" or (name and not self.type.startswith("text/")) else None


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a message, in order."""

    type: str
    parameters: dict[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    def first(self, *types: str) -> Part | None:
        """Return the first part of one of the media types, shown ones before attached ones."""
        fitting = [part for part in self.parts if part.type in types]
        return next((part for part in fitting if part.attached is None), fitting[0] if fitting else None)

    @property
    def plain(self) -> str | None:
        """The plain text that is shown, if any."""
        part = self._shown("text/plain")
        text = part.text.strip("\n") if part else ""
        return text if text.strip() else None

    @property
    def html(self) -> str | None:
        """The HTML that is shown, if any."""
        part = self._shown("text/html")
        return part.text if part else None

    @property
    def attachments(self) -> tuple[str, ...]:
        """The names of the attached files."""
        return tuple(name for part in self.parts if (name := part.attached) is not None)

    def _shown(self, kind: str) -> Part | None:
        return next((part for part in self.parts if part.type == kind and part.attached is None), None)


def parse(headers: Headers, text: bytes) -> Body:
    """Read the parts of a body whose header fields are `headers`."""
    kind, named = parameters(headers.raw("content-type"))
    if not text:
        return Body(kind, named)
    text = text[:MAX_BYTES]
    if (not kind or kind.startswith("multipart/")) and "boundary" not in named:
        leading = _LEADING_BOUNDARY.match(text)
        if leading:  # the header fields that name it were not fetched
            kind, named = kind or "multipart/mixed", named | {"boundary": decode_bytes(leading[1], None)}
    whole = Part(kind, named, headers, text)
    return Body(kind, named, tuple(islice(_leaves(whole, 0), MAX_PARTS)))


def _leaves(part: Part, depth: int) -> Iterator[Part]:
    """Take a part that may be a multipart to pieces."""
    if not part.type.startswith("multipart/") or not part.parameters.get("boundary"):
        yield part if "/" in part.type else replace(part, type="text/plain")
        return
    if depth == MAX_DEPTH:
        return
    default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
    for piece in _pieces(part.raw, part.parameters["boundary"]):
        block, body = header_block.split(piece)
        own = Headers.parse(block)
        kind, named = parameters(own.raw("content-type") or default)
        yield from _leaves(Part(kind, named, own, body, part.type), depth + 1)


def _pieces(raw: bytes, boundary: str) -> list[bytes]:
    """Cut at the boundary lines; what stands before the first and after the closing one is not a part."""
    mark = re.escape(boundary.encode("utf-8", "replace"))
    between = re.split(rb"(?:\A|\r?\n)--" + mark + rb"(--)?[ \t]*(?:\r?\n|\Z)", raw)
    pieces: list[bytes] = []
    for closing, piece in zip(between[1::2], between[2::2], strict=False):
        if closing:
            break
        pieces.append(piece)
    return pieces
