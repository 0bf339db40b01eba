"""`deardr act`: what the status page's buttons do, from the command line. Every act can be taken back."""

from datetime import datetime, timedelta

import click

from sidecar.cli.stored import opened
from sidecar.config import clock
from sidecar.followup.acts import Act
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Prompt
from sidecar.kinds import Kind
from sidecar.store.desk import DeskKeeper
from sidecar.store.store import Store

_KINDS = click.Choice([kind.value for kind in Kind if kind is not Kind.OTHER])


@click.command(epilog="Example: deardr act 3f9c20 done")
@click.argument("subject")
@click.argument("what")
@click.option("--days", type=click.IntRange(1, 366), default=3, show_default=True, help="For snooze.")
@click.option("--kind", type=_KINDS, help="For track: what the message is.")
def act(subject: str, what: str, days: int, kind: str | None) -> None:
    """Act on SUBJECT: a prompt by its id in `deardr due` (or the beginning of it), or a message by its Message-ID.

    For a prompt, WHAT is `done`, `dismiss`, `snooze` or `untrack` (leave the whole conversation alone); where an answer
    came, what it means: `promised`, `declined`, `asks` or `other`; where a return date can be read two ways, the day
    that is meant, such as 2026-09-05. For a message it is `track` or `untrack`. `deardr act ID undo` takes an act back,
    an undoing too.
    """
    now = clock()()
    with opened() as store:
        if what == "undo":
            done = _undone(store, subject, now)
        elif "@" in subject:
            done = _on_message(store, subject, what, now, Kind(kind) if kind else None)
        else:
            done = _on_prompt(store, _prompt(store, subject, now), what, now, timedelta(days=days))
    click.echo(f"Noted. {how_to_undo(done)}")


def how_to_undo(done: Act) -> str:
    """Say how an act is taken back."""
    return f"To take it back: deardr act {done.id} undo"


def _undone(store: Store, name: str, now: datetime) -> Act:
    if all(known.id != name for known in store.journal.acts()):
        raise click.ClickException(f"There is no act {name}.")
    return store.journal.undo(name, now)


def _on_message(store: Store, name: str, what: str, now: datetime, kind: Kind | None) -> Act:
    message = store.mail.by_message_id(name.strip().removeprefix("<").removesuffix(">"))
    if message is None:
        raise click.ClickException("DearDr has not seen this message in a mailbox it reads.")
    if what == "track":
        return store.journal.track(message.key, now, kind)
    if what == "untrack":
        return store.journal.untrack(message.key, now)
    raise click.UsageError(f"{what} does not fit a message; what does: track, untrack.")


def _prompt(store: Store, name: str, now: datetime) -> Prompt:
    found = [one for one in DeskKeeper(store).at(now).prompts if one.id.startswith(name)]
    if len(found) != 1:
        raise click.ClickException(
            f"{'More than one prompt begins' if found else 'No prompt begins'} with {name}; see: deardr due"
        )
    return found[0]


def _on_prompt(store: Store, prompt: Prompt, what: str, now: datetime, pause: timedelta) -> Act:
    journal = store.journal
    match what:
        case "done":
            return journal.done(prompt.id, now)
        case "dismiss":
            return journal.dismiss(prompt.id, now)
        case "snooze":
            return journal.snooze(prompt.id, now + pause, now)
        case "untrack":
            return journal.untrack(prompt.conversation, now)
    if what in set(Meaning) and prompt.asks_meaning and prompt.message_id:
        return journal.set_meaning(prompt.message_id, Meaning(what), now)
    if prompt.question and (day := prompt.question.answer(what)):
        return journal.set_return(prompt.question.message, day, now)
    raise click.UsageError(f"{what} does not fit this prompt; what does: {', '.join(_fitting(prompt))}.")


def _fitting(prompt: Prompt) -> list[str]:
    meanings = list(Meaning) if prompt.asks_meaning else []
    days = [day.isoformat() for day in prompt.question.days] if prompt.question else []
    return ["done", "dismiss", "snooze", "untrack", *meanings, *days]
