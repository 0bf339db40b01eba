"""Delivery reports: failures, delays and confirmations of delivery (RFC 3464), and their home-made forms.

Terminology:
- *daemon*: a sender that is a mail system, not a person.
- *report*: the machine-readable part `message/delivery-status`, or the same fields found in running text.
"""

import re
from dataclasses import dataclass

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import fields
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.headers import Headers, decode_bytes, split
from sidecar.followup.reading.machine import takes_no_answer
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("bounce")
_ENCLOSED = (
    "message/rfc822",
    "text/rfc822-headers",
    "message/rfc822-headers",
    "message/global",
    "message/global-headers",
)
_NO_PERSON = re.compile(r"mail(?:er)?[-_]?daemon$")
_STATUS = ("message/delivery-status", "message/global-delivery-status")
_OTHER_REPORTS = frozenset({"disposition-notification", "feedback-report"})
_REPORT_FIELD = re.compile(
    r"^[ \t>]*(original-recipient|final-recipient|action|original-message-id)[ \t]*:[ \t]*(.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t>]*\n")
_ID_IN_TEXT = re.compile(r"^[ \t>|]*message-id[ \t]*:\s*<([^<>\s]{3,400})>", re.IGNORECASE | re.MULTILINE)
_ID_LINE = re.compile(r"^.{0,20}message-id.*$", re.IGNORECASE | re.MULTILINE)
_ORIGINAL = re.compile(
    r"^[ \t]*(?:-{2,}.{0,60}(?:original|copy|returned|transcript of session).{0,80}|return-path:.*|received: .*"
    r"|original message headers:.*|reporting-mta:.*|diagnostic information for administrators:.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"(?<![\w.+%/-])[\w.+%/-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_OWN_LINE = re.compile(r"^[ \t*-]*[<\"]?([\w.+%/-]{1,64}@[\w-]+(?:\.[\w-]+)+)[>\"]?(?:[:(,;].*|[ \t]*)$", re.MULTILINE)
_LIST_FOLLOWS = re.compile(
    r"follow(?:ing|s)\b[^\n]{0,60}:[ \t]*\n|(?:folgende|suivant|siguiente|seguinte)[^\n]{0,60}:", re.IGNORECASE
)
_ALIAS = re.compile(r"\(expanded from: <?([^\s<>()]+@[^\s<>()]+)>?\)")
_CONDITION = re.compile(  # what may yet come: "you will be told if it fails permanently"
    r"(?<!\w)(?:if|unless|should|in case|once|until|falls|wenn|sollte|si|se|caso|eğer|إذا)\b[^.;\n]*"
)
_SERVICE = re.compile(
    r"post-?master|mailer-?daemon|abuse|help-?desk|support|admin|no-?reply|info@|it-?service", re.IGNORECASE
)
_LOOKED_AT = 6000  # characters of explanation; a report that needs more is none


@dataclass(frozen=True, slots=True)
class _Report:
    actions: frozenset[str]
    failed: tuple[str, ...]
    original_id: str | None


def examine(mail: Mail) -> Classified | None:
    """Say whether `mail` is a delivery report, and which sort; None if it is none."""
    because = _evidence(mail)
    if not because:
        return None
    report = _report(mail)
    original = report.original_id or _enclosed_id(mail) or _id_from_text(mail) or _id_from_thread(mail)
    if "failed" not in report.actions and report.actions & {"delivered", "relayed", "expanded"}:
        return Classified(MessageClass.RECEIPT, f"{because} It says that the mail was delivered.", (), original)
    if _is_delay(mail, report):
        said = "The report says that delivery is late and still being tried."
        return Classified(MessageClass.DELAY_NOTICE, f"{because} {said}", (), original)
    return Classified(MessageClass.BOUNCE, because, report.failed or _failed(mail), original)


def is_daemon(mail: Mail) -> bool:
    """Whether the sender is a mail system."""
    name = fold(mail.headers.text("from")).lstrip("\"' ")
    return bool(_WORDING["daemon-local-parts"].match(_local_part(mail)) or _WORDING["daemon-names"].match(name))


def _local_part(mail: Mail) -> str:
    return mail.sender.address.rpartition("@")[0] or mail.sender.address


def _evidence(mail: Mail) -> str | None:
    """Return the sentence that says why this is a delivery report."""
    daemon = is_daemon(mail)
    reported = mail.body.parameters.get("report-type", "").lower()
    if mail.body.type == "multipart/report" and reported == "delivery-status":
        return "It is a delivery report (report-type=delivery-status)."
    if reported == "disposition-notification" and _rejects(mail):
        return "A filter of the recipient rejected your mail (RFC 5429)."
    if reported in _OTHER_REPORTS or ((mail.answers or mail.forwards) and not daemon):
        return None  # a person about a bounce, or one who passes it on
    if mail.body.first(*_STATUS):
        return "It holds a delivery report (message/delivery-status)."
    if "x-failed-recipients" in mail.headers:
        return "It names failed recipients (X-Failed-Recipients)."
    return _wording_of_failure(mail, daemon=daemon)


def _rejects(mail: Mail) -> bool:
    """Whether a disposition notification says that the mail was thrown away unread by a rule."""
    return "(rejected)" in mail.headers.raw("auto-submitted").lower() or "reject" in mail.folded_subject


def _wording_of_failure(mail: Mail, *, daemon: bool) -> str | None:
    subject = mail.folded_subject.lstrip("*[( ")
    if _NO_PERSON.match(_local_part(mail)):
        return "A mail system sent it (mailer-daemon)."
    if daemon and (mail.content is None or _WORDING["failed-subject"].search(subject) or _says_failed(mail)):
        return "A mail system sent it, and it speaks of a failed delivery."
    if daemon and _WORDING["delayed"].search(_explanation(mail)):
        return "A mail system sent it."
    begins = _WORDING["failed-subject"].match(subject) is not None
    if begins and (mail.from_nobody or (_says_failed(mail) and _names_address(mail))):
        return "Its subject and text are those of a mail that could not be delivered."
    if (mail.from_nobody or takes_no_answer(mail)) and _says_failed(mail) and _names_address(mail):
        return "A machine sent it, and it speaks of a mail that could not be delivered."
    return None


def _names_address(mail: Mail) -> bool:
    """Whether the text names an address, as people who write of parcels do not."""
    return _ADDRESS.search(_before_original(mail)) is not None


def _says_failed(mail: Mail) -> bool:
    return _WORDING["failed-text"].search(_explanation(mail)) is not None


def _explanation(mail: Mail) -> str:
    """Return what is said before the returned mail begins, folded for matching."""
    return fold(_before_original(mail))


def _before_original(mail: Mail) -> str:
    text = mail.plain[:_LOOKED_AT]
    original = _ORIGINAL.search(text, 40)
    return text[: original.start()] if original else text


def _report(mail: Mail) -> _Report:
    part = mail.body.first(*_STATUS, "message/disposition-notification")
    text = part.text if part else mail.plain[: 4 * _LOOKED_AT]
    actions: set[str] = set()
    failed: list[str] = []
    original_id = None
    for group in _BLANK.split(text):
        found = {name.lower(): value.strip() for name, value in reversed(_REPORT_FIELD.findall(group))}
        original_id = original_id or next(iter(fields.ids(found.get("original-message-id", ""))), None)
        action = found.get("action", "").lower().partition(" ")[0]
        recipient = found.get("original-recipient") or found.get("final-recipient")
        if action:
            actions.add(action)
        if recipient and action in {"failed", ""}:
            failed += [box.address for box in fields.mailboxes(recipient.rpartition(";")[2])]
    return _Report(frozenset(actions), tuple(dict.fromkeys(failed)), original_id)


def _is_delay(mail: Mail, report: _Report) -> bool:
    if report.actions:
        return "failed" not in report.actions and "delayed" in report.actions
    text = _explanation(mail)
    late = _WORDING["delayed"].search(mail.folded_subject) or _WORDING["delayed"].search(text)
    return bool(late) and not _WORDING["final"].search(_CONDITION.sub(" ", text))


def _failed(mail: Mail) -> tuple[str, ...]:
    """Find the recipients that failed where no machine-readable field names them."""
    if "x-failed-recipients" in mail.headers:
        return tuple(dict.fromkeys(box.address for box in mail.boxes("x-failed-recipients")))
    said = _ID_LINE.sub("", _before_original(mail))
    follows = _LIST_FOLLOWS.search(said)
    meant = _written_to(mail)
    for text in (said[follows.end() :], said) if follows else (said,):
        if found := _addresses_in(text, mail):
            return tuple(address for address in found if address in meant) or found
    return tuple(meant) if len(meant) == 1 else ()


def _addresses_in(text: str, mail: Mail) -> tuple[str, ...]:
    """Return the addresses that have a line of their own, else the first that is named, help desks apart."""
    strangers = {box.address for box in mail.boxes("to")} | {mail.sender.address}
    for pattern, most in ((_ALIAS, None), (_OWN_LINE, None), (_ADDRESS, 1)):
        found = dict.fromkeys(address.lower().strip(".") for address in pattern.findall(text))
        fitting = [address for address in found if address not in strangers and not _SERVICE.search(address)]
        if fitting:
            return tuple(fitting[:most])
    return ()


def _enclosed(mail: Mail) -> Headers:
    """Return the fields of the mail that came back, as far as they are enclosed."""
    part = mail.body.first(*_ENCLOSED)
    return Headers.parse(split(part.data.lstrip(b"\r\n"))[0]) if part else Headers()


def _written_to(mail: Mail) -> set[str]:
    enclosed = _enclosed(mail)
    return {box.address for name in ("to", "cc") for value in enclosed.raws(name) for box in fields.mailboxes(value)}


def _enclosed_id(mail: Mail) -> str | None:
    return fields.own_id(_enclosed(mail).raw("message-id"))


def _id_from_text(mail: Mail) -> str | None:
    """Find a Message-ID line anywhere in the text, encoded parts excepted."""
    for text in (mail.plain, decode_bytes((mail.content or b"").replace(b"\r", b""), None)):
        if found := _ID_IN_TEXT.search(text):
            return found[1]
    return None


def _id_from_thread(mail: Mail) -> str | None:
    for name in ("x-original-message-id", "in-reply-to", "references"):
        if found := mail.ids(name):
            return found[-1]
    return None
