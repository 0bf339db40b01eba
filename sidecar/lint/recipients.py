"""Reads the mailboxes of an address field together with where each stands (RFC 5322 section 3.4, leniently)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sidecar.lint.rule import Field, Span
from sidecar.people import Mailbox


@dataclass(frozen=True, slots=True)
class Recipient:
    """One mailbox of To, Cc or Bcc: `span` is the whole entry, `address` the addr-spec in it (empty if it has none)."""

    mailbox: Mailbox
    span: Span
    address: Span


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|<[^>]*>?|\([^()]*\)|[,;\n]|[^",;<(\n]+|\(')
_ADDRESS = re.compile(r"[^\s<>\"',;()]+@[^\s<>\"',;()]+")
_GROUP = re.compile(r"[^@<\":]{1,80}:\s*")


def read_recipients(text: str, field: Field) -> tuple[Recipient, ...]:
    """Return the mailboxes of an address field's text in order; never raises.

    A bare name before a comma ("Rao, Anil <…>") belongs to the entry after it.
    """
    return tuple(_read(text, field, start, end) for start, end in _entries(text))


def _entries(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _TOKEN.finditer(text):
        if match[0] in {",", ";", "\n"}:
            piece = text[start : match.start()]
            surname_first = match[0] == "," and "@" not in piece and len(piece.split()) <= 2
            if not surname_first or "@" not in text[match.end() : match.end() + 200].partition(",")[0]:
                yield from _trimmed(text, start, match.start())
                start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    group = _GROUP.match(text, start, end)
    start = group.end() if group else start
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip())


def _read(text: str, field: Field, start: int, end: int) -> Recipient:
    found = list(_ADDRESS.finditer(text, start, end))
    if not found:
        name = _name(text[start:end])
        return Recipient(Mailbox(name, ""), Span(field, start, end), Span(field, end, end))
    at = found[-1]
    name = _name(text[start : at.start()])
    return Recipient(Mailbox(name, at[0].lower()), Span(field, start, end), Span(field, at.start(), at.end()))


def _name(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.strip().rstrip("<(").strip().strip("\"'").strip())
