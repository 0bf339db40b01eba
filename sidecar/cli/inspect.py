"""`deardr inspect`: what the tracker makes of one message, and why. Needs no store and no network."""

import json
import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sidecar import config
from sidecar.followup.message import MessageClass
from sidecar.followup.reading import Reading, fields, read
from sidecar.followup.reading.headers import Headers, split

MAX_BYTES = 50 << 20
_OF_A_MESSAGE = ("from", "to", "subject", "date", "message-id", "received", "return-path", "sender", "content-type")
_OF_A_SENT_COPY = ("bcc", "fcc", "x-identity-key", "x-mozilla-draft-info")
_OF_A_JOURNEY = ("received", "return-path", "delivered-to")
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LABELS = {
    "return_date": "back on",
    "return_date_ambiguous": "date is ambiguous",
    "failed": "failed",
    "original_message_id": "about message",
    "meaning": "meaning",
    "own_text": "own words",
}


class Unreadable(ValueError):
    """A file cannot be inspected; the message is one clear sentence."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE ...")
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="How to print.")
def inspect(files: tuple[str, ...], form: str) -> None:
    """Say what is made of received or sent messages: a reply, an absence note, a bounce …, and why.

    Each FILE is an RFC 5322 message (.eml); - is standard input.

    \b
    Example:
      deardr inspect --format json reply.eml
    """
    now = config.clock()
    answers: list[Mapping[str, Any]] = []
    failed = False
    for file in files:
        try:
            answers.append(answer(file, _load(file), now))
        except Unreadable as error:
            failed = True
            click.echo(f"deardr: {error}", err=True)
    if answers:
        click.echo(_printed(answers, form, several=len(files) > 1))
    sys.exit(2 if failed else 0)


def answer(name: str, message: bytes, now: Callable[[], datetime]) -> dict[str, Any]:
    """Return what is made of the bytes of a message. Raises `Unreadable` if they hold no header field of a message."""
    block, text = split(message.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    headers = Headers.parse(block)
    if not _has(headers, _OF_A_MESSAGE):
        raise Unreadable(f"{name} is no email message: it has no header fields such as From or Subject.")
    own_copy = _has(headers, _OF_A_SENT_COPY) and not _has(headers, _OF_A_JOURNEY)
    return _as_json(
        name,
        read(
            block,
            text,
            folder_role="sent" if own_copy else "inbox",
            mine=frozenset(),
            received_at=_received_at(headers) or now(),
            kind_of=None,
        ),
    )


def _has(headers: Headers, names: tuple[str, ...]) -> bool:
    return any(name in headers for name in names)


def _as_json(name: str, reading: Reading) -> dict[str, Any]:
    message = reading.message
    return {
        "file": name,
        "class": message.cls.value,
        "return_date": message.return_date.isoformat() if message.return_date else None,
        "return_date_ambiguous": message.return_date_ambiguous,
        "failed": list(message.failed),
        "original_message_id": message.original_message_id,
        "meaning": message.meaning.value if message.meaning and message.cls is MessageClass.REPLY else None,
        "own_text": reading.own_text,
        "because": reading.because,
    }


def _received_at(headers: Headers) -> datetime | None:
    """Return when the last server took the message, else the date it gives itself."""
    stamped = fields.moment(headers.raw("received").rpartition(";")[2].strip())
    return stamped or fields.moment(headers.raw("date"))


def _load(file: str) -> bytes:
    try:
        content = sys.stdin.buffer.read(MAX_BYTES + 1) if file == "-" else _bytes_of(Path(file))
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror}.") from error
    if not content.strip():
        raise Unreadable(f"{file} is empty.")
    if len(content) > MAX_BYTES:
        raise Unreadable(f"{file} is larger than {MAX_BYTES >> 20} MB.")
    return content


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _printed(answers: list[Mapping[str, Any]], form: str, *, several: bool) -> str:
    if form == "jsonl":
        return "\n".join(json.dumps(each, ensure_ascii=False) for each in answers)
    if form == "json":
        return json.dumps(answers if several else answers[0], ensure_ascii=False, indent=2)
    return "\n\n".join(map(_as_text, answers))


def _as_text(found: Mapping[str, Any]) -> str:
    lines = [f"{found['file']}: {found['class']}", f"  {found['because']}"]
    for key, label in _LABELS.items():
        value = found[key]
        if value:
            shown = ", ".join(value) if isinstance(value, list) else "yes" if value is True else str(value)
            lines.append(f"  {label}: " + shown.replace("\n", "\n    "))
    return "\n".join(_UNSAFE.sub("", line) for line in lines)
