"""Seasons as shipped (one data file each), which of them is on, and what its dates call for."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from sidecar.people import Milestone, Season

_AHEAD = {  # how many days before a milestone it is worth saying so
    "eras-opens": 21,
    "submission-opens": 28,
    "review-begins": 28,
    "rank-list-deadline": 21,
    "match-day": 14,
}
_ELSE_AHEAD = 14  # for a milestone of the user's own


@dataclass(frozen=True, slots=True)
class Coming:
    """A milestone near enough to be mentioned."""

    milestone: Milestone
    days: int  # from today; 0 on the day itself


@cache
def shipped() -> tuple[Season, ...]:
    """Return the seasons that come with the product, oldest first."""
    folder = files("sidecar.followup") / "seasons"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return tuple(_season(json.loads((folder / name).read_text(encoding="utf-8"))) for name in names)


def current(today: date) -> Season:
    """Return the season that is on: the first one whose last milestone has not passed, else the latest known."""
    return next((season for season in shipped() if season.milestones[-1].on >= today), shipped()[-1])


def coming(season: Season, today: date) -> list[Coming]:
    """Return the season's milestones that are near, soonest first."""
    return [
        Coming(milestone, (milestone.on - today).days)
        for milestone in sorted(season.milestones, key=lambda one: one.on)
        if timedelta(0) <= milestone.on - today <= timedelta(days=_AHEAD.get(milestone.id, _ELSE_AHEAD))
    ]


def _season(data: dict[str, Any]) -> Season:
    milestones = (one | {"on": date.fromisoformat(one["on"])} for one in data["milestones"])
    return Season(data["name"], tuple(Milestone(**one) for one in milestones))
