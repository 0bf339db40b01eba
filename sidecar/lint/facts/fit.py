"""What only this program could get: something named that belongs to it.

Terminology: a *feature* is a clinic, track, service or the like with a name or a description of its own; praise that fits any
program ("excellent training, diverse patients") is none.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.spelling import is_common

_FEATURE = (
    r"(?:clinics?|tracks?|electives?|pathways?|services?|units?|partnerships?|vans?|seminars?|curricul(?:um|a)|conferences?|float|projects?|cent(?:er|re)s?|workshops?|simulation|"
    r"visits|ride-along|initiatives?|models?|reservation|morning report|coach(?:es|ing)?|outreach|sites?|trips|research year|research time|registr(?:y|ies)|rounds|lab|teaching|scholarship|night-float|labs|collaborations?|mentorship program|fellowships?|wards?|garden|street medicine)"
)
_PLAIN_WORDS = (
    r"(?:excellent|dedicated|diverse|great|good|best|wonderful|outstanding|strong|high|quality|residency|training|clinical|medical|academic|supportive|friendly|esteemed|prestigious|"
    r"your|the|this|that|a|an|my|our|and|or|in|of|internal|family|medicine|surgery|pediatrics|psychiatry|neurology|any|all|every|some|patient|patients|research|hospital|program|"
    r"program's|learning|additional|new|four-week|eight-week|inpatient|outpatient|us|u\.s\.|observership|is|are|was|for|with|as|at|on|to|its|it|has|have|i)"
)
_SPECIFIC = Grammar(
    "clinic clinics track tracks elective electives pathway pathways service services unit units partnership partnerships van vans seminar seminars curriculum curricula conference conferences "
    "float project projects center centre centers workshop workshops simulation visits ride along initiative initiatives model models reservation report coach coaching outreach sites trips year time "
    "registry rounds lab teaching training work program fellowship fellowships ward wards garden school medicine approach commitment research scholarship site labs",
    rf"(?!{_PLAIN_WORDS}\b)[\w'’&-]+(?: (?!i\b|my\b|we\b)[\w'’&-]+){{0,3}}? {_FEATURE}",
    rf"{_FEATURE} (?:for|with|among|on|at|in|of) (?!the\b|your\b|my\b|a\b|internal|family|general|medicine|surgery|psychiatry|pediatrics)[\w'’-]+",
)
_BELONGS = Grammar(
    "you where attracts made your you program program's residents because reason drew impressed interested hospital",
    "your|you|the program(?:'s)?|because|reason|drew me|impressed|interested in|attracts? me|is where|are where|made me apply",
)
_OWN = Grammar(
    "i my",
    r"i (?:\w+ ){0,2}?(?:passed|published|received|worked|was born|graduated|completed|finished|presented|took|scored)",
    r"my (?:\w+ ){0,3}?(?:score|paper|step|result|rotation|observership)",
)
_TOLD = Grammar(
    "hearing hear meeting joined interns how way prof professor residents described told said open house conversation talk talked spoke mentioned interview day dr doctor faculty webinar website visit",
    r"(?:your|the|current|chief) (?:chief )?residents (?:\w+ ){0,3}?(?:described|told|praised|mentioned|said|run|share|spoke|see|explained|take|handle)",
    r"(?:described|told|mentioned|explained|discussed|shared) (?:\w+ ){0,5}?(?:at|during|in|by) (?:\w+ ){0,3}?(?:open house|webinar|interview|conversation|talk|visit|residents)",
    r"(?:our|the) (?:conversation|talk|discussion) (?:about|on|of)|(?:hearing|hear) (?:about|how)",
    r"(?:dr|doctor|prof|professor)\.? (?!who\b)[a-z][\w'-]+(?:'s)? (?:work|research|team|clinic|told|showed|described|mentioned|and|lab|style)",
    r"(?:meeting|joined|working with|rotated with|with) dr\.? \w+",
    r"(?:how|the way) (?:your|you|its|interns|residents) ",
    r"(?:how|the way) (?:your|you|its|interns|residents)",
)


_ADDRESSED = Grammar(
    "your ur you u yours residents interns fellows chief chiefs open webinar podcast instagram faculty program resident",
    r"(?:your|ur|you|u|yours|(?:the|its) (?:\w+ )?(?:residents?|interns|fellows|chiefs?|faculty)|open house|webinar|podcast|instagram|the program(?:'s)?)",
)
_ABOUT_ONESELF = Grammar(
    "name am i'm i img imgs graduate applicant applied applying sending writing reminder emailed wrote resume cv score scores this",
    r"my name is|this is dr|(?:i am|i'm) (?:\w+ ){0,4}?(?:img|graduate|applicant|candidate|from|doctor|physician|medical|sending|writing|one of your)|(?:have|'ve) applied|applying|(?:i|we) (?:\w+ )?(?:emailed|wrote|called|assure|promise|request|beg|wish|interviewed)",
)
_OWN_WORDS = 3  # words of its own from which a sentence about the program says something of it alone


@cache
def _generic() -> frozenset[str]:
    """The words of which sentences are made that would fit any program."""
    return frozenset((files("sidecar.lint") / "words" / "generic.txt").read_text("ascii").split())


def specific_lines(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentences that name something of this program's own."""
    return tuple(
        sentence for sentence in sentences if _TOLD(sentence) or _names_a_feature(sentence) or _says_its_own(sentence)
    )


def _says_its_own(sentence: Stretch) -> bool:
    """Whether a sentence about the program is made of more than the words that fit any."""
    if not _ADDRESSED(sentence) or _OWN(sentence) or _ABOUT_ONESELF(sentence) or sentence.text.endswith("?"):
        return False
    told = {word for word in sentence.words if len(word) > 2 and word.isalpha()} - _generic()
    return len(told) >= _OWN_WORDS and any(not is_common(word) for word in told)


def _names_a_feature(sentence: Stretch) -> bool:
    if not _SPECIFIC(sentence):
        return False
    return _BELONGS(sentence) or not _OWN(sentence)
