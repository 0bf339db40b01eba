"""How names, dates and subjects are written in a letter."""

import re
import unicodedata
from datetime import date

_TITLE = re.compile(r"^(?:(dr|doctor|prof|professor|mr|ms|mrs|sir)\b\.?\s+)+", re.IGNORECASE)
_FORMAL = {
    "dr": "Dr.",
    "doctor": "Dr.",
    "prof": "Professor",
    "professor": "Professor",
    "mr": "Mr.",
    "ms": "Ms.",
    "mrs": "Mrs.",
}
_DEGREES = frozenset(
    (
        *(
            "md",
            "do",
            "phd",
            "mbbs",
            "mbchb",
            "mbbch",
            "bds",
            "dds",
            "dnb",
            "dm",
            "mch",
            "dch",
            "mph",
            "msc",
            "ms",
            "ma",
            "mba",
        ),
        *("bsc", "rn", "np", "pa", "facp", "facc", "facs", "fccp", "fccm", "faap", "facog", "fidsa", "faan", "fracp"),
        *("frcp", "frcs", "mrcp", "mrcs", "esq", "jr", "sr", "ii", "iii", "iv"),
    )
)
_PARTICLES = frozenset(
    (
        *(
            "al",
            "el",
            "bin",
            "ibn",
            "abu",
            "de",
            "del",
            "della",
            "der",
            "den",
            "di",
            "da",
            "das",
            "do",
            "dos",
            "du",
            "la",
            "le",
        ),
        *("las", "los", "san", "st", "ter", "ten", "van", "vande", "von", "zu", "y", "e"),
    )
)
_REPLY = re.compile(r"^\s*(?:(?:re|aw|sv|antw|rif|res|ynt)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"[aio](?!ne\b)|e(?!u)|u(?!ni|s[aeiu]|ti)", re.IGNORECASE)
_WHEN = re.compile(r"(?:in|from|during|between|since|over|for|until|this|last)\b", re.IGNORECASE)
_WHERE = re.compile(r"(?:in|on|at|with|within)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:clinic|unit|department|division|lab|laboratory|office|practice|cent(?:er|re)|hospital|institute|icu|nicu|picu|room)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"^[A-Z]{2,}\b")


def spoken_title(title: str | None, name: str) -> str:
    """Return "Dr.", "Professor" … from the title on record, else from one in front of the name, else "Dr."."""
    for text in (title or "", name):
        if found := re.match(r"\s*(\w+)", text):
            word = found[1].casefold()
            if word in _FORMAL:
                return _FORMAL[word]
    return (title or "").strip() or "Dr."


def family_name(name: str) -> str:
    """Return what follows the title in a salutation: "Rao" of "Prof. Anita Rao, MD", "de Wit" of "Jan de Wit".

    "Rao, Anita" is read as family name first; a single name is itself.
    """
    parts = [
        part
        for part in (piece.strip() for piece in _TITLE.sub("", name.strip()).split(","))
        if part and not _is_degree(part)
    ]
    if not parts:
        return ""
    words = parts[0].split()
    while len(words) > 1 and _is_degree(words[-1]):
        words.pop()
    if len(parts) > 1:
        return " ".join(words)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold().rstrip("-") in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _is_degree(text: str) -> bool:
    return all(word.replace(".", "").casefold() in _DEGREES for word in text.split())


def greeting(title: str | None, name: str, *, earlier: str | None = None) -> str:
    """Return the form of address, without a comma. The one used before to the same person is kept (domain.md 2.1)."""
    family = family_name(name)
    if earlier and _plain(family) in _plain(earlier) and re.match(r"dear\b", earlier, re.IGNORECASE):
        return earlier.rstrip(" ,:;!-–")
    return f"Dear {spoken_title(title, name)} {family}"


def _plain(text: str) -> str:
    """Return text for comparing names: no case, no diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def reply_subject(subject: str) -> str:
    """Return the subject of a reply: one "Re: ", whatever prefixes of replies were there (RFC 5322, 3.6.5)."""
    return f"Re: {_REPLY.sub('', subject).strip()}"


def day(value: date) -> str:
    """Return a date as US readers write it: "August 12, 2026"."""
    return f"{value:%B} {value.day}, {value.year:04}"


def period(start: date | None, end: date | None) -> str | None:
    """Return the months worked together, with their preposition: "in May 2026"; None when unknown."""
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"in {last:%B} {last.year:04}"
    if first.year == last.year and first.month + 1 == last.month:
        return f"in {first:%B} and {last:%B} {last.year:04}"
    if first.year == last.year:
        return f"from {first:%B} to {last:%B} {last.year:04}"
    return f"from {first:%B} {first.year:04} to {last:%B} {last.year:04}"


def during(text: str) -> str:
    """Return months with a preposition: "in May 2026"; text that begins with one is left alone."""
    return text if _WHEN.match(text) else f"in {text}"


def within(text: str) -> str:
    """Return where somebody worked, with its preposition: "in the sleep clinic", "on the consult service"."""
    if _WHERE.match(text):
        return text
    return f"{'in' if _PLACE.search(text) else 'on'} {text}"


def bare(text: str) -> str:
    """Return a noun phrase without its article."""
    return _ARTICLE.sub("", text)


def with_article(text: str) -> str:
    """Return a noun phrase with "a" or "an"; one that has a determiner already is left alone."""
    if re.match(r"(?:an?|the|your|my|one)\s", text, re.IGNORECASE):
        return text
    spelled = _ACRONYM.match(text)
    vowel = text[:1] in "AEFHILMNORSX" if spelled else bool(_VOWEL_SOUND.match(text))
    return f"{'an' if vowel else 'a'} {text}"


def phrase(text: str) -> str:
    """Return text to stand inside a sentence: no full stop at its end."""
    return text.rstrip(" .;,")


def sentence(text: str) -> str:
    """Return text to stand as a sentence: a capital first, a full stop (or ! ?) last."""
    trimmed = text.strip()
    if not trimmed:
        return ""
    return trimmed[0].upper() + trimmed[1:] + ("" if trimmed[-1] in ".!?…" else ".")
