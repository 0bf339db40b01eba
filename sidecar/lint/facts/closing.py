"""How the draft ends, and who signs.

Terminology: a *closing* is a formula on its own line or at the end ("Sincerely,", "With thanks,"); the *signer* is the name below.
"""

import re
from dataclasses import dataclass

from sidecar.lint.facts.prose import Stretch

_FORMULA = re.compile(
    r"(?:yours?|very|most|with|many|warm(?:est|ly)?|kind(?:est)?|all|respectfully|sincerely|gratefully|cordially|faithfully|truly|best|"
    r"regards?|thanks|thank ?you|thanking|cheers|wishes|sincere|god bless|take care|in gratitude|desperately|obediently|merry|happy|saludos|"
    r"greetings?|wishing|i wish (?:you|to)|i (?:\w+ )?(?:appreciate|thank)|see you|looking forward to (?:your|hearing)|"
    r"have an? (?:\w+ )?(?:good|nice|great|lovely|pleasant|wonderful|blessed|quiet)|wish you|god (?:will|may|keep))\b[^.?!]{0,60}[.,!]*"
)
_COURTESY = re.compile(
    r"\b(?:greetings?|salutations|wishes|regards|respects?|esteem|hugs?|thanks|thank you|gratitude)\b"
)
_THANKS_IN_SHORT = re.compile(r"\b(?:thanx|thx|tnx|tysm|ty|tks)\b")  # "thx" alone is no way to end a letter
_ONE_SENTENCE = re.compile(r"(?:[^.?!]|(?<=\bdr)\.)*[.,!]*")
_LINE = re.compile(r"[^\n]+")
_LONGEST = 110  # characters of a formula
_MOST_BELOW = 25  # words of name, school and numbers
_COMMA_BEFORE_NAME = re.compile(
    r"(?:^|\n|[.?!] )[ \t]*(?P<closing>[^\n.?!,;:]{2,70}),[ \t]*\n\s*(?:dr\.? )?[^\W\d_][^\n.?!]{1,50}(?:\n|$)"
)
_INLINE = re.compile(
    r"(?:(?:best|kind|warm) (?:regards|wishes)|sincerely|yours (?:truly|faithfully|sincerely)|regards),?\s+[\w.' -]{2,40}(?:, [^\n.]{2,40})?\s*$"
)
_ID = re.compile(
    r"aamc(?<!\waamc)(?:(?:\s+(?:id|number|no\.?|#))?[\s:#.()-]*(?:id)?[\s:#.-]*(?P<number>\d{7,9}|\d[\d -]{7,11}\d)|\s+(?:id|number)\s*[:#]?\s*\d{5,})|"
    r"eras(?<!\weras)\s+(?:id|number)\s*[:#]?\s*\d{5,}|1[34567]\d{6}\b(?<!\w\d{8})"
)
_DEGREE = re.compile(
    r",?\s+(?:m\.?d\.?|mbbs|mbbch|mbchb|d\.?o\.?|ph\.?d\.?|mph|m\.?b\.?b\.?s\.?|m\.?b\.?[.,;]+\s*b\.?(?:s|ch)\.?|m[eé]dic[oa](?: cirujan[oa])?)\b.*",
    re.IGNORECASE,
)
_BESIDE_A_NAME = re.compile(
    r"[<|(•]| [-–—] |,?\s*\b(?:aamc|eras|usmle|ecfmg)\b"
    r"|, (?:[\w-]+ ){0,4}(?:applicant|candidate|graduate|resident|physician|intern|observer|student|doctor)\b",
    re.IGNORECASE,
)
_NAMES = r"[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w'’.-]+){1,4}"
_INTRODUCED = re.compile(
    rf"\b(?:[Mm]y (?:full |complete )?name is|[Ii] am|[Ii]['’]?m|[Tt]his is|[Mm]yself|[Ii]t['’]?s)(?: [Dd]r\.?)? ({_NAMES})"
)
_NUMBER_NAMED = re.compile(r"\b[Aa][Aa][Mm][Cc]\b")
_NUMBERED = re.compile(rf"({_NAMES}),?(?: [^\n.,]{{0,40}},)? \(?[Aa][Aa][Mm][Cc]\Z")
_REACH = 100  # characters before the number in which the name is looked for
_SIGNED_INLINE = re.compile(
    rf"(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Ww]ishes|[Aa]dvance|[Aa]ttention|[Rr]espectfully)[,.!]? ({_NAMES})(?:,[^.\n]{{0,60}})?\s*$"
)
_NO_NAMES = frozenset(
    "Internal Family General Emergency Medical International American Indian Very The An US IMG Dr".split()
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’-][^\W\d_]+)*\.?$")


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing formula at its place in the body."""

    start: int
    end: int
    text: str


def closing(prose: str) -> Closing | None:
    """Return the last closing formula of folded prose, in its last lines."""
    tail_from = max(0, len(prose.rstrip()) - 400)
    for line in _LINE.finditer(prose, tail_from):
        below = prose[line.end() :].split()
        if len(below) <= _MOST_BELOW and _is_formula(line[0].strip(), bool(below)):
            return Closing(*line.span(), line[0])
    for match in _COMMA_BEFORE_NAME.finditer(prose, tail_from):
        if len(prose[match.end("closing") :].split()) <= _MOST_BELOW:
            return Closing(*match.span("closing"), match["closing"])
    inline = _INLINE.search(prose, tail_from)
    return Closing(*inline.span(), inline[0]) if inline else None


def _is_formula(line: str, signed: bool) -> bool:
    if _FORMULA.fullmatch(line):
        return True
    if len(line) > _LONGEST or not (_COURTESY.search(line) or (signed and _THANKS_IN_SHORT.search(line))):
        return False
    return _ONE_SENTENCE.fullmatch(line) is not None


def titled(name_lines: str) -> bool:
    """Tell whether the first of these lines has a degree behind the name."""
    first = next((line for line in name_lines.splitlines() if line.strip()), "")
    return _DEGREE.search(first) is not None


def signer(name_lines: str) -> str:
    """Return the name that signs, as written, from the lines below the closing; empty when there is none."""
    for line in name_lines.splitlines():
        bare = _DEGREE.sub("", _BESIDE_A_NAME.split(line)[0].strip()).strip(" ,.-–")
        bare = re.sub(r"^(?:dr|prof)\.?\s+", "", bare, flags=re.IGNORECASE)
        words = bare.split()
        if words and len(words) <= 6 and all(_NAME_WORD.match(word) for word in words):
            return bare
    return ""


def last_named(written: str) -> str:
    """Return the full name that stands alone on one of the last lines, whatever was written above it; else empty."""
    lines = [line.strip() for line in written.splitlines() if line.strip()][-5:]
    for line in lines[1:]:
        bare = _DEGREE.sub("", _BESIDE_A_NAME.split(line)[0].strip()).strip(" ,.-–")
        if re.fullmatch(rf"(?:Dr\.? )?{_NAMES}", bare) and _NO_NAMES.isdisjoint(bare.split()):
            return bare
    return ""


def introduced(written: str) -> str:
    """Return the full name by which the writer introduces themselves, signs at the end of a paragraph or gives a number."""
    found = _INTRODUCED.search(written) or _SIGNED_INLINE.search(written)
    if found is None and (number := _NUMBER_NAMED.search(written)):
        found = _NUMBERED.search(written, max(0, number.start() - _REACH), number.end())
    return "" if found is None or not _NO_NAMES.isdisjoint(found[1].split()) else found[1]


def identifier(own: str) -> Stretch | None:
    """Return where an AAMC ID is given in folded text, or None."""
    match = _ID.search(own)
    return Stretch(match.start(), match.end(), match[0]) if match else None
