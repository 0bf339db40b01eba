"""How the letter gets in, and whether the writer will see it."""

from sidecar.lint.facts.grammar import Grammar

UPLOAD = Grammar(
    "automatic secure personal unique message request invitation expired valid scanned signed electronically online on register letter head program school university they system mailed returned emailed goes go details instructions process how enter adea amcas upload uploaded uploading uploads portal link eras letterhead submitted submission submit e email pdf aamc send sent form online guide sophas interfolio mail address comes invitation links",
    r"upload(?:ed|ing|s)?",
    r"(?:letter|lor|submission|recommendation|online|secure|application|eras|aamc|upload) (?:\w+ ){0,3}?(?:portal|links?)",
    r"(?:links?|portal|instructions|invitation|form) ..8 (?:eras|aamc|e-?mail|system|come|comes|coming|arrive|sent|below|attached|from)",
    r"(?:eras|aamc|the system|they|the program|university|school|sophas|interfolio|amcas|application system) ..4 (?:send|sends|e-?mails?|generate|ask|contact|shoot)",
    r"(?:eras|aamc|system|amcas) ..8 (?:link|invitation|e-?mail)",
    r"(?:sent|send|submitted|submit|mailed|returned|e-mailed|emailed|go|goes) ..6 (?:to|through|via|by|as|in through) (?:\w+ ){0,4}?(?:[\w.]+@[\w.]+|portal|pdf|eras|website|system|email|e-mail|address|link|online|adea|amcas|sophas|office|post)",
    r"(?:mail|e-?mail|message|link|request) from (?:eras|aamc)",
    r"(?:signed )?pdf|on (?:your |hospital |official )?letterhead",
    r"(?:details|instructions|information|guide|steps) (?:on|for|about|how|explaining) (?:how )?(?:to )?(?:submit|submission|upload|the (?:letter|upload|submission))",
    r"submission (?:method|process|instructions)|how to submit",
    r"letter request form|letter id",
    r"enter your (?:name|e-?mail|details|address)|(?:put|add|register|enter|give) (?:you|your (?:name|e-?mail|address)) (?:\w+ )?(?:in|into|as) (?:the |my |letter )?(?:system|eras|author|portal|myeras)",
    r"(?:request|message|invitation|e-?mail|mail) (?:\w+ ){0,2}?(?:from|by|of) (?:the )?(?:eras|aamc|system|portal)|(?:automatic|secure|personal|unique) (?:\w+ )?(?:message|e-?mail|link|invitation|request)|invitation comes",
    r"letter ?head|(?:scanned|signed) (?:\w+ )?(?:letter|pdf|copy)|(?:signed and dated|signed, dated)|done (?:on-?line|electronically)|(?:submitted|sent|handled) (?:electronically|on-?line)|addressed to (?:the |\")?(?:dear )?program director|link (?:\w+ ){0,3}?(?:expired|open|valid|works)",
)
WAIVER = Grammar(
    "waive waived waiving waives waiver right rights confidential confidentiality possibility option forgone forego renounce renouncing secret closed private look consult see view access read hidden unknown between never candid",
    r"(?<!fee was )(?<!fees were )(?<!fee is )waiv(?:e|ed|es|er|ing)",
    r"(?:right|rights) (?:to|for|of) (?:\w+ )?(?:see|view|read|access|seeing|viewing|reading)|(?:giv(?:e|ing|en)|gave) up (?:the|my|all|this) (?:right|access)",
    r"(?:will|would|shall|do|won't|'ll|am|going|chosen|chose|decided|ask|never|i) (?:not|never) (?:\w+ ){0,3}?(?:see|read|view|have access|be able to see|look at)(?! (?:you|my cv|each other|why|how))",
    r"(?:won't|wont|cannot|can't|cant|not going to|never going to|never|not|haven't) (?:\w+ )?(?:be able to |get to |ask to )?(?:see|seen|read|view) (?:it|what|the (?:letter|content|text)|your (?:letter|text|words)|them)(?!.*\bmy\b)",
    r"(?:letter|it|they|letters|content|text|what you write) (?:\w+ ){0,4}?(?:confidential|hidden from me|not be visible to me|unknown to me|between you and|not (?:be )?shown to me|read by (?:the )?programs? only)",
    r"(?:right|possibility|option|chance|access) (?:to|of|for) (?:\w+ )?(?:look|see|read|view|consult|know|inspect|learn)\w*|(?:forgone?|forego|renounc\w+|declin\w+|decided against|opted|opting|gave up|given up|giv(?:e|ing) up) ..5 (?:right|access|read\w*|see\w*|view\w*|look\w*|consult)|(?:don't|do not|won't|will not) (?:\w+ )?see it|remains? (?:closed|secret|private) (?:to|from|for) me",
    r"(?:no|without|not have|have no|declin\w+|refus\w+|given up) (?:\w+ )?access (?:to|for)? ?(?:it|the|your|what|content|letter)?|never will",
    r"(?<!data are )(?<!data is )(?<!patients are )confidential(?:ly|ity)?",
)
ERAS_EXPLAINED = Grammar(
    "eras system electronic application service common central centralised centralized united",
    r"electronic residency application service",
    r"(?:system|service|platform|website|portal) (?:\w+ ){0,4}?(?:called|named|known as) eras",
    r"eras ..6 (?:system|service|platform|website|is the|is a|collects)",
    r"(?:central\w*|common|electronic|online|national) (?:\w+ ){0,3}?(?:application|system|service)",
)
