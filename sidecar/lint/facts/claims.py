"""Promises and questions about the rank list.

Terminology: a *claim* says that a program is the writer's first choice; *bargaining* asks for rank information or trades in it.
"""

from sidecar.lint.facts.grammar import Grammar

_FIRST = r"(?:#\s?1|no\.? ?1|number one|number 1|first|top|very top|1st|absolute first|dream)"
TOP_CHOICE = Grammar(
    "rank ranking ranked first top number 1 dream choice one no 1st favorite favourite only",
    rf"(?:my|is|be|are|was) (?:\w+ ){{0,3}}?{_FIRST} (?:choice|program|pick|priority|preference)",
    r"#\s?1 (?:choice|program|pick)",
    rf"(?:(?<=will\s)|(?<=to\s)|(?<=would\s)|(?<=shall\s)|(?<=ll\s)|(?<=i\s)|(?<=be\s)|(?<=am\s)|(?<=and\s))(?:rank|put|place|list)(?:ing)? ..6 (?:as |at )?(?:the |my )?{_FIRST}(?! three| five| ten| few| \d| among)",
    r"(?:in|at) (?:the )?(?:first place|very top|top|number one|#1) (?:on|of|in) my (?:rank|list|rol)",
    r"your program (?:is|remains?) my (?:\w+ )?(?:dream|first|top|number one)",
    r"(?:you|yours) (?:is|are|remains?) my (?:\w+ )?(?:dream|first|top|number one|very first) (?:program|residency|place|choice)",
    r"first choice(?! specialty)",
    r"(?:you are|yours is|this is) (?:the |my )?(?:only |one )?program i (?:want|would)",
)
ONE_OF_SEVERAL = Grammar(
    "one top among",
    r"one of my (?:\w+ )?(?:top|first|favou?rite|main|highest)",
    r"among my (?:\w+ )?(?:top|first|favou?rite)",
    r"top (?:three|five|ten|few|\d)",
)
INTERVIEWED = Grammar(
    "interview interviewed interviewing visit interviews",
    r"(?:my|the|our|your) interview(?: day)? (?:on|in|last|yesterday|with|at|went|of)",
    r"(?:i|when i|we) interviewed",
    r"(?:since|after|following|during|from|for) (?:my|the|our|completing my|finishing my) (?:\w+ ){0,3}?interviews?",
    r"(?:opportunity|chance) to interview",
    r"thank you ..6 interview(?:ing|day)?",
    "interview day|my interviews are",
    r"enjoyed (?:my|the) interview",
)
