"""Does the draft ask for a letter, how, and for a strong one?

Terminology: the *ask* is a sentence that asks this reader for a letter (or to be a referee); its *form* is how: a
question, a wish, an order, or a mere statement of need. It is *strong* when the letter asked for is.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch


class Form(StrEnum):
    """How a letter is asked for."""

    QUESTION = "question"
    WISH = "wish"
    ORDER = "order"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks for a letter; `noun` is what is asked for, at its place in the body."""

    sentence: Stretch
    form: Form
    strong: bool
    noun: Stretch


_LETTER_WORDS = (
    "letter letters lor lors l rec recs recommendation recommendations recomendation recomendations recommandation reference "
    "references referee referees recommender recommenders testimonial endorsement writer writers sloe"
)
_FAVOUR = f"{_LETTER_WORDS} write writing recommend recomend recommending support supporting vouch speak speaking word"

_LETTER = Grammar(_LETTER_WORDS, "<letter>")
_TOPIC = Grammar(
    _FAVOUR,
    "<letter>",
    "(?:write|writing) (?:(?:one|something) )?(?:for|on) (?:me|my behalf)",
    "recom+end(?:ing)? (?:me|my)",
    r"support(?:ing)? (?:me|my (?:\w+ )?(?:application|candidacy))",
    "vouch(?:ing)? for me",
    r"(?:write|writing) (?:\w+ ){0,3}?(?:support|favou?r) of me|sign a letter",
    "speak(?:ing)? (?:on my behalf|for me)",
    "a (?:good )?word for me",
    r"speak(?:ing)? (?:to|about) my (?:\w+ ){0,2}?(?:skills|work|performance|abilities|character)",
    r"letter[\s-]writers?",
)
_PRONOUN = Grammar(
    "yours refresh update renew redo honor honour one it two this that such willing able open comfortable ready support help be do did would agree name put list accept consider thought write",
    r"(?:write|writing|provide|providing|give|giving|do|doing|prepare|make|supply|need|want|have|get|obtain|receive|contribute|for|submit|be|count on|with|from you|grant me|spare) (?:me |us |for me )?(?:one|it|two|this|that|such (?:an? )?(?:\w+)?|an? (?:good|strong|favou?rable|positive|supportive|new|fresh|updated) one|(?:me )?the honou?r|that (?:physician|person|attending|doctor)|one of (?:them|those|these|my))",
    r"(?:refresh|update|renew|redo|bring up to date) (?:yours|it|your (?:old |last |earlier )?<letter>|this|that)",
    r"^(?:and |so |please |dr\.? \w+,? )?(?:would|could|can|are|will|might|may) (?:you|u|i|it) (?:\w+ )?(?:be )?(?:willing|able|open|comfortable|possible|interested|ready|up for (?:it|this|that)|agree\w*|ok|okay|help|ask you|count on you|help me (?:with|in) (?:this|that|it))(?: (?:to do|with|for) (?:this|that|it|so))?(?=[?.]|$)",
    r"(?:put|list|name|use|mention|give|enter|count) (?:you|your name|your e-?mail|yours) (?:\w+ )?(?:down|as (?:a |an |my |one )?(?:\w+ )?(?:reference|referee|recommender|writer|one)?|there|in)?|may i name you|i thought (?:about|of) you|thought you (?:might|could|would)",
    r"(?:consider|mind|agree|accept)(?:ing)? (?:to )?(?:provid|writ|giv|support|help|be|do)(?:e|ing)",
)
_QUESTION = Grammar(
    "shall would could can will may might wud cud wld cld do are r is any possible",
    r"<modal> (?:it be|you|u|ya|i (?:ask|request|trouble|count|have|get|approach|rely|list|name|use|please|kindly)|sir|madam|dr\.? \w+|prof\w*\.? \w+)",
    "do (?:you|u) (?:think|feel|believe|suppose|have time|mind)",
    r"(?:are|r) (?:you|u) (?:\w+ )?(?:able|willing|open|comfortable|happy|available|in a position|okay|ok|ready|prepared|inclined)",
    "is (?:it|there) (?:possible|ok|okay|alright|any (?:chance|way|possibility)|a (?:chance|possibility))",
    "any chance",
    "do (?:you|u) ..8 (?:to )?(?:write|recommend|support)",
)
_WISH = Grammar(
    "know check learn find see wondered ask asking asked inquire inquiring enquire enquiring request requesting wonder wondering wondered hope hoping hoped wish seek "
    "seeking reaching like love want wanted appreciate approach approaching beg invite see check plead grateful thankful honored "
    "honoured happy glad obliged delighted indebted pleased privileged great wonderful lovely awesome gr8 amazing helpful favor "
    "favour question considering thought if interested appreciated looking u plea",
    r"(?:i|we|m|am|was|would|d|to) ..3 (?:ask|asking|inquir(?:e|ing)|enquir(?:e|ing)|request|requesting|wonder|wondering|hope|hoping|seek|"
    r"seeking|approach|approaching|beg|plead|invite|see if|see whether|check if|check whether|find out)",
    "(?:asking|requesting|wondering|wondered|hoping|seeking|inquiring|looking for)",
    r"(?:know|check|learn|find out|see)(?: with you)? (?:if|whether)",
    r"(?:grateful|thankful|honou?red|happy|glad|obliged|delighted|indebted|pleased|privileged|great|gr8|wonderful|lovely|awesome|amazing|"
    r"helpful) ..4 (?:if|for|to (?:have|receive|get|know)|should)",
    "(?:i|would|will|really|greatly|d) appreciate ..2 (?:a|an|any|your|such|if|receiving|getting|having)",
    "it would be (?:highly |greatly |much )?appreciated if",
    r"(?:my|a|one|this|humble|kind|earnest|small|big) (?:\w+ )?(?:request|favou?r|plea|question)",
    r"if (?:you|u|sir|madam|ma'?am)(?: are|'re| r)? (?:\w+ )?(?:can|could|able|willing|would|wud|cud|comfortable|might|may|feel|feels|agree|were|accept)",
    "(?:i|we) (?:would like|'d like|want|wanted|wish|would love) ..2 (?:a|an|one|your|some|the|two|to have|you to)",
    "hope (?:that )?(?:you|u|sir|madam) (?:\\w+ )?(?:might|may|can|could|will|would|feel|are)",
    "(?:i|we)(?:'d| would) (?:\\w+ )?(?:like|love|appreciate) ..2 (?:a|an|one|your|some|to have|you to)",
    "interested in having you",
    "request you",
    "thought of (?:you|asking)",
)
_ORDER = Grammar(
    "must have need please pls plz plss kindly write give provide send prepare issue arrange oblige help favor favour grant do",
    r"(?:you|u) (?:must|have to|need to) (?:\w+ )?<write>",
    r"(?:please|pls|plz|plss|kindly) ..2 (?:<write>|recom+end|support|oblige|help|favou?r|consider)",
    "(?:write|give|provide|send|prepare|issue|arrange|oblige|help|favou?r|grant) (?:me|us)",
)
_NEED = Grammar(
    "if need needs require want needed required",
    "(?:need|require|want) ..9 <letter>",
    "if (?:you|u) (?:do not|don't|dont|won't|will not|cannot) (?:write|recommend|support)",
    r"<letter> (?:is|are) (?:\w+ )?(?:needed|required)",
)
_SETTLED = Grammar(
    "anything what whatever agreed promised wrote written offered agreeing writing received uploaded thank thanks accepting accepted arrived yes",
    r"you (?:have )?(?:\w+ly )?(?:agreed|promised|offered|accepted|said yes)",
    r"(?:thank you|thanks) (?:\w+ ){0,3}for (?:\w+ )?(?:agreeing|accepting|writing|your (?:\w+ )?<letter>|the <letter>|being willing|offering|promising)",
    "for (?:agreeing|accepting|being willing)",
    "(?:anything|what|whatever) (?:else )?(?:that )?you (?:may |might )?(?:still )?need",
    "your <letter> (?:has|was|is now) (?:been )?(?:in|received|uploaded|arrived)",
)
_MECHANICS = Grammar(
    "link portal upload uploaded uploads uploading waive waived waiving waiver right confidential letterhead receive",
    "link|portal|upload(?:ed|ing|s)?|waiv(?:e|es|ed|er|ing)|right to (?:see|view|read)|confidential|letterhead|receive an? e-?mail",
)
_FOR_ME = Grammar("me my", r"(?:<write>|recom+end|support|consider) ..6 (?:me|my)")
_WRITES = Grammar(
    "write writing written recommend support provide providing give consider furnish willing able act serve",
    "(?:writ(?:e|ing)|written|recommend|support|provid(?:e|ing)|give|consider|furnish|willing|able to|act as|serve as)",
)
_OTHER_SENSE = r"(?!(?:in|for|with|to|on|about|that|which|as|by|from|at|is|was|were|are|i|my|interest\w*|relationships?|background|candidate|applicant|work|foundation|desire|connections?|ties?|passion|skills?|performance|experience|record|impression|commitment|understanding|scores?|team|grades|cv|need|have|want|ethic)\b)"
_STRONG = Grammar(
    f"{_FAVOUR} backing if advocate praise praises speaks honestly truly really fully strongly highly lukewarm hearted something strong supportive powerful favorable favourable glowing enthusiastic full heart stand stands weight proud doors terms favor favour helps warm side gladly polite",
    rf"<strong>(?:(?:,?\s+and\s+|,\s+(?=\w+(?:ed|ive|al|ic|ent|est|ful)\b)|[\s/]+){_OTHER_SENSE}[\w.'&-]+){{0,5}}?,?\s+(?!referee|recommender)<letter>",
    "<letter> ..4 (?:that|which) ..3 <strong>",
    r"(?:recom+end|support|endorse|vouch)(?:ing)? (?:for )?(?:me|my (?:\w+ )?(?:application|candidacy)) (?:very )?<strongly>",
    "<strongly> (?:recom+end|support|endorse|vouch)",
    "(?:write|writing|written|speak|speaking) ..5 <strongly>",
    r"<letter> ..6 (?:without (?:any )?(?:reservations?|hesitation)|with (?:\w+ )?(?:confidence|enthusiasm|conviction)|in (?:strong|full) support)",
    "(?:strong|enthusiastic|full|wholehearted) (?:support|endorsement|backing) (?:for|of|to) (?:me|my)",
    "(?:write|support) ..3 (?:a )?<strong> one",
    "make it (?:a )?<strong>",
    "if (?:it|this|that) (?:is|was|were|could be|can be|may be) (?:a |an |very |really )?<strong>",
    "<letter> ..12 <strong> one",
    "<letter> (?:that|which) ..2 <strongly>",
    r"<letter> ..4 (?:that|which) ..2 (?:speaks? (?:well|warmly|highly)|supports? (?:me|my \w+)|helps? me|praises?|backs?|recommends?)",
    r"(?:speak|speaks|write|writes|praise|recommend|recommends|endorse|support|vouch|advocate) ..5 (?:without (?:any )?(?:hesitation|reservations?|holding back)|with(?: no| out)? (?:no )?(?:reservations?|hesitation|real conviction|conviction|full heart|all your heart)|in the (?:highest|warmest|strongest) (?:terms|words|praise)|highly|warmly|strongly|fully|wholeheartedly|in good conscience)",
    r"(?:in good conscience|honestly|truly|really|fully|strongly|highly) (?:recommend|support|praise|endorse|vouch)|advocate (?:strongly )?for me|(?:highest|warm) praise|full-?hearted|half-?hearted|lukewarm",
    r"stands? behind me|real weight|proud to (?:send|sign|write)|opens? doors|in (?:truly |really |very )?(?:strong|favou?rable|warm|positive|high) terms|in favou?r of me|(?:letter|one) (?:that|which) (?:actually |really |truly )?helps|warm (?:one|letter|words)|on my side|under (?:it )?gladly|more than polite",
    r"(?:something|one|it|letter|lor) ..4 (?:really |very |truly |that is |which is |really a )*(?:strong|supportive|powerful|glowing|enthusiastic)|(?:strong|supportive|favou?rable|powerful) (?:one|letters?|words?)(?! (?:of (?:interest|intent)))|(?:high|strong|full|real) support",
)


_REACH = 3  # sentences for which "one" still means the letter named


def asks(sentences: Iterable[Stretch], possible: Container[Stretch] | None = None) -> tuple[Ask, ...]:
    """Return the sentences that ask for a letter, in order; the subject, if it is among them, only says what is meant.

    `possible` holds those that may ask at all; all may without it.
    """
    found = []
    since_named = _REACH + 1
    for sentence in sentences:
        if possible is None or sentence in possible:
            ask = _ask(sentence) or (_ask_for_one(sentence) if since_named <= _REACH else None)
            found += [ask] if ask else []
        since_named = 1 if _LETTER(sentence) and not _SETTLED(sentence) else since_named + 1
    return tuple(found)


def strong_letter(sentences: Iterable[Stretch]) -> Stretch | None:
    """Return where the draft first speaks of a strong letter (not of a strong interest or candidate)."""
    return _STRONG.anywhere(sentences)


def letter_named(sentence: Stretch) -> bool:
    """Tell whether the sentence names a letter of recommendation in some form."""
    return _LETTER(sentence)


def _ask(sentence: Stretch) -> Ask | None:
    topic = _TOPIC.search(sentence)
    if topic is None or _SETTLED(sentence):
        return None
    form = _form(sentence)
    if form is None:
        return None
    noun = _LETTER.search(sentence) or topic
    if (
        form is not Form.QUESTION
        and sentence.text[: noun.start()].endswith(("the ", "this "))
        and not _WRITES(sentence)
    ):
        return None  # a wish about a letter already spoken of: when it should be in, where it goes
    start, end = (sentence.start + offset for offset in noun.span())
    return Ask(sentence, form, _STRONG(sentence), Stretch(start, end, noun[0]))


def _ask_for_one(sentence: Stretch) -> Ask | None:
    """Read "would you write one?" after a sentence that names the letter."""
    meant = _PRONOUN.search(sentence)
    if meant is None or _SETTLED(sentence) or _MECHANICS(sentence):
        return None
    form = _form(sentence)
    if form is None or form is Form.ORDER:
        return None
    start, end = (sentence.start + offset for offset in meant.span())
    return Ask(sentence, form, _STRONG(sentence), Stretch(start, end, meant[0]))


def _form(sentence: Stretch) -> Form | None:
    if _MECHANICS(sentence) and not _FOR_ME(sentence):
        return None
    grammars = ((Form.QUESTION, _QUESTION), (Form.WISH, _WISH), (Form.ORDER, _ORDER), (Form.NEED, _NEED))
    return next((form for form, grammar in grammars if grammar(sentence)), None)
