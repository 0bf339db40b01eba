"""Machines that say they have a mail: ticket systems, intake forms, filters that ask senders to prove to be human."""

from sidecar.followup.message import MessageClass
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.machine import is_automatic, is_desk, is_role_account
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("acknowledgement")
_LOOKED_AT = 3000
ENOUGH = 3


def examine(mail: Mail) -> Classified | None:
    """Say whether `mail` only acknowledges or challenges; None if not, or if a person answers within a ticket."""
    if not mail.content and not is_desk(mail) and not is_automatic(mail):
        return None
    text = fold(f"{mail.subject}\n{mail.plain[:_LOOKED_AT]}")
    automatic = is_automatic(mail)
    if _WORDING["challenge"].search(text) and (automatic or is_role_account(mail) or _challenges(mail, text)):
        return Classified(
            MessageClass.ACKNOWLEDGEMENT, "It wants proof that you are human before your mail is delivered."
        )
    score = 2 * automatic + is_role_account(mail) + 2 * is_desk(mail)
    score += 2 * bool(_WORDING["ticket-subject"].search(mail.folded_subject))
    score += bool(_WORDING["ticket-frame"].search(text))
    own = fold((mail.own_text or mail.plain)[:_LOOKED_AT])
    marks = len({found.group()[:12] for found in _WORDING["ticket-text"].finditer(own)})
    if marks and score + min(marks, 2) > ENOUGH:
        return Classified(MessageClass.ACKNOWLEDGEMENT, "It only says that your mail was received and filed.")
    return None


def _challenges(mail: Mail, text: str) -> bool:
    """Whether the subject, too, is that of a challenge."""
    return bool(_WORDING["challenge"].search(mail.folded_subject)) and "http" in text
