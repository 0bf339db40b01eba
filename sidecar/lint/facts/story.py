"""Autobiography and excuses where a fact would do.

Terminology: a *story* is childhood, hardship or family told at length; an *excuse* explains a low score away.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_CHILDHOOD = Grammar(
    "wear street moonlight primary born child childhood boy girl years six five village grew school secondary dreamed dreamt dream grandfather grandmother grandparents kid young uncle age eleven fourteen ten seven eight nine twelve always",
    r"i was born|(?:my|in) childhood|as an? (?:young |little |small )?(?:child|boy|girl|kid)|when i was (?:a |an |very |only )?(?:\w+ ){0,2}?(?:years old|child|boy|girl|young|kid|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)",
    r"since i was|(?:\w+ )?years old|at the age of",
    r"(?:my|our) (?:grand(?:father|mother|parents?)|village)|in my village",
    r"dream(?:ed|t)? (?:of|about) (?:becoming|being)|dream since|always (?:been )?(?:my|wanted|a dream)|to become a doctor has always",
    r"first (?:person )?(?:in|from|of) my (?:family|village|district)",
    r"secondary school|primary school|by moonlight|street lamp|wear the white coat",
)
_HARDSHIP = Grammar(
    "uncle aunt they hospital permit washing far poor poverty war drought flood fire father mother brother sister wife husband parents died death passed ill illness sick cancer refused visa lawyer papers expired cried money home job lost struggle struggled "
    "suffered painful hungry nights refugee camp restart zero sold counted burned god never give journey countries married children cart carried",
    r"(?:my|our|his|her) (?:father|mother|brother|sister|uncle|aunt|wife|husband|parents) (?:was|were|is|had|lost|sold|passed|died|worked|became|never|used|walked|saw|stayed|taught|carried|counted|a \w+)",
    r"(?:when|after|before) (?:he|she|my \w+) (?:died|passed away)|passed away|died",
    r"(?:visa|papers|permit) (?:\w+ ){0,4}?(?:refused|expired|denied|lost|rejected)|lawyer lost",
    r"(?:poverty|drought|famine|refugee camp|civil war|great flood|the war)|no hospital",
    r"(?:never|not) give up|start(?:ed)? again from zero|start from zero|all this journey|many nights|cried|extremely painful|suffered|hungry|struggl\w+",
    r"(?:send|sent) money home|sold (?:vegetables|our|her|his)|worked nights|washing dishes|far from my (?:mother|family|home)",
    r"god has|i got married|we moved to (?:three|four|five|different|several)|my children ask|make my (?:village|family|parents) proud",
)
_SCORE = r"(?:scores?|results?|step ?[123]?(?: ck| cs)?|exams?|examination|attempts?|usmle|fail(?:ed|ure)?|(?<!\d)[12]\d\d(?!\d)|pass)"
_CAUSE = (
    r"(?:because|due to|owing to|as a result of|since i (?:had|was)|as (?:my|i (?:had|was))|not my fault|coincided|explains?|at a time when|affected by|fault of|was ill|were ill|fever|illness|"
    r"death|passed away|divorce|electricity|internet|power|computer|pandemic|anxiety|panic|pain|noise|renovat\w+|working nights|new baby|family (?:problem|crisis|emergency)|circumstances|extra time)"
)
_EXCUSE = Grammar(
    "score scores scored result results step exam exams examination attempt attempts usmle failed fail failure number pass test tests practice record fault",
    rf"{_SCORE} ..14 {_CAUSE}",
    rf"{_CAUSE} ..14 {_SCORE}",
    r"(?:like|want|need|wish|have|let me) ..3 explain (?:my|the|why|about) ..4 (?:scores?|results?|attempts?|step|fail\w*|grade)",
    r"(?:explanation|explain) (?:regarding|about|for|of) my (?:\w+ ){0,2}?(?:scores?|results?|attempts?)",
    r"(?:score|result|number|exam|exams|step ?[123]?) (?:\w+ ){0,2}?(?:does not|doesn't|do not|did not|is not|cannot) (?:\w+ ){0,2}?(?:reflect|show|represent|define|measure|a person)",
    r"(?:would|could|should) have (?:scored|got|gotten|been) (?:\w+ ){0,2}?(?:above|over|higher|better|\d{3})",
    r"better than (?:this|that|my) (?:\w+ )?(?:result|score)|not (?:be )?put off by my|set the record straight|should (?:really )?be read as",
    r"(?:not|wasn't|was not) my fault",
    r"(?:please )?(?:overlook|ignore|do not judge|don't judge|excuse|forgive) (?:me by )?my (?:\w+ ){0,3}?(?:scores?|results?|attempts?|failure)",
)
_ATTEMPT = Grammar(
    "attempts got scored attempt attempts try failed fail twice score step low",
    r"my (?:\w+ )?attempts?|(?:got|scored) (?:a )?(?:1\d\d|20\d)|(?:second|third|two|2|first|multiple) (?:attempts?|try|tries)|failed|low scores?|my score|twice|step ?[12](?: ck)? score|a (?:1|2)\d\d on",
)


def stories(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentences of autobiography: childhood or hardship."""
    return tuple(sentence for sentence in sentences if _CHILDHOOD(sentence) or _HARDSHIP(sentence))


def excuses(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentences that explain a score away, where the draft speaks of a low score or a failed attempt at all."""
    listed = tuple(sentences)
    if not any(_ATTEMPT(sentence) for sentence in listed):
        return ()
    return tuple(sentence for sentence in listed if _EXCUSE(sentence))
