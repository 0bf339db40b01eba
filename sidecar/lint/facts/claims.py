"""Promises and questions about the rank list.

Terminology: a *claim* says that a program is the writer's first choice; *bargaining* asks for rank information or trades in it.
"""

from sidecar.lint.facts.grammar import Grammar

_FIRST = r"(?:#\s?1|no\.? ?1|number one|number 1|first|top|very top|top ?most|1st|absolute first|highest|one and only)"
_YOU = r"(?:you|u|your (?:[\w'-]+ ){0,4}?(?:program(?:me)?|hospital|residency|institution|department|university|center|centre)|yours|this (?:program|hospital|residency)|it)"
_SURELY = r"(?:\w+ly |for sure |really |also |always |still |without doubt |without any doubt )?"
TOP_CHOICE = Grammar(
    "nobody none nothing rank ranking ranked first top topmost number 1 dream choice one no 1st favorite favourite only highest over above prefer come priority preference other nowhere",
    rf"(?:my|is|be|are|was|as|yours|our) (?:\w+ ){{0,3}}?{_FIRST} (?:most )?(?:choice|program|pick|priority|preference|option)(?! (?:of|as|for) (?:\w+ )?(?:specialty|speciality|field|career|profession)| specialty)",
    r"(?:be|is|are|remains?|you're|as) (?:my |the |at )?(?:number one|number 1|no\.? ?1|#\s?1)(?! (?:cause|reason|problem|risk|hospital|program in))",
    r"#\s?1 (?:choice|program|pick)|(?:my|clear|absolute|very) (?:favou?rite|dream) (?:program|hospital|residency|place)",
    rf"(?:rank|ranking|put|putting|place|placing|list|listing) {_YOU} ..4 (?:as |at |in |on |to )?(?:the |my )?{_FIRST}(?! three| five| ten| few| \d| among)",
    r"(?:in|at|on) (?:the )?(?:first (?:place|position|spot)|very top|top|number one|#1|no\.? ?1) (?:on|of|in) my (?:\w+ )?(?:rank|list|rol)",
    rf"(?:rank|ranking|put|place) {_YOU} (?:on|in|at|to) (?:the )?(?:first|top|#1|number one|very top)",
    r"your program (?:is|remains?|was|will be|would be) (?:always )?my (?:\w+ )?(?:dream|first|top|number one)",
    r"(?:you|yours) (?:is|are|remains?) my (?:\w+ )?(?:dream|first|top|number one|very first) (?:program|residency|place|choice)",
    r"(?<!my\s)first choice(?! (?:of|as|for) (?:\w+ )?(?:specialty|speciality|field|career|profession)| specialty)",
    r"(?:you are|yours is|this is|your program is) (?:the |my )?(?:only |one )?(?:program|place|one|hospital) (?:that |where |which )?i (?:\w+ )?(?:want|would|wish|prefer|dream|have been dreaming)(?! to (?:thank|know|ask))",
    r"of all (?:the |my |other )?(?:\w+ )?(?:programs?|hospitals?|places) ..6 (?:yours?|you) (?:is|are) (?:the )?(?:one|only|best|where)",
    r"no other (?:program|place|hospital|residency|one) (?:where|that|which|in which)? ?i (?:\w+ )?(?:want|wish|would|prefer|rank|put|see myself|dream)|nowhere else (?:i|that i|would i)",
    r"(?:nobody|no one|none|nothing) (?:else )?(?:will |would )?(?:stands?|comes?|be|is|ranks?) (?:above|before|over|ahead of|higher than)|(?:stand|be|remain) (?:on|at) the top(?= of my|[.!]|$)",
    r"no other (?:program|place|hospital|residency|one) (?:\w+ )?(?:comes?|goes|stands?|is|ranks?) (?:before|above|over|ahead of|higher than)|(?:in|on|at) (?:the )?(?:line|row|place|position|number) (?:1|one) of my",
    rf"(?:i|we) ?(?:will|'ll|would|'d|am going to|promise to|shall) {_SURELY}(?:come|go|join|match|commit) (?:to |at |with )?{_YOU} (?:for sure|definitely|if (?:you|i)|over|before|without|no matter)",
    rf"(?:will|would|'d|'ll) {_SURELY}(?:choose|pick|select|prefer|take) {_YOU} (?:over|before|above|first|to (?:all|any)|more than)",
    rf"rank (?:[\w.'-]+ ){{1,4}}?{_FIRST}(?! three| five| ten| few| \d| among)",
    r"(?:be|is|are|comes?|stands?|goes|you're) (?:\w+ )?(?:the )?first (?:on|of|in) my (?:\w+ )?(?:list|rol|rank\w*)|(?:place|number|position|rank) (?:one|1) (?:on|of|in)? ?(?:my|is you|for me)|(?:number one|no\. ?1|#1) (?:is|will be|are) (?:you|yours)",
    r"where i (?:\w+ )?want to (?:go|be|come|train) most|no (?:other )?program (?:\w+ )?(?:surpass\w*|is above|above yours|compares? (?:to|with) yours)|(?:pick|choose|name) (?:\w+ )?(?:one|a single|only one) (?:\w+ )?(?:place|program|hospital)",
    r"(?:over|above|before|more than) (?:all|any|every) (?:of )?(?:the )?other(?:s| programs?| hospitals?| places?)?",
)
NOT_THE_ONE = Grammar(
    "one top among few near choice",
    r"one of my (?:\w+ )?(?:top|first|favou?rite|main|highest)",
    r"among my (?:\w+ )?(?:top|first|favou?rite)",
    r"(?:near|towards?|close to) the top|top (?:three|five|ten|few|\d)",
    r"(?:was|is|were) (?:\w+ )?(?:not )?my first choice at|first choice (?:for|in) (?:\w+ ){0,3}?(?:patients|hypertension|treatment|therapy|children|the)|(?:drug|antibiotic|treatment) of (?:first )?choice",
)
