"""Ready drafts for the API and the pages: made by `sidecar.drafts`, written for the wire."""

from collections.abc import Sequence
from email.utils import formataddr
from http import HTTPStatus

from aiohttp import web

from sidecar.followup.prompt import Prompt
from sidecar.letters import Rendered, UnusableTemplateError
from sidecar.letters.values import Extra
from sidecar.people import Mailbox
from sidecar.web.keys import CLOCK, DESK, DRAFTS
from sidecar.web.models.offsets import Offsets
from sidecar.web.models.prompts import DraftOut, PlaceholderOut
from sidecar.web.problems import ProblemError


def draft_of_prompt(app: web.Application, prompt: Prompt) -> Rendered:
    """Return the draft of what a prompt asks for; raise a problem when it asks for no email."""
    try:
        draft = app[DRAFTS].for_prompt(prompt, app[DESK](), app[CLOCK]())
    except UnusableTemplateError as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None
    if draft is None:
        raise ProblemError(HTTPStatus.CONFLICT, "There is nothing to write for this.")
    return draft


def draft_of_template(
    app: web.Application, template: str, to: Sequence[Mailbox], answered: str | None, extra: Extra
) -> Rendered:
    """Return a template filled in for these recipients, in the thread of the message `answered`."""
    try:
        return app[DRAFTS].from_template(template, app[CLOCK](), to=to, message_id=answered, extra=extra)
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
