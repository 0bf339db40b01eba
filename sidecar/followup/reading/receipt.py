"""Read receipts: message disposition notifications (RFC 8098), and the forms without one."""

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import fields
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.headers import Headers
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("receipt")
_SHORT = 1500  # characters; a receipt says no more


def examine(mail: Mail) -> Classified | None:
    """Say whether `mail` is a read receipt; None if it is none."""
    body = mail.body
    notification = body.first("message/disposition-notification", "message/global-disposition-notification")
    if body.parameters.get("report-type", "").lower() == "disposition-notification" or (
        notification and not mail.forwards
    ):
        about = Headers.parse(notification.data) if notification else Headers()
        return _receipt(mail, "It is a disposition notification (RFC 8098).", about.raw("original-message-id"))
    text = fold(mail.plain[:_SHORT])
    if (
        _WORDING["subject"].match(mail.folded_subject)
        and _WORDING["text"].search(text)
        and _WORDING["message"].search(text)
    ):
        return _receipt(mail, "Its subject and text are those of a read receipt.", "")
    return None


def _receipt(mail: Mail, because: str, original: str) -> Classified:
    about = fields.ids(original) or mail.ids("in-reply-to") or mail.ids("references")[-1:]
    return Classified(MessageClass.RECEIPT, because, (), about[0] if about else None)
