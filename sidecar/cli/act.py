"""`deardr act`: what the status page's buttons do, from the command line. Every act can be taken back."""

from datetime import timedelta

import click

from sidecar.cli.stored import opened
from sidecar.config import clock
from sidecar.followup.acts import Act
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Prompt
from sidecar.store.desk import DeskKeeper
from sidecar.store.journal import Journal

_DEFAULT_DAYS = 3


@click.command(epilog="Example: deardr act 3f9c20 done")
@click.argument("prompt")
@click.argument("what")
@click.option("--days", type=click.IntRange(1, 366), default=_DEFAULT_DAYS, show_default=True, help="For snooze.")
def act(prompt: str, what: str, days: int) -> None:
    """Say what becomes of PROMPT, by its id in `deardr due` or the beginning of it.

    WHAT is `done`, `dismiss` or `snooze`; for an answer what it means: `promised`, `declined`, `asks` or `other`; for a
    return date that can be read two ways the day that is meant, such as 2026-09-05. `deardr act ID undo` takes the act
    of that id back, `undo` of an undoing brings it back.
    """
    now = clock()()
    with opened() as store:
        journal = store.journal
        if what == "undo":
            if all(known.id != prompt for known in journal.acts()):
                raise click.ClickException(f"There is no act {prompt}.")
            done = journal.undo(prompt, now)
        else:
            found = [one for one in DeskKeeper(store).at(now).prompts if one.id.startswith(prompt)]
            if len(found) != 1:
                raise click.ClickException(
                    f"{'More than one prompt begins' if found else 'No prompt begins'} with {prompt}; see: deardr due"
                )
            done = _noted(journal, found[0], what, timedelta(days=days))
    click.echo(f"Noted. To take it back: deardr act {done.id} undo")


def _noted(journal: Journal, prompt: Prompt, what: str, pause: timedelta) -> Act:
    now = clock()()
    if what == "done":
        return journal.done(prompt.id, now)
    if what == "dismiss":
        return journal.dismiss(prompt.id, now)
    if what == "snooze":
        return journal.snooze(prompt.id, now + pause, now)
    if what in set(Meaning) and prompt.asks_meaning and prompt.message_id:
        return journal.set_meaning(prompt.message_id, Meaning(what), now)
    if prompt.question and (day := prompt.question.answer(what)):
        return journal.set_return(prompt.question.message, day, now)
    raise click.UsageError(f"{what} does not fit this prompt; {_choices(prompt)}.")


def _choices(prompt: Prompt) -> str:
    fitting = ["done", "dismiss", "snooze"]
    if prompt.asks_meaning:
        fitting += list(Meaning)
    if prompt.question:
        fitting += [day.isoformat() for day in prompt.question.days]
    return f"what does: {', '.join(fitting)}"
