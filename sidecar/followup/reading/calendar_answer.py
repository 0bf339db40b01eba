"""Calendar mail: answers to invitations and invitations themselves (RFC 5546, RFC 6047), written by calendars."""

import re

from sidecar.followup.message import MessageClass
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_METHOD = re.compile(rb"^METHOD[ \t]*:[ \t]*([A-Za-z]+)", re.MULTILINE)
_WORDING = wordings("calendar")
_SAYS_NOTHING_ELSE = 40  # characters beyond which a mail with such a subject is somebody's own words


def examine(mail: Mail) -> Classified | None:
    """Say whether a calendar wrote `mail`; None if a person did, though an appointment may be attached."""
    part = mail.body.first("text/calendar")
    if part and (method := _method(part.parameters.get("method", ""), part.data)):
        own = mail.body.type == "text/calendar" or part.attached is None
        if method in {"REPLY", "COUNTER"} or (own and method in {"REQUEST", "CANCEL", "DECLINECOUNTER", "REFRESH"}):
            return Classified(MessageClass.CALENDAR, f"It carries a calendar object (METHOD={method}).")
    if "calendarmessage" in mail.headers.raw("content-class").lower():
        return Classified(MessageClass.CALENDAR, "A calendar wrote it (Content-Class).")
    if _WORDING["answer"].match(mail.folded_subject) and _is_bare(mail):
        return Classified(
            MessageClass.CALENDAR, "Its subject is that of an answer to an invitation, and it says nothing else."
        )
    return None


def _method(named: str, data: bytes) -> str:
    found = _METHOD.search(data[:4000])
    return (named or (found[1].decode("ascii") if found else "")).upper()


def _is_bare(mail: Mail) -> bool:
    if mail.content is None:
        return mail.in_thread or "thread-topic" in mail.headers
    text = mail.plain.strip()
    return len(text) <= _SAYS_NOTHING_ELSE or _WORDING["text"].search(fold(text[:2000])) is not None
