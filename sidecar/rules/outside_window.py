"""This kind of email does not belong in this part of the season.

## Why
Before programs begin to read, there is nothing they could do with news. While invitations go out only a major update is looked at. From
the ranking weeks on a thank-you is all that is welcome.

## When to ignore it
When the program asked you to write now.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.people import Milestone, Season

_DAYS_BEFORE_REVIEW = 8  # the week before programs begin to read, from which news is worth sending
_ONLY_MAJOR_AFTER = timedelta(days=8)  # after the review begins
_INTERVIEWS_AFTER = timedelta(days=69)  # after the review begins: about the first of December
_RANKING_BEFORE = timedelta(days=30)  # before the rank list deadline: about the first of February

_SIDE_NEWS = frozenset({Kind.PROGRAM_TIE, Kind.PROGRAM_ROTATION, Kind.PROGRAM_INTEREST})
_AFTER_AN_INTERVIEW = frozenset({Kind.PROGRAM_INTENT, Kind.PROGRAM_THANKS})


def _day(month: int, day: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, 15, tzinfo=UTC)


_DATES = (
    ("eras-opens", date(2026, 6, 3)),
    ("submission-opens", date(2026, 9, 2)),
    ("review-begins", date(2026, 9, 23)),
    ("rank-list-deadline", date(2027, 3, 3)),
    ("match-day", date(2027, 3, 19)),
)
_SEASON = Past(dates=Season("2026-2027", tuple(Milestone(name, name, on, True, "A") for name, on in _DATES)))

RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(kind=Kind.PROGRAM_UPDATE, history=_SEASON, now=_day(7, 2)),
        bad(kind=Kind.PROGRAM_TIE, history=_SEASON, now=_day(9, 8)),
        bad(kind=Kind.PROGRAM_ROTATION, history=_SEASON, now=_day(11, 3)),
        bad(kind=Kind.PROGRAM_TIE, history=_SEASON, now=_day(2, 20, 2027)),
        bad(kind=Kind.PROGRAM_INTENT, history=_SEASON, now=_day(3, 10, 2027)),
        good(kind=Kind.PROGRAM_TIE, history=_SEASON, now=_day(9, 20)),
        good(kind=Kind.PROGRAM_UPDATE, history=_SEASON, now=_day(11, 3)),
        good(kind=Kind.PROGRAM_ELIGIBILITY, history=_SEASON, now=_day(7, 2)),
        good(kind=Kind.PROGRAM_INTENT, history=_SEASON, now=_day(1, 12, 2027)),
        good(kind=Kind.PROGRAM_THANKS, history=_SEASON, now=_day(2, 20, 2027)),
        good(kind=Kind.PROGRAM_TIE, history=Past(), now=_day(7, 2)),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a kind that the season's dates speak against."""
    season = facts.history.season() if facts.history else None
    if season and facts.kind not in {Kind.PROGRAM_THANKS, Kind.OTHER}:
        reason = _reason(facts.kind, facts.now.date(), season)
        if reason:
            yield Finding(None, reason)


def _reason(kind: Kind, today: date, season: Season) -> str | None:
    review, ranking = season.on("review-begins"), season.on("rank-list-deadline")
    if review and today < review - timedelta(days=_DAYS_BEFORE_REVIEW):
        early = kind not in {Kind.PROGRAM_ELIGIBILITY, *_AFTER_AN_INTERVIEW}
        return (
            f"Programs begin to read on {review.day} {review:%B}; before that week an email is lost." if early else None
        )
    if ranking and today > ranking:
        return "Rank lists are closed; nothing but a thank-you is of use now."
    if ranking and today > ranking - _RANKING_BEFORE:
        late = kind not in {Kind.PROGRAM_UPDATE, *_AFTER_AN_INTERVIEW}
        return (
            "Programs are ranking now; only a thank-you, or a last word to your first choice, fits." if late else None
        )
    if review and today >= review + _ONLY_MAJOR_AFTER and kind in _SIDE_NEWS:
        season_part = "interviews are under way" if today >= review + _INTERVIEWS_AFTER else "invitations are going out"
        return f"While {season_part}, only a major update is read; keep this for the next season's September."
    return None
