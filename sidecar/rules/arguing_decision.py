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
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_DECISION = r"(?:decision|rejection|refusal|result|outcome|denial|verdict)"
_DISPUTES = Grammar(
    "reconsider reconsideration appeal agree disagree unfair unjust mistake review reverse exception reject rejected rejecting "
    "invited count injustice discriminatory discrimination wrong re-evaluate reevaluate overlooked rejection decision deny denied unacceptable "
    "reopen overturn explain deserve revisit",
    rf"(?:re-?consider|re-?evaluate|re-?open|revisit|overturn|reverse|rethink) ..2 (?:your|the|this|that|my) (?:\w+ )?(?:{_DECISION}|application|file|case|candidacy|status|mind)",
    rf"(?:change|review) ..2 (?:your|the|this|that) (?:\w+ )?(?:{_DECISION}|mind)",
    r"(?:look at|review) my (?:file|application) (?:\w+ )?(?:again|once more|anew)",
    r"(?:ask|request|urge|want|beg|hope|like|please|kindly|and) ..3 (?:to )?(?:re-?consider|re-?evaluate)",
    r"reconsideration (?:of|for) ..3 ?(?:application|file|case|decision|candidacy|interview|me)",
    rf"(?:appeal|contest|dispute|challenge|question|protest) ..1 ?(?:your|the|this|that|my) (?:\w+ )?{_DECISION}",
    r"(?:would like|want|wish|writing|allowed|possible) to appeal",
    rf"(?:not|n't|disagree|cannot|can't) (?:agree |understand |accept )?(?:with )?(?:your|the|this|that) (?:\w+ )?{_DECISION}",
    r"(?:decision|rejection|cut-?off|filter|rule|requirement|policy) (?:is|was|seems|feels) (?:\w+ )?(?:unfair|wrong|unjust|a mistake|discriminat\w+|unacceptable|not fair|illogical|makes no sense)",
    r"(?:not|n't) understand why (?:i|my|you) ..4 ?(?:not|n't|rejected|declined|refused|denied)",
    r"(?:a|some) mistake (?:was|has been|must have been|were) made",
    r"should have (?:been|received|gotten|got) ..3 ?(?:invited|interviewed|an interview|an invitation|invitation|considered)",
    r"(?:you )?(?:cannot|can't|can not|should not|have no right to) reject (?:me|my)",
    r"why (?:this|it|that|i|my \w+) (?:should|does|would|was|did) ..3 ?(?:count less|not enough|not good|rejected|refused|not invited|not get an|declined)",
    r"make (?:one|an exception) for me",
    r"i (?:\w+ )?deserved? (?:an interview|a chance|to be (?:invited|interviewed))",
)
_RESPECTS = Grammar(
    "respect accept understand not career specialty led made",
    r"(?:i )?(?:fully |completely )?(?:respect|accept|understand) (?:your|the|this|that) (?:\w+ )?(?:decision|outcome|result)",
    r"(?:not|n't) (?:\w+ )?(?:ask|asking|write|writing) (?:you )?to",
    r"(?:led|made|caused) me to reconsider",
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
        good(more="Thank you for keeping this in mind when you review my application."),
        good(more="I respect your decision and thank you for reading my file."),
        good(more="A year in surgery led me to reconsider my plans and choose internal medicine."),
        good(more="Should a place on the waiting list open, I would come at short notice."),
        good(
            kind=Kind.PROGRAM_ELIGIBILITY, news="Your page gives two different cut-off years: does the 2021 one hold?"
        ),
    ),
)

_MESSAGE = "Arguing with a decision does not change it; thank them, or leave this unsent."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first sentence that disputes."""
    for sentence in (facts.subject_sentence, *facts.prose.sentences):
        found = next(_DISPUTES.find([sentence]), None)
        if found and not _RESPECTS(sentence):
            field = Field.SUBJECT if sentence is facts.subject_sentence else Field.BODY
            yield Finding(Span(field, found.start, found.end), _MESSAGE)
            return
