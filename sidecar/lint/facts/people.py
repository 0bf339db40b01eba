"""The people an email is to, as its greeting should name them."""

import re
from collections.abc import Sequence

from sidecar.people import Mailbox

_TITLE = re.compile(r"\b(?P<title>dr|prof(?:essor)?|mr|mrs|ms)\b\.?", re.IGNORECASE)
_AFTER = re.compile(
    r",?\s+(?:m\.?d\.?|d\.?o\.?|ph\.?d\.?|m\.?b\.?b\.?s\.?|mph|facp|frcp|msc|jr\.?|sr\.?|iii?)(?=$|[\s,])",
    re.IGNORECASE,
)
_FORMS = {"dr": "Dr.", "prof": "Professor", "professor": "Professor", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms."}
_PARTICLES = frozenset("van von der de la el al bin ben di da dos del st".split())


def family_name(display: str) -> str:
    """Return the family name in a display name ("Rao, Anil", "Dr. Anil Rao, MD"), or an empty text."""
    degree = bool(_AFTER.search(display))
    bare = _AFTER.sub("", _TITLE.sub("", display)).strip(" ,.")
    if "@" in bare or not bare:
        return ""
    if "," in bare:
        return bare.split(",")[0].strip()
    words = bare.split()
    if len(words) < 2 and not degree and not _TITLE.search(display):
        return ""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def salutation(to: Sequence[Mailbox]) -> str | None:
    """Return how to greet the one person an email is to, where the display name tells: "Dear Dr. Rao"."""
    if len(to) != 1:
        return None
    title = _TITLE.search(to[0].name)
    family = family_name(to[0].name)
    if not family or not (title or _AFTER.search(to[0].name)):
        return None
    return f"Dear {_FORMS[title['title'].casefold()] if title else 'Dr.'} {family}"
