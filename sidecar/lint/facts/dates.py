"""The dates a draft names, in the forms applicants write them, and the day each means.

Terminology: a date is *exact* when it names a day, and otherwise a month, a week or a part of one. Slash dates are read the
American way (month first) unless only the other order makes a day.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from sidecar.lint.facts.prose import Stretch

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "couple of": 2,
}

_MONTH = (
    r"(?P<{m}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = rf"(?:the )?(?P<{{d}}>\d{{{{1,2}}}}|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:of )?(?P<{y}>20\d\d))?"


def _form(form: str, suffix: str) -> str:
    pieces = form.replace("<month>", _MONTH.replace("{m}", f"month{suffix}"))
    pieces = pieces.replace("<day>", _DAY.replace("{d}", f"day{suffix}")).replace(
        "<year>", _YEAR.replace("{y}", f"year{suffix}")
    )
    return pieces.replace("{{", "{").replace("}}", "}").replace(" ", r"\s+")


_FORMS = (
    r"<month> <day>(?![\d:])<year>",
    r"<day>(?: of)? <month><year>",
    r"(?P<iso>20\d\d-\d\d?-\d\d?)",
    r"(?P<slash>\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?)(?![\d/])",
    r"<day> of (?P<which>next|this|the) month",
    r"(?P<part>end|middle|beginning|start|mid|early|late|first week|second week|third week|last week|first half|second half)(?: of| of the)?(?: |-)<month><year>",
    r"(?:by|before|until|till|than) the (?P<bare>\d{1,2})(?:(?:st|nd|rd|th)|(?=[,.;!?]| (?:all|it|if|i|because|everything|please|so|at|and)\b))",
    r"(?P<ending>end of (?:this|the|next) (?:week|month|year))",
    r"(?:next|this|coming|on|by|until|till|before|due) (?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day",
    r"(?:with)?in (?:the next |next |about |around )?(?P<count>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|ten|couple of) (?P<unit>days?|weeks?|months?)",
    r"(?P<count2>\d{1,2}|a|one|two|three|four|five|six|seven|eight|ten) (?P<unit2>days?|weeks?|months?) from (?:now|today)",
    r"(?P<near>today|tomorrow|tonight|this week|next week|this weekend|next month|this month)",
    r"<month><year>",
)
_DATE = re.compile(
    r"(?<![\w/.-])(?:" + "|".join(_form(form, str(number)) for number, form in enumerate(_FORMS)) + r")(?![\w-])"
)
# What a group of `_DATE` gives: `month3` and `month11` the month, whichever form matched.
_PARTS = [(re.sub(r"\d+$", "", name), group) for name, group in _DATE.groupindex.items()]
_SPAN = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*")
_DIGIT = re.compile(r"\d")
_CLUES = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december "
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight day days week weeks weekend month months year".split()
)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date in the body: its place and words, the day it means where that can be told, and whether it names a day."""

    start: int
    end: int
    text: str
    on: date | None
    exact: bool


Dated = tuple[Stretch, tuple[DateRead, ...]]
"""A sentence and the dates it names."""


def dated(sentences: Iterable[Stretch], today: date) -> Iterator[Dated]:
    """Yield each sentence with the dates it names."""
    return ((sentence, tuple(dates(sentence, today))) for sentence in sentences)


def dates(sentence: Stretch, today: date) -> Iterator[DateRead]:
    """Yield the dates a sentence names; `today` settles years and relative days."""
    if not may_name_one(sentence):
        return
    matches = [(match, _named(match)) for match in _DATE.finditer(sentence.text)]
    for (match, found), following in zip_longest(matches, matches[1:]):
        if _modal_may(found, sentence.text, match):
            continue
        if following and _SPAN.fullmatch(sentence.text, match.end(), following[0].start()) and "month" in found:
            found.setdefault("year", following[1].get("year", ""))
        on, exact = _meaning({part: value for part, value in found.items() if value}, today)
        text = match[0].rstrip(".")
        start = sentence.start + match.start()
        yield DateRead(start, start + len(text), text, on, exact)


def may_name_one(sentence: Stretch) -> bool:
    """Tell at a glance whether a sentence may name a date: most do not."""
    return not _CLUES.isdisjoint(sentence.words) or _DIGIT.search(sentence.text) is not None


def _named(match: re.Match[str]) -> dict[str, str]:
    return {part: value for part, group in _PARTS if (value := match[group])}


def _modal_may(found: dict[str, str], text: str, match: re.Match[str]) -> bool:
    """`may` or `march` alone is a verb unless a preposition or a range stands before it."""
    if found not in ({"month": "may"}, {"month": "march"}):
        return False
    before = text[max(0, match.start() - 20) : match.start()].split()
    return not before or before[-1].strip("(") not in {
        "in", "by", "of", "since", "until", "till", "to", "from", "and", "through", "before", "after", "during", "last", "this", "next", "mid", "early", "late", "between", "around",
    }  # fmt: skip


def _meaning(found: dict[str, str], today: date) -> tuple[date | None, bool]:
    if "iso" in found:
        year, month, day = (int(piece) for piece in found["iso"].split("-"))
        return _day(year, month, day), True
    if "slash" in found:
        return _slash(found["slash"], today), True
    if "which" in found:
        month = today.month + (found["which"] == "next")
        return _day(today.year + (month > 12), (month - 1) % 12 + 1, _number(found["day"])), True
    if "month" in found:
        return _in_month(found, today)
    if "bare" in found:
        return _next(int(found["bare"]), today), True
    return _relative(found, today)


def _in_month(found: dict[str, str], today: date) -> tuple[date | None, bool]:
    month = _MONTHS.index(found["month"][:3]) + 1
    part = found.get("part", "")
    last_days = {
        "mid": 15,
        "middle": 15,
        "early": 10,
        "beginning": 7,
        "start": 7,
        "first week": 7,
        "second week": 14,
        "third week": 21,
        "first half": 15,
    }
    day = _number(found["day"]) if "day" in found else last_days.get(part, 28)
    year = int(found["year"]) if "year" in found else _likely_year(month, day, today)
    return _day(year, month, day), "day" in found


def _relative(found: dict[str, str], today: date) -> tuple[date | None, bool]:
    if "weekday" in found:
        ahead = (_WEEKDAYS.index(found["weekday"][:3]) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7), True
    if "count" in found:
        count = _NUMBERS.get(found["count"]) or int(found["count"])
        days = {"d": 1, "w": 7, "m": 30}[found["unit"][0]]
        return today + timedelta(days=count * days), True
    near = found.get("near") or found.get("ending", "")
    spans = {
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "this week": 6,
        "next week": 11,
        "this weekend": 6,
        "this month": 28,
        "next month": 45,
    }
    if near in spans:
        return today + timedelta(days=spans[near]), near in {"today", "tonight", "tomorrow"}
    ahead = {"week": 6, "month": 30, "year": 365}[near.split()[-1]] + (30 if "next" in near else 0)
    return today + timedelta(days=ahead), False


def _next(day: int, today: date) -> date | None:
    """Return the next day of this number, in this month or the one after."""
    month = today.month + (day < today.day)
    return _day(today.year + (month > 12), (month - 1) % 12 + 1, day)


def _slash(text: str, today: date) -> date | None:
    first, second, *rest = (int(piece) for piece in re.split(r"[/.]", text))
    month, day = (first, second) if first <= 12 else (second, first)
    if not 1 <= month <= 12:
        return None
    year = (rest[0] if rest[0] > 99 else 2000 + rest[0]) if rest else _likely_year(month, day, today)
    return _day(year, month, day)


def _likely_year(month: int, day: int, today: date) -> int:
    """A date without a year is the next one, unless it passed less than three months ago."""
    this_year = _day(today.year, month, min(day, 28))
    if this_year is not None and this_year < today - timedelta(days=90):
        return today.year + 1
    if this_year is not None and this_year > today + timedelta(days=275):
        return today.year - 1
    return today.year


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ORDINALS.index(text) + 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
