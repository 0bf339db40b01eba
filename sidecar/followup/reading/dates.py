"""Finds the days that a sentence names and works out which days they are.

Terminology:
- *mention*: a stretch of a sentence that names a day or a week.
- *base*: the day the mail was written on, from which relative and yearless dates count.
- *ambiguous*: a day and month that could be the other way round ("3/9"), with nothing that decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sidecar.followup.reading.language import Language

BACKWARD = timedelta(days=60)  # a yearless date this far back is past; further back, it is next year's
LONG_PAST = timedelta(days=180)  # of two readings of a date with its year, one so far back is not meant
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "0123456789" * 3)
_NUMERIC = re.compile(
    r"(?<![\d./:])(?:(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d))?"
    r"|(?<!-)(?P<one_>\d{1,2})-(?P<two_>\d{1,2})-(?P<year_>20\d\d))(?![\d/:%]|\.\d)"
)
_ISO = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_ALWAYS = "24/7"
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|through|thru|until|till)\s*")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_SPELT = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    f"{tens}{ordinal}": base + number
    for tens, base in (("twenty-", 20), ("twenty ", 20))
    for number, ordinal in enumerate(_ORDINALS[:9], 1)
}
_SPELT |= {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}
_SPELT_DAY = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_SPELT, key=len, reverse=True))})"
    r"(?=\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence names what: the first and last day (the same, but for weeks); both None if ambiguous."""

    start: int
    end: int
    first: date | None
    last: date | None
    readings: tuple[date, ...] = ()  # the days it could be, if ambiguous
    vague: bool = False  # a weekday, week or bare day of the month: says something only in a fitting frame


def mentions(sentence: str, language: Language, base: date, *, day_first: bool | None) -> list[Mention]:
    """Return what a folded sentence names, in order. `day_first` is how numeric dates are ordered, if known."""
    found = [*_written(sentence, language, base), *_iso(sentence, base), *_numeric(sentence, language, base, day_first)]
    for vague in _vague(sentence, language, base):
        if not any(vague.start < each.end and each.start < vague.end for each in found):
            found.append(vague)
    return sorted((_whole_week(each, sentence, language) for each in found), key=lambda each: each.start)


def plain_digits(text: str) -> str:
    """Return text with Arabic-Indic, Persian and Devanagari digits as ASCII, and days spelt out before their month."""
    return _SPELT_DAY.sub(lambda hit: str(_SPELT[hit[1]]), text.translate(_DIGITS))


def numeric_order(text: str, base: date | None = None) -> bool | None:
    """Return whether the numeric dates of a text put the day first, as far as one of them gives it away.

    So does a range that holds `base`, the day of the absence note, in one order only.
    """
    orders = set()
    hits = [hit for hit in _NUMERIC.finditer(text) if hit["mark"] == "/" and hit[0] != _ALWAYS]
    for hit in hits:
        one, two = int(hit["one"]), int(hit["two"])
        orders |= {True} if one > 12 >= two else {False} if two > 12 >= one else set()
    if base and not orders:
        ranges = [(a, b) for a, b in pairwise(hits) if _BETWEEN.fullmatch(text, a.end(), b.start())]
        orders = {order for order in (True, False) for a, b in ranges if _holds(base, a, b, day_first=order)}
    return orders.pop() if len(orders) == 1 else None


def _holds(base: date, first: re.Match[str], last: re.Match[str], *, day_first: bool) -> bool:
    days = [
        resolve(base, hit["year"], int(hit["two" if day_first else "one"]), int(hit["one" if day_first else "two"]))
        for hit in (first, last)
    ]
    return bool(days[0] and days[1] and days[0] <= base <= days[1])


def _whole_week(mention: Mention, sentence: str, language: Language) -> Mention:
    """The week that a date stands for in "the week of 19 October"."""
    before = sentence[max(0, mention.start - 40) : mention.start]
    week = language.week_of.search(before)
    if not week or mention.first is None:
        return mention
    start = mention.start - len(before) + week.start()
    return replace(mention, start=start, last=mention.first + timedelta(days=6))


def resolve(base: date, year: str | None, month: int, day: int) -> date | None:
    """Return a date; without a year the next one, unless it was just past. None if there is no such day."""
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else range(base.year - 1, base.year + 2)
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= base - BACKWARD:
            return found
    return None


def _written(sentence: str, language: Language, base: date) -> Iterator[Mention]:
    for hit in language.written_day.finditer(sentence):
        month = language.month(hit["month"] or hit["month2"])
        day = resolve(base, hit["year"] or hit["year2"], month, int(hit["day"] or hit["day2"]))
        if not day:
            continue
        yield Mention(hit.start(), hit.end(), day, day)
        second = language.second_day.match(sentence, hit.end()) if hit["month2"] else None
        if second and (last := resolve(day, None, month, int(second["day"]))):
            yield Mention(second.start("day"), second.end(), last, last)


def _iso(sentence: str, base: date) -> Iterator[Mention]:
    for hit in _ISO.finditer(sentence):
        if day := resolve(base, hit[1], int(hit[2]), int(hit[3])):
            yield Mention(hit.start(), hit.end(), day, day)


def _numeric(sentence: str, language: Language, base: date, day_first: bool | None) -> Iterator[Mention]:
    for hit in _NUMERIC.finditer(sentence):
        year = hit["year"] or hit["year_"]
        if hit[0] == _ALWAYS or (hit["mark"] == "." and not year and language.code == "en"):
            continue  # round the clock; a decimal
        one, two = int(hit["one"] or hit["one_"]), int(hit["two"] or hit["two_"])
        start, weekday = _weekday_beside(sentence, language, hit.start(), hit.end())
        readings = {
            order: day
            for order, day in ((True, resolve(base, year, two, one)), (False, resolve(base, year, one, two)))
            if day
        }
        if readings:
            certain = True if hit["mark"] == "." or language.code != "en" else day_first
            recent = {order: day for order, day in readings.items() if day >= base - LONG_PAST} or readings
            likely = recent if year and certain is None else readings
            day = _only_one(likely, weekday, certain)
            yield Mention(start, hit.end(), day, day, () if day else tuple(likely.values()))


def _only_one(readings: dict[bool, date], weekday: int | None, day_first: bool | None) -> date | None:
    """Return the one reading that is left once weekday and order have had their say, or None."""
    fitting = {day for day in readings.values() if day.weekday() == weekday}
    if len(fitting) == 1:
        return fitting.pop()
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    return None if day_first is None else readings[day_first]


def _weekday_beside(sentence: str, language: Language, start: int, end: int) -> tuple[int, int | None]:
    """Return where a date begins if the weekday before it is counted in, and which weekday stands beside it."""
    window = sentence[max(0, start - 30) : start]
    if before := language.weekday_before.search(window):
        return start - len(window) + before.start(), language.weekday(before["weekday"])
    after = language.weekday_after.match(sentence, end)
    return start, language.weekday(after["weekday"]) if after else None


def _vague(sentence: str, language: Language, base: date) -> Iterator[Mention]:
    for hit in language.vague_day.finditer(sentence):
        named = hit["weekday"]
        if named and len(named) < (3 if language.code == "en" else 4):
            continue  # "so", "di", "mar" are other words more often
        found = _days(hit, language, base)
        if found:
            yield Mention(hit.start(), hit.end(), *found, vague=True)


def _whole_month(hit: re.Match[str], language: Language, base: date) -> tuple[date, date]:
    """The first and last day of the month that is on or comes next; of its end, the last day alone."""
    number = language.month(hit["whole_month"])
    year = base.year + (number < base.month)
    last = date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
    return (last, last) if hit.groupdict().get("month_end") else (last.replace(day=1), last)


def _days(hit: re.Match[str], language: Language, base: date) -> tuple[date, date] | None:
    monday = base - timedelta(days=base.weekday())
    if hit["next_week"]:
        return monday + timedelta(days=7), monday + timedelta(days=13)
    if hit["this_week"]:
        return base, monday + timedelta(days=6)
    if hit["whole_month"]:
        return _whole_month(hit, language, base)
    if hit["weekday"]:
        number = language.weekday(hit["weekday"])
        ahead = 0 if number is None else (number - base.weekday() - 1) % 7 + 1
    elif hit["bare"] or hit["ordinal"]:
        wanted = int(hit["bare"] or hit["ordinal"])
        ahead = next((days for days in range(62) if (base + timedelta(days=days)).day == wanted), -1)
    else:
        ahead = 1 if hit["tomorrow"] else 0
    day = base + timedelta(days=ahead)
    return (day, day) if ahead >= 0 else None
