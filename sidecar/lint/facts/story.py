"""Autobiography and excuses where a fact would do.

Terminology: a *story* is childhood, hardship or family told at length; an *excuse* explains a low score away.
"""

import re
from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Sentences, Stretch

_CHILDHOOD = Grammar(
    "wear street moonlight primary born child childhood boy girl years six five village grew school secondary dreamed dreamt dream grandfather grandmother grandparents kid young uncle age eleven fourteen ten seven eight nine twelve always family since",
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
_TRAGEDY = Grammar(
    "father mother brother sister parents grandfather grandmother uncle aunt wife husband son daughter baby family used forced left lost fled escaped survived refugee refugees war bombs shelling curfew poverty poor hunger orphan life hard difficult dark tough painful "
    "electricity candle light lantern barefoot walked taxi waiter restaurant dishwasher cleaner uber warehouse factory marriage divorce widow divorced begin beginning scratch nothing language cousins coughing country village sacrificed sacrifices journey dream ashamed debts loan loans jewellery jewelry remember grandparents start dad",
    r"(?:my|our) (?:late |old |poor |elder |eldest |younger |youngest |little |dear |beloved |single |own )*(?:father|mother|mom|dad|mum|brother|sister|parents|grand\w+|uncle|aunt) (?:\w+ly |then |always |also )?(?!moved|lived|settled|relocated|resided|graduated|completed)(?:\w+ed|sold|drove|told|gave|left|fell|got|went|ran|began|fought|could|couldn't|made|took|kept|spent|had|was|were|used|wept|paid|bought|built|said|knew|taught)",
    r"i (?:\w+ )?(?:used to|had to|was forced to) (?:\w+ )?(?:study|work|walk|sell|live|leave|flee|begin|start|sleep|read|help|carry|borrow|feed|support|run|stand|choose|drop|stop|take care)",
    r"(?:left|leaving) (?:behind )?(?:my|our) (?:\w+ )?(?:children|kids|family|country|home|homeland|house|parents|wife|husband|son|daughter|baby|everything)|left everything",
    r"lost (?:my|our) (?:\w+ )?(?:father|mother|parents?|brother|sister|wife|husband|son|daughter|child|baby|home|house|job|everything)",
    r"(?:i|we) (?:fled|escaped|survived|buried)|(?:as|was|were|became|my|a|two|of) (?:\w+ )?refugees?(?! (?:health|clinics?|patients?|communit|population|program|women|families|medicine|service))|(?:civil |the )war|bomb(?:s|ed|ing|ings)|shelling|curfew|poverty|(?:very |so )poor|hunger|orphan\w*|coup",
    r"life (?:was|has been|is|has|became) (?:\w+ ){0,2}?(?:not (?:been )?easy|hard|difficult|tough|full|cruel|a struggle)|(?:hard|difficult|dark|darkest|tough|toughest|hardest|painful) (?:times?|years?|days?|period|journey|road|path|life|moments?) (?:of|in) my|long and (?:hard|difficult)",
    r"(?:no|without) electricity|candle ?light|by candle|street ?light|lantern|barefoot|on foot|walked (?:\w+ ){0,3}?(?:km|kilomet(?:er|re)s|miles|hours)",
    r"i (?:\w+ )?(?:worked|drove|work|cleaned|washed|delivered|served) ..5 (?:taxi|waiter|restaurant|dish\w*|cleaner|uber|gas station|warehouse|factory|store|cashier|security guard|pizza|food)",
    r"my (?:marriage|divorce)|i (?:was|got|am) (?:a )?(?:widow\w*|divorced|orphan\w*)|single (?:mother|mom|father)",
    r"(?:begin|began|start|started|build|rebuild|rebuilt) (?:my|our|a new|the|everything|again|life|all)? ?(?:\w+ ){0,3}?(?:from (?:nothing|scratch|zero)|life again|again in)",
    r"(?:new|strange|foreign) country|whose language i|i (?:remember|still remember|can still see|will never forget) (?:\w+ )?(?:my (?:grand\w+|father|mother|village|childhood)|the (?:day|night) (?:when|my|i))",
    r"(?:loans?|debts?|jewell?ery|gold|savings) (?:\w+ ){0,4}?(?:for my|so that i|to pay|school|studies|exam)|pay (?:for )?my (?:\w+ )?(?:school|studies|fees|education|exams?|books)",
)
_SCORE = r"(?:scores?|marks?|results?|grades?|step ?[123]?(?: ck| cs)?|exams?|examination|attempts?|tests?|usmle|fail(?:ed|ure|s)?|(?<!\d)[12]\d\d(?!\d)|pass|transcripts?|gpa)"
_CAUSE = (
    r"(?:because|due to|owing to|on account of|as a result of|the reason|reasons? (?:of|for|behind|was)|since i (?:had|was)|as (?:my|i (?:had|was))|not my fault|coincided|explains?|at a time when|at (?:that|the) time|affected by|fault of|was ill|were ill|fever|illness|sickness|"
    r"death|died|passed away|divorce|electricity|internet|power|computer|pandemic|covid|anxiety|panic|depress\w+|stress|pain|noise|renovat\w+|night shifts?|working (?:nights|full|two|as)|new baby|newborn|pregnan\w+|miscarriage|surgery|accident|war|bomb\w*|"
    r"family (?:problems?|crisis|emergency|issues?|reasons?|tragedy|circumstances)|personal (?:problems?|issues?|reasons?|circumstances|tragedy)|financial|circumstances|extra time|hospitali[sz]ed|dengue|malaria|migraine|sleep|"
    r"not (?:a )?(?:good|great) test|test (?:anxiety|taker)|(?:had|took) care of|wrong (?:study|material|book|advice)|had i |if i had)"
)
_POOR = (
    r"(?:fail(?:ed|ure|s|ing)?|(?:low|lower|poor|bad|weak|average|modest|less|not (?:so |very |that )?(?:high|good|great|impressive)|disappointing|below|unsatisfactory) (?:\w+ ){0,3}?(?:scores?|marks?|results?|grades?|performance)|"
    r"(?:scores?|marks?|results?|grades?|performance|it) (?:\w+ ){0,2}?(?:is|was|are|were|came) (?:\w+ ){0,2}?(?:low|lower|poor|bad|weak|average|not (?:so |very |that )?(?:high|good|great)|below|less|disappointing)|"
    r"(?:my|two|three|2|3|second|multiple|several|more than one|first|an?|the|previous|extra) (?:\w+ ){0,2}?attempts?|(?:only|just|got|scored) (?:a )?(?:1\d\d|20\d|21\d|22\d)(?!\d)|(?:scores?|step ?[123]|ck)(?: ck)?(?: score)?,? (?:is|was|of) (?:only |just )?(?:1\d\d|20\d|21\d|22\d)(?!\d)|(?:could not|couldn't|did not|didn't|not able to) (?:\w+ )?(?:perform|concentrate|focus|score|do well|show|prepare|pass))"
)
_EXCUSE = Grammar(
    "",
    rf"{_POOR} ..25 {_CAUSE}",
    rf"{_CAUSE} ..25 {_POOR}",
    r"(?:like|want|need|wish|have|let me|allow me|try) ..3 explain (?:\w+ ){0,2}?(?:my|the|why|about|this) ..4 (?:scores?|results?|attempts?|step|fail\w*|grades?|marks)",
    r"(?:must|need to|have to|want to|like to|let me|allow me to|wish to) (?:\w+ ){0,2}?explain (?:\w+ ){0,3}?(?:numbers?|scores?|results?|it|this|them)(?! in (?:an|the) interview)",
    r"(?:explanation|explain|justify|clarify|regarding|about) (?:regarding |about |for |of )?my (?:\w+ ){0,2}?(?:low|poor|fail\w*|two|second|multiple|attempts?) ..12 (?:was|were|had|because|due|happened|at that time|that time|during)",
    r"(?:explanation|explain) (?:regarding|about|for|of) my (?:\w+ ){0,2}?(?:scores?|results?|attempts?|marks|grades)",
    rf"(?:{_SCORE}|numbers?|it|they) (?:(?!application|file|eras|page)\w+ ){{0,2}}?(?:does not|doesn't|dont|do not|don't|did not|didn't|is not|isn't|cannot|can't|never|not) (?:\w+ ){{0,2}}?(?:reflect|show|represent|define|measure|a person|tell|indicate|justice|the real me|who i am)",
    r"(?:would|could|should|will) (?:have (?:scored|got|gotten|been|passed|done)|be|have) (?:\w+ ){0,2}?(?:above|over|higher|better|much|\d{3})",
    r"better than (?:this|that|my|the) (?:\w+ )?(?:result|score|number|marks)|not (?:be )?put off by my|set the record straight|should (?:really )?be read as",
    r"(?:not|wasn't|was not|never) (?:entirely |only )?my (?:own )?fault",
    r"(?:please |kindly |to |hope you |you )*(?:overlook|ignore|disregard|look past|look beyond|not judge|do not judge|don't judge|excuse|forgive|not hold|forget) (?:me by |me for |at )?my (?:\w+ ){0,3}?(?:scores?|results?|attempts?|failure|marks|grades?)",
    r"(?:not|never|bad|poor|terrible) (?:been )?(?:a )?(?:good |great )?test[\s-]?taker|test anxiety",
)
_CAUSED = Grammar(
    "happened because due owing reason since time ill illness fever sick died death passed divorce war covid pandemic anxiety depression stress hospital pregnant accident surgery lost problems problem crisis day during month night",
    r"it happened that|(?:at|during|around) (?:that|the|this|those) (?:same )?(?:time|period|days?|weeks?|months?|year)|that (?:week|month|year|day|morning)|the (?:night|day|week) before|back then",
    r"(?:this|that|it|which) (?:was|is|happened|came) (?:\w+ )?(?:because|due to|owing to|the result of|when)|the reason (?:is|was|for (?:this|that|it))",
)
_WOE = Grammar(
    "ill illness fever sick died death passed divorce war covid pandemic anxiety depression depressed stress hospital icu cancer pregnant pregnancy accident surgery lost problems problem crisis baby father mother working shifts internet electricity power infection sleep border newborn stressful issues",
    r"ill|illness|fever|sick|died|death|passed away|divorc\w*|war|covid|pandemic|anxiety|depress\w+|stress\w*|icu|cancer|pregnan\w+|accident|lost my|(?:family|personal|health|financial) (?:problems?|crisis|issues?)|new baby|newborn|infection|without sleep|could not sleep|no electricity|border|night shifts|no (?:internet|electricity|power)|hospitali[sz]ed",
)
_ATTEMPT = Grammar(
    "attempts got scored attempt attempts try failed fail twice score scores step low lower marks result results grade grades number perform 20 21 22 19 exam exams test concentrate fails failure show perform focus only just got scored",
    rf"{_POOR}",
    r"my (?:\w+ )?attempts?|(?:got|scored) (?:a )?(?:1\d\d|20\d)|(?:second|third|two|2|first|multiple) (?:attempts?|try|tries)|failed|low scores?|my (?:\w+ )?(?:scores?|marks)|twice|step ?[12](?: ck)? score|a (?:1|2)\d\d on|exam day|test[\s-]taker",
)
_FAILED = Grammar(
    "failed fail failure attempt attempts low poor twice fails",
    r"fail(?:ed|ure|s)?|(?:two|second|multiple|first|three|my) (?:\w+ )?attempts?|(?:low|poor) (?:scores?|marks|results?)|twice",
)

_EXAMS = frozenset(
    "step steps score scores exam exams test tests attempt attempts usmle comlex ck cs nbme board boards fail failed failing failure pass "
    "passed passing mark marks grade grades result results percentile retake retook number numbers points".split()
)
_THREE_DIGITS = re.compile(r"(?<!\d)[12]\d\d(?!\d)")


def stories(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentences of autobiography: childhood or hardship."""
    return tuple(
        sentence for sentence in sentences if _CHILDHOOD(sentence) or _HARDSHIP(sentence) or _TRAGEDY(sentence)
    )


def speaks_of_exams(sentences: Sentences) -> bool:
    """Tell whether an exam or a score is spoken of at all: without one there is nothing to excuse."""
    return not _EXAMS.isdisjoint(sentences.words) or any(_THREE_DIGITS.search(sentence.text) for sentence in sentences)


def excuses(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentences that explain a score away, where the draft speaks of a low score or a failed attempt at all."""
    listed = tuple(sentences)
    if not any(_ATTEMPT(sentence) for sentence in listed):
        return ()
    before = (None, *listed)
    return tuple(sentence for last, sentence in zip(before, listed, strict=False) if _excuses(sentence, last))


def _excuses(sentence: Stretch, last: Stretch | None) -> bool:
    """Whether a sentence explains a failure, named in it or in the one before."""
    if _EXCUSE(sentence):
        return True
    return last is not None and _FAILED(last) and _CAUSED(sentence) and _WOE(sentence)
