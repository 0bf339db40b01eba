"""The salutation: how the writer addresses the reader.

Terminology: a *generic* greeting names nobody ("Dear Sir", "Hello Doctor", "Dear Program Director").
"""

import re
from dataclasses import dataclass

from sidecar.lint.facts.prose import Stretch

_WORDS = (
    r"(?:(?:my|most|very|highly) )?(?:dear(?:est)?|hi+(?: there)?|hello+(?: there)?|hey+(?: there)?|hiya|yo|respected|respectable|distinguished|illustrious|venerable|egregious|beloved|honou?rable|honou?red|esteemed|"
    r"good (?:morning|afternoon|evening|day)|greetings|salutations|to(?=\s+(?:whom|the|my|our|all|every|any|each|your))|gu?d (?:am|pm|day|morning|evening|afternoon)|namaste|salam|ass?al[ao]m\w*(?: al\w*k[ou]m)?|as-salamu alaykum|sup|"
    r"buen(?:as|os|)? (?:tardes|d[ií]as?)|bo[am] (?:tarde|dia)|bonjour|bonsoir|guten (?:tag|morgen)|merhaba|say[ıi]n|selam|salaam|estimad[oa]|po[šs]tovan[ia]|"
    r"szanown[yia]|hola|konnichiwa|shalom|habari|namaskar|privet|ciao)"
)
_OPENING = re.compile(
    rf"(?P<word>{_WORDS})\b[ ,]*(?P<rest>[^,:;!\n—–]{{0,90}})(?P<end>[,:;!—–]|\n|$|\.(?=\s{{2}}|\s*\n| i\b))"
)
_TITLED = re.compile(
    r"(?P<rest>(?:(?:the )?(?:program|residency|training) director|(?:the )?chairman|(?:the )?head of department|doc|dr|doctor|prof|professor|mr|mrs|ms|miss|sir|madam|mam)\b\.?(?: [^,:;!.\n]{1,60})?)(?P<end>[,:;!—–]|\n|$)"
)
_NAMED = re.compile(r"(?P<rest>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2})(?P<end>,|:|!|\n|$)")
_TITLES = frozenset(("dr doctor prof professor mr mrs ms miss mx sir madam dame rev").split())
_NOBODY = frozenset(
    (
        "sir sirs madam madams ma'am mam maam doctor doctors dr prof professor professors attending physician "
        "physicians program programs programme director directors coordinator coordinators committee selection "
        "admissions admission residency team all everyone friend friends colleague colleagues concerned whom it "
        "may concern concern the to or and of at in chair chairman chairperson head department faculty member "
        "members admin admins administrator administrators administration staff office honourable honorable respected respectable distinguished illustrious venerable leader leaders esteemed dear most highly there gentlemen gentleman "
        "ladies teacher mentor hiring manager recruiter graduate medical education gme pd pds internal medicine "
        "great beloved doc chief chiefs training teachers sensei guru sahib hod ma surgery pediatrics psychiatry family neurology both authority "
        "authorities internist good morning day afternoon evening your honor esq letter writer evaluator reviewer "
        "reviewers & very correspond corresponds whoever whomever interested hospital dears"
    ).split()
)
_PRONOUNS = frozenset(
    (
        "i it its my we this that there please thank thanks as in on the a an if since after how what when yes no "
        "so just attached"
    ).split()
)
_OF_WHAT = re.compile(r" (?:of|at|in|for) [^,&]*?(?=,| and\b| &|$)")  # "Program Director of Fort Wayne" names nobody
_FEW = 2  # words of a greeting that are a name though they have no capital ("hi tom")
_CASUAL = re.compile(r"(?:hey+|hi{2,}|hiya|yo|sup|hi there)\b")


@dataclass(frozen=True)
class Greeting:
    """The salutation at its place in the body; `name` is as written, empty when it names nobody."""

    start: int
    end: int
    text: str  # as written, without the closing comma
    title: str | None  # folded and without its dot: "dr", "professor"
    name: str
    placeholder: bool = False

    @property
    def generic(self) -> bool:
        """Whether it could open a letter to anybody."""
        return not self.name and not self.placeholder

    @property
    def family_name(self) -> str:
        """The last word of the name, folded; empty when there is none."""
        return self.name.split()[-1].casefold().strip(".") if self.name else ""


def greeting(written: str, folded: str) -> Greeting | None:
    """Return the salutation that the own words open with, or None."""
    start = len(folded) - len(folded.lstrip())
    line = Stretch(start, start, folded[start : start + 160])
    opening = _OPENING.match(line.text)
    if opening:
        return _read(opening, start, written)
    titled = _TITLED.match(line.text)
    if titled:
        return _read(titled, start, written)
    named = _NAMED.match(line.text)
    if named and _looks_like_a_name(named["rest"], written[start : start + named.end("rest")], named["end"]):
        return _read(named, start, written)
    return None


def _looks_like_a_name(folded: str, written: str, end: str) -> bool:
    words = folded.split()
    capital = all(word[:1].isupper() for word in written.split())
    return capital and words[0] not in _PRONOUNS and not (end in {"", "\n"} and len(words) > 2)


def _read(match: re.Match[str], start: int, written: str) -> Greeting:
    begin, end = match.start("rest"), match.end("rest")
    rest = written[start + begin : start + end].rstrip()
    text = written[start : start + begin + len(rest)]
    words = re.findall(r"[^\s()/]+", _OF_WHAT.sub("", rest))
    folded = [word.casefold().strip(".").replace("’", "'") for word in words]
    title = next((word for word in folded if word in _TITLES), None)
    placeholder = any(re.search(r"[\[\]{}<>_]|^x{2,}$|^_+$", word, re.IGNORECASE) for word in words)
    named = "" if placeholder else " ".join(_until_prose(_names(words, folded, match)))
    return Greeting(start, start + len(text), text, title, named, placeholder)


def _names(words: list[str], folded: list[str], match: re.Match[str]) -> list[str]:
    """Return the words that name somebody: those with a capital; without any, those behind a title, or a word or two."""
    found = [at for at, low in enumerate(folded) if low not in _NOBODY and low not in _TITLES]
    capital = next((at for at in found if words[at][:1].isupper()), None)
    title = next((at for at, low in enumerate(folded) if low in _TITLES), None)
    if capital is not None:
        found = [at for at in found if at >= capital]
    elif title is not None:
        found = [at for at in found if at > title]
    elif match.groupdict().get("word") == "to" or len(words) > _FEW:
        found = []
    return [words[at] for at in found]


def _until_prose(names: list[str]) -> list[str]:
    """Greeted names are capitalised or few: `Dr. Rao I hope` ends at `I`."""
    kept: list[str] = []
    for name in names[:5]:
        if name.casefold() in _PRONOUNS or (
            kept
            and name[:1].islower()
            and name.casefold() not in {"de", "van", "von", "der", "el", "al", "bin", "da", "di", "la"}
        ):
            break
        kept.append(name)
    return kept


def casual(found: Greeting) -> bool:
    """Tell whether the salutation is one for friends ("Hey")."""
    return _CASUAL.match(found.text.casefold()) is not None
