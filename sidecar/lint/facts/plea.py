"""Begging: the writer makes everything hang on this reader, or on this one try.

Terminology: a *plea* asks for pity, or says that all is lost without this letter or interview.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_SOLE = r"(?:one and only|only|last|final|sole|single|remaining|ultimate|very last|one last|biggest)"
_HOPE = r"(?:rays? of hope|hopes?|chances?|dreams?|resort|lifelines?|salvation|savio(?:u)?rs?|rescue|(?:way|door)s?(?: out| left)?)"
_TRY = r"(?:attempts?|tr(?:y|ies)|options?|opportunit(?:y|ies)|doors?|shots?|years?|seasons?|cycles?|match)"
_ALL = (
    r"(?:everything|every thing|all (?:my|the|our|of my) (?:\w+ )?(?:years?|work|efforts?|hopes?|dreams?|studies|life|savings|sacrifices?|future|plans?|hard work)"
    r"|(?:my|our) (?:whole |entire |all |complete |own )?(?:life|future|career|fate|destiny|family's future|children's future|hopes?|dreams?|existence))"
)
_ME = r"(?:me|us|my family|this poor \w+)"

PLEA = Grammar(
    "only last final sole single remaining ultimate biggest dream dreams hope hopes hopeless everything future life career fate destiny years begging beg plead pleading implore imploring "
    "beseech mercy pity compassion chance chances opportunity interview save saves rescue desperate desperately desperation despair nobody noone one anything survive never strength tried lost everything "
    "tears crying cried cry sleepless knees broken finished ruined destroyed shattered anywhere free pay sake mean world turn nowhere know bear whatever sold please really sleep eat rope",
    rf"{_SOLE} (?:\w+ ){{0,1}}?{_HOPE}(?! to (?:thank|see|meet|say|rotate|work))",
    rf"(?:my|our) (?:\w+ ){{0,1}}?{_SOLE} {_TRY}(?! to (?:reach|contact|write|thank|rotate|see))",
    rf"(?:this|it|that|it's|this's) (?:is|was|will be|wud be|would be|might be)?,? ?(?:the )?{_SOLE} {_TRY} (?:for me|i (?:have|can|get)|to (?:apply|match|become))",
    rf"{_ALL} ..4 (?:depends?|depending|relies|rely|hangs?|hanging|rests?|lies?|(?:is|are|was|be) (?:now )?(?:only )?(?:on|in|up to|with) (?:you|your|this|u|ur)|is (?:over|finished|gone|lost|ruined|destroyed)|(?:will|would|wud) (?:be|go|get|fall|become) (?:\w+ ){{0,2}}?(?:over|finished|gone|lost|ruined|destroyed|shattered|broken|waste\w*|vain|nothing|collapse))",
    rf"{_ALL} ..3 (?:for nothing|in vain|to waste|wasted|go waste)",
    r"(?:depends?|depending|relying|rely) (?:\w+ )?(?:on|upon|from) (?:you|your|u|ur) (?:\w+ ){0,2}?(?:only|alone|completely|entirely|mercy|letter|reply|answer|decision|kindness|hands?)",
    r"(?:in|into) (?:your|ur) (?:kind )?hands?(?! ?out| ?off)",
    r"(?:i|we|i'm|am|m|and|to|do|still|on my knees) (?:\w+ ){0,1}?(?:beg|begging|plead|pleading|implore|imploring|beseech|beseeching|supplicate)(?! (?:to differ|your pardon|to disagree))",
    r"(?:beg|begging|plead|pleading|implore) (?:with |to )?(?:you|u|for|sir|madam)(?:r pardon)?",
    rf"(?:have|show|take|some|with) (?:\w+ ){{0,2}}?(?:mercy|pity|compassion) (?:on|for|upon|to|towards) {_ME}",
    r"(?<!if\si\s)(?<!i\swill\s)(?:give|gives|grant|offer|allow|get|need|want|ask|asking|ask for|asking for|request|is|plead\w*|even|just) (?:me |us |for )?(?:just |only |at least |even |for )*(?:one|a single|1|one small|one single) (?:\w+ ){0,1}?(?:chance|opportunity|interview|shot)(?! (?:day|date|question|slot|time|with|on|in|at|so far|and))",
    r"(?:one|a|single) (?:chance|opportunity|interview|shot),? (?:only|just one|that is all|that's all|is all i)",
    r"(?:please|pls|plz|kindly|just|only|at least|so) (?:\w+ ){0,1}?(?:give|grant|offer) (?:me|us) (?:a|an|one|this|another|some|that|the) (?:\w+ ){0,1}?(?:chance|opportunity|interview|position|spot|seat)",
    r"(?:give|grant) me (?:a|one|another|this) (?:\w+ ){0,1}?(?:chance|shot)",
    r"all (?:that )?i (?:need|want|ask|am asking|ask for) (?:is|for is|from you is) (?:just |only )?(?:a|an|one) (?:\w+ ){0,1}?(?:chance|opportunity|interview)",
    r"(?:my|our) (?:\w+ ){0,2}?(?:life'?s? |life-?long |childhood )?dreams? (?:since|from|of (?:my|our) (?:life|childhood)|is (?:in|now)|will (?:be|die|come|never)|would (?:be|die)|has always|come true|to be(?:come)? an?|for (?:years|life|\w+ years)|depends?|dies|ends?|of (?:becoming|being|working|training|coming))",
    r"(?:life-?long|life|lifetime|childhood|only|biggest|greatest|ultimate|american) dream(?! team| house| job)|dreams? of (?:my|a) (?:whole )?(?:life|lifetime|childhood)",
    r"(?:fulfill?(?:ing)?|achiev(?:e|ing)|reali[sz](?:e|ing)|reach(?:ing)?|living|make) (?:me )?(?:my|our|the|this|a) (?:\w+ )?dream(?:s)?(?: come true)?",
    r"it (?:has been|is|was|has always been|'s) (?:always )?my (?:\w+ ){0,2}?dream",
    r"(?:there is|there's|i have|i've|have got|has|with|got|there are) (?:absolutely |really |now |got )?(?:nobody|no one|no body|noone|no-one|no other (?:person|doctor|option|choice|way|hope|place)|nowhere|no where)(?: else)?(?! (?:(?:from|on) (?:your|the)|above|before|over|like|as))(?: ..3 (?:help|turn|ask|support|save|go|left|but|except|who can|in this country|in usa|in the us))?",
    r"(?:nowhere|no one|nobody|noone|no-one) (?:else |left )?(?:to (?:turn|go|ask)|(?:who )?(?:will|can|wants? to|would) (?:help|write|support|take me|give me))",
    r"(?:if|without|when) ..10 (?:everything|all|my life|my career|i|we) (?:\w+ ){0,2}?(?:is|will be|am|are|'m|be|is all) (?:\w+ )?(?:finished|over|lost|gone|destroyed|ruined|dead|done for|nothing|broken|hopeless)",
    r"(?:i|we) (?:will|would|'ll|'d) be (?:\w+ )?(?:destroyed|ruined|finished|broken|lost|shattered|devastated|heartbroken|dead)",
    r"(?:don't|do not|dont|doesn't|not) know what (?:\w+ ){0,2}?(?:i (?:will|would|'ll|can|should|shall|am going to)|to) (?:\w+ ){0,1}?do",
    r"(?:cannot|can't|can not|cant|could not|couldn't|won't|will not|don't know how to) (?:\w+ )?(?:survive|bear|endure|go on|live through|carry on|face|afford|lose) (?:\w+ ){0,2}?(?:another|one more|any ?more|this|it|like this|longer|the) ?(?:year|cycle|season|rejection|failure)?",
    r"now or never|make or break|life (?:and|or|&) death",
    r"(?:at|reached|near) the end of my (?:strength|rope|road|patience|hope|tether|energy)",
    r"you(?:'re| are| r) (?:\w+ ){0,3}?(?:only|last|one) (?:\w+ ){0,2}?(?:left|who can|that can|can (?:help|save)|i can (?:turn|ask))",
    r"(?:i'll|i will|i would|i'd|i can|i am ready to|i'm ready to|i am willing to|i'm willing to|ready to|willing to) (?:\w+ )?(?:accept|take|do|work|join|give|sacrifice) (?:\w+ ){0,1}?(?:anything|any (?:position|place|job|role|seat|spot|salary|condition)|everything|whatever (?:it takes|you)|for free|without (?:any )?(?:pay|salary|payment|money)|even without|day and night|24/7)",
    r"(?:save|rescue) (?:me|us|my (?:\w+ )?(?:career|life|year|future|family|cycle|season|match)|this (?:year|cycle|season)(?: for me)?)",
    r"(?:tried|given|sacrificed|spent|lost|left|sold) (?:\w+ )?(?:everything|all (?:that )?i (?:have|had)|all my (?:savings|money|years))",
    r"(?:desperate|desperately|desperation|in despair|hopeless|helpless(?:ly)?)(?! patients?| families)",
    r"(?:with|in) tears|tears in (?:my|our) eyes|i(?:'m| am| was)? (?:(?!almost )\w+ )?(?:cry|crying|cried)|sleepless nights?|(?:cannot|can't|not|hardly|barely) (?:eat or |eat nor )?sleep",
    r"on my knees|for (?:god's|heaven's|the sake of god|goodness) ?sake|for the sake of (?:god|allah|my (?:children|family|kids))",
    r"(?:would|will|wud|it) mean (?:the|whole) (?:whole )?(?:world|life|everything) (?:to|for) (?:me|us)",
    r"please,? please|pls pls|plz plz|i really,? really",
    r"(?:los(?:e|ing|t)|giv(?:e|ing) up|run(?:ning)? out of|no more|no other|without|any) (?:all |my |the )?hope(?:s)?(?! to)",
    r"(?:i|me|we) (?:have|am left with|has|with) nothing (?:left|else|more)",
    r"(?:family|children|kids|parents|mother|wife) (?:\w+ ){0,2}?(?:will|would) (?:\w+ )?(?:suffer|starve|be ashamed|be destroyed|be heartbroken)",
    r"(?:do not|don't|dont|will not|won't|not) let (?:me|us|my \w+) (?:\w+ )?down",
    r"sold (?:our|her|his|their|my|the) (?:\w+ )?(?:house|land|goats|car|farm|gold|jewell?er(?:y|ies)|property|field)",
    r"(?:must|have to|need to) (?:\w+ )?(?:get|have|receive) (?:an|one|this|at least one) interview",
)
_NOT_THE_WRITER = Grammar(
    "patient patients his her their sleep abstract poster paper study case family families he she surgery transplant treatment palliative hospice",
    r"(?:the|a|my|our|her|his|their) (?:\w+ )?(?:patient|patients|patient's)|(?:sleep|abstract|poster|paper|study|case report|palliative|hospice|transplant)|(?:her|his|their) (?:\w+ )?(?:last|only|final) (?:\w+ )?(?:hope|chance|days)",
)


def pleas(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return where the writer begs; what is said of a patient or a paper is no plea."""
    return tuple(PLEA.every(sentences, unless=_NOT_THE_WRITER))
