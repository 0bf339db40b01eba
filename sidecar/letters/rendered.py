"""A filled template: subject, text, and where what is unknown stands as `[your role there]`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sidecar.letters.values import BREAK, CLOSE, OPEN
from sidecar.people import Mailbox

_BLANK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_STRAY = re.compile(f"[{OPEN}{CLOSE}{BREAK}]")
_ITEM = re.compile(r"(?:[-•*]|\d+[.)]) ")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Something left to fill in. `start` and `end` count code points of the subject or the text, brackets included."""

    name: str
    hint: str
    field: Literal["subject", "body"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A draft for the user to look over. A document (`to` empty) is no email. Nothing is ever sent by us."""

    template: str
    kind: str
    subject: str
    text: str
    placeholders: tuple[Placeholder, ...]
    attachments_suggested: tuple[str, ...] = ()
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()


def split_head(raw: str) -> tuple[str, str]:
    """Return subject and body of what a template produced: its first line may be `Subject: …`."""
    head, _, rest = raw.lstrip().partition("\n")
    if head.startswith("Subject:"):
        return " ".join(head.removeprefix("Subject:").replace(BREAK, " ").split()), rest
    return "", raw


def flow(raw: str) -> str:
    """Join the lines of each paragraph, as in Markdown; a blank line, a list item or a hard break begins another."""
    lines: list[str] = []
    joins = False
    for source in raw.splitlines():
        line = " ".join(source.replace(BREAK, " ").split())
        if joins and line and not _ITEM.match(line):
            lines[-1] += " " + line
        elif line or (lines and lines[-1]):
            lines.append(line)
        joins = bool(line) and not source.rstrip().endswith(BREAK)
    return "\n".join(lines).strip()


def fill(
    raw: str, field: Literal["subject", "body"], describe: Callable[[str], tuple[str, str]]
) -> tuple[str, list[Placeholder]]:
    """Replace every blank by its visible form; `describe` gives label and hint for a name."""
    out: list[str] = []
    found: list[Placeholder] = []
    at = position = 0
    for match in _BLANK.finditer(raw):
        before = _STRAY.sub("", raw[at : match.start()])
        label, hint = describe(match[1])
        shown = f"[{label}]"
        position += len(before)
        found.append(Placeholder(match[1], hint, field, position, position + len(shown)))
        out += (before, shown)
        position += len(shown)
        at = match.end()
    out.append(_STRAY.sub("", raw[at:]))
    return "".join(out), found
