"""What a human reply to a request says: promised, declined, asks or other (domain.md section 6), and where.

A reply is read clause by clause, for "happy to help, but I cannot write the letter" says no after the "but". A promise
that also asks for something is a promise; a refusal that holds only for now gives way to a promise, and so does a mere
reason to refuse. What is denied counts the other way round where it would have been a hindrance ("no hesitation"), and
what is conceded first ("although we only overlapped briefly, …") decides nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from sidecar.followup.message import Meaning
from sidecar.followup.reading import dates
from sidecar.followup.reading.language import spoken
from sidecar.followup.reading.patterns import fold, wordings
from sidecar.followup.reading.return_date import sentences
from sidecar.followup.reading.shorthand import without_smiles, written_out

_WORDING = wordings("meaning")
_BUT = re.compile(
    r"[;–—]\s*|\s-\s|,?\s+(?:but|however|although|though|yet|except|pero|sin embargo|aunque|mais|cependant|toutefois"
    r"|aber|jedoch|allerdings|mas|porém|contudo|ama|ancak|fakat)\b[,\s]*"
)
_SALUTATION = re.compile(
    r"\A(?:dear|hi|hello|hey|hallo|liebe[rs]?|bonjour|chère?|hola|estimad[oa]|querid[oa]|olá|prezad[oa]|car[oa]|merhaba"
    r"|sayın|sevgili|good (?:morning|afternoon|evening))\b(?:\s+[^\s,!:–-]+){0,4}\s*?(?:[,!:–-]\s*|\n\s*)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bnicht|\bno|\bnão|\bpas)\s+(?:\w+\s+){0,2}\Z")
_WILLING = r"(?=\bi(?:'m|'d|'ll| am| will| would) (?:more|happy|glad|willing|pleased|still|be|certainly)\b)"
_CONCESSION = re.compile(
    r"\A(?:although|though|while|even (?:though|if)|despite|in spite of)\b"
    rf"(?:[^,]*,\s*(?=\S+ \S+ \S)|.{{5,90}}?{_WILLING})"
)
_BARELY = re.compile(r"\W*(?:ok|okay|fine|alright|all right|yes)\W*")
_PIECE = re.compile(r"(?:^|[,:.;!()]|(?<!\w)(?:and|so|then|but))\s+")
_LOOKED_AT = 4000
_WINDOW = 80  # characters before an act in which its stance stands
_SHOWN = 200  # characters of the deciding sentence that are shown


@dataclass(frozen=True, slots=True)
class Said:
    """The suggested meaning, the sentence that carries it ("" if none does), and the day a promise names."""

    meaning: Meaning
    sentence: str = ""
    named_date: date | None = None


class _Clause(Enum):
    PROMISE = auto()
    REFUSAL = auto()
    REFUSAL_FOR_NOW = auto()
    RELUCTANCE = auto()  # a reason to refuse, which stands until a promise is heard


def read(own_text: str, base: date) -> Said:
    """Suggest what the own words of a reply, written on `base`, mean; the user confirms."""
    said = sentences(_SALUTATION.sub("", without_smiles(own_text[:_LOOKED_AT]).strip(), count=1))
    if any(_WORDING["reported"].search(fold(sentence)) for sentence in said):
        return Said(Meaning.OTHER, next(each for each in said if _WORDING["reported"].search(fold(each)))[:_SHOWN])
    decided, sentence = _decision(said)
    if decided is _Clause.PROMISE:
        return Said(Meaning.PROMISED, sentence[:_SHOWN], _named_date(said, sentence, base))
    if decided:
        return Said(Meaning.DECLINED, sentence[:_SHOWN])
    asked = next((each for each in said if _asks(written_out(fold(each)))), "")
    return Said(Meaning.ASKS if asked else Meaning.OTHER, asked[:_SHOWN])


def _decision(said: list[str]) -> tuple[_Clause | None, str]:
    """Go through the clauses; return what stands in the end and the sentence that said it."""
    decided: _Clause | None = None
    because = ""
    for sentence in said:
        folded = written_out(fold(sentence))
        if _WORDING["exception"].search(folded):
            decided, because = _Clause.PROMISE, sentence
            continue
        clauses = _BUT.split(folded)
        for at, clause in enumerate(clauses):
            if len(clauses) > 1 and sentence.endswith("?") and _BARELY.fullmatch(clause):
                continue  # "ok, but what …?"
            heard = _hear(_CONCESSION.sub("", clause.strip()), asked=sentence.endswith("?"))
            if heard and _overrides(heard, decided, after_but=at > 0):
                decided, because = heard, sentence
    return decided, because


def _overrides(heard: _Clause, decided: _Clause | None, *, after_but: bool) -> bool:
    """Whether a later clause takes back an earlier one: a plain refusal is softened only in the same breath."""
    if decided is _Clause.PROMISE:
        return heard is _Clause.REFUSAL or (heard is _Clause.RELUCTANCE and after_but)
    if decided is _Clause.REFUSAL:
        return heard is _Clause.PROMISE and after_but
    return True


def _hear(clause: str, *, asked: bool) -> _Clause | None:
    """Say what a clause decides: what stands in no one's way comes first, then what refuses, then what agrees."""
    if _WORDING["aside"].search(clause):
        return None
    if _WORDING["unhindered-at-all"].search(clause):
        return _Clause.PROMISE
    stance = _stance(clause)
    if refusal := _refusal(clause, stance, asked=asked):
        return refusal
    if _WORDING["defers"].search(clause) or _WORDING["elsewise"].search(clause):
        return None
    return _Clause.PROMISE if _agrees(clause, asked=asked) or (stance and not asked) else None


def _refusal(clause: str, stance: _Clause | None, *, asked: bool) -> _Clause | None:
    if asked and _WORDING["negative-question"].search(clause):
        return None
    sections = ("declines",) if asked else ("declines", "refuses", "refuses-abroad")
    if stance is _Clause.REFUSAL or any(_WORDING[section].search(clause) for section in sections):
        return _Clause.REFUSAL_FOR_NOW if _WORDING["soon-over"].search(clause) else _Clause.REFUSAL
    return _Clause.RELUCTANCE if not asked and _WORDING["refuses-softly"].search(clause) else None


def _agrees(clause: str, *, asked: bool) -> bool:
    said = _WORDING["assents"].match(clause) or _WORDING["promises"].search(clause)
    said = said or (None if asked else _WORDING["agrees"].search(clause))
    if said and not _NEGATED.search(clause[: said.start()]):
        return True
    return _WORDING["agrees-late"].fullmatch(_PIECE.split(clause.rstrip(".! "))[-1]) is not None


def _stance(clause: str) -> _Clause | None:
    """Judge a clause that names what is asked for (to write, upload, recommend) by what stands before that."""
    for act in _WORDING["acts"].finditer(clause):
        before = clause[max(0, act.start() - _WINDOW) : act.start()]
        if _WORDING["unhindered"].search(before):
            return _Clause.PROMISE
        if _WORDING["withheld"].search(before):
            return _Clause.REFUSAL
        if _WORDING["intended"].search(before):
            return _Clause.PROMISE
    return None


def _asks(sentence: str) -> bool:
    if _WORDING["courtesy"].search(sentence):
        return False
    if sentence.rstrip().endswith(("?", "؟")):
        return True
    if _WORDING["no-question"].search(sentence):
        return False
    return bool(_WORDING["asks"].search(sentence) or _WORDING["asks-briefly"].search(sentence))


def _named_date(said: list[str], sentence: str, base: date) -> date | None:
    """Return the day a promise is to be kept by: one with "by" before it, else one in the sentence that promises."""
    found: list[tuple[int, date]] = []
    for candidate in said:
        folded = dates.plain_digits(fold(candidate))
        for language in spoken(folded)[:1]:
            by = language.frame("by_before")
            for mention in dates.mentions(folded, language, base, day_first=dates.numeric_order(folded)):
                due = bool(by.search(folded[: mention.start])) and not mention.vague
                if mention.last and mention.last >= base and (due or candidate is sentence):
                    found.append((2 * due + (not mention.vague), _weekday_of(mention)))
    return max(found, key=lambda each: each[0])[1] if found else None


def _weekday_of(mention: dates.Mention) -> date:
    """Return the day a mention names; of a week its Friday."""
    if mention.last is None or mention.first is None:
        raise ValueError("an ambiguous mention names no day")
    return mention.last - timedelta(days=2) if mention.last - mention.first > timedelta(days=3) else mention.last
