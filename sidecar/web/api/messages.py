"""Single messages: one just sent, and what is known of one; following it up or leaving it alone."""

from collections.abc import Iterable
from email.utils import getaddresses
from http import HTTPStatus

from aiohttp import web

from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from sidecar.web.api.prompts import noted
from sidecar.web.endpoint import Endpoint, nothing, read, reply
from sidecar.web.keys import CLOCK, DESK, HUB, STORE
from sidecar.web.models.prompts import ActOut, MessageOut, PromptOut, SentIn, TrackIn
from sidecar.web.problems import ProblemError


def mailboxes(entries: Iterable[str]) -> tuple[Mailbox, ...]:
    """Read address fields as a client writes them; what is no address is left out."""
    pairs = getaddresses(list(entries))
    return tuple(Mailbox(name, address.lower()) for name, address in pairs if "@" in address)


async def sent(request: web.Request) -> web.Response:
    """Take note of an email that was just sent, so that tracking starts before IMAP shows it."""
    told = await read(request, SentIn)
    senders = mailboxes([told.sender])
    if not senders:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "from: should be an email address.")
    store, now = request.app[STORE], request.app[CLOCK]()
    message_id = bare(told.message_id)
    parent = bare(told.in_reply_to) if told.in_reply_to else None
    store.mail.observe(
        [
            Message(
                key=message_id,
                message_id=message_id,
                cls=MessageClass.SENT,
                sent_at=now,
                received_at=now,
                sender=senders[0],
                to=mailboxes(told.to),
                cc=mailboxes(told.cc),
                bcc=mailboxes(told.bcc),
                subject=told.subject,
                in_reply_to=(parent,) if parent else (),
                references=tuple(bare(one) for one in told.references),
                kind=told.kind or Kind.OTHER,
            )
        ]
    )
    request.app[HUB].publish("prompts")
    return nothing()


async def show(request: web.Request) -> web.Response:
    """Tell what is known of a message."""
    message = _find(request)
    desk = request.app[DESK]()
    conversation = desk.of_message(message.key)
    prompts = desk.prompts_of(conversation.id) if conversation else ()
    return reply(MessageOut.of(message, conversation, [PromptOut.of(prompt, conversation) for prompt in prompts]))


async def track(request: web.Request) -> web.Response:
    """Follow a message up though its text alone would not say so."""
    asked = await read(request, TrackIn) if request.can_read_body else TrackIn()
    journal = request.app[STORE].journal
    act = noted(request.app, journal.track(_find(request).key, request.app[CLOCK](), asked.kind))
    return reply(ActOut(act=act.id))


async def untrack(request: web.Request) -> web.Response:
    """Leave the conversation of a message alone."""
    journal = request.app[STORE].journal
    act = noted(request.app, journal.untrack(_find(request).key, request.app[CLOCK]()))
    return reply(ActOut(act=act.id))


def bare(message_id: str) -> str:
    """Return a message id without white space and angle brackets."""
    return message_id.strip().removeprefix("<").removesuffix(">")


def _find(request: web.Request) -> Message:
    message = request.app[STORE].mail.by_message_id(bare(request.match_info["message_id"]))
    if message is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, "DearDr has not seen this message in a mailbox it reads.")
    return message


UNSEEN = (HTTPStatus.NOT_FOUND,)
AT = "/messages/{message_id}"
ENDPOINTS = (
    Endpoint("POST", "/sent", sent, "Tell of an email just sent", SentIn, status=HTTPStatus.NO_CONTENT),
    Endpoint("GET", AT, show, "What is known of a message", gives=MessageOut, problems=UNSEEN),
    Endpoint("POST", f"{AT}/track", track, "Follow a message up", TrackIn, ActOut, problems=UNSEEN),
    Endpoint("POST", f"{AT}/untrack", untrack, "Leave a conversation alone", gives=ActOut, problems=UNSEEN),
)
