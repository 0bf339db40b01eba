"""Days, windows and the best moment in them: wall-clock arithmetic that survives changes of the clocks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from sidecar.followup.prompt import Window

FROM, UNTIL = time(8), time(10)  # when a busy reader's morning begins (domain.md 6)
OFFICE_CLOSES = time(17)
_PREFERRED = (1, 2, 3)  # Tuesday to Thursday, as `date.weekday` counts
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_SEARCH_DAYS = 21  # holidays never fill three weeks


def zone(name: str | None) -> tzinfo | None:
    """Return the zone of an IANA name, None when there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def plus_days(at: datetime, days: int, where: tzinfo) -> datetime:
    """Return the same time on the clock in `where`, so many days later."""
    local = at.astimezone(where).replace(tzinfo=None) + timedelta(days=days)
    return _at(local.date(), local.time(), where)


def start_of(day: date, where: tzinfo) -> datetime:
    """Return the first moment of a day."""
    return _at(day, time.min, where)


def end_of(day: date, where: tzinfo) -> datetime:
    """Return the last second of a day."""
    return _at(day, time(23, 59, 59), where)


def is_working_day(day: date) -> bool:
    """Say whether a day is neither weekend nor US federal holiday."""
    return day.weekday() < 5 and day not in _federal_holidays(day.year)


def working_day_after(day: date, count: int) -> date:
    """Return the `count`-th working day after a day."""
    while count:
        day += _DAY
        count -= is_working_day(day)
    return day


def best_moment(window: Window, where: tzinfo, earliest: datetime) -> datetime:
    """Return the best moment of a window not before `earliest`, on the clock in `where`.

    A working morning, Tuesday to Thursday first; then any working hour left in the window; when no fitting day is left
    in it, the first good morning after it.
    """
    begin = max(window.start, earliest)
    mornings = list(_slots(begin, window.end, where, FROM, UNTIL))
    for moment in mornings:
        if moment.weekday() in _PREFERRED:
            return moment
    if mornings:
        return mornings[0]
    for moment in _slots(begin, window.end, where, FROM, OFFICE_CLOSES):
        return moment
    after = max(begin, window.end)
    later = list(_slots(after, after + _SEARCH_DAYS * _DAY, where, FROM, UNTIL))
    return next((moment for moment in later if moment.weekday() in _PREFERRED), later[0])


def _slots(begin: datetime, end: datetime, where: tzinfo, opens: time, closes: time) -> Iterator[datetime]:
    """The first moment of each working day's opening hours that lies between two moments."""
    day, last = begin.astimezone(where).date(), end.astimezone(where).date()
    while day <= last:
        if is_working_day(day):
            moment = max(_at(day, opens, where), _quarter(begin.astimezone(where)))
            if moment <= min(_at(day, closes, where), end):
                yield moment
        day += _DAY


def _quarter(at: datetime) -> datetime:
    """The next full quarter of an hour."""
    past = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at if not past else (at.astimezone(UTC) + (_QUARTER - past)).astimezone(at.tzinfo)


def _at(day: date, clock: time, where: tzinfo) -> datetime:
    """A wall-clock time; one that the clocks skip is taken as the moment after the gap."""
    return datetime.combine(day, clock, where).astimezone(UTC).astimezone(where)


@cache
def _federal_holidays(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - 0.3 s, paid only when something falls due

    return frozenset(holidays.country_holidays("US", years=year))
