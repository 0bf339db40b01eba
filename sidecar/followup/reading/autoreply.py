"""Automatic replies: by header fields, by subject, and, for those that carry neither, by what they say (RFC 3834).

Mail from Outlook.com and Exchange template rules has no telling field at all; a person who writes that they are out of
the office uses the same words as their machine. So text is weighed: what fits any mail speaks for a machine, what shows
that the mail was read speaks for a person.
"""

import re
from collections.abc import Iterator
from functools import partial

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import mailing_list
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.machine import is_desk, says, submitted, takes_no_answer
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("autoreply")
_TELLING = (
    "x-autoreply",
    "x-autorespond",
    "x-auto-reply",
    "x-autoresponder",
    "x-mail-autoreply",
    "x-vacation",
)
_IN_BRACKETS = re.compile(
    r"[\[(](?:auto(?:matic|mated)?[ -]?(?:reply|response|re)|autoreply|out of (?:the )?office|ooo)[\])]"
)
_MAILER = re.compile(r"vacation|autorespon|auto-?reply|mailbox rules agent|out[ -]of[ -]office", re.IGNORECASE)
_AFTER_NAME = re.compile(r"^[^:]{2,60}? (?:is|ist|est|está|esta|wird|will be|sera|estará|-|–|:) ")
_GREETING = re.compile(
    r"\A\W*(?:dear|hi|hello|hey|good \w+|hallo|liebe[rs]?|bonjour|cher|chère|hola|querid[oa]|estimad[oa]|prezad[oa]|olá"
    r"|merhaba|sayın|مرحبا|عزيزي|عزيزتي)\s+([^\n,!:–-]{2,60})"
)
_LOOKED_AT = 1800  # characters of own words
_AT_ONCE = 400  # characters within which an absence note says that somebody is absent
_LONG = 1100  # characters of own words that few absence notes reach
_WEIGHTS = {
    "says-automatic": 3,
    "absent": 2,
    "mailbox": 2,
    "defers": 1,
    "limited": 1,
    "elsewhere": 1,
    "thanks": 1,
    "habit": 1,
    "gone": 1,
    "personal": -2,
}
ENOUGH = 3

_verdict = partial(Classified, MessageClass.AUTO_REPLY)


def examine(mail: Mail) -> Classified | None:
    """Say whether a machine answered for its owner; None if not. Delivery reports must be told apart before."""
    return _by_fields(mail) or _by_subject(mail) or _by_text(mail)


def _by_fields(mail: Mail) -> Classified | None:
    because = next(_telling_fields(mail), None)
    return _verdict(because) if because else None


def _telling_fields(mail: Mail) -> Iterator[str]:
    kept = submitted(mail)
    if kept == "auto-replied":
        yield "It says so itself (Auto-Submitted: auto-replied)."
    if name := says(mail, *_TELLING):
        yield f"It says so itself ({name.title()})."
    if any(mail.headers.raw(name).lower() == "auto_reply" for name in ("precedence", "x-precedence")):
        yield "It says so itself (Precedence: auto_reply)."
    if _MAILER.search(mail.headers.raw("x-mailer")) or mail.headers.raw("delivered-to").lower() == "autoresponder":
        yield "An autoresponder sent it."
    if mailing_list.is_marked(mail):
        return
    if mail.headers.raw("x-ms-exchange-inbox-rules-loop") and _suppresses_all(mail):
        yield "A rule of the recipient's mailbox sent it (X-MS-Exchange-Inbox-Rules-Loop)."
    if kept == "auto-generated" and (mail.in_thread or mail.answers) and not is_desk(mail):
        yield "A machine made it in answer to a mail (Auto-Submitted: auto-generated)."


def _suppresses_all(mail: Mail) -> bool:
    return bool(
        {"all", "oof", "autoreply"} & set(re.split(r"[,;\s]+", mail.headers.raw("x-auto-response-suppress").lower()))
    )


def _by_subject(mail: Mail) -> Classified | None:
    """Judge by the subject, unless a person answers or passes on such a mail."""
    subject = mail.folded_subject
    if _IN_BRACKETS.search(subject) and not mail.quotes:
        return _verdict("Its subject is marked as that of an automatic reply.")
    if mail.answers or mail.forwards or mailing_list.is_marked(mail):
        return None
    if _WORDING["reply-subject"].match(subject.lstrip("*[( ")):
        return _verdict("Its subject is that of an automatic reply.")
    return None


def _by_text(mail: Mail) -> Classified | None:
    if not mail.content or mailing_list.is_marked(mail):
        return None
    own = fold(mail.own_text[:_LOOKED_AT])
    found = {name: _WORDING[name].search(own) is not None for name in _WEIGHTS}
    found["absent"] = _WORDING["absent"].search(own, 0, _AT_ONCE) is not None
    away = _absence_in_subject(mail)
    elsewise = found["elsewhere"] or found["limited"] or found["habit"]
    puts_off = found["thanks"] and found["defers"] and elsewise
    rarely_there = found["limited"] and found["elsewhere"] and (found["habit"] or found["gone"])
    gone = found["gone"] and takes_no_answer(mail)
    if not (found["says-automatic"] or found["absent"] or found["mailbox"] or away or puts_off or rarely_there or gone):
        return None
    score = ENOUGH * gone + sum(weight for name, weight in _WEIGHTS.items() if found[name]) + 2 * away
    score += 2 * mail.from_nobody + (submitted(mail) != "no") + _suppresses_all(mail)
    score += mail.headers.raw("precedence").lower() in {"bulk", "junk"}
    score -= 3 * _greets_recipient(mail, own) + 2 * mail.quotes + (len(own) > _LONG)
    if score < ENOUGH:
        return None
    return _verdict("Its words fit any mail: it speaks of an absence and answers nothing.")


def _absence_in_subject(mail: Mail) -> bool:
    if mail.answers or mail.forwards:
        return False
    subject = mail.folded_subject
    return bool(
        _WORDING["absence-subject"].match(subject) or _WORDING["absence-subject"].match(_AFTER_NAME.sub("", subject))
    )


def _greets_recipient(mail: Mail, own: str) -> bool:
    """Whether the mail is addressed to its recipient by name, which machines seldom do."""
    found = _GREETING.match(own)
    if not found:
        return False
    greeted = set(re.findall(r"\w{2,}", found[1]))
    names = {
        word
        for box in mail.boxes("to")
        for word in re.findall(r"\w{2,}", fold(f"{box.name} {box.address.partition('@')[0]}"))
    }
    return bool(greeted & names)
