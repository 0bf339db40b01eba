"""What the writer offers: material that helps with the letter, or to write the letter itself.

Terminology: *material* is a CV, a statement, a list of cases and the like; *ghostwriting* is a letter the referee only signs.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_ITEM = (
    r"(?:cv|c\.v\.?|curriculum vitae|resumes?|r[eé]sum[eé]s?|personal statement|statement(?: of purpose)?|ps draft|transcripts?|(?:bullet|case|patient|talking)[\s-]?(?:points?|list)s?|bullets|"
    r"(?:list|summary|summaries|outline|overview|page|notes) (?:of|with|about|on) |case list|brag sheet|portfolio|evaluations?|score reports?|"
    r"briefing document|talking points|key points|letter of intent|scorecard|one-pager|one-page|fact sheet|bullet-point|"
    r"(?:any|more|further|additional|other|supporting|relevant) (?:\w+ )?(?:information|materials?|details|documents?|info)|information about|supporting documents|my (?:documents|materials|papers|file))"
)
MATERIALS = Grammar(
    "cv c curriculum resume resumes résumé résumés statement transcript transcripts bullet bullets case list summary summaries outline page notes brag portfolio "
    "evaluation evaluations score briefing talking key letter scorecard one information materials material details documents document info ps "
    "points overview fact sheet bulleted point",
    rf"(?:attach\w*|enclos\w*|send|sent|sending|provide|providing|share|sharing|give|forward|includ\w*|offer|prepare[d]?|prepared|compiled|supply|put together|have|listed|list|below|happy|glad|with|here|ready|available|bring|find|pfa|put) ..9 {_ITEM}",
    rf"{_ITEM} ..12 (?:attached|enclosed|below|available|on request|ready|if (?:that|it|you)|included|to help|upon request|here|at hand)",
    r"(?:my |the )?cv (?:is |and )?(?:\w+ ){0,6}?(?:attached|enclosed)",
    rf"if you ..3 (?:need|want|like|prefer) ..4 {_ITEM}",
    rf"{_ITEM} (?:is|are) (?:with|in) this",
    rf"{_ITEM} ..6 (?:sent|provided|shared|supplied)",
    r"cv (?:and )?(?:my )?(?:personal )?statement",
    r"listed (?:\w+ ){0,3}?(?:patients|cases|points) below",
)
_ASKED_OF_THEM = Grammar(
    "tell what need let", r"(?:tell me|let me know) (?:what|if) (?:you|there)", r"anything else you need"
)
GHOSTWRITING = Grammar(
    "write written draft drafted prepared prepare compose composed text letter sign signature letterhead ghost template ready writer wrote version "
    "copy paste approve myself finished blank",
    r"(?:i|we|i'll|we'll|i've|i'd|agency|assistant|friend|writer|service) (?:(?!you\b|whether\b)\w+ ){0,5}?(?:write|draft|prepare|compose|wrote|written|drafted|prepared|composed|type|do|prepares|make|made|finished|completed) (?:\w+ ){0,3}?(?:the|a|your|my|this|full|whole|entire|complete|first) (?:\w+ ){0,3}?(?:letters?|lor|recommendation|text|draft letter|version)(?! of recommendation request| of interest| of intent| statement)(?! list)",
    r"(?:letter|lor|recommendation|it|text|draft) ..8 (?:for you to sign|you (?:can|could|may|only|just|simply)? ?(?:need to |have to )?(?:just )?sign|ready to sign|ready for your signature|for your signature|and you sign)",
    r"(?:you (?:would |will |could |can |may )?(?:only|just|simply|merely)|all you) (?:\w+ ){0,5}?(?:sign|approve|put it on|upload it|need to sign)",
    r"(?:only|just|simply) (?:\w+ ){0,4}?(?:sign|paste (?:it )?on (?:your )?letterhead|approve it|print and sign)",
    r"(?:blank|empty) (?:sheet|letterhead|paper|page)",
    r"(?:write|draft|prepare|compose) (?:it|one|the letter|your letter|the recommendation|the lor) (?:myself|for you|on your behalf|for your signature|in your (?:name|voice))",
    r"in your (?:own )?voice",
    r"(?:a )?(?:draft|ready-made|pre-?written|finished|ready|sample|prepared) (?:of the |of your )?(?:letter|lor|recommendation)(?! of intent| of interest| request)(?:,| that| which| is| for| ready| to sign| attached|;|\.|$)",
    r"(?:take care of|handle|look after) the (?:text|writing|wording)",
    r"sign (?:the|my|this) (?:attached|enclosed) (?:letter|lor|recommendation)",
    r"professional writer|ghost-?writ\w+|letter-writing service",
    r"(?:letter|lor|recommendation) (?:is )?(?:already )?(?:written|drafted|prepared|ready) (?:by me|for you|and attached|to sign)",
    r"(?:attached|enclosed) (?:is |are )?(?:\w+ ){0,4}?(?:letter|lor) (?:i|which i|that i) (?:have )?(?:wrote|written|drafted|prepared)",
)
NOT_GHOSTWRITING = Grammar(
    "draft statement points bullet key talking not never would yours decide if you asked ask",
    r"draft (?:of )?(?:my )?(?:personal )?statement|statement draft|draft of (?:my|key|talking|the (?:key|talking|bullet))",
    r"(?:not|never|n't) (?:\w+ ){0,4}?(?:write|draft|prepare|ask you to sign)",
    r"as you (?:write|compose|draft|prepare)",
    r"(?:when|while|before) you (?:write|compose|draft)",
    r"you (?:write|compose|draft)",
)


def materials(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where material for the letter is offered or attached, or None."""
    return MATERIALS.anywhere(sentences)


def ghostwriting(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return where the writer offers to write the letter for the referee."""
    return tuple(GHOSTWRITING.find(sentences, unless=NOT_GHOSTWRITING))
