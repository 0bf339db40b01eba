"""An interview that took place: spoken of, thanked for, and what the writer intends after it.

Terminology: an interview still hoped for, offered or cancelled is none; *intent* is what is said of the writer's own rank list.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_TOOK_PLACE = Grammar(
    "interview interviewed interviewing interviews",
    r"(?:my|the|our|your|this|that|last|both|two|first|day|today's|yesterday's|\w+day's|<month>|recent|virtual|zoom) (?:\w+ ){0,3}?interviews?(?: day)?",
    r"(?:i|we|was|were|been|having|who|faculty|me|and|when|since|residents|of|by|for|after|places|programs) (?:\w+ ){0,2}?interview(?:ed|ing)",
    r"interview day|(?:during|after|in|since|from|at) (?:\w+ ){0,2}?interview|interview(?:s)?,? (?:of |on )?\d|had (?:an |the |my )?interview|interview(?:s)? (?:on|of|with|last|yesterday|was|were|went|in <month>|at \w+)",
    r"(?:opportunity|chance|pleasure|honou?r|privilege) (?:\w+ ){0,4}?(?:to|of) (?:be )?interview(?:ed|ing)?",
)
_ONLY_HOPED_FOR = Grammar(
    "interview interviews interviewing interviewed",
    r"(?:invitations?|invited?|inviting|invites?|offers?|offered|cancel\w*|withdraw\w*|declin\w+|re-?schedul\w+|looking forward to|look forward to|hop(?:e|es|ing) (?:for|to|that)|wish(?:ing)? (?:for|to)|requests?(?:ing)?|grant(?:ed|ing)?|consider\w*|select(?:ed)?|shortlist\w*|"
    r"get|getting|give(?:n)?|deserve|await\w*|waiting for|without|upcoming|accept\w*|schedule[sd]?|pick|attend|no|any|if|before|expect\w*|ask(?:ing)? for|seek\w*|want|need|other|another|remaining|secure|earn|one|a chance (?:for|of)|merit|worthy of|spot|forward to) (?:\w+ ){0,5}?interviews?(?! day (?:was|is|has))",
    r"interviews? (?:(?:season )?(?:did not|didn't|have not|haven't|has not|hasn't|will|are to|is to)|(?:begins?|starts?) (?:in|on|next)|not yet)",
    r"interview (?:invit\w+|offers?|requests?|spots?|slots?|seats?|season|list|call|opportunit\w+)|(?:not|never|n't) (?:\w+ )?interviewed|interview me|(?:interested|like|love|want|wish|hoping|hope|eager|ready) to (?:be )?interview(?:ed)?|to interview (?:applicants|candidates)|(?:will|would|could|can|may|might|shall|to) be interviewed",
)
_BEHIND_US = Grammar(
    "interview", r"(?:after|since|during|from) (?:the|my|our|your) (?:\w+ )?interview(?! (?:invit|offer|season))"
)
_GRATEFUL = Grammar(
    "thank thanks thx thankful thanking grateful gratitude appreciate appreciated appreciation enjoyed enjoy gracias pleasure honor honour privilege glad happy nice great joy kind acknowledge good to",
    r"thank(?:s|ful|ing)?|thx|grateful|gratitude|appreciat\w+|enjoy(?:ed)?|gracias|(?:pleasure|honou?r|privilege|glad|happy|nice|great|good|delight\w*|joy) (?:\w+ ){0,2}?(?:to|of|for)",
)
_MET = Grammar(
    "talk talked talking conversation conversations discussion meeting met meet meet spoke speak speaking visit day receiving hosting having zoom call questions tour session chat gave hour notes took trusting",
    r"(?:our|the|your|yesterday's|this|that|my) (?:\w+ ){0,3}?(?:talk|conversations?|discussion|meeting|visit|chat|zoom|call|session|tour)(?! of (?:the|my))",
    r"(?:meet(?:ing)?|met|speak(?:ing)?|spoke|talk(?:ing|ed)?|chat(?:ting)?) (?:\w+ ){0,2}?(?:with )?(?:you|me|us|the (?:team|faculty|residents)|dr)",
    r"(?:receiving|hosting|having|welcoming|seeing) me|(?:time|hour|minutes|day) (?:with|you (?:gave|took|spent))|the (?:pleasant |wonderful |lovely )?day",
    "trusting me with this position|my thank-you notes?",
)
_THANKS_ALREADY = Grammar(
    "interview conversation talk note thank thanks", r"(?:thank you|thanks) (?:\w+ ){0,2}?(?:note|letter|e-?mail)"
)
RANKS = Grammar(
    "rank ranking ranked intent list rol number choice top first certify",
    r"(?:will|shall|would|going to|intend to|plan to|be|am|'ll|want to|to|i'm) (?:\w+ ){0,2}?rank(?:ing)? (?!as (?:a|the) )..5 (?:first|highly|high|#\s?1|number one|number 1|no\. ?1|1|top|favou?rably|upper)",
    r"(?:place|put|list|include|give|find) (?:\w+ ){0,5}?(?:high|first|top|upper|#\s?1|number one|near the top|first rank) ..5 (?:list|rank\w*|rol|order|place|position)",
    r"(?:on|in|of) my (?:\w+ ){0,3}?(?:list|rol|rank order)(?! of)|letter of intent|intent to rank|my intent",
    r"(?:my|is|be|are) (?:\w+ )?(?:#\s?1|number one|number 1|first) (?:choices?|program)|my rank (?:order )?list|the ranking i",
)
INTENT = Grammar(
    "rank ranking ranked intent interest interested choice choices 1 one enthusiasm list rol first top number wish train match preferred certify high continued remain stay above happy work hope",
    r"(?:will|shall|would|going to|intend to|plan to|be|am|'ll|want to|to) (?:\w+ ){0,2}?rank(?:ing)? (?!as (?:a|the) )..5 (?:first|highly|high|#\s?1|number one|number 1|no\. ?1|1|top|favou?rably|upper)",
    r"(?:place|put|list|include|give|find) (?:\w+ ){0,5}?(?:high|first|top|upper|#\s?1|number one|near the top|first rank) ..5 (?:list|rank\w*|rol|order|place|position)?",
    r"(?:on|in|of) my (?:\w+ ){0,3}?(?:list|rol|ranking|rank order|rank)(?! (?:in|of) (?:my|the) class)",
    r"letter of (?:intent|interest|continued interest)|intent to rank|my intent",
    r"(?:continued|continuing|ongoing|strong|sustained) interest|(?:remain|remains|am still|stay|continue to be|still) (?:\w+ )?(?:very |so |strongly |highly |much |deeply |keenly |extremely |as )*(?:interested|enthusiastic)",
    r"(?:my|is|be|are|at) (?:\w+ )?(?:#\s?1|number one|number 1|top|first) (?:choices?|program|preference)?(?: is you)?",
    r"(?:among|one of) my (?:\w+ )?(?:top|first|favou?rite|most preferred|highest)|most preferred|my ranking|my rank (?:order )?list|the ranking i",
    r"(?:my|the) (?:interest|wish|enthusiasm|desire) (?:\w+ ){0,6}?(?:stronger|grown|grew|increased|same|confirmed|gone down|not changed|deeper|remains?)",
    r"no (?:other )?program (?:surpass\w*|is above|compares?)|certify (?:my|tonight|the list)",
)


def interviewed(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where an interview that took place is spoken of, or None."""
    return next((sentence for sentence in sentences if _tells_of_one(sentence)), None)


def thanked_for(sentence: Stretch) -> bool:
    """Tell whether the sentence thanks for an interview, or for the talk or the day that it was."""
    if not _GRATEFUL(sentence) or _THANKS_ALREADY(sentence):
        return False
    return _tells_of_one(sentence) or (_MET(sentence) and not _ONLY_HOPED_FOR(sentence))


def grateful(sentence: Stretch) -> bool:
    """Tell whether the sentence gives thanks for anything."""
    return _GRATEFUL(sentence)


def _tells_of_one(sentence: Stretch) -> bool:
    return _BEHIND_US(sentence) or (_TOOK_PLACE(sentence) and not _ONLY_HOPED_FOR(sentence))
