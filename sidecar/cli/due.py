"""`deardr due`: whom to write to, and when. Needs no network."""

import json
from datetime import datetime

import click

from sidecar.cli.stored import opened
from sidecar.config import clock, parse_moment
from sidecar.followup.conversation import Desk
from sidecar.followup.prompt import Prompt
from sidecar.store.desk import DeskKeeper
from sidecar.web.models.prompts import PromptOut

TITLES = {
    "followup-1": "Follow up for the first time",
    "followup-2": "Follow up for the last time",
    "move-on": "Ask somebody else",
    "reminder": "Remind of the promised letter",
    "final-nudge": "Remind one last time",
    "say-thanks": "Say thank you",
    "fix-address": "Correct the address and send again",
    "classify-reply": "Say what the reply means",
    "possible-reply": "Say whether this answers you",
}


@click.command(epilog="Example: deardr due --format json --now 2026-09-08T08:00:00-04:00")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--now", metavar="TIME", help="As it stands at this ISO 8601 time instead of now.")
def due(shape: str, now: str | None) -> None:
    """List every prompt, the most pressing first, those still waiting included."""
    moment = parse_moment(now, "--now") if now else clock()()
    with opened() as store:
        desk = DeskKeeper(store).at(moment)
        accounts = len(store.mail.accounts())
    if shape == "json":
        prompts = [_as_json(desk, prompt) for prompt in desk.prompts]
        click.echo(json.dumps(prompts, ensure_ascii=False, indent=2))
        return
    if not desk.prompts:
        click.echo("Nothing is due." if accounts else "Nothing is known yet: add an account with `deardr account add`.")
    for prompt in desk.prompts:
        click.echo(_as_text(prompt))


def _as_json(desk: Desk, prompt: Prompt) -> object:
    conversation = next((one for one in desk.conversations if one.id == prompt.conversation), None)
    return PromptOut.of(prompt, conversation).model_dump(mode="json", by_alias=True)


def _as_text(prompt: Prompt) -> str:
    who = f"{prompt.person} <{prompt.address}>" if prompt.person else prompt.address
    lines = [
        f"{prompt.state.upper():8} {TITLES[prompt.action]}: {who}  [{prompt.id[:6]}]",
        f"         {prompt.reason} ({prompt.source})",
        f"         best {_local(prompt.best)}, from {_local(prompt.window.start)} to {_local(prompt.window.end)}",
    ]
    if prompt.caution:
        lines.append(f"         {prompt.caution}")
    if prompt.question:
        days = " or ".join(day.isoformat() for day in prompt.question.days)
        lines.append(f"         {prompt.question.text} Say it with: deardr act {prompt.id[:6]} {days}")
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%a %Y-%m-%d %H:%M}"
