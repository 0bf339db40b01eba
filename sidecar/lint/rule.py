"""What a rule is, and what it yields.

Terminology: a *finding* is what a rule yields; a *diagnostic* is a finding on the wire (`sidecar.web.models`).
Offsets here count code points of Python strings; only `sidecar.web.models` knows UTF-16.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: do not send like this, weakens it, better if."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Field(StrEnum):
    """The part of a draft a span counts in."""

    BODY = "body"
    SUBJECT = "subject"
    TO = "to"
    CC = "cc"
    BCC = "bcc"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one field of the draft."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change the user may take with one key. `safe` fixes may be applied together without a look at each."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule saw: where (None for something absent), in one sentence, and how it could be mended."""

    span: Span | None
    message: str
    fixes: tuple[Fix, ...] = ()
