"""By when the letter is wanted: a date, a vague plea for speed, or nothing.

Terminology: a *deadline* is a date the writer puts before the reader for the letter, or one everything depends on ("the
deadline is 1 June"); the dates of work together, interviews and exams are none.
"""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date

from sidecar.lint.facts.dates import Dated, DateRead
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_BEFORE = Grammar(
    "",
    r"(?:by|before|until|till|due|due on|due by|no later than|not later than|later than|on or before|around|about|deadline:?|deadline of|ahead of|towards|latest|wanted date|date wanted|date:)",
)
_WANTED = Grammar(
    "",
    r"deadlines?|due|ideal(?:ly)?|perfect|helpful|helps?|great|awesome|wonderful|suits? (?:me|my)|target|goal|aim(?:ing)?",
    r"(?:submit|submitted|submission|upload|uploaded|send|sent|write|written|finali[sz]e|complete|receive|received|ready)",
    r"(?:feasible|realistic|doable|manageable|okay|ok|fine|all right|alright|convenient|enough) ?(?:for you)?|(?:latest|final|last|target|cut-?off) (?:date|day)|date for|could we say|hence my wish|my wish|(?:set|fixed|given) myself|with eras|(?:is|are|be) in",
    r"(?:possible|work for you|works? for|is (?:near|close|approaching|coming))|(?:closes?|need(?:ed|s)?|would (?:like|love|be|do)|should be|wud be|wd be|could be|grateful|appreciate)",
    r"(?:have|get|having|getting) (?:it|everything|all|the|your|my|this|them)",
    r"(?:letters?|lors?|it|everything) (?:in|there|ready|done)|(?:have|had) in mind",
    r"date (?:around|of|by|would|is|near)",
)
_PAST_WORK = Grammar(
    "",
    r"(?:worked|rotated|shadowed|observed|graduated|joined|studied|passed|completed|interviewed|emailed|wrote|met|taught|spent|supervised|assisted|moved|submitted|applied|stayed|remained|volunteered)",
    r"(?:my|the|our|your) (?:\w+ ){0,3}?(?:rotation|observership|externship|elective|clerkship|course|class|interview|email|e-mail|internship)",
    r"i (?:was|did|have been|had been|took) ",
    r"from <month>",
)
_SAID_THEN = Grammar("", r"i (?:had )?(?:asked|requested|sent|contacted|called|mailed|messaged|reached)")
_VAGUE = Grammar(
    "near nearest dispatch maximum greatest utmost haste asap a.s.a.p soon sooner soonest earliest early quickly quick quicker speedy speed possible urgently urgent urgency immediately immediate promptly prompt fast faster hurry time once at before without running rapid rapidly pressing prioritise prioritize priority expedite delay delaying yesterday now days coming wait opportunity earlier away",
    r"a\.?s\.?a\.?p\.?|as soon as (?:you can|possible|you are able|u can|your schedule|convenient|it is|may be|you get)",
    r"as (?:early|quickly|fast|promptly|quick|soon) as (?:you can|possible|u can|you are able|it is possible)|asap|soonest(?: possible)?",
    r"at (?:the|your|ur) (?:very )?(?:earliest|soonest|first)(?: (?:possible )?(?:convenience|time|opportunity|possible|chance|moment))?",
    r"(?:at )?(?:your|the) (?:earliest|soonest) (?:convenience|possible|opportunity)|earliest possible",
    r"(?:urgently|urgent(?! care)|urgency|immediately|very soon|right away|without (?:any )?(?:further )?delay|with (?:the )?(?:maximum|greatest|utmost|most|all) (?:brevity|urgency|speed|celerity)|in no time|(?:the |how much |how )?(?:sooner|quicker|faster|earlier),? (?:is )?(?:the )?better|as early as convenient|the (?:quickest|fastest) possible|(?:more|most) (?:early|soon|fast|quick),? (?:is )?the (?:more )?better|(?:the |your )?nearest (?:possible )?(?:opportunity|time|chance|moment|future)|with (?:dispatch|haste|all speed)|do not delay (?:much|too)|on (?:an )?urgent basis|pressing|any day now|like yesterday)",
    r"(?<!will\s)(?<!ll\s)(?<!can\s)(?<!to\s)(?:send|give|write|upload|submit|provide|reply|need|want|have|complete|do|get|finish|try|be|made|make|receive) ..5 (?P<core>(?:as |very |so |in )?(?:soon|quickly|quick|fast|urgently|early|promptly|rapidly|short time|soonest)(?: as (?:you can|possible))?)",
    r"(?:(?<!any\s)(?<!no\s)(?<!without\s)hurry(?: up)?|speed (?:it |this )?up|speedy|prioriti[sz]e|expedite|rapid (?:response|reply|upload)|(?:not|n't) (?:\w+ )?(?:delay|wait) (?:it|this|too long|any (?:longer|further))|to go faster|be quick|quick please|quickly please|fast please)",
    r"(?:at once|in the (?:near future|coming days|next few days)|in a timely manner|(?<!your )time is (?:running|short|near)|season is (?:near|about)|(?:application|deadline) is (?:very )?near)",
)
_WRITERS_OWN = Grammar(
    "i we learned hear hearing see fast soon urgent",
    r"(?:i|we)(?:'ll| will| shall| can|'d| would) (?:\w+ )?(?:send|give|upload|mail|forward|share|provide|let you|write|reply|do|submit) ..12 (?:soon|quickly|asap|as soon|right away|at once|immediately)|as soon as (?:i|eras|the|you (?:tell|agree|let|enter|accept|confirm))|(?:learn\w*|grew|became|adapt\w*|work\w*) ..3 (?:quickly|fast)|(?:hear|hearing|see|seeing|meet|meeting) (?:from )?you (?:\w+ )?soon|urgent care|soon (?:i|we|to be)|i (?:have|ask|let|make|tell|get) (?:eras|the \w+) |(?:i|we) (?:wanna|want to|plan to|wish to|hope to|would like to) (?:submit|apply|send|finish) ..6 (?:early|soon|fast|quickly|asap)|(?:tell|let) me (?:know )?(?:\w+ ){0,2}?(?:right away|at once|soon)",
)
_ABOUT_THE_LETTER = Grammar(
    "matter attention response do hurry prioritise prioritize that be quick fast reference recommender recommendations want endorsement uploaded pls letter letters lor lors recommendation it upload send write submit reply need needful submission this give please referee recommenders references",
    r"(?:<letter>|it|matter|attention|upload|uploaded|send|hurry|prioriti[sz]e|quick|fast|write|submit|submission|needful|give|need|want|please|pls|reply)",
)
_OTHERS_DATES = Grammar(
    "",
    r"(?:programs?|eras|applications?|season|portal|interviews?|match|token) ..3 (?:open|opens|opening|begin|begins|start|starts|review|reviewing|read|will begin|will start|available|go)",
    r"(?:apply|applying|submit my application|start the application|enter|entering)",
)


_OTHER_EVENTS = Grammar(
    "rotation vacation holiday exam step interview interviews clinic flight travel conference congress wedding visa moving move leave leaving start starts begin begins match meeting call phone available application applications programs eras am away finish holidays is m meet observership shift take will",
    r"(?:my|the|our|your) (?:\w+ )?(?:rotation|observership|vacation|holidays?|exam|flight|conference|congress|wedding|visa|interview|clinic|shift)|step ?[123]|i (?:\w+ )?(?:start|begin|leave|fly|travel|move|finish|take|sit|arrive)|(?:i'll|i will|i am|i'm) (?:\w+ )?(?:away|available|back|in \w+|at|travel\w*|on (?:vacation|leave|call))|"
    r"(?:applications?|programs?|eras|season|match day|rank lists?) (?:\w+ ){0,3}?(?:opens?|starts?|begins?|reviews?|can be|are|is|due)|match day|call (?:you|me)|meet(?:ing)?",
)
_A_WEEKDAY = re.compile(r"day$")  # "on Friday" is an appointment as often as a deadline
_REACH = 200  # characters on either side of a date that say what it is for
_SPAN = re.compile(r"\b(?:from|between)(?: [\w.,]+){0,4}(?: (?:to|until|till|and))? $")  # of what lasted
_BY_THEN = re.compile(
    r"\b(?:by|before|until) (?:then|that (?:date|day|time))\b|^,? (?:is|was|would be) (?:the|my|our) (?:date|day|deadline|limit|last day)\b"
)


def deadlines(dated: Iterable[Dated], today: date, surely: Container[Stretch] = ()) -> tuple[DateRead, ...]:
    """Return the dates by which the letter is wanted, in order, of those that the sentences name.

    Of sentences that `surely` say when it is wanted every day counts.
    """
    return tuple(_deadlines(dated, today, surely))


def _deadlines(dated: Iterable[Dated], today: date, surely: Container[Stretch]) -> Iterator[DateRead]:
    for sentence, dates in dated:
        for found in dates:
            before = sentence.text[max(0, found.start - sentence.start - _REACH) : found.start - sentence.start]
            after = sentence.text[found.end - sentence.start : found.end - sentence.start + _REACH]
            if found.exact and _BY_THEN.search(after):
                yield found
            elif _spoken_of_otherwise(sentence, found, before):
                continue
            elif (found.exact and sentence in surely) or _named_for_the_letter(sentence, found, before, today):
                yield found


def _spoken_of_otherwise(sentence: Stretch, found: DateRead, before: str) -> bool:
    """Tell the day of something that was done or said, and of what lasted to it or from it."""
    following = _next_words(sentence, found)
    return bool(_PAST_WORK(following) or _SAID_THEN(following) or _SPAN.search(before))


def _named_for_the_letter(sentence: Stretch, found: DateRead, before: str, today: date) -> bool:
    lead = Stretch(0, len(before), " ".join(before.split()[-3:]))
    wanted = _WANTED(_without_the_rest(sentence, found))
    if _BEFORE(lead) or found.text.split()[0] in {"by", "before", "until", "till", "due", "within", "in"}:
        return wanted or not _PAST_WORK(_clause(before))
    if (
        found.exact
        and found.on is not None
        and found.on > today
        and not _A_WEEKDAY.search(found.text)
        and not _OTHER_EVENTS(sentence)
    ):
        return not _PAST_WORK(_clause(before)) and not _OTHERS_DATES(_clause(before))
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
    hurried = [each for each in sentences if _VAGUE(each)]
    return tuple(_VAGUE.find(each for each in hurried if _ABOUT_THE_LETTER(each) and not _WRITERS_OWN(each)))
