"""A profile from a file: JSON as `deardr profile show --format json` writes it, or a table with one row."""

import json

from sidecar import plain
from sidecar.people import Profile
from sidecar.roster import columns, tables
from sidecar.roster.entries import BadValueError, with_entries


def read_profile(data: bytes, known: Profile | None = None, *, encoding: str | None = None) -> Profile:
    """Return the profile with what the file says; raises UnreadableTableError or BadValueError."""
    text, _ = tables.decode(data, encoding)
    entries = _from_json(text) if text.lstrip().startswith("{") else _from_table(text)
    return with_entries(known or Profile(), entries)


def _from_json(text: str) -> dict[str, str]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise tables.UnreadableTableError(f"The file is no JSON: {plain.line(str(error))}.") from error
    return {str(name): _as_text(str(name), value) for name, value in values.items()}


def _as_text(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, str | int):
        return str(value)
    raise BadValueError(f"The value of {plain.line(name)[:60]!r} should be a text or a number.")


def _from_table(text: str) -> dict[str, str]:
    """Read a header and one row, or two columns of names and values."""
    rows = [row for row in tables.rows(text) if not row.problem]
    fields, _ = columns.matched(rows[0].cells, columns.PROFILE)
    if len(rows) == 2 and len(fields) > 1:
        return {name: rows[1].cells[at] for at, name in fields.items() if at < len(rows[1].cells)}
    named = (
        (columns.PROFILE.get(columns.plain_header(row.cells[0])), row.cells[1]) for row in rows if len(row.cells) > 1
    )
    entries = {name: value for name, value in named if name}
    if not entries:
        raise tables.UnreadableTableError("The file names no field of a profile, such as Name or AAMC ID.")
    return entries
