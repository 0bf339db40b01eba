"""The email asks how you are ranked, or bargains with a rank.

## Why
Neither side of the match may ask the other for ranking information or for a commitment, and no offer may hang on one. Programs must not
answer such a question, and may have to report it.

## When to ignore it
Never.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_RANK_WORDS = "rank ranked ranking rankings list rol stand position spot match matched"
_ASKS = Grammar(
    _RANK_WORDS,
    r"where (?:do |will |would |might |am |did |exactly )?i (?:\w+ )?(?:stand|rank|be ranked|ranked|placed|fall|land)",
    r"where (?:on|in) (?:your|the) (?:\w+ )?list",
    r"(?:how|whether|if|where|will|would|do|did|are|have|can|could) (?:you|your program|the program|the committee) (?:\w+ ){0,3}?(?:rank|ranked|ranking|place|placed) (?:me|my)",
    r"how (?:am i|i am|i will be|high am i|highly am i|i was|am i going to be) (?:\w+ )?(?:ranked|placed)",
    r"(?:my|our) (?:\w+ )?(?:rank|ranking|position|place|standing|spot) (?:on|in|at|among) your",
    r"(?:am i|will i be|i am|i will be|i would be|being) (?:\w+ )?ranked (?:to match|high|highly|at|by you|in your)",
    r"(?:tell|share|disclose|reveal|know|confirm|indicate|inform|hint) ..5 (?:your|the program's) (?:rank|ranking)(?: order)?(?: list| of me| plans)?",
    r"ranked to match",
    r"number am i on",
)
_BARGAINS = Grammar(
    _RANK_WORDS + " first one exchange guarantee commit",
    r"(?:i|we) (?:will|would|can|shall|am ready to|promise to) (?:\w+ )?(?:rank|put|place|list) (?:you|your program|your hospital|the program) ..8 (?:if|provided|in exchange|in return|as long as|when|once) (?:you|your)",
    r"if (?:you|your program) (?:\w+ )?(?:rank|ranks|ranked|place|list|commit|promise|guarantee|can|could) ..8 (?:i|we) (?:will|would|shall|promise|commit|can|am)",
    r"(?:in exchange|in return) for ..4 (?:rank|ranking|spot|position|place|interview)",
    r"(?:guarantee|promise|assure|commit|pledge) (?:me|to me|to rank|to ranking) ..5 ?(?:rank|ranking|ranked|spot|position|match|list)",
)
_DECLINES = Grammar(
    "not cannot don't without no never nor n't",
    r"(?:not|never|no|n't|cannot|nor) (?:\w+ ){0,3}?(?:ask|asking|expect|expecting|request|requesting|need|looking|share|tell|disclose)",
    r"(?:without|no) (?:\w+ )?(?:expectation|expecting|reply|response|answer)",
    r"(?:cannot|can't|can not|may not|not allowed|not permitted|not able)",
)

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("N",),
    examples=(
        bad(
            kind=Kind.PROGRAM_THANKS, more="Could you let me know where I stand on your list?", flags=["where I stand"]
        ),
        bad(kind=Kind.PROGRAM_INTENT, more="May I ask how you plan to rank me?", flags=["how you plan to rank me"]),
        bad(
            kind=Kind.PROGRAM_INTENT,
            more="I will rank you first if you rank me high as well.",
            flags=["I will rank you first if you"],
        ),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            more="In return for a spot on your list I would cancel my other interviews.",
            flags=["In return for a spot"],
        ),
        bad(kind=Kind.PROGRAM_INTENT, more="Am I ranked to match?", flags=["Am I ranked to match"]),
        good(kind=Kind.PROGRAM_INTENT, more="I will rank your program highly."),
        good(kind=Kind.PROGRAM_INTENT, more="I do not ask where I stand on your list; I only wanted you to know."),
        good(kind=Kind.PROGRAM_THANKS, more="Of the clinics I saw, yours is where I could see myself."),
        good(kind=Kind.PROGRAM_UPDATE, more="At the state meeting my poster was listed among the three best."),
    ),
)

_MESSAGE = "Rank information may not be asked for or traded, by either side; take this out."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first question or bargain about rank."""
    for sentence in (facts.subject_sentence, *facts.prose.sentences):
        found = next(_BARGAINS.find([sentence]), None) or next(_ASKS.find([sentence]), None)
        if found and not _DECLINES(sentence):
            field = Field.SUBJECT if sentence is facts.subject_sentence else Field.BODY
            yield Finding(Span(field, found.start, found.end), _MESSAGE)
            return
