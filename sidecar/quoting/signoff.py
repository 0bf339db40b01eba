"""Finds the name lines of a letter: what stands below its closing ("Sincerely,") and says who writes."""

import re
from collections.abc import Sequence

from sidecar.quoting.regions import Part, Region

_CLOSING = re.compile(
    r"(?:yours?|very|most|with|many|warm(?:est|ly)?|kind(?:est)?|(?:all (?:the )?)?best|respect\w+|sin[cs]\w+|"
    r"gratefully|cordially|faithfully|truly|reg[ar]{2,3}ds?|thanks?|thx|thanking|cheers|wishes|love|take care|"
    r"in (?:anticipation|gratitude)|looking forward|mit|freundlichen?|herzliche|liebe|viele|beste|saludos?|"
    r"atentamente|un cordial|cordialement|bien à vous|respectueusement|atenciosamente|obrigad[oa]|abraços|cordiali|"
    r"distinti|groeten|met vriendelijke|saygılarımla|saygılar|pozdrawiam|с уважением|مع|تحياتي|وتفضلوا)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:dear|hi|hello|hey|good|respected|to|greetings)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms)\.?\s)?(?-i:[^\W\d_a-z])[\w.'’-]*"
    r"(?:\s(?:(?:al|bin|de|del|da|di|dos|du|el|la|van|von|der|den|and)|(?-i:[^\W\d_a-z])[\w.'’-]*)){0,4}"
    r"(?:,?\s[A-Z][A-Za-z.]{1,5}){0,3}(?:,\s(?:m[eé]dic[oa]|physician|medical\s(?:doctor|graduate|student)))?[,.]?",
    re.IGNORECASE,
)
_BARE_CLOSING = re.compile(
    r"(?:greetings|salutations|bye)[,.!]?", re.IGNORECASE
)  # the first of them opens letters, too
_POSTSCRIPT = re.compile(r"p\.?\s?p?\.?s\b", re.IGNORECASE)
_MOST_LINES = 12
_LONGEST_LINE = 90
_LONGEST_CLOSING = 6  # words


def name_lines(text: str, parts: Sequence[Part]) -> tuple[int, int] | None:
    """Return the range of the name lines in the last stretch of own words, or None.

    They are the short lines below a closing or, where there is none, a last paragraph that begins with a name. A
    postscript below them is not part of them.
    """
    last = next((part for part in reversed(parts) if part.region is Region.OWN), None)
    if last is None:
        return None
    below: list[tuple[int, int]] = []  # inked lines, last first
    bare: tuple[int, int] | None = None
    end = last.end
    while end > last.start and len(below) <= _MOST_LINES:
        start = max(text.rfind("\n", last.start, end) + 1, last.start)
        line = text[start:end].strip()
        if _closes(line) or (_leads_on(line) and _begins_with_a_name(text, below)):
            return _range(text, below) if below else None
        if _POSTSCRIPT.match(line):
            below.clear()
        elif not line:
            bare = bare or _signed(text, below)
        elif len(line) > _LONGEST_LINE:
            break
        else:
            below.append((start, end))
        end = start - 1
    return bare


def _closes(line: str) -> bool:
    if not line or len(line.split()) > _LONGEST_CLOSING or line.endswith(("?", ":")):
        return False
    if _CLOSING.match(line):
        return line.endswith((",", "!", "…")) or "thank" in line.lower() or not line.endswith(".")
    return _leads_on(line)


def _leads_on(line: str) -> bool:
    return line.endswith(",") and _GREETING.match(line) is None and not _NAME.fullmatch(line)


def _signed(text: str, below: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Take a last paragraph for name lines when it begins with a name alone."""
    if len(below) > 1 and _BARE_CLOSING.fullmatch(text[slice(*below[-1])].strip()):
        below = below[:-1]
    return _range(text, below) if _begins_with_a_name(text, below) else None


def _begins_with_a_name(text: str, lines: list[tuple[int, int]]) -> bool:
    return bool(lines) and _NAME.fullmatch(text[slice(*lines[-1])].strip()) is not None


def _range(text: str, below: list[tuple[int, int]]) -> tuple[int, int]:
    start, end = below[-1][0], below[0][1]
    while text[start].isspace():
        start += 1
    return start, start + len(text[start:end].rstrip())
