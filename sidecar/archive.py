"""Everything a user has told DearDr or DearDr has read, as one file to keep or to move to another machine.

The file is a ZIP: `deardr.json` (people, season, settings, journal, accounts without their passwords), `messages.jsonl`
(what was read from each email, never its text) and `templates/` (the user's own). Passwords and tokens are not in it.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from sidecar import plain
from sidecar.followup.acts import Act
from sidecar.followup.message import Message
from sidecar.letters.sandbox import FILE_NAME
from sidecar.people import Profile, Program, Referee, Season
from sidecar.store.codec import load
from sidecar.store.store import Store

FORMAT = 1
_DATA, _MESSAGES, _TEMPLATES = "deardr.json", "messages.jsonl", "templates/email/"
_LARGEST = 1_000_000_000  # bytes of an entry, unpacked
_AT_ONCE = 1_000  # messages recorded in one go
_SHAPES: dict[str, Any] = {"profile": Profile, "season": Season}  # settings that are records
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)  # whatever zipfile may raise
_MESSAGE = TypeAdapter(Message)


class UnreadableArchiveError(Exception):
    """A file is no export of ours, or a damaged one. The message is one sentence for the user."""


class _Dismissal(BaseModel):
    fingerprint: str
    rule: str
    at: datetime


class _Data(BaseModel):
    """What `deardr.json` holds. Settings are JSON texts by name; profile and season are among them."""

    format: Annotated[int, Field(ge=1)]
    written_at: datetime
    settings: dict[str, str] = {}
    referees: list[Referee] = []
    programs: list[Program] = []
    acts: list[Act] = []
    dismissals: list[_Dismissal] = []
    accounts: list[dict[str, Any]] = []


@dataclass(frozen=True, slots=True)
class Contents:
    """How much an archive holds, for telling the user."""

    referees: int
    programs: int
    messages: int
    acts: int
    accounts: tuple[str, ...]
    templates: tuple[str, ...]


def write(store: Store, templates: Path, file: IO[bytes], now: datetime) -> Contents:
    """Write everything to a binary file; `templates` is the folder of the user's own, which need not exist."""
    data = _Data(
        format=FORMAT,
        written_at=now,
        settings=store.settings.texts(),
        referees=store.people.referees.all(),
        programs=store.people.programs.all(),
        acts=store.journal.acts(),
        dismissals=[_Dismissal(fingerprint=f, rule=rule, at=at) for f, rule, at in store.settings.dismissals()],
        accounts=store.mail.accounts(),
    )
    own = (
        sorted(path for path in templates.glob("*.j2") if FILE_NAME.fullmatch(path.name)) if templates.is_dir() else []
    )
    count = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_DATA, data.model_dump_json(indent=1))
        with archive.open(_MESSAGES, "w") as lines:
            for count, message in enumerate(store.mail.all(), 1):  # noqa: B007 - counted for the report
                lines.write(_MESSAGE.dump_json(message, exclude_defaults=True) + b"\n")
        for path in own:
            archive.write(path, _TEMPLATES + path.name)
    return _contents(data, count, [path.name for path in own])


def look(file: IO[bytes]) -> Contents:
    """Read an archive through and return what it holds, changing nothing; raises UnreadableArchiveError."""
    with _opened(file) as archive:
        data = _data(archive)
        return _contents(data, sum(1 for _ in _messages(archive)), list(dict(_templates(archive))))


def read(store: Store, templates: Path, file: IO[bytes]) -> Contents:
    """Take an archive in, whole or not at all; raises UnreadableArchiveError. Doing it again changes nothing.

    A record of the archive replaces the one of the same id; what the archive does not know stays.
    """
    with _opened(file) as archive:
        data, own = _data(archive), dict(_templates(archive))
        with store.database.writing():
            _take_in(store, data)
            count = 0
            for batch in _batched(_messages(archive)):
                store.mail.observe(batch)
                count += len(batch)
    templates.mkdir(parents=True, exist_ok=True)
    for name, text in own.items():
        (templates / name).write_text(text, encoding="utf-8")
    return _contents(data, count, list(own))


def _take_in(store: Store, data: _Data) -> None:
    for name, text in data.settings.items():
        store.settings.put_text(name, text)
    store.people.referees.put(*data.referees)
    store.people.programs.put(*data.programs)
    for act in data.acts:
        store.journal.write(act)
    for one in data.dismissals:
        store.settings.dismiss_finding(one.fingerprint, one.rule, one.at)
    known = {account["name"] for account in store.mail.accounts()}
    for account in data.accounts:
        if account["name"] not in known:
            store.mail.put_account(account)


def _contents(data: _Data, messages: int, templates: list[str]) -> Contents:
    names = tuple(str(account["name"]) for account in data.accounts)
    return Contents(len(data.referees), len(data.programs), messages, len(data.acts), names, tuple(templates))


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _DAMAGED:
        raise UnreadableArchiveError("The file is no export of DearDr, or it is damaged.") from None


def _entry(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        if archive.getinfo(name).file_size > _LARGEST:
            raise UnreadableArchiveError("The export holds more than DearDr ever writes.")
        return archive.open(name)
    except (KeyError, *_DAMAGED):  # absent, damaged, unknown, encrypted
        raise UnreadableArchiveError(f"The file is no export of DearDr: {name} is missing or unreadable.") from None


def _data(archive: zipfile.ZipFile) -> _Data:
    with _entry(archive, _DATA) as entry:
        text = _bytes(entry)
    try:
        data = _Data.model_validate_json(text)
        for name, value in data.settings.items():
            load(shape, value) if (shape := _SHAPES.get(name)) else json.loads(value)
        if any(not isinstance(account.get("name"), str) for account in data.accounts):
            raise UnreadableArchiveError("The export is damaged: an account in it has no name.")
    except (ValidationError, json.JSONDecodeError) as error:
        where = (
            ".".join(str(part) for part in error.errors()[0]["loc"])
            if isinstance(error, ValidationError)
            else "settings"
        )
        raise UnreadableArchiveError(f"The export is damaged: {plain.line(where) or _DATA} does not fit.") from None
    if data.format > FORMAT:
        raise UnreadableArchiveError(
            "The export was written by a later version of DearDr; install that one to read it."
        )
    return data


def _messages(archive: zipfile.ZipFile) -> Iterator[Message]:
    with _entry(archive, _MESSAGES) as entry:
        try:
            for number, line in enumerate(entry, 1):
                try:
                    yield _MESSAGE.validate_json(line)
                except ValidationError:
                    raise UnreadableArchiveError(f"The export is damaged: message {number} does not fit.") from None
        except _DAMAGED:
            raise UnreadableArchiveError("The export is damaged; copy the file again.") from None


def _templates(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the user's own templates; a name that is no template's is passed over, so that nothing lands elsewhere."""
    for name in archive.namelist():
        if name.startswith(_TEMPLATES) and FILE_NAME.fullmatch(name.removeprefix(_TEMPLATES)):
            with _entry(archive, name) as entry:
                yield name.removeprefix(_TEMPLATES), _bytes(entry).decode("utf-8", "replace")


def _bytes(entry: IO[bytes]) -> bytes:
    try:
        return entry.read()
    except _DAMAGED:
        raise UnreadableArchiveError("The export is damaged; copy the file again.") from None


def _batched(messages: Iterator[Message]) -> Iterator[list[Message]]:
    batch: list[Message] = []
    for message in messages:
        batch.append(message)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
