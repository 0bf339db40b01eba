"""The email disputes a decision, or asks to reverse it.

## Why
Hundreds of applicants meet a program's filters by a hair. A decision is not reopened because one of them objects, and the objection stays in
mind when you apply again.

## When to ignore it
When the program itself invites appeals, or the decision rests on a fact that is plainly wrong in your file; then name the fact alone.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.facts.said import Said, possible
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_DECISION = r"(?:decisions?|rejections?|refusals?|results?|outcome|denials?|verdict|regrets?|declines?|no)"
_AGAINST_ME = r"(?:reject(?:ed|ion|ing)?|refus(?:ed|al|ing)|declin(?:ed|e|ing)|den(?:ied|ial|y)|turn(?:ed)? (?:me )?down|exclud(?:ed|ing)|filter(?:ed|ing|s)?|screen(?:ed|ing)? out|dismiss(?:ed)?|removed me|not (?:been )?(?:invited|selected|chosen|considered|offered)|no interview|regrets?|overlooked|unable to offer)"
_WRONG = (
    r"(?:mistakes?|errors?|wrong(?:ly)?|unfair(?:ly)?|not fair|isn't fair|unjust(?:ly)?|injustice|discriminat\w+|no (?:logic|sense)|illogical|absurd|ridiculous|unacceptable|without (?:even )?(?:reading|looking|opening|any)|not (?:by a|read by a|even read|read)|not (?:satisfied|happy|correct|right|consistent)|see (?:this|it) otherwise|"
    r"deserve\w*|merits? (?:one|an|a|another)|should have|disappoint\w*|astonished|shock\w*|protest)"
)
_ANEW = r"(?:again|anew|once more|one more (?:time|look)|a second (?:time|look|chance)|second look|another look|by hand|new evaluation|re-?review\w*|re-?consider\w*|re-?evaluat\w*|re-?open|re-?assess\w*|re-?think|rethink|reverse|overturn|revisit|change|correct|be corrected|take ..3 back|make (?:place|room)|exception|appeal\w*|explanation|reasons?|explain|why|vote on me|become a yes|before the committee)"
_LESS = r"(?:lower|less|worse|fewer|weaker|poorer|\d{3})"
_DISPUTES = Grammar(
    "reconsider reconsideration appeal agree disagree disagreement unfair unjust mistake error review reverse exception reject rejected rejecting invited count injustice discriminatory discrimination wrong re evaluate reevaluate overlooked rejection decision deny denied denial unacceptable "
    "reopen overturn explain deserve deserved revisit refused refuse refusal decline declined excluded filter filtered filtering filters cut cutoff rule policy regrets fair invitation why rethink merits merit exception accept logic sense scores outcome requirement make place room yes committee satisfied otherwise insist just used judge dismissed contest erase expected missed no opinion weaker weigh got open received reply",
    rf"{_AGAINST_ME} ..14 (?:{_WRONG}|{_ANEW})",
    rf"(?:{_WRONG}|{_ANEW}) ..14 {_AGAINST_ME}(?! to (?:the|a) (?:ward|unit))",
    rf"(?:re-?consider|re-?evaluate|re-?open|revisit|overturn|reverse|rethink) ..2 (?:your|the|this|that|my|it) ?(?:\w+ )?(?:{_DECISION}|application|file|case|candidacy|status|mind)?",
    rf"(?:change|review|take) ..2 (?:your|the|this|that) (?:\w+ )?(?:{_DECISION}|mind)(?: back)?",
    r"(?:look at|review|weigh|check|read|open|consider|see) my (?:\w+ )?(?:file|application|case|candidacy) (?:\w+ )?(?:again|once more|anew|a second time|by hand)(?!.*before)",
    r"(?:ask|request|urge|want|beg|hope|like|please|kindly|and|request for|the) ..3 (?:to |for )?(?:re-?consider\w*|re-?evaluat\w*|reconsideration)",
    r"reconsideration|^(?:an? )?appeals?\b",
    rf"(?:appeal|contest|dispute|challenge|question|protest|against) (?:of |against )?..1 ?(?:your|the|this|that|my) (?:\w+ )?{_DECISION}|appeal (?:of|against) (?:the |my |your )?{_DECISION}",
    r"(?:would like|want|wish|writing|allowed|possible|decided) to appeal",
    rf"(?:not|don't|disagree|cannot|can't|won't|never|contest|dispute|challenge) (?:\w+ ){{0,2}}?(?:agree |accept |understand |share |satisfied |believe )?(?:with |by |that )?(?:your|the|this|that|being|i) (?:\w+ ){{0,2}}?(?:{_DECISION}|opinion|reply|answer|refused|rejected|meet your standard)",
    r"(?:pls|plz|please|kindly|you|to) (?:\w+ )?(?:reconsider|rethink|re-evaluate|reverse|revisit|overturn)|(?:rejection|screening|outcome|decision|refusal) ..4 (?:be |is |was )?(?:revers\w*|overturn\w*|correct(?:ed)?|not valid|isn't valid|invalid|erased?)|(?:rejection|screening|outcome|decision|refusal|application|file) ..4 (?:be |is |was )?(?:revisit\w*|reopen\w*|missed)",
    r"weigh my case|(?:should|shouldn't|must) (?:not )?(?:apply to me|erase|count against)|lose the best|you said no|open the file anyway|removed me|(?:more than|not) a number",
    r"(?:decision|rejection|cut-?off|filter\w*|rule|requirement|policy|sorting|system) ..6 (?:is|was|seems|feels|be|has been|in my opinion) ..4 (?:unfair|wrong|unjust|a mistake|discriminat\w+|unacceptable|not fair|illogical|makes no sense|an? error|a wrong|absurd|made by|based (?:in|on) a wrong)",
    r"(?:makes?|made) no sense (?:for|to)|(?:isn't|is not|it's not|not) (?:\w+ )?fair (?:to|that|for|because)|(?:it is|it's|is) (?:a )?discriminat\w+|would be (?:just|fair) to give",
    r"(?:not|n't|cannot|how) (?:understand|possible|comprehend|is (?:it )?possible|is possible|can it be)? ?(?:why|how|that) (?:i|i'm|my|you|was) ..5 ?(?:not|n't|rejected|declined|refused|denied|not invited)",
    r"(?:why|how come|reason) (?:\w+ ){0,2}?(?:was |were |am |did |have |has )?(?:i|you|my) (?:\w+ ){0,3}?(?:refuse|refused|reject|rejected|declined?|denied|not invited|excluded|turned down)",
    rf"(?:friends?|colleagues?|classmates?|others?|people|applicants|candidates|someone|somebody|those|batchmates?|residents?) ..6 {_LESS} ..8 (?:invited|interviews?|got|accepted|selected|obtained|called|received|matched)|with (?:fewer|lower|less) (?:merits|scores?|marks)",
    r"(?:a|some|an|by|in|must be an?|is an?) (?:\w+ )?(?:mistake|error) (?:was|has been|must have been|were)? ?(?:made)?(?= (?:made|in my|on my|with my|that i|because|so))",
    r"should have (?:been|received|gotten|got) ..3 ?(?:invited|interviewed|an interview|an invitation|invitation|considered)|(?:expected|deserved?|merited?|earned) (?:\w+ ){0,2}?(?:at least )?(?:an? )?(?:interview|invitation|chance|place)(?! (?:of|to thank))",
    r"(?:you )?(?:cannot|can't|can not|should not|shouldn't|have no right to) (?:reject|refuse|filter|exclude|judge) (?:me|my|people|a|us)|do not use the cut|(?:judge|filter|sort|reject|exclud)\w* (?:out )?(?:people|doctors?|a physician|applicants?|graduates?|me) (?:\w+ ){0,3}?(?:by|because of|based on|for)",
    r"why (?:this|it|that|i|my \w+|not me) ?(?:should|does|would|was|did)? ..3 ?(?:count less|not enough|not good|rejected|refused|not invited|not get an|declined|not me)|so why not me",
    r"make (?:one|an exception|an? \w+ exception) (?:for|in)|ask for an exception|place for me after|the no can|i insist (?:in|on|that)|(?:humble|respectful) disagreement|with respect,? i see",
)
_REFUSED_HERE = Grammar(
    "rejected rejection refused refusal declined decline denied denial regrets regret excluded overlooked unable competitive turned",
    r"(?:you|u|your (?:program|office|committee|computer|filter)|the (?:program|committee|computer)) (?:\w+ )?(?:have |has )?(?:\w+ly )?(?:rejected|refused|declined|denied|excluded|turned down|overlooked|not (?:invite|select|choose)\w*)(?! to (?:comment|attend))",
    r"(?:your|the|this|that) (?:\w+ ){0,2}?(?:rejection|refusal|denial|decline|regrets?)(?: (?:e-?mail|letter|message|mail))?|(?:was|were|been|am|got|getting|received (?:a|the|your)) (?:\w+ )?(?:rejected|refused|declined|denied|rejection|refusal|decline)(?! by (?:a|the) journal)",
    r"unable to offer (?:me )?an? interview|not competitive",
)
_ELSEWHERE = Grammar(
    "last previous visa journal paper manuscript patient thank understand respect other patients",
    r"(?:last|previous) (?:year|cycle|season|match|time)|visa (?:was|is|were)|journal|manuscript|paper|patients?|other programs?",
)
_RESPECTS = Grammar(
    "respect accept understand not dont don career specialty led made consider may use could do would explain",
    r"(?:i )?(?:fully |completely )?(?:respect|accept|understand) (?:your|the|this|that) (?:\w+ )?(?:decision|outcome|result)",
    r"(?:not|don't|didn't|dont|never) (?:\w+ )?(?:ask|asking|write|writing) (?:you )?(?:to|for)|explain my (?:scores?|attempts?|gap)"
    r"|not (?:\w+ )?(?:filtered|screened)",
    r"(?:led|made|caused|making|helped) me (?:to )?(?:reconsider|rethink)|i (?:\w+ )?(?:reconsidered|changed) my (?:specialty|career|plans?|mind)",
    r"(?:do|does|is|are|would|could|can|may) (?:you|your program|the program|it) (?:\w+ )?(?:accept|consider|filter|screen|use|apply|have|reject)",
)

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(more="I would like to appeal the decision on my file.", flags=["would like to appeal"]),
        bad(more="Please reconsider my application.", flags=["Please reconsider"]),
        bad(more="I do not agree with your rejection.", flags=["not agree with your rejection"]),
        bad(more="Your cutoff is unfair to older graduates.", flags=["cutoff is unfair"]),
        bad(more="With these scores I should have been invited.", flags=["should have been invited"]),
        good(more="I have no interview with you, and I do not ask you to change that."),
        good(more="Thank you for keeping this in mind when you review my application."),
        good(more="I don't write to ask for an exception, only to tell you where I live."),
        good(more="I respect your decision and thank you for reading my file."),
        good(more="A year in surgery led me to reconsider my plans and choose internal medicine."),
        good(more="Should a place on the waiting list open, I would come at short notice."),
        good(
            kind=Kind.PROGRAM_ELIGIBILITY,
            news="I have become a permanent resident, so the visa line in my application is not valid any more.",
        ),
        good(
            kind=Kind.PROGRAM_ELIGIBILITY, news="Your page gives two different cut-off years: does the 2021 one hold?"
        ),
    ),
)

_MESSAGE = "Arguing with a decision does not change it; thank them, or leave this unsent."


def disputes(sentence: Stretch) -> Stretch | None:
    """Return where a sentence disputes a decision in a form known here."""
    if _RESPECTS(sentence):
        return None
    return next(_DISPUTES.find([sentence]), None) or _refused(sentence)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first sentence that disputes."""
    for sentence in (facts.subject_sentence, *possible(Said.ARGUES, facts.readings)):
        if found := disputes(sentence):
            field = Field.SUBJECT if sentence is facts.subject_sentence else Field.BODY
            yield Finding(Span(field, found.start, found.end), _MESSAGE)
            return
    heard = facts.said(Said.ARGUES)
    if heard and not _RESPECTS(heard):
        yield Finding(Span(Field.BODY, heard.start, heard.end), _MESSAGE)


def _refused(sentence: Stretch) -> Stretch | None:
    """Return where the program's own refusal is spoken of: who accepts it does not write about it."""
    return None if _ELSEWHERE(sentence) else _REFUSED_HERE.anywhere([sentence])
