"""Seasons come as data; nothing in the code knows a year."""

from datetime import date

import pytest

from sidecar.followup.season import coming, current, shipped


def test_every_shipped_season_has_its_milestones_in_order() -> None:
    for season in shipped():
        days = [milestone.on for milestone in season.milestones]
        assert days == sorted(days)
        assert [milestone.id for milestone in season.milestones][-1] == "match-day"


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2026-03-20", "2025-2026"),
        ("2026-03-21", "2026-2027"),
        ("2026-11-22", "2026-2027"),
        ("2031-01-01", "2026-2027"),
    ],
)
def test_the_season_that_is_on_ends_with_match_day(today: str, name: str) -> None:
    assert current(date.fromisoformat(today)).name == name


def test_near_milestones_are_mentioned_soonest_first() -> None:
    season = current(date(2026, 9, 1))
    assert [(one.milestone.id, one.days) for one in coming(season, date(2026, 9, 1))] == [
        ("submission-opens", 1),
        ("review-begins", 22),
    ]
    assert coming(season, date(2026, 11, 1)) == []


def test_match_day_is_the_third_friday_of_march() -> None:
    for season in shipped():
        day = season.on("match-day")
        assert day is not None
        assert (day.month, day.weekday()) == (3, 4)
        assert 15 <= day.day <= 21
