"""The first day back that an absence note names.

"Until 8 September" and "back on 8 September" mean the 8th. "Through 8 September", "until 8 September inclusive" and
"from 1 to 8 September" name the last day away, so the first day back is the 9th: a plain calendar day, for whether that
is a working day is for the schedule to say. Day and month that could be the other way round are not guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from sidecar.followup.reading import dates
from sidecar.followup.reading.dates import Mention
from sidecar.followup.reading.language import Language, spoken
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("autoreply")
_AWAY = re.compile(
    r"\A\W*(?:away|out|off|gone|closed|unavailable|travell?ing|absent|on (?:vacation|leave|holiday|pto))\b"
)
_COUNTS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_COUNTS |= {"a": 1, "an": 1, "twelve": 12}
_UNITS = {"day": 1, "week": 7, "month": 30}
_SENTENCE_END = re.compile(
    r"(?<=[^\W\d][^\W\d][^\W\d][.])\s+(?![\d(])"  # no end: "Sept. 8", "Dr. Rao", "14. September"
    r"|(?<=[!?؟।])\s+|\n[ \t]*\n|(?<=20\d\d[.])\s+|(?<=\w\s\d[.]|\s\d\d[.])\s+(?=i\b)"
)
_LINE = re.compile(r"\s*\n\s*")
_LOOKED_AT = 3000
_WINDOW = 90  # characters before a date in which its frame stands
_HALF_SPAN = re.compile(r"(?<![\d/])[0-3]?\d(?:st|nd|rd|th|er|º|\.)?\s*\Z")
_DAY = timedelta(days=1)


class Frame(IntEnum):
    """How a sentence speaks of a date, the surer the greater."""

    ON = 1  # away on that day
    UNTIL = 2
    THROUGH = 3  # that day, too, is one of absence
    BACK = 4


@dataclass(frozen=True, slots=True)
class ReturnDate:
    """The first day back, or None; `ambiguous` if a day is named that could be two, which are the `readings`."""

    day: date | None = None
    ambiguous: bool = False
    readings: tuple[date, ...] = ()


def find(text: str, base: date) -> ReturnDate:
    """Return the first day back named by the own words of an absence note written on `base`."""
    folded = dates.plain_digits(fold(text[:_LOOKED_AT]))
    for language in spoken(folded):
        best = max(_framed(folded, base, language), key=_surer, default=None)
        if best:
            frame, mention = best
            if frame is not Frame.BACK and _WORDING["gone"].search(folded):
                return ReturnDate()
            beyond = _DAY if frame in {Frame.ON, Frame.THROUGH} else timedelta()
            if mention.first is None or mention.last is None:
                return ReturnDate(
                    None, ambiguous=True, readings=tuple(sorted(day + beyond for day in mention.readings))
                )
            return ReturnDate(mention.last + beyond if beyond else mention.first)
    return ReturnDate()


def _surer(found: tuple[Frame, Mention]) -> tuple[Frame, bool]:
    return found[0], not found[1].vague


def sentences(text: str) -> list[str]:
    """Cut a text into sentences; lines of one paragraph are joined."""
    return [line for piece in _SENTENCE_END.split(text) if piece and (line := _LINE.sub(" ", piece).strip())]


def _framed(text: str, base: date, language: Language) -> Iterator[tuple[Frame, Mention]]:
    order = dates.numeric_order(text, base)
    for sentence in sentences(text):
        mentions = dates.mentions(sentence, language, base, day_first=order)
        framed = [_frame(sentence, mentions, at, language) for at in range(len(mentions))]
        for frame, mention in zip(framed, mentions, strict=True):
            if frame:
                yield frame, mention
        if not any(framed) and (lasting := _by_duration(sentence, mentions, language)):
            yield lasting
        elif mentions and not any(framed) and (fallback := _by_sentence(sentence, mentions, language)):
            yield fallback


def _frame(sentence: str, mentions: list[Mention], at: int, language: Language) -> Frame | None:
    mention = mentions[at]
    before, after = (
        sentence[max(0, mention.start - _WINDOW) : mention.start],
        sentence[mention.end : mention.end + _WINDOW],
    )

    def says(name: str) -> bool:
        pattern = language.frame(name)
        return bool(pattern.search(before) if name.endswith("_before") else pattern.match(after))

    back = says("back_before") or says("back_after")
    if says("through_before") or says("through_after") or (says("inclusive_after") and not back):
        return Frame.THROUGH
    if back:
        return Frame.BACK
    if says("from_before") or says("from_after"):
        return Frame.BACK if language.returns.search(sentence) and at == len(mentions) - 1 else None
    if _closes_span(sentence, mentions, at, language):
        return Frame.THROUGH
    if says("until_before") or says("until_after"):
        return Frame.UNTIL
    return None


def _closes_span(sentence: str, mentions: list[Mention], at: int, language: Language) -> bool:
    """Whether another date, or the bare first day of a range ("1 to 8 September"), stands before this one."""
    before = sentence[max(0, mentions[at].start - _WINDOW) : mentions[at].start]
    found = language.frame("span_before").search(before)
    if not found:
        return False
    opens = mentions[at].start - len(before) + found.start()
    first = next((each for each in mentions[:at] if each.end == opens), None)
    if first and mentions[at].vague and found.group().strip() == "and" and not _follow(first, mentions[at]):
        return False  # "Tuesday and Thursday" are two days
    return first is not None or bool(_HALF_SPAN.search(sentence[:opens]))


def _follow(first: Mention, second: Mention) -> bool:
    """Whether one day comes right after another."""
    return bool(first.last and second.first and first.last + _DAY == second.first)


def _by_duration(sentence: str, mentions: list[Mention], language: Language) -> tuple[Frame, Mention] | None:
    """The end of an absence that is told by its beginning and how long it is: "for two weeks, starting 5 October"."""
    found = language.duration.search(sentence)
    if not found or len(mentions) != 1 or mentions[0].first is None:
        return None
    before = sentence[max(0, mentions[0].start - _WINDOW) : mentions[0].start]
    if not language.frame("from_before").search(before):
        return None
    count = _COUNTS.get(found["count"]) or int(found["count"])
    end = mentions[0].first + count * _UNITS[found["unit"]] * _DAY
    return Frame.UNTIL, replace(mentions[0], first=end, last=end)


def _by_sentence(sentence: str, mentions: list[Mention], language: Language) -> tuple[Frame, Mention] | None:
    """Frame a date by the sentence it is in: a return, else a day or week of absence."""
    if language.returns.search(sentence) and not mentions[0].vague:
        return Frame.BACK, mentions[0]
    if len(mentions) == 1 and (_WORDING["absent"].search(sentence) or _AWAY.search(sentence)):
        return Frame.ON, mentions[0]
    return None
