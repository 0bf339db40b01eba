"""Times and dates as people say them: near ones relative to now, all of them exact in the title."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from markupsafe import Markup, escape

_TIME = Markup('<time datetime="{}" title="{}">{}</time>')


def day(value: date) -> str:
    """`Tue 8 Sep 2026`."""
    return f"{value:%a} {value.day} {value:%b %Y}"


def short_day(value: date) -> str:
    """`Tue 8 Sep`."""
    return f"{value:%a} {value.day} {value:%b}"


def clock_time(value: datetime) -> str:
    """`09:00`."""
    return f"{value:%H:%M}"


def exact(value: datetime) -> str:
    """`Tue 8 Sep 2026, 09:00 CEST`."""
    return f"{day(value)}, {clock_time(value)} {value.tzname() or ''}".rstrip()


def ago(value: datetime, now: datetime) -> Markup:
    """`5 minutes ago`, `in 3 days`, with the exact moment in the title, both in the zone of `now`."""
    local = value.astimezone(now.tzinfo)
    return _TIME.format(local.isoformat(), exact(local), relative(local, now))


def moment(value: datetime, now: datetime) -> Markup:
    """`Tue 8 Sep, 09:00`, in the zone of `now`, with the year and the zone in the title."""
    local = value.astimezone(now.tzinfo)
    return _TIME.format(local.isoformat(), exact(local), f"{short_day(local)}, {clock_time(local)}")


def theirs(value: datetime, now: datetime) -> str:
    """` (08:00 for them)` when the moment was chosen in another zone than the user's, else nothing."""
    return "" if value.utcoffset() == value.astimezone(now.tzinfo).utcoffset() else f" ({clock_time(value)} for them)"


def on(value: date, now: datetime) -> Markup:
    """`Tue 8 Sep` with how far away it is; the year is said where it is another."""
    if isinstance(value, datetime):
        value = value.astimezone(now.tzinfo).date()
    written = short_day(value) if value.year == now.year else day(value)
    return _TIME.format(value.isoformat(), escape(days_away(value, now.date())), written)


def relative(value: datetime, now: datetime) -> str:
    """Say a moment from now, in the largest unit that fits; calendar days from one day on."""
    seconds = round((value - now).total_seconds())
    size = abs(seconds)
    if size < 60:
        return "just now"
    if size < 3600:
        return _in_or_ago(size // 60, "minute", seconds)
    if size < 86_400 and value.date() == now.date():
        return _in_or_ago(size // 3600, "hour", seconds)
    return days_away(value.date(), now.date())


def days_away(value: date, today: date) -> str:
    """`today`, `tomorrow`, `in 3 days`, `2 weeks ago`."""
    days = (value - today) // timedelta(days=1)
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return _in_or_ago(abs(days) // 7, "week", days) if abs(days) >= 21 else _in_or_ago(abs(days), "day", days)


def _in_or_ago(count: int, unit: str, sign: int) -> str:
    counted = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"in {counted}" if sign > 0 else f"{counted} ago"


FILTERS: Mapping[str, Callable[..., object]] = {
    "ago": ago,
    "moment": moment,
    "theirs": theirs,
    "on": on,
    "day": day,
    "days_away": days_away,
}
