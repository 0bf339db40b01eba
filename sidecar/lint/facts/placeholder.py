"""Blanks of a template that were not filled in.

Terminology: a *blank* is `[Name]`, `{{x}}`, `<Program>`, `(your school)`, `20XX`, `XXX`, `Dr. ____`, `(........)` `CITY NAME HERE` or a
line `Your Name`; a bracketed remark of the writer's is none.
"""

import re
from collections.abc import Iterator

_NOUNS = (
    "name names surname hospital date dates deadline specialty speciality program programme city state region month year years school university degree phone email "
    "mail title institution recipient recommender professor doctor opportunity service department institute location country skill area incident reason reasons "
    "topic project course position role company organization organisation family employer fit descriptor setting score number address id link subject here "
    "referee mentor field type reference case cases achievement duration weeks months rotation attending director coordinator"
).split()
_VERBS = "your insert add enter fill describe briefly mention specific specify choose select list name give write state month".split()
_INSTRUCTIONS = frozenset(
    "here optional insert add enter fill describe briefly mention specify choose give explain".split()
)
_TO_THE_WRITER = frozenset(("you your yours yourself").split())
_BRACKETED = re.compile(
    r"\[([^\[\]\n]{1,80})\]|\{\{([^{}\n]{0,80})\}\}|\$?\{([^{}\n]{1,60})\}|<([^<>@\n]{1,60})>|«([^»\n]{1,60})»"
)
_LONG = re.compile(r"\[([^\[\]\n]{81,600})\]")
_ROUND = re.compile(
    rf"\((?:your (?:[\w/-]+ ){{0,3}}(?:{'|'.join(_NOUNS)})|(?:insert|enter|names? of|mention|specify) [^()\n]{{1,60}})\)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"^[ \t]*(?:your|full|your full) name,?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_OPENING = "[{<«"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AFTER_A_MONTH = f"(?:{'|'.join(f'(?<={month} )' for month in _MONTHS.split('|'))})"
_LETTERS = re.compile(
    r"(?<![\w])(?:20[Xx]{2}|(?:19|20)\d[Xx]|X{3,}|[Xx]{2}/[Xx]{2}(?:/[Xx]{2,4})?)(?!\w)|(?<=[Dd]r\. )[Xx]{2,}\b|(?<=[Dd]r )[Xx]{2,}\b"
    rf"|X{{1,2}}(?= (?:of )?(?:{_MONTHS})\b)|{_AFTER_A_MONTH}XX\b"
    r"|(?<=Dr\. )X\b(?!\.)|(?<=Dr )X\b|(?<=Professor )X\b(?!\.)"
)
_X = re.compile(r"[Xx\d][Xx]|r\.? X")  # in whatever `_LETTERS` matches
_COMMANDS = re.compile("HERE|YOUR|INSERT|ENTER|ADD")
_CAPITALS = re.compile(
    r"(?<![A-Z] )\b(?:YOUR|INSERT|ENTER|ADD)(?: [A-Z]+){1,4}\b"
    r"|\b(?:[A-Z]+ ){0,2}(?:NAMES?|CITY|TOWN|HOSPITAL|PROGRAM|SCHOOL|DATES?|TITLE|SPECIALTY|STATE|NUMBER|ID|REASONS?|TOPIC) HERE\b"
)
_UNDERLINE = re.compile(r"(?<=\w )_{2,}(?!\w)|(?<=\. )_{2,}(?!\w)|(?<=\()_{2,}(?=\))")
_DOTS = re.compile(r"\([.…\s]{4,80}\)|(?<=[\w/] )[.…]{4,80}(?= ?/| \w)|(?<=Dr\. )[.…]{3,80}")
_HASHES = re.compile(r"^[#?.…_xX\s-]{2,}$|^#$")
_WORD = re.compile(r"[a-z']+")
_ONE_WORD = re.compile(r"[^\W\d_]{3,20}(?<!ed)")
_REMARKS = frozenset("sic sik link image attachment photo none encl enc".split())
_SEVERAL_WORDS = re.compile(r"[^\W\d]+(?: [^\W\d]+)+")
_TAG = re.compile(
    r"/?(?:a|b|i|u|p|br|div|span|li|ul|ol|img|table|tr|td|hr|em|strong|html|body|https?:.*)\b[^>]*$", re.IGNORECASE
)


def placeholders(written: str) -> Iterator[tuple[int, int]]:
    """Yield the places of unfilled blanks in text as written (not folded)."""
    spans = []
    if any(char in written for char in _OPENING):
        spans += [match.span() for match in _BRACKETED.finditer(written) if _is_blank(match)]
    if "[" in written:
        spans += [match.span() for match in _LONG.finditer(written) if _instructs(match[1])]
    if "(" in written:
        spans += [match.span() for match in _ROUND.finditer(written)]
    if _COMMANDS.search(written):
        spans += [match.span() for match in _CAPITALS.finditer(written)]
    spans += [match.span() for match in _NAMELESS.finditer(written)]
    if "..." in written or "…" in written:
        spans += [match.span() for match in _DOTS.finditer(written)]
    if _X.search(written):
        spans += [match.span() for match in _LETTERS.finditer(written)]
    if "__" in written:
        spans += [match.span() for match in _UNDERLINE.finditer(written)]
    last = -1
    for start, end in sorted(spans):
        if start >= last:
            yield start, end
            last = end


def _is_blank(match: re.Match[str]) -> bool:
    square, double, single, angle, quoted = match.groups()
    if double is not None:
        return True
    if angle is not None and _TAG.match(angle):
        return False
    inside = next(text for text in (square, single, angle, quoted) if text is not None)
    return _names_a_blank(inside) or (angle is not None and _SEVERAL_WORDS.fullmatch(angle) is not None)


def _instructs(inside: str) -> bool:
    words = _WORD.findall(inside.casefold()[:40])
    return bool(words) and words[0] in _INSTRUCTIONS


def _names_a_blank(inside: str) -> bool:
    if _HASHES.match(inside) or (_ONE_WORD.fullmatch(inside) and inside.casefold() not in _REMARKS):
        return True
    words = _WORD.findall(inside.casefold().replace("’", "'"))
    if not words or (any(char.isdigit() for char in inside) and "XX" not in inside):
        return False
    if words[0] in _VERBS or "XX" in inside or not _TO_THE_WRITER.isdisjoint(words):
        return True
    if inside.isupper() and len(words) <= 4 and len(inside) > 3:
        return True
    return (
        len(words) <= 7
        and any(word in _NOUNS for word in words)
        and (inside[:1].isupper() or len(words) <= 3 or "/" in inside)
    )
