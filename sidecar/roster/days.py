"""Dates as people write them in tables. What could be two days is asked about, never guessed."""

import calendar
import re
from datetime import date, datetime

_FULL = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y")
_MONTH = ("%Y-%m", "%m/%Y", "%B %Y", "%b %Y", "%b-%Y")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


class BadDayError(ValueError):
    """A date cannot be read, or is ambiguous. The message is one sentence for the user."""


def read_day(text: str, *, last_of_month: bool = False) -> date:
    """Read a calendar day. A month alone is its first day, or its last where the field means an end.

    Raises BadDayError, also for "03/04/2026", which is one day in the United States and another elsewhere.
    """
    plain = " ".join(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,|(?<=[a-z])\.", " ", text.strip(), flags=re.IGNORECASE).split())
    plain = re.sub(r"[T ]\d{1,2}:\d{2}(?::\d{2})?$", "", plain)  # a spreadsheet's time of day
    if found := _SLASHED.fullmatch(plain):
        return _slashed(int(found[1]), int(found[2]), int(found[3]), text)
    if (day := _parsed(plain, _FULL)) is not None:
        return day
    if (month := _parsed(plain, _MONTH)) is not None:
        return month.replace(day=calendar.monthrange(month.year, month.month)[1]) if last_of_month else month
    raise BadDayError(f"{text[:40]!r} is no date; write it as in 2026-05-29.")


def _slashed(first: int, second: int, year: int, text: str) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise BadDayError(
            f"{text[:40]!r} may be two different days; write the year first: {year}-{first:02}-{second:02}."
        )
    month, day = (first, second) if first <= 12 else (second, first)
    try:
        return date(year, month, day)
    except ValueError:
        raise BadDayError(f"{text[:40]!r} is no date; write it as in 2026-05-29.") from None


def _parsed(text: str, forms: tuple[str, ...]) -> date | None:
    for form in forms:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no zone
        except ValueError:
            continue
    return None
