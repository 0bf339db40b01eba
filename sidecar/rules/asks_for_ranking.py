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
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.facts.said import Said
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_RANK_WORDS = "rank ranked ranking rankings list rol stand position spot match matched top place chances chance matching lists mutual reciprocates reciprocate reciprocal intentions prematch pre decided decide commitment deal tier range zone number competitive yours selected assured return sign agree agreement cancel withdraw word"
_ASKS = Grammar(
    _RANK_WORDS + " high enough match",
    r"where (?:do |will |would |might |am |did |exactly )?i (?:\w+ )?(?:stand|rank|be ranked|ranked|placed|fall|land)",
    r"where (?:on|in) (?:your|the) (?:\w+ )?list",
    r"(?:how|whether|if|where|will|would|do|did|are|have|can|could) (?:you|your program|the program|the committee) (?:\w+ ){0,3}?(?:rank|ranked|ranking|place|placed) (?:me|my)",
    r"how (?:am i|i am|i will be|high am i|highly am i|i was|am i going to be) (?:\w+ )?(?:ranked|placed)",
    r"(?:my|our) (?:\w+ )?(?:rank|ranking|position|place|standing|spot) (?:on|in|at|among) your",
    r"(?:am i|will i be|i am|i will be|i would be|being) (?:\w+ )?ranked (?:to match|high|highly|at|by you|in your)",
    r"(?:tell|share|disclose|reveal|know|confirm|indicate|inform|hint) ..5 (?:your|the program's) (?:rank|ranking)(?: order)?(?: list| of me| plans)?",
    r"ranked to match|(?:my name|i am|am i|i'm|i stand|i) (?:is |be )?(?:\w+ )?high enough|(?:will|would|shall) i (?:\w+ )?match (?:with|at|to) (?:you|your)",
    r"number am i on",
    r"(?:which|what) (?:\w+ ){0,2}?(?:rank|tier|position|place|zone|part|number|third|spot) (?:\w+ ){0,5}?(?:i|you|me|my|your list)|(?:if|whether|that) i'?m? (?:am |would be |will be |be )?(?:\w+ ){0,2}?(?:competitive for rank\w*|in (?:the |your |that )?(?:\w+ )?(?:range|zone|tier|list|ranking)|rankable)",
    r"(?:how|where) (?:strongly|high|highly|far down|approximately|about|whereabouts)? ?(?:\w+ ){0,3}?(?:consider me for rank\w*|your list|i was placed|i would be on|i would be placed|i am placed)|whereabouts (?:\w+ ){0,3}?(?:list|rank)",
    r"am i (?:yours|among your|one of your|in)(?: (?:first|top))?|are you (?:\w+ ){0,2}?(?:match|rank)(?:ing)? me|(?:position|place|spot) to match|rank me",
    r"(?:your|the (?:program's|committee's)) (?:intentions?|plans?|decision) (?:\w+ ){0,2}?(?:toward\w*|about|regarding|for|on) (?:me|my)(?! (?:application|visa))|rank(?:ing)? information|pre-?match|(?:decided|decide|decision|discussed) (?:\w+ ){0,2}?(?:about |on )?my rank",
    r"(?:if|whether|hope|that) (?:it is|it's|this is|the feeling is|interest is) mutual|mutual (?:number|rank|commitment)|reciproc\w+|(?:at|on) which (?:number|place|position)|(?:count|rely) (?:with|on) (?:a|the|my) (?:spot|place|seat|position)|(?:in|on|of) your (?:final|upper|rank|match|rank order) (?:\w+ ){0,2}?list(?! (?:deadline|meeting))|(?:ranking|matching) (?:range|zone)",
    r"where (?:i am|i'm|am i|i would be|i will be|my name is|is my name) (?:\w+ ){0,2}?(?:on|in) (?:your|the|ur)",
    r"(?:are|is|do|does|will|would|if|whether|that) (?:you|u|your program|the program|the committee|they) (?:\w+ )?(?:going to |planning to |plan to |intend to |intending to |want to |considering to )rank(?:ing)? (?:me|my)",
    r"(?:how|where) (?:\w+ ){0,2}?(?:do|did|will|would|are|have) (?:you|u|they|the committee) ..4 (?:put|place|rank|see|list|position)(?:ed|ing)? (?:me|my name)",
    r"(?:will|would|am|can|could|may|do|should) i (?:\w+ ){0,3}?(?:in|on|among|near) (?:your|the) (?:\w+ )?(?:top|list|rank|first)",
    r"(?:my|any|realistic|good|high|a|real|the) (?:chances?|odds|likelihood|probability) (?:of|to|for|in|at|that) ..4 (?:match|matching|matched|rank|ranked|ranking)",
    r"(?:my|your) (?:rank|ranking|position|place) (?:number|on your|in your|order|status|info\w*)",
    r"(?:hint|idea|clue|feedback|information|indication) (?:\w+ ){0,2}?(?:about|of|on|regarding|where|how|whether) ..4 (?:rank|ranked|ranking|your list|rol)",
)
_BARGAINS = Grammar(
    _RANK_WORDS + " first one exchange guarantee commit if seat promise assure return",
    r"(?:i|we) (?:will|would|can|shall|am ready to|promise to) (?:\w+ )?(?:rank|put|place|list) (?:you|your program|your hospital|the program) ..8 (?:if|provided|in exchange|in return|as long as|when|once) (?:you|your)",
    r"if (?:you|your program) (?:\w+ )?(?:rank|ranks|ranked|place|list|commit|promise|guarantee|can|could) ..8 (?:i|we) (?:will|would|shall|promise|commit|can|am)",
    r"(?:i|we) ?(?:will|would|can|shall|'ll|'d|am ready to|promise to) (?:\w+ )?(?:rank|put|place|list|commit|come|accept|cancel|withdraw|choose) ..8 (?:if|provided|in exchange|in return|as long as|on condition|only if) (?:that )?(?:you|u|your|i|there) ..4 (?:rank|ranked|assure|guarantee|promise|do the same|put|place|commit|same|confirm|high|first)",
    r"(?:you|u) (?:\w+ )?(?:put|rank|place|list) me ..8 (?:i|i'll|we) (?:\w+ )?(?:put|rank|place|list|come|sign)|(?:i|we|i'll) (?:\w+ )?(?:rank|put|place) (?:you|your program) ..6 (?:and|if|wherever|when|as long as|provided) (?:you|u) (?:\w+ )?(?:rank|put|place|do|also)",
    r"(?:in return|in exchange) (?:of|for) ..10 (?:rank|ranking|word|promise|commit|sign|position|in|list)|gentleman'?s? agreement|let us agree|(?:give|send) me (?:a |the |one )?(?:sign|word|hint|signal)|commit to me|(?:could be|am|be|was|if i were|can be) (?:\w+ )?assured of (?:your|a|the) (?:\w+ )?(?:interest|place|spot|position|seat)",
    r"(?:cancel|withdraw|drop|decline) ..6 (?:interviews?|programs?|programmes?|applications?|offers?) ..6 (?:if|in exchange|in return|for a word|when) (?:you|your|a|for)",
    r"(?:assure|guarantee|promise|confirm|secure|give|reserve|keep|offer) (?:me|to me|for me) (?:a |the |my |one )?(?:\w+ )?(?:place|spot|seat|position|match|rank)",
    r"(?:in exchange|in return) for ..4 (?:rank|ranking|spot|position|place|interview)",
    r"(?:guarantee|promise|assure|commit|pledge) (?:me|to me|to rank|to ranking) ..5 ?(?:rank|ranking|ranked|spot|position|match|list)",
)
_DECLINES = Grammar(
    "not cannot don't without no never nor n't t",
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
            flags=["In return for a spot on your list"],
        ),
        bad(kind=Kind.PROGRAM_INTENT, more="Am I ranked to match?", flags=["Am I ranked to match"]),
        good(kind=Kind.PROGRAM_INTENT, more="I will rank your program highly."),
        good(kind=Kind.PROGRAM_INTENT, more="I do not ask where I stand on your list; I only wanted you to know."),
        good(kind=Kind.PROGRAM_THANKS, more="Of the clinics I saw, yours is where I could see myself."),
        good(kind=Kind.PROGRAM_UPDATE, more="At the state meeting my poster was listed among the three best."),
    ),
)

_MESSAGE = "Rank information may not be asked for or traded, by either side; take this out."


def asked(sentence: Stretch) -> Stretch | None:
    """Return where a sentence asks about rank, or bargains with it, in a form known here."""
    if _DECLINES(sentence):
        return None
    return next(_BARGAINS.find([sentence]), None) or next(_ASKS.find([sentence]), None)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first question or bargain about rank."""
    for sentence in (facts.subject_sentence, *facts.prose.sentences):
        if found := asked(sentence):
            field = Field.SUBJECT if sentence is facts.subject_sentence else Field.BODY
            yield Finding(Span(field, found.start, found.end), _MESSAGE)
            return
    heard = facts.said(Said.ASKS_RANK)
    if heard and not _DECLINES(heard):
        yield Finding(Span(Field.BODY, heard.start, heard.end), _MESSAGE)
