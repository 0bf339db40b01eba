"""What a rule is, and what it yields.

Terminology: a *finding* is what a rule yields; a *diagnostic* is a finding on the wire (`sidecar.web.models`); an
*example* is a draft that specifies the rule; a *part* is a named piece of the model draft that an example replaces.
Offsets here count code points of Python strings; only `sidecar.web.models` knows UTF-16.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict, Unpack

from sidecar.kinds import Kind
from sidecar.lint.history import History
from sidecar.people import Profile

if TYPE_CHECKING:
    from sidecar.lint.facts import Facts
    from sidecar.lint.phrases import Phrases


class Severity(StrEnum):
    """How much a finding matters: do not send like this, weakens it, better if."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for advice: the order in which findings are shown."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


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


Check = Callable[["Facts"], Iterable[Finding]]


class Parts(TypedDict, total=False):
    """The pieces of a draft an example may set; what it leaves out comes from the model draft of its kind."""

    subject: str
    to: str
    cc: str
    bcc: str
    attachments: str
    greeting: str
    opening: str
    background: str
    target: str
    ask: str
    out: str
    materials: str
    logistics: str
    waiver: str
    date: str
    news: str
    reason: str
    more: str
    thanks: str
    closing: str
    signature: str
    text: str  # a whole body, instead of all the parts from `greeting` to `signature`


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an example takes for granted outside its text. `kind` defaults to the first of the rule's kinds."""

    kind: Kind | None = None
    now: datetime | None = None
    profile: Profile | None = None
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A draft that the rule must (`wrong`) or must not speak about.

    `flags` are the exact texts underlined, in order; a finding about something absent underlines nothing.
    `fixed` is the changed part after the first fix of every finding; the rule is then silent.
    """

    wrong: bool
    parts: Parts
    flags: tuple[str, ...] = ()
    fixed: str | None = None
    given: Circumstances = field(default_factory=Circumstances)


def bad(  # noqa: PLR0913 - the outcome, and what is taken for granted
    *,
    flags: Sequence[str] = (),
    fixed: str | None = None,
    kind: Kind | None = None,
    now: datetime | None = None,
    profile: Profile | None = None,
    history: History | None = None,
    **parts: Unpack[Parts],
) -> Example:
    """Make an example that the rule must flag."""
    return Example(True, parts, tuple(flags), fixed, Circumstances(kind, now, profile, history))


def good(
    *,
    kind: Kind | None = None,
    now: datetime | None = None,
    profile: Profile | None = None,
    history: History | None = None,
    **parts: Unpack[Parts],
) -> Example:
    """Make an example that the rule must be silent about."""
    return Example(False, parts, given=Circumstances(kind, now, profile, history))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule file declares as `RULE`; its id is the file's name, its documentation the file's docstring.

    `sources` name sections of the guides (`L3`, `P-FAQ6`) or standards. A rule with `phrases` needs no `check`.
    """

    severity: Severity
    kinds: frozenset[Kind]
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    phrases: "Phrases | None" = None
