"""Cuts the text of an email into regions: the writer's own words, and everything a mail program or lawyer put there.

Terminology: a *mark* is a region known beforehand from the HTML; it outranks what the text alone suggests.
All offsets count code points. Everything here is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sidecar.quoting import markers


class Region(StrEnum):
    """Whose words a stretch of text holds."""

    OWN = "own"
    QUOTED = "quoted"
    ATTRIBUTION = "attribution"  # also header blocks and "Original Message" banners
    FORWARDED = "forwarded"
    SIGNATURE = "signature"  # below a `-- ` line (RFC 3676 section 4.3), or marked as one by the mail program
    DEVICE = "device"  # "Sent from my …"
    CODE = "code"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True)
class Part:
    """One region of a text: half-open, without surrounding white space."""

    region: Region
    start: int
    end: int


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str  # stripped
    region: Region = Region.OWN
    marked: Region | None = None

    @property
    def quotes(self) -> bool:
        """Whether the line is visibly somebody else's."""
        return self.marked in _FOREIGN if self.marked else self.text.startswith(">")


_FOREIGN = frozenset({Region.QUOTED, Region.FORWARDED})
_WRAP = 4  # lines an attribution may be wrapped over
_HEADER_LINES = 10  # lines within which a header block shows its subject
_BARE_SIGNATURE = 15  # lines below a `--` without its space that still pass for a signature
_INK = re.compile(r"\S")


def split(text: str, marks: Sequence[Part] = ()) -> tuple[Part, ...]:
    """Return the regions of a plain-text body in order; together they hold all of its ink, and none overlap.

    `marks` are regions known from elsewhere (sorted, without overlap).
    """
    lines = _lines(text, marks)
    end = _cut(lines)
    _quotes(lines[:end])
    _signatures(lines[:end])
    _paragraphs(lines[:end])
    return tuple(_merge(text, lines))


def own_words(text: str, parts: Sequence[Part]) -> str:
    """Return the writer's own words, joined by line breaks."""
    return "\n".join(text[part.start : part.end] for part in parts if part.region is Region.OWN)


def _lines(text: str, marks: Sequence[Part]) -> list[_Line]:
    lines, start, waiting = [], 0, iter(marks)
    mark = next(waiting, None)
    for raw in text.split("\n"):
        line = _Line(start, start + len(raw), raw.strip())
        ink = start + len(raw) - len(raw.lstrip())
        while mark is not None and mark.end <= ink:
            mark = next(waiting, None)
        if mark is not None and mark.start <= ink and line.text:
            line.marked = line.region = mark.region
        lines.append(line)
        start = line.end + 1
    return lines


def _cut(lines: list[_Line]) -> int:
    """Find where somebody else's words run to the end of the text; label them; return the first such line."""
    for index, line in enumerate(lines):
        quotes = line.quotes and not markers.is_original_banner(line.text)
        if not line.text or quotes or (line.marked and not markers.is_forward_banner(line.text)):
            continue
        region, body = _opening(lines, index)
        if region is not None:
            for above in lines[index:body]:
                above.region = Region.ATTRIBUTION
            for below in lines[body:]:
                below.region = region
            return index
    return len(lines)


def _opening(lines: list[_Line], index: int) -> tuple[Region | None, int]:
    """Tell whether an unprefixed quotation or forward starts at a line, and where its body does."""
    text = lines[index].text
    if markers.is_forward_banner(text):
        return Region.FORWARDED, _after_headers(lines, index + 1)
    if markers.is_original_banner(text):
        marked = any(line.quotes for line in lines[index + 1 : index + 2 + _WRAP])
        return (None, index) if marked else (Region.QUOTED, _after_headers(lines, index + 1))
    if _is_header_block(lines, index) or (markers.is_rule(text) and _is_header_block(lines, _inked(lines, index + 1))):
        return Region.QUOTED, _after_headers(lines, index + markers.is_rule(text))
    if markers.opens_attribution(text) or text.endswith((":", "：")):
        last = _attribution_end(lines, index)
        if last is not None:
            return Region.QUOTED, last + 1
    return None, index


def _attribution_end(lines: list[_Line], index: int) -> int | None:
    """Return the last line of an attribution that starts here and has no visibly quoted line below."""
    joined = ""
    for last in range(index, min(index + _WRAP, len(lines))):
        line = lines[last]
        if not line.text or line.quotes:
            return None
        joined = f"{joined} {line.text}".strip()
        if line.text.endswith((":", "：")):
            found = markers.is_attribution(joined, quote_follows=False)
            return last if found and not _quoted_next(lines, last + 1) else None
    return None


def _inked(lines: list[_Line], index: int) -> int:
    """Return the first line from here on that is not blank (at most two blanks are skipped)."""
    for at in range(index, min(index + 3, len(lines))):
        if lines[at].text:
            return at
    return index


def _quoted_next(lines: list[_Line], index: int) -> bool:
    at = _inked(lines, index)
    return at < len(lines) and lines[at].quotes


def _is_header_block(lines: list[_Line], index: int) -> bool:
    """Tell whether header lines start here: a sender and a subject within them, and a date or a recipient."""
    if index >= len(lines) or markers.header_label(lines[index].text) not in {"from", "sent", "subject"}:
        return False
    seen = {markers.header_label(line.text) for line in lines[index : index + _HEADER_LINES]}
    return {"from", "subject"} <= seen and bool(seen & {"sent", "to"})


def _after_headers(lines: list[_Line], index: int) -> int:
    """Return the line after a header block that may start at `index` (blank lines before it are skipped)."""
    at = _inked(lines, index)
    if at >= len(lines) or markers.header_label(lines[at].text) is None:
        return index
    last = at
    for probe in range(at, min(at + _HEADER_LINES, len(lines))):
        if markers.header_label(lines[probe].text):
            last = probe
        elif not lines[probe].text and probe > last:
            break
    return last + 1


def _quotes(lines: list[_Line]) -> None:
    """Label prefixed quotations and the attributions above them."""
    for index, line in enumerate(lines):
        if not line.quotes:
            continue
        if line.marked is None:
            line.region = Region.QUOTED
        above = next((at for at in (index - 1, index - 2) if at >= 0 and lines[at].text), None)
        if above is not None and lines[above].region is Region.OWN:
            _attribute(lines, above)


def _attribute(lines: list[_Line], last: int) -> None:
    """Label the attribution that ends at `last`, if there is one, wherever its first line is."""
    joined, found = "", None
    for first in range(last, max(last - _WRAP, -1), -1):
        line = lines[first]
        if not line.text or line.region is not Region.OWN:
            break
        joined = f"{line.text} {joined}".strip()
        opens = markers.opens_attribution(line.text)
        if (found is None or opens) and markers.is_attribution(joined, quote_follows=True):
            found = first
        if found is not None and opens:
            break
    top = last if found is None else max(found - 1, 0)
    if markers.is_original_banner(lines[top].text):
        found = top
    if found is not None:
        for line in lines[found : last + 1]:
            line.region = Region.ATTRIBUTION


def _signatures(lines: list[_Line]) -> None:
    """Label what stands below a signature delimiter, up to the next quotation."""
    inside = False
    for index, line in enumerate(lines):
        if line.region is not Region.OWN:
            inside = inside and not line.text
        elif line.text == "--" and (line.end - line.start > 2 or _is_short_tail(lines, index)):
            inside = True
        if inside:
            line.region = Region.SIGNATURE


def _is_short_tail(lines: list[_Line], index: int) -> bool:
    tail = 0
    for line in lines[index + 1 : index + 2 + _BARE_SIGNATURE * 2]:
        if line.region is not Region.OWN:
            break
        tail += bool(line.text)
    return tail <= _BARE_SIGNATURE


def _paragraphs(lines: list[_Line]) -> None:
    """Label fenced code, device lines, and legal notices (each to the end of its paragraph)."""
    fenced, notice = False, False
    for line in lines:
        if line.region not in {Region.OWN, Region.SIGNATURE}:
            fenced = notice = False
            continue
        if line.text.startswith("```"):
            fenced, line.region = not fenced, Region.CODE
            continue
        notice = bool(line.text) and (notice or markers.is_disclaimer(line.text))
        if fenced:
            line.region = Region.CODE
        elif notice:
            line.region = Region.DISCLAIMER
        elif markers.is_device_line(line.text):
            line.region = Region.DEVICE


def _merge(text: str, lines: list[_Line]) -> Iterator[Part]:
    """Join neighbouring lines of one region over blank lines."""
    region, start, end = Region.OWN, 0, 0
    for line in lines:
        if not line.text:
            continue
        ink = _INK.search(text, line.start)
        first = ink.start() if ink else line.start
        if line.region is not region or end == 0:
            if end:
                yield Part(region, start, end)
            region, start = line.region, first
        end = first + len(line.text)
    if end:
        yield Part(region, start, end)
