"""A header block as fields: one tolerant pass over the bytes, decoding only what is asked for. Never raises.

Terminology:
- *block*: the bytes up to the first empty line (RFC 5322 section 2.2), complete or cut anywhere.
- *word*: an encoded-word of RFC 2047, `=?charset?B|Q?text?=`.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_BLOCK = 1 << 20  # bytes looked at; real blocks are a few KB, even with thousands of recipients
_END = re.compile(rb"\A\r?\n|\r?\n\r?\n|\r\r")
_FIELD = re.compile(rb"^([!-9;-~]++)[ \t]*+:(.*+(?:\r?\n[ \t]++.*+)*+)", re.MULTILINE)
_WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(=\?)")
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932"}
_WIDER |= {
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
}
_NOT_A_CHARSET = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})


def split(message: bytes) -> tuple[bytes, bytes]:
    """Return the header block and what follows the first empty line."""
    found = _END.search(message)
    return (message[: found.start()], message[found.end() :]) if found else (message, b"")


def decode_bytes(data: bytes, charset: str | None) -> str:
    """Decode by the named charset if Python knows it, else as UTF-8, else as Windows-1252. Never raises."""
    if data.isascii() and not charset:
        return data.decode("ascii")
    name = (charset or "utf-8").strip("\"' ").lower()
    name = _WIDER.get(name, name)
    for candidate in (name, "utf-8"):
        if candidate in _NOT_A_CHARSET:
            continue
        try:
            text = data.decode(candidate)
        except (LookupError, ValueError):
            continue
        # UTF-7 and its like can spell half a character, which no database takes.
        return text if text.isascii() else text.encode("utf-8", "replace").decode()
    return data.decode("cp1252", "replace")


def decode_words(text: str) -> str:
    """Resolve the encoded words of RFC 2047, also inside quoted strings and split within a character."""
    if "=?" not in text:
        return text
    pieces: list[str] = []
    pending, charset, end = b"", "", 0
    text = _BETWEEN_WORDS.sub(r"\1\2", text)
    for word in _WORD.finditer(text):
        name, gap = word[1].lower(), text[end : word.start()]
        if gap or name != charset:
            pieces += [decode_bytes(pending, charset), gap]
            pending = b""
        pending, charset, end = pending + _word_bytes(word[2], word[3]), name, word.end()
    return "".join([*pieces, decode_bytes(pending, charset), text[end:]])


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return decode_base64(data)


def decode_base64(data: bytes) -> bytes:
    """Decode base64 that may be cut short, padded wrongly or interrupted by junk. Never raises."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def one_line(text: str) -> str:
    """Fold white space to single spaces and drop control and bidirectional-override characters, which could deceive."""
    line = " ".join(text.split())
    return line if line.isprintable() else _CONTROL.sub("", line).strip()


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of a block by lower-case name, in order of appearance, undecoded but unfolded on access."""

    fields: Mapping[str, list[bytes]] = field(default_factory=dict)
    _lines: dict[str, str] = field(default_factory=dict, compare=False, repr=False)  # by name, what `raw` returned

    @classmethod
    def parse(cls, block: bytes) -> "Headers":
        """Read a header block (RFC 5322 section 2.2, with bare line feeds, 8-bit bytes and junk lines tolerated)."""
        fields: dict[str, list[bytes]] = {}
        for name, value in _FIELD.findall(block[:MAX_BLOCK]):
            fields.setdefault(name.decode("ascii").lower(), []).append(value)
        return cls(fields)

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def raw(self, name: str) -> str:
        """Return the first field of that name as text on one line with its encoded words as they are, or ""."""
        if name not in self.fields:
            return ""
        line = self._lines.get(name)
        if line is None:
            line = self._lines[name] = one_line(decode_bytes(self.fields[name][0], None))
        return line

    def raws(self, name: str) -> tuple[str, ...]:
        """Return every field of that name as `raw` does."""
        values = self.fields.get(name)
        if not values:
            return ()
        return (self.raw(name), *(one_line(decode_bytes(value, None)) for value in values[1:]))

    def text(self, name: str) -> str:
        """Return the first field of that name, decoded for a reader, or ""."""
        line = self.raw(name)
        return one_line(decode_words(line)) if "=?" in line else line
