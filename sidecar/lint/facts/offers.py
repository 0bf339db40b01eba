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
    r"(?:any|more|further|additional|other|supporting|relevant) (?:\w+ )?(?:information|materials?|details|documents?|info)|information about|supporting documents|my (?:documents|materials|papers)|bio-?data|mark ?sheets?|mspe|log ?books?|certificates?|evaluation (?:form|sheet)s?|scores?)"
)
MATERIALS = Grammar(
    "cv c curriculum resume resumes résumé résumés statement transcript transcripts bullet bullets case list summary summaries outline page notes brag portfolio "
    "evaluation evaluations score briefing talking key letter scorecard one information materials material details documents document info ps "
    "points overview fact sheet bulleted point file below bio bring find have put scores",
    rf"(?:attach\w*|enclos\w*|send|sent|sending|provide|providing|share|sharing|give|forward|includ\w*|offer|prepare[d]?|prepared|compiled|supply|put together|have|listed|list|below|happy|glad|with|here|ready|available|bring|find|pfa|put) ..9 {_ITEM}",
    rf"{_ITEM} ..12 (?:attached|enclosed|below|available|on request|ready|if (?:that|it|you)|included|to help|upon request|here|at hand)",
    r"(?:my |the )?cv (?:is |and )?(?:\w+ ){0,6}?(?:attached|enclosed)",
    rf"if you ..3 (?:need|want|like|prefer) ..4 {_ITEM}",
    rf"{_ITEM} (?:is|are) (?:with|in) this",
    rf"{_ITEM} ..6 (?:sent|provided|shared|supplied)",
    r"cv (?:and )?(?:my )?(?:personal )?statement",
    r"listed (?:\w+ ){0,3}?(?:patients|cases|points) below",
)
_NOTE = r"(?:(?:one|a|two|short|single|half a|brief|small|the|attached) )*(?:pages?|sheets?|lists?|summar(?:y|ies)|notes?|outline|overview|bullet[\s-]?points?|points|facts|keywords|reminders?|slides|documents?|dates|details|papers?|file|material|log ?book|photos?)"
_OFFERED = (
    r"(?:attach\w*|enclos\w*|includ\w*|add(?:ing|ed)?|put(?:ting)? together|prepar(?:e|ed|ing)|compiled?|collect(?:ed)?|made|summari[sz]e[ds]?|look (?:them )?up|happy to|glad to|could (?:give|send|mail|share)|can (?:give|send|share|mail|provide)|will (?:send|mail|give|share)|would (?:send|mail|share)|"
    r"send (?:you|it|them)|scanned|if (?:you(?:'d| would)? (?:like|want|wish|need)|useful|helpful|it (?:helps|would help))|of use|helps?|useful|below|let me know (?:whether|if)|should (?:you need|i (?:send|mail))|would it help|whether|provided? on request|for ready reference)"
)
_RECALLS = r"(?:cases?|patients?|duties|procedures|work(?:ed)?|did|together|dates|talks?|presentations?|projects?|shared|memory|refresh|recall\w*|remind\w*|what i|what we|in the meantime|since|touch|mention|facts|document|letter)"
NOTES = Grammar(
    "page pages sheet sheets list lists summary summaries summarise summarize summarised summarized notes note outline overview bullet points facts keywords reminders reminder slides document documents dates details paper papers file material logbook log photos photo",
    rf"{_OFFERED} ..10 {_NOTE} ..12 {_RECALLS}",
    rf"{_NOTE} ..10 {_RECALLS} ..10 {_OFFERED}",
    rf"{_RECALLS} ..8 {_OFFERED} ..8 {_NOTE}",
    r"summari[sz]e[ds]? (?:the|our|my) (?:cases?|patients?|duties|work)",
    r"(?:some|few|a few) (?:points|facts|notes|keywords|bullet points|dates) (?:\w+ ){0,3}?(?:you|to|on|about|help|for)",
)
PAPERS = Grammar(
    "cv resume curriculum résumé sop statement ps",
    r"(?:my |the |updated |new |current |a )*(?:cv|c\.v\.?|resume|r[eé]sum[eé]|curriculum vitae|sop|personal statement|ps(?= (?:and|,|draft|are|is)))(?! (?:has|is about|was|shows|says|mentions|contains|gap|writing|of yours|in eras))",
)
_NOT_OFFERED = Grammar(
    "no not statement without lost",
    r"(?:no|without|lost|not have|don't have) (?:a |my |any )?(?:cv|resume|r[eé]sum[eé]|statement)",
)
_ASKED_OF_THEM = Grammar(
    "tell what need let", r"(?:tell me|let me know) (?:what|if) (?:you|there)", r"anything else you need"
)
GHOSTWRITING = Grammar(
    "whole entire name type typed thing template seal stamp signature autograph version student ghostwrite prewritten adapt wrote writes writing type behalf off hands ready complete done write written draft drafted prepared prepare compose composed text letter sign signature letterhead ghost template ready writer wrote version "
    "copy paste approve myself finished blank voice",
    r"(?:i|we|i'll|we'll|i've|i'd|agency|assistant|friend|writer|service) (?:(?!you\b|whether\b)\w+ ){0,5}?(?:write|draft|prepare|compose|wrote|written|drafted|prepared|composed|type|do(?! not)|prepares|make|made|finished|completed) (?:(?!to\b|you\b|about\b|for\b)\w+ ){0,3}?(?:the|a|your|my|this|full|whole|entire|complete|first) (?:\w+ ){0,3}?(?:letters?|lor|recommendation|text|draft letter|version)(?! of recommendation request| of interest| of intent| statement)(?! list)",
    r"(?:letter|lor|recommendation|it|text|draft) ..8 (?:for you to sign|you (?:can|could|may|only|just|simply)? ?(?:need to |have to )?(?:just )?sign|ready to sign|ready for your signature|for your signature|and you sign)",
    r"(?:you (?:would |will |could |can |may )?(?:only|just|simply|merely)|all you) (?:\w+ ){0,5}?(?:sign|approve|put it on|upload it|need to sign)",
    r"(?:only|just|simply) (?:\w+ ){0,4}?(?:sign|paste (?:it )?on (?:your )?letterhead|approve it|print and sign)",
    r"(?:blank|empty) (?:sheet|letterhead|paper|page)",
    r"(?:write|draft|prepare|compose) (?:it|one|the letter|your letter|the recommendation|the lor) (?:myself|for you|on your behalf|for your signature|in your (?:name|voice))",
    r"in your (?:own )?voice|(?:typed?|wrote|written|drafted|prepared) (?:\w+ ){0,3}?(?:recommendation|letter|lor) (?:\w+ )?in your name|(?:write|type|do|draft|prepare) (?:the |it )(?:whole|entire) (?:thing|letter|text|lor)|put(?:s|ting)? your name under",
    r"(?:a )?(?:draft|ready-made|pre-?written|finished|ready|sample|prepared) (?:of the |of your )?(?:letter|lor|recommendation)(?! of intent| of interest| request)(?:,| that| which| is| for| ready| to sign| attached|;|\.|$)",
    r"(?:take care of|handle|look after) the (?:text|writing|wording)",
    r"sign (?:the|my|this) (?:attached|enclosed) (?:letter|lor|recommendation)",
    r"professional writer|ghost-?writ\w+|letter-writing service",
    r"(?:letter|lor|recommendation) (?:is )?(?:already )?(?:written|drafted|prepared|ready) (?:by me|for you|and attached|to sign)",
    r"(?:template|text|letter|draft|version|something|it) (?:\w+ ){0,6}?(?:that |which )?(?:you (?:can|could|may|just|only|need to|have to)|to) (?:\w+ ){0,2}?(?:sign|stamp|adapt|use as your|copy|paste|put your (?:name (?:under|on|below|at|there)|signature)|approve)",
    r"(?:copy|paste|put) (?:the |this |my )?(?:text|letter|it)?(?: below| attached)? (?:on|onto|into) (?:your )?letter ?head",
    r"(?:letter|text|lor|it)(?:'s| is| are)? (?:\w+ ){0,3}?(?:done|complete|ready|finished|written)(?:,| already|;| and)? ..6 (?:only |just |but |nothing but )?(?:your|the) (?:name|seal|signature|stamp|autograph)",
    r"(?:only|just|merely|nothing but) (?:(?!waiting)\w+ ){0,2}?(?:your|the) (?:golden )?(?:signature|stamp|seal|autograph)(?! (?:page|line))|(?:sign and stamp|signature and stamp)|signature (?:to|under|on) the (?:letter|text) i",
    r"(?:write|writes|wrote|writing|draft|compose|type) (?:the (?:text|letter)|it|one|something) (?:\w+ ){0,2}?(?:on your behalf|in your name|as if from you|for you(?! to (?:read|see|check whether))|you correct|and (?:you|the professor|sir|the doctor) (?:\w+ )?(?:signs?|corrects?|approves?))",
    r"student writes (?:it|the letter)|take that part off|ghost-?writ\w+|pre-?written|draft (?:letter|lor|recommendation)(?! of interest)|(?:version|text|letter|draft) (?:\w+ )?(?:written|prepared|made|drafted|composed) by me|adapt the (?:text|letter|draft)|(?:i|i've|i have) (?:already )?(?:made|wrote|written|drafted|prepared) (?:the|a|your|my) (?:\w+ )?(?:letter|lor|recommendation|text)(?! (?:request|form|id))",
    r"(?:need not|needn't|don't need to|do not need to|don't have to|without) (?:\w+ )?writ(?:e|ing) (?:anything|a word|a line|it yourself)",
    r"(?:may|can|could|shall|should|would you (?:like|prefer|want)(?: that| me to)?) i? ?(?:\w+ )?(?:write|draft|prepare|compose) (?:it|the letter|a first version|a draft|one)(?! of my)(?: ..4 (?:and you|for your|you))?",
    r"(?:attached|enclosed) (?:is |are )?(?:\w+ ){0,4}?(?:letter|lor) (?:i|which i|that i) (?:have )?(?:wrote|written|drafted|prepared)",
)
NOT_GHOSTWRITING = Grammar(
    "whole entire name type typed thing draft statement points bullet key talking not never would yours decide if you asked ask properly won words wrote",
    r"draft (?:of )?(?:my )?(?:personal )?statement|statement draft|draft of (?:my|key|talking|the (?:key|talking|bullet))",
    r"(?:not|never|n't) (?:\w+ ){0,4}?(?:write|draft|prepare|ask you to sign)",
    r"(?:discharge|cover|thank-you|motivation) letters?|(?:will not|won't|never|not) (?:\w+ )?(?:send|write|draft|prepare|offer)|(?:must|should|will|shall) (?:\w+ )?be (?:your own|in your own|yours)|your own words|slipped|i wrote (?:to you|you|on|in|last|about|my|the discharge)|i'll write (?:properly|again|to you)|write (?:to )?you (?:again|properly)",
    r"as you (?:write|compose|draft|prepare)",
    r"(?:when|while|before) you (?:write|compose|draft)",
    r"you (?:write|compose|draft)",
)


def materials(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where material for the letter is offered or attached, or None."""
    grammars = (PAPERS, MATERIALS, NOTES)
    return next((found for grammar in grammars if (found := grammar.anywhere(sentences, unless=_NOT_OFFERED))), None)


def ghostwriting(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return where the writer offers to write the letter for the referee."""
    return tuple(GHOSTWRITING.find(sentences, unless=NOT_GHOSTWRITING))
