"""The date a request names (domain.md 2.1): concrete, soft, and far enough away."""

from datetime import date, timedelta

from sidecar.people import Referee, Season


def soft_deadline(referee: Referee | None, season: Season | None, today: date) -> date | None:
    """Return the day to ask for: the letter's own date, else three weeks before applications open, on a weekday.

    When that is less than two weeks away: a week before programs begin to review, else three weeks from today.
    None without a season, or when its rank list deadline would come first.
    """
    if referee and referee.needed_by:
        return referee.needed_by if referee.needed_by >= today else None
    if season is None:
        return None
    opens, review, last = (season.on(m) for m in ("submission-opens", "review-begins", "rank-list-deadline"))
    soonest = today + timedelta(days=14)
    for candidate in (
        opens and opens - timedelta(days=21),
        review and review - timedelta(days=7),
        today + timedelta(days=21),
    ):
        if candidate and (on := _weekday(candidate)) >= soonest:
            return on if last is None or on < last else None
    return None


def due_date(referee: Referee | None, season: Season | None, today: date) -> date | None:
    """Return the day a letter has to be in: its own, else the day programs begin to review; None once that is past."""
    on = (referee.needed_by if referee else None) or (season.on("review-begins") if season else None)
    return on if on and on >= today else None


def _weekday(day: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
