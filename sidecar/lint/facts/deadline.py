"""By when the letter is wanted: a date, a vague plea for speed, or nothing.

Terminology: a *deadline* is a date the writer puts before the reader for the letter, or one everything depends on ("the
deadline is 1 June"); the dates of work together, interviews and exams are none.
"""

import re
from collections.abc import Iterable, Iterator

from sidecar.lint.facts.dates import Dated, DateRead
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_BEFORE = Grammar(
    "",
    r"(?:by|before|until|till|due|due on|due by|no later than|not later than|later than|on or before|around|about|deadline:?|deadline of|ahead of|towards|latest)",
)
_WANTED = Grammar(
    "",
    r"deadlines?|due|ideal(?:ly)?|perfect|helpful|helps?|great|awesome|wonderful|suits? (?:me|my)|target|goal|aim(?:ing)?",
    r"(?:submit|submitted|submission|upload|uploaded|send|sent|write|written|finali[sz]e|complete|receive|received|ready)",
    r"(?:possible|work for you|works? for|is (?:near|close|approaching|coming))|(?:closes?|need(?:ed|s)?|would (?:like|love|be|do)|should be|wud be|wd be|could be|grateful|appreciate)",
    r"(?:have|get|having|getting) (?:it|everything|all|the|your|my|this|them)",
    r"(?:letters?|lors?|it|everything) (?:in|there|ready|done)",
    r"date (?:around|of|by|would|is|near)",
)
_PAST_WORK = Grammar(
    "",
    r"(?:worked|rotated|shadowed|observed|graduated|joined|studied|passed|completed|interviewed|emailed|wrote|met|taught|spent|supervised|assisted|moved|submitted|applied)",
    r"(?:my|the|our|your) (?:\w+ ){0,3}?(?:rotation|observership|externship|elective|clerkship|course|class|interview|email|e-mail|internship)",
    r"i (?:was|did|have been|had been|took) ",
    r"from <month>",
)
_SAID_THEN = Grammar("", r"i (?:had )?(?:asked|requested|sent|contacted|called|mailed|messaged|reached)")
_VAGUE = Grammar(
    "near asap a.s.a.p soon soonest earliest early early quickly possible urgently urgent immediately immediate promptly fast hurry time once quick at before without sooner running",
    r"a\.?s\.?a\.?p\.?|as soon as (?:you can|possible|you are able|u can|your schedule|convenient|it is)",
    r"as (?:early|quickly|fast|promptly) as (?:you can|possible)|asap",
    r"at (?:the|your|ur) (?:very )?(?:earliest|soonest)(?: (?:possible )?(?:convenience|time|opportunity|possible))?",
    r"(?:at )?(?:your|the) earliest (?:convenience|possible|opportunity)|earliest possible",
    r"(?:urgently|immediately|very soon|right away|without (?:any )?delay|in no time|the sooner the better)",
    r"(?<!will\s)(?<!ll\s)(?<!can\s)(?<!to\s)(?:send|give|write|upload|submit|provide|reply|need|want|have|complete) ..4 (?P<core>(?:as )?(?:soon|quickly|fast|urgently|early)(?: as (?:you can|possible))?)",
    r"(?:at once|in the near future|in a timely manner)",
)
_ABOUT_THE_LETTER = Grammar(
    "reference recommender recommendations want endorsement uploaded pls letter letters lor lors recommendation it upload send write submit reply need needful submission this give please",
    r"(?:<letter>|it|upload|uploaded|send|write|submit|submission|needful|give|need|want|please|pls|reply)",
)
_OTHERS_DATES = Grammar(
    "",
    r"(?:programs?|eras|applications?|season|portal|interviews?|match|token) ..3 (?:open|opens|opening|begin|begins|start|starts|review|reviewing|read|will begin|will start|available|go)",
    r"(?:apply|applying|submit my application|start the application|enter|entering)",
)


_REACH = 200  # characters on either side of a date that say what it is for
_BY_THEN = re.compile(r"\b(?:by|before|until) (?:then|that (?:date|day|time))\b")


def deadlines(dated: Iterable[Dated]) -> tuple[DateRead, ...]:
    """Return the dates by which the letter is wanted, in order, of those that the sentences name."""
    return tuple(_deadlines(dated))


def _deadlines(dated: Iterable[Dated]) -> Iterator[DateRead]:
    for sentence, dates in dated:
        for found in dates:
            before = sentence.text[max(0, found.start - sentence.start - _REACH) : found.start - sentence.start]
            after = sentence.text[found.end - sentence.start : found.end - sentence.start + _REACH]
            if _named_for_the_letter(sentence, found, before) or (found.exact and _BY_THEN.search(after)):
                yield found


def _named_for_the_letter(sentence: Stretch, found: DateRead, before: str) -> bool:
    lead = Stretch(0, len(before), " ".join(before.split()[-3:]))
    if _PAST_WORK(_next_words(sentence, found)) or _SAID_THEN(_next_words(sentence, found)):
        return False
    wanted = _WANTED(_without_the_rest(sentence, found))
    if _BEFORE(lead) or found.text.split()[0] in {"by", "before", "until", "till", "due", "within", "in"}:
        return wanted or not _PAST_WORK(_clause(before))
    if not found.exact:
        return (
            wanted
            and found.text.startswith(("end", "mid", "early", "start", "beginning", "first"))
            and not _OTHERS_DATES(_clause(before))
        )
    return wanted and not _PAST_WORK(_clause(before)) and not _OTHERS_DATES(_clause(before))


def _next_words(sentence: Stretch, found: DateRead) -> Stretch:
    """Return the three words after a date: "on 20 May I wrote" names no deadline."""
    text = " ".join(sentence.text[found.end - sentence.start : found.end - sentence.start + 60].split()[:3])
    return Stretch(0, len(text), text)


def _clause(before: str) -> Stretch:
    """Return the last clause before a date, which says what the date is of."""
    clause = before
    for mark in (",", ";", ":", " so ", " and ", " but ", " if "):
        clause = clause.rpartition(mark)[2]
    return Stretch(0, len(clause), clause)


def _without_the_rest(sentence: Stretch, found: DateRead) -> Stretch:
    """Return the sentence up to a little after the date: what follows speaks of something else."""
    start = max(0, found.start - sentence.start - _REACH)
    text = sentence.text[start : found.end - sentence.start + 60]
    return Stretch(sentence.start, sentence.start + len(text), text)


def vague_deadlines(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the pleas for speed ("as soon as possible") that speak of the letter or the answer."""
    return tuple(_VAGUE.find(sentence for sentence in sentences if _ABOUT_THE_LETTER(sentence)))
