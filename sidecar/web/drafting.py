"""Ready drafts: a template filled with what is known of the user, the other side and the thread."""

from collections.abc import Iterable
from email.utils import formataddr
from http import HTTPStatus

from aiohttp import web

from sidecar.followup.conversation import Conversation
from sidecar.followup.message import MessageClass
from sidecar.followup.prompt import Prompt
from sidecar.letters import Rendered, Thread, UnusableTemplateError
from sidecar.letters.values import Extra
from sidecar.people import Mailbox, Program, Referee
from sidecar.web.keys import CLOCK, DESK, LETTERS, SEASON, STORE
from sidecar.web.models.offsets import Offsets
from sidecar.web.models.prompts import DraftOut, PlaceholderOut
from sidecar.web.problems import ProblemError


def draft_of_prompt(app: web.Application, prompt: Prompt) -> Rendered | None:
    """Return the draft of what a prompt asks for, None when it asks for no email."""
    conversation = next((one for one in app[DESK]().conversations if one.id == prompt.conversation), None)
    people = app[STORE].people
    try:
        return app[LETTERS].draft_for(
            prompt.action,
            profile=people.profile(),
            now=app[CLOCK](),
            kind=conversation.kind if conversation else prompt.kind,
            referee=_referee(app, conversation, Mailbox(prompt.person, prompt.address)),
            program=_program(app, conversation, ()),
            season=app[SEASON](),
            thread=_thread(app, conversation) if conversation else None,
        )
    except UnusableTemplateError as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None


def draft_of_template(
    app: web.Application,
    template: str,
    to: Iterable[Mailbox] = (),
    answered: str | None = None,
    extra: Extra | None = None,
) -> Rendered:
    """Return a template filled in for these recipients, in the thread of the message `answered`."""
    recipients = tuple(to)
    conversation = app[DESK]().of_message(answered) if answered else None
    first = recipients[0] if recipients else None
    people = app[STORE].people
    try:
        return app[LETTERS].render(
            template,
            profile=people.profile(),
            now=app[CLOCK](),
            referee=_referee(app, conversation, first),
            program=_program(app, conversation, recipients),
            season=app[SEASON](),
            thread=_thread(app, conversation) if conversation else None,
            extra=extra,
        )
    except UnusableTemplateError as error:
        raise ProblemError(HTTPStatus.NOT_FOUND, str(error)) from None


def draft_out(draft: Rendered) -> DraftOut:
    """Write a draft for the wire."""
    offsets = {"subject": Offsets(draft.subject), "body": Offsets(draft.text)}
    return DraftOut(
        subject=draft.subject,
        text=draft.text,
        to=[written(one) for one in draft.to],
        cc=[written(one) for one in draft.cc],
        in_reply_to=draft.in_reply_to,
        references=list(draft.references),
        attachments=list(draft.attachments_suggested),
        placeholders=[
            PlaceholderOut(
                name=one.name,
                hint=one.hint,
                field=one.field,
                start=offsets[one.field].to_units(one.start),
                end=offsets[one.field].to_units(one.end),
            )
            for one in draft.placeholders
        ],
    )


def written(mailbox: Mailbox) -> str:
    """Write a mailbox as an address field has it."""
    return (
        formataddr((mailbox.name, mailbox.address)) if mailbox.name.isascii() else f"{mailbox.name} <{mailbox.address}>"
    )


def _referee(app: web.Application, conversation: Conversation | None, mailbox: Mailbox | None) -> Referee | None:
    """Return the referee of the conversation or the address, else one made of the mail's own words."""
    roster = app[STORE].people.referees
    if conversation and conversation.program:
        return None
    if conversation and conversation.referee and (known := roster.get(conversation.referee)):
        return known
    if mailbox is None:
        return None
    same = (one for one in roster.all() if one.address.lower() == mailbox.address.lower())
    return next(same, Referee(id="", name=mailbox.name, address=mailbox.address))


def _program(app: web.Application, conversation: Conversation | None, to: Iterable[Mailbox]) -> Program | None:
    roster = app[STORE].people.programs
    if conversation and conversation.program:
        return roster.get(conversation.program)
    addresses = {mailbox.address.lower() for mailbox in to}
    return next((one for one in roster.all() if addresses & _addresses(one)), None)


def _addresses(program: Program) -> set[str]:
    every = (program.address, program.director_address, program.coordinator_address)
    return {address.lower() for address in every if address}


def _thread(app: web.Application, conversation: Conversation) -> Thread:
    """Return the thread of a conversation: its first email, and the last one that can be answered."""
    mail = app[STORE].mail
    messages = [message for one in conversation.message_ids if (message := mail.by_message_id(one))]
    sent = [message for message in messages if message.cls is MessageClass.SENT]
    first = sent[0] if sent else None
    zone = app[CLOCK]().tzinfo
    return Thread(
        subject=first.subject if first else conversation.subject,
        first_sent=first.sent_at.astimezone(zone).date() if first else None,
        greeting=first.greeting if first else None,
        message_id=conversation.message_ids[-1] if conversation.message_ids else None,
        references=conversation.message_ids[:-1],
        to=(Mailbox(conversation.person, conversation.address),),
        cc=first.cc if first else (),
    )
