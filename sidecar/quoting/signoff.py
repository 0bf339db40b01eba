"""Finds the name lines of a letter: what stands below its closing ("Sincerely,") and says who writes."""

import re
from collections.abc import Sequence

from sidecar.quoting.regions import Part, Region

_CLOSING = re.compile(
    r"(?:(?:yours?|very|most|with|many|warm(?:est)?|kind(?:est)?|best|respectfully|sincerely|gratefully|cordially|"
    r"faithfully|truly|regards?|thank(?:s| you)?|thanking you|cheers|wishes|in (?:anticipation|gratitude)|"
    r"looking forward(?: to)?|mit|freundlichen?|herzliche|liebe|viele|beste|saludos?|atentamente|un cordial|"
    r"cordialement|bien à vous|respectueusement|atenciosamente|obrigad[oa]|abraços|cordiali|distinti|groeten|"
    r"met vriendelijke|saygılarımla|saygılar|pozdrawiam|с уважением|مع|تحياتي|وتفضلوا)\b.{0,60})",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[.?!]$")
_POSTSCRIPT = re.compile(r"p\.?\s?p?\.?s\b", re.IGNORECASE)
_MOST_LINES = 12
_LONGEST_LINE = 90


def name_lines(text: str, parts: Sequence[Part]) -> tuple[int, int] | None:
    """Return the range of the name lines in the last stretch of own words, or None.

    They are short lines below the last closing line; a postscript ends them.
    """
    last = next((part for part in reversed(parts) if part.region is Region.OWN), None)
    if last is None:
        return None
    block: list[tuple[int, int]] = []
    end = last.end
    while end > last.start and len(block) <= _MOST_LINES:
        start = max(text.rfind("\n", last.start, end) + 1, last.start)
        line = text[start:end].strip()
        if line and _CLOSING.fullmatch(line) and not _is_prose(line):
            return _below(text, block)
        if line and _POSTSCRIPT.match(line):
            block.clear()
        elif line:
            if len(line) > _LONGEST_LINE:
                return None
            block.append((start, end))
        end = start - 1
    return None


def _is_prose(line: str) -> bool:
    return len(line.split()) > 6 or (_PROSE_END.search(line) is not None and "thank" not in line.lower())


def _below(text: str, block: list[tuple[int, int]]) -> tuple[int, int] | None:
    if not block:
        return None
    start, end = block[-1][0], block[0][1]
    while text[start].isspace():
        start += 1
    return start, start + len(text[start:end].rstrip())
