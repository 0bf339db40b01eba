"""Orders, threats to keep writing, and other pressure on the reader."""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_DEMAND = Grammar(
    "forget delay ignore day offer give interview ask request nobody continue must expect demand insist need upload send reply respond answer explain confirm write call check remind keep again until someone waiting wait immediately today now cannot have require "
    "want obliged owe deserve right should copied contacted secretary last make supposed required bound duty responsibility obligation job waiting why come sure ensure hurry speed delays delay silence excuse dean report complain escalate within hours tomorrow tonight eod hrs explanation confirmation forward invite provide order urge accept tell get revert reject",
    r"(?<!feel\s)(?<!feel\sthat\s)(?<!think\s)(?<!think\sthat\s)you (?:must|have to|need to|are required to|are obliged to|had better|better) (?:\w+ly )?(?:write|upload|send|reply|respond|answer|give|give me|read|submit|invite|interview|help|review|do|understand|explain|confirm|make|tell|reconsider|consider|correct|fix|put|change|accept|add)",
    r"i (?:\w+ )?(?:demand|insist|expect you|expect that|expect an?|expect your|require) (?:\w+ ?){0,2}?(?:answer|reply|response|letter|interview|to|explanation|you)?",
    r"(?:letter|lor|recommendation|it) must (?:\w+ )?(?:contain|include|say|state|mention)|i will check (?:in the system|the system|the portal) (?:again )?on",
    r"i expect to (?:get|have|receive|hear|see)",
    r"i (?:need|want|have) to know (?:\w+ ){0,3}?(?:today|now|immediately|this week|tomorrow|by)",
    r"(?<!will\s)(?<!can\s)(?<!to\s)(?<!shall\s)(?<!you\s)(?<!not\s)(?:reply|respond|answer|upload it|send it|write it|submit it|call me|let me know|do it) (?:\w+ )?(?:immediately|today|now|at once|right away|without delay)(?!,? if)",
    r"i (?:will|shall|am going to|'ll) (?:\w+ ){0,2}?(?:keep|continue|write|email|e-mail|call|check in|follow up|send|remind|contact|phone|come) (?:\w+ ){0,4}?(?:again|until|every|each|daily|next (?:week|monday|tuesday|wednesday|thursday|friday)|the office|your office|on (?:monday|tuesday|wednesday|thursday|friday)|if i have no reply|if i do not hear|tomorrow)",
    r"keep (?:writing|emailing|calling|sending)",
    r"so that (?:someone|somebody|you) (?:will|would|can) (?:finally )?(?:respond|answer|reply|read)",
    r"(?:daily|hourly) reminders?|day \d+ of my",
    r"(?:please )?confirm that you have (?:read|received|seen)",
    r"i cannot wait (?:any ?more|longer|any longer)",
    r"(?:you cannot|you can't|you have no right to) (?:reject|refuse|ignore|deny|say no|decline)",
    r"(?:send|give|offer) me an interview(?: invitation| date)?",
    r"(?:ask|request) you to make one for me",
    r"i am (?:still )?waiting for your (?:immediate|urgent|prompt|reply|answer|response)",
    r"i (?:also )?called your (?:secretary|office|nurse)",
    r"nobody has (?:replied|answered|responded)|still have no answer|since you have not answered",
    r"(?:do not|don't|dont) (?:\w+ )?(?:ignore|forget (?:to (?:write|send|upload|submit|reply)|me|my|it|this)|delay|make me wait|keep me waiting|waste|be late|take too long)",
    r"(?:reply|respond|answer|revert|write) (?:to )?me (?:back )?(?:today|now|by|before|at once|immediately|this|within|tomorrow|fast|asap|quickly)",
    r"^(?:so |now |then |and |also |just |sir |doctor )*(?:send|give me|write me|reply|answer me|answer my|answer this|respond to|confirm|explain|invite me|provide me|finish|forward me|get it)(?! my regards)(?!.*\b(?:if|please|pls|plz|kindly|whenever|convenien\w+)\b)",
    r"you(?:'re| are| were| r) (?:\w+ )?(?:supposed|required|obliged|bound|expected|obligated) to",
    r"(?:is|'s) (?:also )?your (?:\w+ )?(?:duty|responsibility|obligation|job)(?! (?:title|as))",
    r"waiting (?:since|for|from|more than|over) (?:the )?(?:last |past |almost |about |more than |over )?(?:\d+|one|two|three|four|five|six|many|several|so many|a|long|too) (?:\w+ )?(?:days?|weeks?|months?|long|time)",
    r"why (?:have|haven't|has|hasn't|did|didn't|do|don't|are|aren't|u|you|is|isn't|no) (?:you|u|there|nobody|no one|not|it|the|one|answer|reply|response)",
    r"how come (?:you|u|i|there|nobody)",
    r"(?<!to\s)(?<!will\s)(?<!i\s)(?<!'ll\s)(?<!can\s)(?<!we\s)(?<!would\s)(?:make sure|ensure) (?:that )?(?:you|u|it|the|my|this) ..6 (?:sent|uploaded|submitted|submit|upload|send|done|write|reply|in|before|by|today|tonight|not)",
    r"(?<!not\s)(?<!n't\s)(?<!if\s)(?:need|want|require|expect|order|urge|demand) (?:you|u) to",
    r"(?:not|won't|never|n't|cannot) (?:going to |gonna )?(?:accept|tolerate|take) (?:\w+ )?(?:silence|no|excuses?|delays?|this (?:delay|silence|behaviou?r))(?: for an answer)?",
    r"(?:complain|report|escalate|escalating|complaining|reporting) (?:\w+ ){0,4}?(?:you|it|this|to) (?:\w+ ){0,2}?(?:the |your |to )?(?:dean|chair\w*|boss|head|department|administration|gme|acgme|nrmp|director|superior|hr|authorities|office)",
    r"(?:dean|chairman|chair|director|your boss|head of) ..8 (?:if you (?:do not|don't|dont|will not|won't|keep|continue)|unless you|otherwise)",
    r"(?:reply|response|answer|respond|letter|confirm\w*|do it|it done|submit\w*|upload\w*) ..3 within (?:the next )?(?:\w+ )?(?:hours?|hrs?|24h|48h|one day)",
    r"(?:reply|response|answer|letter|upload\w*|submit\w*|send|sent|done|it|know|confirm\w*) ..4 by (?:tomorrow|today|tonight|eod|this evening|(?:the )?end of (?:the )?day)",
    r"i (?:\w+ )?(?:want|need|require|expect|demand|deserve) (?:an|a|your|the|some|to have an) (?:\w+ )?(?:answer|reply|response|decision|explanation|confirmation)",
    r"you should (?:\w+ )?(?:give|invite|reply|answer|respond|write|interview|select|accept|help|reconsider|hurry|do (?:it|this|something))",
    r"hurry up|speed (?:it |this |things )?up|no more delays?|do it now|(?:right|just) now please|what is taking|without fail",
)
_AS_IT_SUITS = Grammar(
    "if suits suit prefer convenient",
    r"if (?:that|it|this) (?:\w+ )?(?:suits?|works?|is (?:\w+ )?(?:ok|okay|fine|convenient|easier))|if you(?:'d| would)? prefer|if convenient",
)


def demands(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return where the reader is ordered about or pressed."""
    return tuple(_DEMAND.find(sentences, unless=_AS_IT_SUITS))
