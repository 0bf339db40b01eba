"""Does the writer make it easy to say no?

Terminology: a *way out* is a sentence in which declining is allowed, understood, or easy.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_NOT_ABLE = (
    r"(?:not|n't|cannot|cant|wont|unable|no|rather not|rather|too (?:busy|occupied|many|much|full|tight|little|late|tired)|prefer\w*|declin\w*|refus\w*|negative|hesitat\w*|reservations?|doubts?|swamped|impossible|someone else|somebody else|difficult\w*|"
    r"(?:do|does|did|could|would|have|are|is)n't|(?:do|does|did|could|have) not|time is short|little|too much|short of time|busy|better placed|inconvenient|bad time|bad moment|wrong time|timing|changed|unsure|overloaded|occupied|lack|unavailable|uncomfortable|pass on|turn|plate is full|middling|somebody else|someone else|more closely|better (?:author|person|placed)|standard one|feel right|smallest|another person|deserve)"
)
_FINE = (
    r"(?:understand\w*|fine|ok|okay|no (?:problem|worries|stress|hard feelings?|offen[cs]e|big deal|harm|issue|explanation)|nbd|not (?:a|any) problem|not take it badly|hard feelings?|respect\w*|alright|all right|take it well|not mind|wouldn't mind|mind at all|"
    r"tell(?:ing)? me|let me know|say(?:ing)? so|appreciate your (?:honesty|candou?r|frankness|openness|sincerity|time)|honest(?:y|ly)?|frank\w*|(?:ask|find|turn to|look for|approach) (?:\w+ )?(?:somebody|someone|another|others?|a different)|other (?:doctors?|referees?|arrangements|persons?|way|people)|"
    r"no offen[cs]e|offen[cs]e|perfectly|offended|upset|hurt|disappointed|not hesitate to (?:tell|say)|accept (?:it|that|your)|feel free|just say|say no|thankful|thank you (?:anyway|all the same|for saying|nonetheless)|thanks anyway|still be grateful|grateful (?:all the same|anyway)|"
    r"(?:quite |good )?enough|works too|don't worry|dont worry|not worry|leave it|totally get|no need to|need not|another way|would not change|in good spirit|welcome|accepted|free to|np|ignore|skip me|leave (?:it|this)|freely|full answer|not ask why|bad feelings?|closed|end of it|makes (?:full |perfect )?sense|reply will do|calm|good relations?|owe me|be (?:ok|okay|fine)|a service|no reasons?|reasons|stay grateful|take it|i accept|gladly|another (?:day|doctor))"
)
_IF = r"(?:if|should|in case|unless|when|were|in the event|provided|whenever|where)"
_NO = r"(?:an? |one |simple |short |quick |clear |honest |one-line |your |\"|')*(?:no|refusal|negative (?:answer|reply|response)|decline|declining|refusing|saying no|not this time)(?:\"|')?"
WAY_OUT = Grammar(
    "np else feeling feelings reasons offense commitment skip freely perfectly totally absolutely entirely if no not understand pressure obligation decline declining declined refuse refusal refusing worries worry whatever comfortable free feel should unless though although however in case were when "
    "completely rather either way welcome honest honestly understandable fine hesitation hesitate say saying busy unable problem only expectation stress negative offence offense offended another other leave easily provided offen don dont prefer otherwise room bad whether",
    rf"{_IF} ..14 {_NOT_ABLE} ..16 {_FINE}",
    rf"{_FINE} ..8 {_IF} ..14 {_NOT_ABLE}",
    rf"(?:if not|if no|if you can't|if you cannot|if u cant|otherwise|if it is not|if it isn't|if none) ..6 {_FINE}",
    r"(?:would|will|can|could|do|completely|fully|totally|entirely|perfectly|certainly|of course|i'd|i) (?:\w+ )?understand (?:\w+ ){0,2}?(?:if|should|a no|that you (?:may|might)|your decision|either way|in case|when you)",
    r"(?:no|without any|without|not any|zero|any|under no|absolutely no) (?:\w+ )?(?:pressure(?! ulcers?| sores?| support)|obligations?|expectations?|stress|rush to say yes)",
    r"(?:feel|please feel|you are|you're|are) (?:\w+ ){0,2}?(?:free|welcome|at liberty) (?:not )?to (?:\w+ )?(?:say no|decline|refuse|tell me|turn|write|pass|ignore)|free (?:in what you write and free )?not to",
    r"(?:please )?(?:do not|don't|dont|never|shouldn't|need not|needn't) (?:\w+ )?(?:feel|be|think) (?:\w+ ){0,2}?(?:obliged|obligated|pressured|pressed|bound|forced|any|have to say yes|must|it all depends|depends on you)",
    rf"{_NO} ..8 (?:is|works?|costs?|would|will|wouldn't|won't|can|if|are) ..6 (?:fine|ok|okay|all right|alright|enough|understood|no problem|problem|welcome|respected|accepted|too|spirit|good|change|word|possible|offen[cs]e|taken|answer)",
    rf"{_NOT_ABLE} ..10 (?:perfectly|totally|absolutely|completely|entirely|that's|that is|this is) (?:ok|okay|fine|all right|alright|understandable)",
    r"(?:hesitate to|free to|prefer to|rather|may|can|could|welcome to|reason to|not able to|wish to|want to|right to|way to|you) (?:declined?|refused?|say no|said no|turn (?:me|it|this) down|pass on)(?! me\b)(?<!will refuse)(?<!not refuse)(?<!cannot refuse)(?<!not decline)",
    r"(?:no (?:worries|problem|hard feelings?|offen[cs]e|harm done|stress)|not a problem|don't worry|dont worry|nbd)(?: \w+){0,3}? (?:if|in case|when|either way)|(?:if|and if|but if) (?:no|not|you can't|u cant|it doesn't work),? (?:\w+ ){0,2}?(?:problem|worries|stress|nbd|thank you|thanks|offen[cs]e)",
    r"(?:no stress|no worries|no pressure|no problem|nbd) (?:at all )?if",
    r"(?:you|u) (?:can|may|could|are free to) (?:\w+ ){0,2}?(?:say no|decline|refuse|turn (?:me|this|it) down|leave this|ignore this|tell me no)(?<!cannot say no)(?<!cannot refuse)(?<!cannot decline)",
    r"(?:say|saying|tell|telling) (?:me )?no (?:is|would be|will be|if)|(?:ok|okay|fine|alright) to (?:tell me no|say no|decline)",
    r"(?:hesitation|reservations|doubts?) ..8 (?:understand|tell me|let me know|decline|say so|saying so)",
    r"whatever (?:you decide|your answer)|either way i|whichever you decide|whether or not you (?:can|are able|agree|decide|want)|(?:your|the) answer (?:is|be) (?:no|negative)",
    r"not in a position to|if (?:this|it|that) is (?:not|too much|inconvenient|beyond)|only (?:if|when) (?:you|it|this) ..8 (?:comfortable|support|honestly|capacity|feel|really|suits?|possible|time|convenient|willing|can|want|happy)",
    r"only when you can|if,? and only if|(?:or )?would (?:you rather|this be a bad|it be a bad|you prefer (?:not|that i))|(?:rather|prefer) (?:that i|i|me to) (?:ask|asked|turn|approach)|think whether you want",
    r"(?:i|we) (?:\w+ )?(?:can|could|will|'ll|would|'d|shall) (?:\w+ )?(?:find|ask|look for|turn to|approach|make) (?:another|other|somebody|someone|a different|others)(?! (?:time|question|letter from you))|i have also other doctors to ask",
    r"(?:not|n't|never|no) (?:\w+ ){0,3}?(?:offended|upset|hurt|disappointed|think less|hold it against|change anything)|(?:take|taking|taken) (?:it )?(?:no|no further|in good spirit)(?: offen[cs]e)?|no hard feelings?",
    r"(?:feel|think|believe|find) ..6 (?:letter|someone|somebody|supervisor|colleague|attending|else|other) ..8 (?:more appropriate|better suited|better placed|better|stronger|in a better position)",
    r"(?:totally|completely|fully|entirely|perfectly|also|will|would) understand(?:able)? if",
    r"understand if (?:it's|it is|you're|you are|you|now|your|this|that|the)",
    r"i(?:'d| would| will|'ll)? (?:\w+ )?understand(?=[.!]|$)",
    r"(?:honest|frank|sincere) (?:reply|answer|opinion) is|(?:take|took|accept) (?:a |your |it as a )?(?:\w+ )?(?:refusal|\"?no\"?)(?! for an answer)|say(?:ing)? \"?(?:no|not this time|somebody else)\"?|as easy as saying no|no (?:commitment|need of reasons|offen[cs]e)|without any (?:bad feeling|problem|hard feelings?)|want you to feel free|(?:else|otherwise) it's (?:fine|ok|okay)|only want you to do it if|if not,? np|propose me another",
    r"leave this (?:e-?mail |mail )?unanswered|take (?:no|it no) further if|favou?r by (?:telling|saying)|accept (?:it )?(?:gladly|with respect|with grace|happily)",
)


def way_out(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where declining is made easy, or None."""
    return WAY_OUT.anywhere(sentences)
