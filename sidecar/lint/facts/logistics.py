"""How the letter gets in, and whether the writer will see it."""

from sidecar.lint.facts.grammar import Grammar

UPLOAD = Grammar(
    "program school university they system mailed returned emailed goes go details instructions process how enter adea amcas upload uploaded uploading uploads portal link eras letterhead submitted submission submit e email pdf aamc send sent form online guide sophas interfolio mail address comes invitation links",
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
    r"enter your (?:name|e-?mail|details|address)",
)
WAIVER = Grammar(
    "waive waived waiving waives waiver right rights confidential see view access read",
    r"waiv(?:e|ed|es|er|ing)",
    r"(?:right|rights) (?:to|for) (?:see|view|read|access|viewing|seeing)",
    r"(?:will|would|shall|do|won't|'ll) not (?:\w+ )?(?:see|read|view|have access|be able to see)",
    r"(?:won't|wont|cannot|can't|cant) (?:be able to )?(?:see|read|view)",
    r"(?:letter|it|they|letters) (?:\w+ ){0,3}?(?:confidential|hidden from me|not be visible to me)",
    r"confidential(?:ly|ity)?",
)
ERAS_EXPLAINED = Grammar(
    "eras system electronic application service common central centralised centralized united",
    r"electronic residency application service",
    r"(?:system|service|platform|website|portal) (?:\w+ ){0,4}?(?:called|named|known as) eras",
    r"eras ..6 (?:system|service|platform|website|is the|is a|collects)",
    r"(?:central\w*|common|electronic|online|national) (?:\w+ ){0,3}?(?:application|system|service)",
)
