"""Writes the calendar feed (RFC 5545): prompts at their best moment, the season's dates as whole days."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from sidecar import __version__
from sidecar.followup.prompt import Prompt, PromptState
from sidecar.people import Milestone
from sidecar.web.pages.moments import day
from sidecar.web.pages.render import printable
from sidecar.web.pages.wording import TITLES

LASTS = timedelta(minutes=15)


def feed(prompts: tuple[Prompt, ...], milestones: tuple[Milestone, ...], now: datetime) -> bytes:
    """Write the events; a prompt that is overdue stands at the present day, so that it is not lost in the past."""
    made = Calendar.new(name="DearDr", description="When to write to whom", refresh_interval=timedelta(hours=1))
    made["prodid"] = f"-//DearDr//DearDr {__version__}//EN"
    for prompt in prompts:
        if prompt.state is not PromptState.SNOOZED:
            made.add_component(_prompt(prompt, now))
    for milestone in milestones:
        made.add_component(_milestone(milestone, now))
    return bytes(made.to_ical())


def _prompt(prompt: Prompt, now: datetime) -> Event:
    window = f"{day(prompt.window.start.date())} to {day(prompt.window.end.date())}"
    start = max(prompt.best, now.replace(minute=0, second=0, microsecond=0))
    return Event.new(
        uid=f"{prompt.id}@deardr",
        summary=_text(f"{prompt.person or prompt.address}: {TITLES[prompt.action]}"),
        description=_text(f"{prompt.reason}\nWindow: {window}. Source: {prompt.source}."),
        start=start,
        end=start + LASTS,
        stamp=now,
    )


def _milestone(milestone: Milestone, now: datetime) -> Event:
    title = milestone.title if milestone.official else f"{milestone.title} (estimated)"
    return Event.new(uid=f"{milestone.id}-{milestone.on}@deardr", summary=_text(title), start=milestone.on, stamp=now)


def _text(value: str) -> str:
    return str(printable(value))
