"""A table as people export it: CSV in several encodings and delimiters; one bad row spoils no other."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

_BYTES = 20_000_000
_LINES_OF_A_ROW = 40  # a quotation mark that is not closed by then never was meant to span lines
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class UnreadableTableError(ValueError):
    """A file is no table we can read. The message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line it begins on; `problem` says why it could not be read."""

    line: int
    cells: tuple[str, ...]
    problem: str | None = None


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return a file's text and encoding: the one named, a byte order mark's, UTF-8, else Windows-1252 (Excel's).

    Raises UnreadableTableError.
    """
    if len(data) > _BYTES:
        raise UnreadableTableError(f"The file is larger than {_BYTES // 1_000_000} MB, which is no list of people.")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(str(name)), str(name)
        except UnicodeDecodeError:
            continue
        except LookupError:
            raise UnreadableTableError(f"There is no encoding called {encoding!r}.") from None
    raise UnreadableTableError("The file is no text in UTF-8 or Windows-1252; name its encoding, or save it as UTF-8.")


def rows(text: str) -> Iterator[Row]:
    """Yield the rows that have something in them, the header first. Raises UnreadableTableError when there is none."""
    if "\0" in text:
        raise UnreadableTableError("The file is no CSV text; export the table as CSV (UTF-8) first.")
    lines = text.splitlines(keepends=True)
    at, delimiter = 0, None
    if lines and lines[0].strip().casefold().startswith("sep="):  # Excel's own hint
        delimiter, at = lines[0].strip()[4:5] or None, 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    if at == len(lines):
        raise UnreadableTableError("The file is empty.")
    chosen = delimiter or max(",;\t|", key=lines[at].count)
    while at < len(lines):
        row, used = _row(lines, at, chosen)
        if row.problem or any(row.cells):
            yield row
        at += used


def _row(lines: list[str], at: int, delimiter: str) -> tuple[Row, int]:
    """Read the row that begins on a line; return it and how many lines it takes."""
    reader = csv.reader(lines[at : at + _LINES_OF_A_ROW], delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration):
        return Row(at + 1, (), "a quotation mark in it is not closed or not at the edge of its cell"), 1
    return Row(at + 1, tuple(cell.strip() for cell in cells)), max(1, reader.line_num)
