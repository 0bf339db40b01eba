"""Does the writer make it easy to say no?

Terminology: a *way out* is a sentence in which declining is allowed, understood, or easy.
"""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_NOT_ABLE = (
    r"(?:not|n't|cannot|unable|no|rather not|too busy|prefer not|decline|hesitat\w+|reservations?|someone else|swamped|somebody else|impossible|"
    r"(?:do|does|did|could|would|have|are|is)n't|(?:do|does|did|could|have) not|time is short|little time|too much|short of time|busy|better placed|inconvenient|bad time|bad moment|wrong time|timing)"
)
_FINE = (
    r"(?:understand\w*|fine|ok|okay|no problem|no worries|no hard feelings|not take it badly|respect|alright|all right|take it well|not mind|wouldn't mind|"
    r"tell me|let me know|say so|appreciate your (?:honesty|candou?r)|be grateful for your honesty|ask (?:somebody|someone) else|no offen[cs]e|perfectly|not be offended|"
    r"not hesitate to (?:tell|say)|accept (?:it|that|your)|feel free|just say|say no|thankful|not be a problem|still be grateful|find (?:someone|somebody|another))"
)
WAY_OUT = Grammar(
    "perfectly totally absolutely entirely if no not understand pressure obligation decline refuse worries whatever comfortable free feel should unless though although however totally "
    "completely rather either way case welcome honest honestly understandable fine hesitation hesitate say busy unable problem otherwise",
    rf"(?:if|should|in case|unless|when|were|in the event) ..12 {_NOT_ABLE} ..14 {_FINE}",
    rf"{_FINE} ..5 (?:if|in case|should) ..12 {_NOT_ABLE}",
    rf"(?:if not|if you can't|if you cannot|otherwise|if it is not|if no) ..6 {_FINE}",
    r"(?:would|will|can|do|completely|fully|totally|entirely|perfectly|certainly|of course|i'd|i) (?:\w+ )?understand (?:if|should|a no|that you (?:may|might)|your decision|either way|in case)",
    r"(?:no|without any|without|not any|zero|any) (?:pressure|obligation)",
    r"(?:feel|please feel|you are) (?:\w+ ){0,2}?(?:free|welcome|at liberty) to (?:say no|decline|refuse|tell me|turn)",
    r"(?:please )?(?:do not|don't|never) (?:\w+ )?(?:feel|be) (?:\w+ )?(?:obliged|obligated|pressured|bound|forced|any)",
    r"(?:a|an|your) (?:\w+ )?(?:no|refusal) (?:is|would be|will be) (?:\w+ ){0,3}?(?:fine|ok|okay|all right|alright|enough|understood|no problem|welcome)",
    rf"{_NOT_ABLE} ..10 (?:perfectly|totally|absolutely|completely|entirely) (?:ok|okay|fine|all right|alright|understandable)",
    r"(?:hesitate to|free to|prefer to|rather|may|can|welcome to|reason to|not able to|wish to) (?:decline|refuse|say no)",
    r"no (?:worries|problem|hard feelings|offen[cs]e)(?: at all)? if",
    r"(?:you|u) (?:can|may|could|are free to) (?:\w+ ){0,2}?(?:say no|decline|refuse|turn (?:me|this|it) down)",
    r"(?:say|saying) no (?:is|would be|will be)",
    r"(?:hesitation|reservations|doubts?) ..8 (?:understand|tell me|let me know|decline)",
    r"whatever you decide|either way i|whichever you decide|whether or not you (?:can|are able|agree|decide)",
    r"not in a position to|if (?:this|it|that) is (?:not|too much|inconvenient|beyond)",
    r"(?:feel|think|believe|find) ..6 (?:letter|someone|somebody|supervisor|colleague|attending|else|other) ..8 (?:more appropriate|better suited|better placed|better|stronger|in a better position)",
    r"(?:totally|completely|fully|entirely|perfectly|also|will|would) understand(?:able)? if",
    r"understand if (?:it's|it is|you're|you are|you|now|your|this|that|the)",
    r"i(?:'d| would| will|'ll)? (?:\w+ )?understand(?=[.!]|$)",
)


def way_out(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where declining is made easy, or None."""
    return WAY_OUT.anywhere(sentences)
