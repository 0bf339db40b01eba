"""To whom a draft goes, and into which thread."""

import re
from dataclasses import replace

from sidecar import plain
from sidecar.letters import wording
from sidecar.letters.rendered import Rendered
from sidecar.letters.template import Front
from sidecar.letters.values import Thread
from sidecar.people import Mailbox, Program, Referee

_MESSAGE_ID = re.compile(r"[\x21-\x7e]{1,900}")  # RFC 5322, 2.1.1: a line holds 998


def addressed(
    draft: Rendered, front: Front, referee: Referee | None, program: Program | None, thread: Thread | None
) -> Rendered:
    """Return the draft with its recipients and, for a reply, its place in the thread (RFC 5322, 3.6.4)."""
    answered = thread if front.reply else None
    to, cc = _to_program(program) if front.kind.family == "program" else (_to_referee(referee), ())
    if answered is None:
        return replace(draft, to=to, cc=cc)
    subject = plain.line(answered.subject)
    parent = answered.message_id if _is_message_id(answered.message_id) else None
    chain = tuple(filter(_is_message_id, answered.references))
    return replace(
        draft,
        subject=wording.reply_subject(subject) if subject else draft.subject,
        placeholders=tuple(p for p in draft.placeholders if p.field == "body") if subject else draft.placeholders,
        in_reply_to=parent,
        references=(*(reference for reference in chain if reference != parent), parent) if parent else chain,
        to=to or _cleaned(answered.to),
        cc=cc or _cleaned(answered.cc),
    )


def _to_referee(referee: Referee | None) -> tuple[Mailbox, ...]:
    return _cleaned((Mailbox(referee.name, referee.address),)) if referee else ()


def _to_program(program: Program | None) -> tuple[tuple[Mailbox, ...], tuple[Mailbox, ...]]:
    """Return To (the director, else the program's own address) and Cc (the coordinator, nobody else: P-FAQ4)."""
    if program is None:
        return (), ()
    coordinator = _cleaned((Mailbox(program.coordinator or "", program.coordinator_address or ""),))
    if program.director_address:
        return _cleaned((Mailbox(program.director or "", program.director_address),)), coordinator
    general = _cleaned((Mailbox(program.name, program.address or ""),))
    return (general, coordinator) if general else (coordinator, ())


def _cleaned(mailboxes: tuple[Mailbox, ...]) -> tuple[Mailbox, ...]:
    """Return the mailboxes that have an address; nothing in them can end a line or begin another address."""
    made = (Mailbox(plain.line(m.name), re.sub(r"[\s<>,;]", "", plain.line(m.address))) for m in mailboxes)
    return tuple(mailbox for mailbox in made if mailbox.address)


def _is_message_id(text: str | None) -> bool:
    return text is not None and _MESSAGE_ID.fullmatch(text) is not None
