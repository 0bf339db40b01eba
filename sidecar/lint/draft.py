"""The email being written, with the user's own words told apart from everything else in it.

Terminology: *own words* are what the user wrote, the name lines below the closing included; *prose* is the own words
without those name lines. Masked texts are as long as the body and blank where words are left out, so that an offset in
one is an offset in all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from propcache.api import cached_property

from sidecar.lint.recipients import Recipient, read_recipients
from sidecar.lint.rule import Field, Span
from sidecar.people import Mailbox
from sidecar.quoting import Part, Region, name_lines, split
from sidecar.quoting.html import render
from sidecar.quoting.message import UnreadableMessage, read_message

MAX_TEXT = 1_000_000
"""Code points of text in one draft; a longer one is refused as unreadable rather than read in part."""

_INK = re.compile(r"[^\n]")
# Blanks and quotation marks that look alike, each replaced by one code point, so that rules need to know one of each.
_ALIKE = {
    **dict.fromkeys(
        "\t\r\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
    ),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011", "-"),
}


class UnreadableDraft(ValueError):
    """What was given is no draft; the message is one clear sentence for the user."""


@dataclass(frozen=True)
class Draft:
    """A draft as the mail program shows it. Spans count code points of the field they name."""

    subject: str
    text: str  # the body as shown, line breaks as "\n"
    sender: Mailbox | None = None
    recipients: tuple[Recipient, ...] = ()  # of To, Cc and Bcc, in this order
    fields: tuple[tuple[Field, str], ...] = ()  # the address fields as text, which the recipients' spans count in
    attachments: tuple[str, ...] = ()  # file names
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()  # the whole body, cut into regions

    @property
    def to(self) -> tuple[Mailbox, ...]:
        """The mailboxes of the To field."""
        return self._mailboxes(Field.TO)

    @property
    def cc(self) -> tuple[Mailbox, ...]:
        """The mailboxes of the Cc field."""
        return self._mailboxes(Field.CC)

    @property
    def bcc(self) -> tuple[Mailbox, ...]:
        """The mailboxes of the Bcc field."""
        return self._mailboxes(Field.BCC)

    def _mailboxes(self, field: Field) -> tuple[Mailbox, ...]:
        return tuple(one.mailbox for one in self.recipients if one.span.field is field)

    def field_text(self, field: Field) -> str:
        """Return the text that spans of this field count in."""
        match field:
            case Field.BODY:
                return self.text
            case Field.SUBJECT:
                return self.subject
            case _:
                return dict(self.fields).get(field, "")

    def quote(self, span: Span) -> str:
        """Return the text under a span."""
        return self.field_text(span.field)[span.start : span.end]

    @cached_property
    def own(self) -> tuple[Span, ...]:
        """The stretches of the body that are the user's own words, in order."""
        return self._spans(Region.OWN)

    @cached_property
    def signature(self) -> Span | None:
        """The signature below a `-- ` line, or marked as one by the mail program; not part of the own words."""
        spans = self._spans(Region.SIGNATURE)
        return Span(Field.BODY, spans[0].start, spans[-1].end) if spans else None

    @cached_property
    def name_lines(self) -> Span | None:
        """The lines below the closing that say who writes; part of the own words, of no interest to rules on tone."""
        found = name_lines(self.text, self.parts)
        return Span(Field.BODY, *found) if found else None

    def _spans(self, region: Region) -> tuple[Span, ...]:
        return tuple(Span(Field.BODY, part.start, part.end) for part in self.parts if part.region is region)

    @cached_property
    def own_text(self) -> str:
        """The body with everything but the own words blanked; as long as `text`. Blanks and quotes are unified."""
        return self._masked(self.own)

    @cached_property
    def prose(self) -> str:
        """`own_text` with the name lines blanked too: for rules on tone and length."""
        if self.name_lines is None:
            return self.own_text
        start, end = self.name_lines.start, self.name_lines.end
        return self.own_text[:start] + _blank(self.own_text[start:end]) + self.own_text[end:]

    @cached_property
    def signed_text(self) -> str:
        """`own_text` with the signature left in: for rules that look for a name or an identifier anywhere."""
        return self._masked(sorted((*self.own, *self._spans(Region.SIGNATURE))))

    def _masked(self, kept: Sequence[Span]) -> str:
        pieces, at = [], 0
        for span in kept:
            pieces += [_blank(self.text[at : span.start]), _unified(self.text[span.start : span.end])]
            at = span.end
        pieces.append(_blank(self.text[at:]))
        return "".join(pieces)


def _unified(text: str) -> str:
    # Replacements that find nothing are many times as fast as `str.translate`, which looks up every character.
    for char, plain in _ALIKE.items():
        text = text.replace(char, plain)
    return text


def _blank(text: str) -> str:
    return _INK.sub(" ", text)


def parse(  # noqa: PLR0913 - one argument for each field of the wire's draft
    *,
    subject: str = "",
    text: str | None = None,
    html: str | None = None,
    sender: str | None = None,
    to: Sequence[str] = (),
    cc: Sequence[str] = (),
    bcc: Sequence[str] = (),
    attachments: Sequence[str] = (),
    in_reply_to: str | None = None,
    references: Sequence[str] = (),
) -> Draft:
    """Read a draft from its fields; the text is derived from `html` when there is no `text`.

    The text of an address field is its entries joined by ", ". Raises `UnreadableDraft` when the text is too long.
    """
    if len(text or html or "") > MAX_TEXT:
        size = len(text or html or "")
        raise UnreadableDraft(f"The draft is {size:,} characters long; at most {MAX_TEXT:,} can be checked.")
    marks: tuple[Part, ...] = ()
    if text is None:
        text, marks = render(html or "")
    fields = tuple((field, ", ".join(entries)) for field, entries in ((Field.TO, to), (Field.CC, cc), (Field.BCC, bcc)))
    senders = read_recipients(sender or "", Field.TO)
    return Draft(
        subject=subject,
        text=text,
        sender=senders[0].mailbox if senders else None,
        recipients=tuple(one for field, entry in fields for one in read_recipients(entry, field)),
        fields=fields,
        attachments=tuple(attachments),
        in_reply_to=in_reply_to,
        references=tuple(references),
        parts=split(text, marks),
    )


def from_message(raw: bytes) -> Draft:
    """Read a draft from an RFC 5322 message, or from text with optional Subject, To, Cc and Bcc lines on top.

    Raises `UnreadableDraft` when there is no text in it or it is too large.
    """
    try:
        message = read_message(raw)
    except UnreadableMessage as error:
        raise UnreadableDraft(str(error)) from error
    return parse(
        subject=message.header("subject"),
        text=message.text,
        html=message.html,
        sender=message.header("from"),
        to=message.all("to"),
        cc=message.all("cc"),
        bcc=message.all("bcc"),
        attachments=message.attachments,
        in_reply_to=next(iter(message.ids("in-reply-to")), None),
        references=message.ids("references"),
    )
