"""One mail under examination: its fields and its text, each decoded once and only when a question needs it."""

import re
from dataclasses import dataclass
from functools import cached_property

from sidecar.followup.reading import body, fields
from sidecar.followup.reading.headers import Headers
from sidecar.followup.reading.patterns import fold
from sidecar.people import Mailbox
from sidecar.quoting import Part, Region, own_words, split
from sidecar.quoting.html import render

NOBODY = Mailbox("", "")
_ANSWERS = re.compile(
    r"(?:(?:re|aw|antw|sv|vs|ref|rif|res|rv|ynt|yan|odp|atb|rép|rép|رد|الرد|回复|回覆|答复|ответ|hal|vá|bls)(?:\s?\[\d+\]|\(\d+\)|\^\d+)?\s?[:：]\s*)+",
    re.IGNORECASE,
)
_FORWARDS = re.compile(r"(?:fwd?|wg|tr|rv|enc|i|doorst|vl|vb|pd|إعادة توجيه|转发|пересл)\s?[:：]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Mail:
    """The header block and the start of the text of one mail. `text` is None where it was not fetched."""

    headers: Headers
    content: bytes | None

    @cached_property
    def subject(self) -> str:
        """The subject, decoded."""
        return self.headers.text("subject")

    @cached_property
    def folded_subject(self) -> str:
        """The subject, ready for matching."""
        return fold(self.subject)

    @cached_property
    def sender(self) -> Mailbox:
        """Who the mail is from: From, else Sender, else an empty mailbox."""
        for name in ("from", "sender"):
            if found := fields.mailboxes(self.headers.raw(name)):
                return found[0]
        return NOBODY

    def boxes(self, name: str) -> tuple[Mailbox, ...]:
        """Return the mailboxes of every field of that name."""
        return tuple(box for value in self.headers.raws(name) for box in fields.mailboxes(value))

    @cached_property
    def from_nobody(self) -> bool:
        """Whether the envelope had no sender (RFC 5321 section 4.5.5), as machines' answers have."""
        return "return-path" in self.headers and not fields.mailboxes(self.headers.raw("return-path"))

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the message ids in a field."""
        return fields.ids(self.headers.raw(name))

    @cached_property
    def body(self) -> body.Body:
        """The parts of the text, as far as it was fetched."""
        return body.parse(self.headers, self.content or b"")

    @cached_property
    def _shown(self) -> tuple[str, tuple[Part, ...]]:
        """The text as shown, from an HTML part if there is no plain one, and what the elements of that say it holds."""
        if not self.content:
            return "", ()
        if (plain := self.body.plain) is not None:
            return plain, ()
        return render(self.body.html or "")

    @property
    def plain(self) -> str:
        """The text as the reader sees it, quotations included."""
        return self._shown[0]

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        """Whose words the text holds."""
        return split(*self._shown) if self.plain else ()

    @cached_property
    def own_text(self) -> str:
        """The writer's own words: no quotations, attributions, signature or footers."""
        return own_words(self.plain, self._parts).strip()

    @cached_property
    def quotes(self) -> bool:
        """Whether an earlier mail is quoted."""
        return any(part.region in {Region.QUOTED, Region.FORWARDED} for part in self._parts)

    @cached_property
    def answers(self) -> bool:
        """Whether the subject begins with a reply prefix of any language ("Re:", "AW:", "SV:", …)."""
        return _ANSWERS.match(self.subject) is not None

    @cached_property
    def forwards(self) -> bool:
        """Whether the subject begins with a forwarding prefix."""
        return _FORWARDS.match(self.subject) is not None

    @cached_property
    def bare_subject(self) -> str:
        """The subject without reply prefixes."""
        return _ANSWERS.sub("", self.subject, count=1) if self.answers else self.subject

    @cached_property
    def in_thread(self) -> bool:
        """Whether the header fields say that it answers something."""
        return bool(self.ids("in-reply-to") or self.ids("references"))
