"""What the draft says is attached."""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_CLAIM = Grammar(
    "attached attach attaching attachment attachments enclosed enclosing enclose herewith",
    r"(?:please )?(?:find|see|find the|see the|kindly find) (?:\w+ ){0,3}?(?:attached|enclosed|attachments?)",
    r"(?:i have|i've|i had|we have|i am|i'm|we've|have) (?:\w+ ){0,2}?(?:attached|attaching|enclosed|enclosing)",
    r"(?:i|we) (?:hereby |also |herewith |now )?(?:attach|enclose)(?=\s)",
    r"(?:is|are|was|were) (?:\w+ ){0,2}?(?:attached|enclosed)(?! to (?:the|a|an|your|our) (?:\w+ )?(?:ward|unit|department|team|service|hospital|clinic|university|college))",
    r"attached (?:is|are|please|you|to this|herewith|below|hereto|with this|here|in this)",
    r"(?:attached|enclosed) (?:my|the|our|is|are)",
    r"(?:in|see|with|as) (?:the |an? )?attachments?",
    r"(?:cv|resume|résumé|statement|transcript|letter|list|documents?|summary|guide|form|copy|certificate) (?:\w+ ){0,3}?(?:attached|enclosed)",
    r"my attached|the attached|(?:attached|enclosed) (?:cv|resume|résumé)",
)
_NOT_YET = Grammar(
    "can could will would shall may if later gladly happy be not no nothing attach attached emotionally very",
    r"(?:can|could|will|would|shall|may|to|gladly|happily|should i|want me to) (?:\w+ ){0,2}?(?:attach|enclose)",
    r"(?:can|could|will|would|shall|may|must|should|to) be (?:attached|enclosed)",
    r"(?:not|n't) (?:\w+ )?(?:attach|attached|enclosed)|(?:attach|attached|enclose|enclosed) (?:no|nothing)",
    r"attached (?:in|to|on) (?:eras|my (?:eras )?(?:application|file|profile)|the portal)",
    r"(?:very|emotionally|so|deeply) attached",
    r"attached to (?:the|a|an|your|our|this) (?:\w+ )?(?:ward|unit|department|team|service|hospital|clinic|university|college|idea|place)",
)


def claimed(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where the draft says that something is attached to it, or None."""
    return _CLAIM.anywhere(sentences, unless=_NOT_YET)
