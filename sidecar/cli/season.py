"""`deardr season`: the dates of the application year."""

from dataclasses import replace
from datetime import date

import click

from sidecar import plain
from sidecar.cli.stored import as_json, opened, sentences, shape_option, table
from sidecar.config import clock
from sidecar.followup.season import current, shipped
from sidecar.people import Milestone, Season
from sidecar.roster.days import read_day


@click.group(invoke_without_command=True, epilog="Example: deardr season set review-begins=2026-09-23")
@shape_option
@click.pass_context
def season(context: click.Context, shape: str) -> None:
    """Show or change the season's dates. Reminders, deadlines and advice follow them."""
    if context.invoked_subcommand is None:
        context.invoke(show, shape=shape)


@season.command(epilog="Example: deardr season show --format json")
@shape_option
def show(shape: str) -> None:
    """Show the season that is on, and where each date comes from."""
    with opened() as store:
        own = store.people.season()
    known = own or current(clock()().date())
    click.echo(as_json(known) if shape == "json" else _as_text(known))


@season.command(name="set", epilog="Example: deardr season set review-begins=2026-09-23 'my-deadline=2026-09-10'")
@click.argument("entries", nargs=-1, required=True, metavar="MILESTONE=DATE...")
def set_(entries: tuple[str, ...]) -> None:
    """Change dates of the season that is on, or add some of your own; an empty date removes one.

    NAME=2025-2026 starts from the dates shipped for that year.
    """
    with opened() as store:
        changed = store.people.season() or current(clock()().date())
        for entry in entries:
            changed = _changed(changed, entry)
        store.people.save_season(changed)
    click.echo(_as_text(changed))


@season.command(epilog="Example: deardr season reset")
def reset() -> None:
    """Go back to the dates that were shipped."""
    with opened() as store:
        store.people.save_season(None)
    click.echo(_as_text(current(clock()().date())))


def _changed(known: Season, entry: str) -> Season:
    name, equals, text = (part.strip() for part in entry.partition("="))
    identifier = plain.line(name).casefold().replace("_", "-").replace(" ", "-")
    if not equals or not identifier:
        raise click.UsageError(f"Write MILESTONE=DATE, not {plain.line(entry)[:60]!r}.")
    if identifier == "name":
        return _of_year(text)
    kept = tuple(one for one in known.milestones if one.id != identifier)
    if not text:
        if len(kept) == len(known.milestones):
            raise click.ClickException(f"The season has no date called {identifier!r}.")
        return replace(known, milestones=kept)
    before = next((one for one in known.milestones if one.id == identifier), None)
    title = before.title if before else identifier.replace("-", " ").capitalize()
    moved = Milestone(identifier, title, _day(text), official=False, source="you")
    return replace(known, milestones=tuple(sorted((*kept, moved), key=lambda one: one.on)))


def _of_year(name: str) -> Season:
    found = next((one for one in shipped() if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in shipped())
        raise click.ClickException(f"Dates are shipped for {names}, not for {plain.line(name)[:20]!r}.")
    return found


def _day(text: str) -> date:
    with sentences():
        return read_day(text)


def _as_text(known: Season) -> str:
    rows = [
        (one.on, one.title, one.id, "official" if one.official else "estimate", one.source) for one in known.milestones
    ]
    return f"Season {plain.line(known.name)}\n\n" + table(("Date", "What", "Name", "Certainty", "Source"), rows)
