"""`deardr templates`: list the email templates, show one, fill one in."""

from email.utils import formataddr

import click

from sidecar import plain
from sidecar.cli.stored import as_json, opened, pairs, record, sentences, shape_option, table
from sidecar.config import clock, home, parse_moment, resources
from sidecar.drafts import Drafts
from sidecar.letters import Field, Library, Rendered, Template
from sidecar.people import Mailbox


def library() -> Library:
    """Return the templates that ship with those of the user's own folder in front."""
    return Library(resources("templates") / "email", home().templates)


@click.group(invoke_without_command=True, epilog="Example: deardr templates render followup-1 --referee anita-rao")
@shape_option
@click.pass_context
def templates(context: click.Context, shape: str) -> None:
    """List, show or fill in email templates. Files in your own templates folder override ours by name."""
    if context.invoked_subcommand is None:
        context.invoke(list_, shape=shape)


@templates.command(name="list", epilog="Example: deardr templates list --format json")
@shape_option
def list_(shape: str) -> None:
    """List the templates by what they are for."""
    known = library()
    found = known.catalogue()
    if shape == "json":
        click.echo(as_json(list(found)))
    else:
        rows = [(one.id, "a page" if one.document else one.kind, plain.line(one.title)) for one in found]
        click.echo(table(("Template", "Kind", "What it is"), rows))
    for problem in known.problems():
        click.echo(f"deardr: {problem}", err=True)


@templates.command(epilog="Example: deardr templates show request-gap")
@click.argument("identifier", metavar="TEMPLATE")
@click.option("--source", "only_source", is_flag=True, help="Print the file itself, to start one of your own from.")
@shape_option
def show(identifier: str, only_source: bool, shape: str) -> None:
    """Say what a template is for and what it wants to know."""
    known = library()
    with sentences():
        if only_source:
            click.echo(known.source(identifier), nl=False)
            return
        template = known.template(identifier)
    click.echo(as_json(template) if shape == "json" else _described(template))


@templates.command(
    epilog="Example: deardr templates render request-recent-us --referee anita-rao --set role=sub-intern"
)
@click.argument("identifier", metavar="TEMPLATE")
@click.option("--referee", metavar="ID", help="To whom, by the id in `deardr letters`.")
@click.option("--program", metavar="ID", help="To whom, by the id in `deardr programs`.")
@click.option(
    "--reply-to", "message_id", metavar="MESSAGE-ID", help="The message it answers, for its thread and dates."
)
@click.option(
    "--set", "entries", multiple=True, metavar="FIELD=VALUE", help="A field as `deardr templates show` names it."
)
@click.option("--now", metavar="ISO8601", help="Fill it in as if it were this moment.")
@shape_option
def render(  # noqa: PLR0913, PLR0917 - click passes every option by name
    identifier: str,
    referee: str | None,
    program: str | None,
    message_id: str | None,
    entries: tuple[str, ...],
    now: str | None,
    shape: str,
) -> None:
    """Fill a template in. What is unknown stays in [brackets]."""
    moment = parse_moment(now, "--now") if now else clock()()
    with opened() as store, sentences():
        draft = Drafts(library(), store).from_template(
            identifier,
            moment,
            referee=record(store.people.referees, referee, "deardr letters") if referee else None,
            program=record(store.people.programs, program, "deardr programs") if program else None,
            message_id=message_id.strip("<>") if message_id else None,
            extra=pairs(entries),
        )
    click.echo(as_json(draft) if shape == "json" else _as_text(draft))
    if draft.placeholders and shape == "text":
        missing = ", ".join(dict.fromkeys(placeholder.name for placeholder in draft.placeholders))
        click.echo(f"Still to fill in: {plain.line(missing)}.", err=True)


def _as_text(draft: Rendered) -> str:
    """Return the draft as `deardr lint` reads it: header lines, a blank line, the text."""
    headers = {"Subject": draft.subject, "To": _mailboxes(draft.to), "Cc": _mailboxes(draft.cc)}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\n".join([*lines, "", draft.text] if lines else [draft.text])


def _mailboxes(mailboxes: tuple[Mailbox, ...]) -> str:
    return ", ".join(formataddr((mailbox.name, mailbox.address), "utf-8") for mailbox in mailboxes)


def _described(template: Template) -> str:
    lines = [plain.line(template.title), "", plain.line(template.purpose), ""]
    lines += [
        f"Kind: {'a page to hand over' if template.document else template.kind}",
        f"Source: {plain.line(template.source)}",
        "",
    ]
    lines += ["It wants to know:", *(_field(field) for field in template.needed)]
    lines += ["", "It can use:", *(f"  {field.name}" for field in template.optional)]
    if template.attachments:
        lines += ["", "Good to attach:", *(f"  {plain.line(one)}" for one in template.attachments)]
    return "\n".join(lines)


def _field(field: Field) -> str:
    return f"  {field.name}: {plain.line(field.label)}. {plain.line(field.hint)}"
