"""A table of programs or referees becomes records: matched with those known, changed fields only, bad rows set aside.

Importing the same file twice changes nothing the second time. An empty cell keeps what is known.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sidecar import plain
from sidecar.people import Program, Referee
from sidecar.roster import columns, tables
from sidecar.roster.entries import BadValueError, with_entries

R = TypeVar("R", Program, Referee)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was not imported. `line` counts from 1, the header included."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported(Generic[R]):
    """What a table holds: records new to us, records it changes, how many it repeats, and what could not be used."""

    added: tuple[R, ...]
    changed: tuple[R, ...]
    unchanged: int
    skipped: tuple[Skipped, ...]
    ignored_columns: tuple[str, ...]
    encoding: str

    @property
    def records(self) -> tuple[R, ...]:
        """What to save."""
        return self.added + self.changed


def import_programs(data: bytes, known: Sequence[Program], *, encoding: str | None = None) -> Imported[Program]:
    """Read a table of programs; raises UnreadableTableError when it is none or has no column of names."""
    return _imported(data, known, Program("", ""), columns.PROGRAM, same=_same_program, encoding=encoding)


def import_referees(data: bytes, known: Sequence[Referee], *, encoding: str | None = None) -> Imported[Referee]:
    """Read a table of referees; raises UnreadableTableError when it is none or has no column of names."""
    return _imported(data, known, Referee("", "", ""), columns.REFEREE, same=_same_referee, encoding=encoding)


def new_id(name: str, taken: Sequence[str]) -> str:
    """Return a readable id made of a name, different from those taken: "anita-rao", "anita-rao-2"."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[a-z0-9]+", ascii_name.casefold()))[:48].strip("-") or "record"
    numbered = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(candidate for candidate in numbered if candidate not in taken)


def _imported(  # noqa: PLR0913 - the two sorts of tables differ in just these
    data: bytes,
    known: Sequence[R],
    blank: R,
    headers: dict[str, str],
    *,
    same: Callable[[R, R], bool],
    encoding: str | None,
) -> Imported[R]:
    text, used = tables.decode(data, encoding)
    rows = tables.rows(text)
    header = next(rows, tables.Row(1, ()))
    fields, ignored = columns.matched(header.cells, headers)
    if "name" not in fields.values():
        raise tables.UnreadableTableError("The first line of the file names no column of names, such as Name.")
    before = {record.id: record for record in known}
    after = dict(before)
    skipped: list[Skipped] = []
    named: set[str] = set()
    for row in rows:
        try:
            record = _merged(row, fields, blank, after, same=same, width=len(header.cells))
            after[record.id] = record
            named.add(record.id)
        except BadValueError as error:
            skipped.append(Skipped(row.line, str(error)))
    return Imported(
        added=tuple(record for id_, record in after.items() if id_ not in before),
        changed=tuple(record for id_, record in after.items() if id_ in before and record != before[id_]),
        unchanged=sum(1 for id_ in named if after[id_] == before.get(id_)),
        skipped=tuple(skipped),
        ignored_columns=tuple(ignored),
        encoding=used,
    )


def _merged(  # noqa: PLR0913 - as above
    row: tables.Row, fields: dict[int, str], blank: R, known: dict[str, R], *, same: Callable[[R, R], bool], width: int
) -> R:
    """Return the row as a record, joined with the one we know; raises BadValueError."""
    if row.problem:
        raise BadValueError(f"The row cannot be read: {row.problem}.")
    if any(row.cells[width:]):
        raise BadValueError(
            "It has more cells than the header; a cell with a comma in it needs quotation marks around it."
        )
    entries = {name: row.cells[at] for at, name in fields.items() if at < len(row.cells) and plain.line(row.cells[at])}
    identifier = plain.line(entries.pop("id", ""))
    if "name" not in entries and identifier not in known:
        raise BadValueError("There is no name in it.")
    read = with_entries(blank, entries)
    found = known.get(identifier) or next((record for record in known.values() if same(record, read)), None)
    if found is not None:
        return with_entries(found, entries)
    return replace(read, id=identifier or new_id(read.name, list(known)))


def _key(text: str | None) -> str:
    """Return text for comparing: no case, diacritics, punctuation."""
    folded = unicodedata.normalize("NFKD", (text or "").casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c))))


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two texts do not contradict each other."""
    return not one or not other or _key(one) == _key(other)


def _same_referee(known: Referee, read: Referee) -> bool:
    if known.address and read.address:
        return known.address.casefold() == read.address.casefold()
    return _key(known.name) == _key(read.name)


def _same_program(known: Program, read: Program) -> bool:
    """Programs of one hospital may share a name or an address, hardly both with another specialty."""
    if not _agree(known.specialty, read.specialty):
        return False
    if known.director_address and known.director_address == read.director_address:
        return True
    return _key(known.name) == _key(read.name) and _agree(known.city, read.city) and _agree(known.state, read.state)
