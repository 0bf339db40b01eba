"""Recognises a finding again after the draft was edited, so that what the user dismissed stays dismissed.

A finding is known by its rule, the words it underlines and the words around them, not by where it stands: text added or
removed elsewhere changes nothing, other words in its place make it a new finding.
"""

import re
from hashlib import blake2b

from sidecar.lint.draft import Draft
from sidecar.lint.rule import Field, Finding, Span

_WORD = re.compile(r"\w+(?:'\w+)?")
_NEIGHBOURS = 3  # words on either side
_REACH = 200  # code points on either side in which they are looked for


def fingerprint(rule: str, draft: Draft, finding: Finding) -> str:
    """Return the identity of a finding: 16 hexadecimal digits, the same in every process.

    A finding about something absent is known by its rule and by the people the draft goes to.
    """
    if finding.span is None:
        pieces = [rule, *sorted(one.mailbox.address for one in draft.recipients)]
    else:
        pieces = [rule, finding.span.field.value, *_surroundings(draft, finding.span)]
    return blake2b("\0".join(pieces).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _surroundings(draft: Draft, span: Span) -> tuple[str, str, str]:
    text = draft.own_text if span.field is Field.BODY else draft.field_text(span.field)
    before = _words(text[max(span.start - _REACH, 0) : span.start])[-_NEIGHBOURS:]
    after = _words(text[span.end : span.end + _REACH])[:_NEIGHBOURS]
    flagged = _words(text[span.start : span.end]) or [text[span.start : span.end]]
    return " ".join(before).casefold(), " ".join(flagged).casefold(), " ".join(after).casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
