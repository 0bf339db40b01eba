"""How each language of `wording/dates.toml` writes days and frames them, as compiled patterns."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

from sidecar.followup.reading.patterns import any_of, spaced

_DAY = r"(?<![\d/.:,])(?<!\d\d\d-)(?P<day>[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|º|ª|°|\.|ème)?"
_YEAR = r"(?P<year>20\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th)"
_NEVER = r"(?!)"
_ABBREVIATION = 4  # letters of a name up to which it may be another language's word


class Language:
    """The patterns of one language. All match folded text with ASCII digits."""

    def __init__(self, code: str, data: Mapping[str, Any]) -> None:
        self.code = code
        self._telling = any_of([rf"(?:{data['telling']})(?!\w)"])
        self._names = any_of([rf"(?:{'|'.join([*data['months'], *data['weekdays']])})(?!\w)"])
        self.months = [re.compile(each) for each in data["months"]]
        self.weekdays = [re.compile(each) for each in data["weekdays"]]
        self._words = {name: spaced(value) for name, value in data.items() if isinstance(value, str)}
        self._frames = {
            name: spaced("|".join(value)) for name, value in data.items() if isinstance(value, list) and value
        }
        self._any_month = "|".join(data["months"])
        self._any_weekday = "|".join(data["weekdays"])

    def tells(self, text: str) -> int:
        """Return how many different words of a folded text speak for this language."""
        names = {name for name in self._names.findall(text) if len(name) > _ABBREVIATION}
        return len(names | set(self._telling.findall(text)))

    def month(self, written: str) -> int:
        """Return the number of a month that `written_day` matched."""
        return next(number for number, name in enumerate(self.months, 1) if name.fullmatch(written))

    def weekday(self, written: str) -> int | None:
        """Return the number of a weekday (Monday is 0), if it is one."""
        return next((number for number, name in enumerate(self.weekdays) if name.fullmatch(written)), None)

    def frame(self, name: str) -> re.Pattern[str]:
        """Return what stands right before a date in the frame "…_before", or right after it in "…_after"."""
        return self._compiled_frames.get(name, re.compile(_NEVER))

    @cached_property
    def returns(self) -> re.Pattern[str]:
        """Matches the words that speak of a return."""
        return any_of([self._words["returns"]])

    @cached_property
    def written_day(self) -> re.Pattern[str]:
        """A day with its month in letters: groups day, month, year, or day2, month2, year2 where the month is first."""
        words = self._words
        link = rf"[\s,./-]{{0,3}}(?:(?:{words['of']})\s+)?"
        day_first = rf"{_DAY}{link}(?P<month>{self._any_month})(?!\w)\.?(?:{link}{_YEAR})?"
        month_first = rf"(?<!\w)(?P<month>{self._any_month})(?!\w)\.?\s*(?:the\s+)?{_DAY}(?!\s*[:h]\d)(?:,?\s*{_YEAR})?"
        month_first = re.sub(r"\(\?P<(\w+)>", r"(?P<\g<1>2>", month_first)
        after = rf"(?:[\s,(]+(?:{self._any_weekday})(?!\w)\)?)?"
        return re.compile(rf"{self._weekday_first}(?:{day_first}|{month_first}){after}")

    @cached_property
    def week_of(self) -> re.Pattern[str]:
        """What ends a text to make the date behind it stand for its week."""
        return re.compile(rf"(?<!\w)(?:{self._words.get('week_of', _NEVER)})\s+(?:{self._any_weekday}\W+)?\Z")

    @cached_property
    def duration(self) -> re.Pattern[str]:
        """How long something lasts: groups count and unit."""
        return re.compile(rf"(?<!\w)(?:{self._words.get('duration', _NEVER)})(?!\w)")

    @cached_property
    def second_day(self) -> re.Pattern[str]:
        """What follows a month and its day to make them a range: "-8" after "September 1"."""
        return re.compile(rf"\s*{self._words['span']}\s*(?P<day>[0-3]?\d){_ORDINAL}?(?![\d/:])")

    @cached_property
    def weekday_before(self) -> re.Pattern[str]:
        """The weekday that ends a text, ready for a date."""
        return re.compile(rf"{self._weekday_first.removesuffix('?')}\Z")

    @cached_property
    def weekday_after(self) -> re.Pattern[str]:
        """The weekday right after a date."""
        return re.compile(rf"[\s,(]+(?P<weekday>{self._any_weekday})(?!\w)")

    @cached_property
    def vague_day(self) -> re.Pattern[str]:
        """A weekday, a week, today, tomorrow, or a day of the month alone, each in a group of its own."""
        words = self._words
        weekday = rf"(?:(?:{self._any_weekday})(?!\w)[\s,]*)?"
        numbered = rf"(?:{_ORDINAL}(?!\w)|\s+(?:{words.get('day_after', _NEVER)}))"
        whole_month = rf"(?:{words.get('whole_month', _NEVER)})\s+(?P<whole_month>{self._any_month})(?!\w|\W+\d)"
        pieces = [
            whole_month,
            *(rf"(?P<{name}>{words[name]})" for name in ("next_week", "this_week", "tomorrow", "today")),
            rf"{weekday}(?:{words['day']})\s+(?P<bare>[0-3]?\d)(?:{_ORDINAL}|\.|º|er)?(?![\d:%/])",
            rf"{weekday}(?P<ordinal>[0-3]?\d){numbered}",
            rf"(?:{words['next']}\s+)?(?P<weekday>{self._any_weekday})(?!\w)(?:\s+{words.get('next_after', _NEVER)})?",
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})")

    @property
    def _weekday_first(self) -> str:
        words = self._words
        return rf"(?:(?<!\w)(?P<weekday>{self._any_weekday})(?!\w)\.?[\s,(]*(?:(?:{words['day']}|{words['of']})\s+)?)?"

    @cached_property
    def _compiled_frames(self) -> Mapping[str, re.Pattern[str]]:
        lead = rf"(?:(?:{self._words.get('lead', _NEVER)})\s+)?"
        day = rf"(?:(?:{self._words['day']})\s+)?"
        found = {
            "span_before": re.compile(rf"\s*{self._words['span']}\s*{day}\Z"),
            "inclusive_after": re.compile(rf"(?:\s*\([^()]{{1,40}}\))?[\s,]*{self._words['inclusive']}"),
        }
        for name, wordings in self._frames.items():
            if name.endswith("_before"):
                found[name] = re.compile(rf"(?<!\w)(?:{wordings})[\s,:(]*{lead}{day}\Z")
            elif name.endswith("_after"):
                found[name] = re.compile(wordings)
        return found


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages by code."""
    text = resources.files(__package__).joinpath("wording", "dates.toml").read_text("utf-8")
    return {code: Language(code, data) for code, data in tomllib.loads(text).items()}


def spoken(text: str) -> list[Language]:
    """Return up to two languages a folded text may be in, the likeliest first; English if nothing speaks for any."""
    hits = {code: language.tells(text[:3000]) for code, language in languages().items()}
    likely = sorted((code for code, count in hits.items() if count), key=lambda code: -hits[code])
    return [languages()[code] for code in likely[:2] or ["en"]]
