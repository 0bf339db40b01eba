"""The email chases a program that did not answer.

## Why
Programs read what applicants send and rarely answer. Silence means that it was read, or that there was no time; asking whether it was
read changes neither and is remembered.

## When to ignore it
When they asked you for something and you have not heard whether it arrived.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import program
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good
from sidecar.people import Program

_MAIL = r"(?:e-?mails?|mails?|messages?|notes?|letters?|requests?|inquiry|enquiry|application|thank-?yous?|updates?)"
_CHASES = Grammar(
    "heard hear reply replied response responded answer answered answers replying following follow followup respond received "
    "receive acknowledge read third fourth again replies reminder",
    r"(?:have|has|did|do|had|still|yet|been) (?:not|n't|never)? ?(?:yet |even )?(?:heard?|hear) (?:\w+ )?(?:back|anything|from)",
    r"(?:haven|hasn|didn|hadn)'t (?:yet |even )?(?:heard?(?! of| that)|(?:received?|get|got|gotten) (?:\w+ ){0,2}?(?:anything|repl(?:y|ies)|responses?|answers?|word))",
    rf"(?:not(?! need| expect| require)|(?<!need\s)(?<!needs\s)(?<!expect\s)no(?! need)|never|nobody|without|any|yet) ..3 ?(?:repl(?:y|ied|ies)|respon(?:se|ded|d)|answer(?:ed|s)?)(?! (?:is |are )?(?:needed|necessary|expected|required))(?: ..3 {_MAIL})?",
    rf"follow(?:ing)?[- ]?up ..2 (?:on|to|about|regarding) my ..3 ?{_MAIL}",
    rf"(?:confirm|acknowledge|let me know) ..3 (?:received|read|seen|got) ..2 ?{_MAIL}",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:follow-?up|follow up|reminder)",
)
_CHASES_PLAINLY = Grammar(
    "second third fourth 2nd 3rd 4th again get receive see re resend resending waiting wait awaited awaiting gentle kind friendly reminder revert unanswered feedback heard hear any some send sending sent checking bumping bump pending following twice promised answer word picks open silence status reply replied wrote answered answers asked decision due file inbox replies someone response",
    r"(?:second|third|fourth|2nd|3rd|4th|fifth|another|yet another) (?:e-?mail|mail|message|follow|time (?:that )?(?:i|i'm))(?! of (?:support|recommendation))",
    rf"did (?:you|u) (?:\w+ )?(?:get|receive|see|read) (?:my|the|all my) ..2 ?{_MAIL}",
    r"re-?send(?:ing)?,? (?:as|because|since|this|my|it) ..6 (?:reply|answer|response|heard|same)",
    r"(?:still|am|i'm|been|keep|kept) (?:\w+ )?wait(?:ing)? (?:for|since) (?:\w+ ){0,2}?(?:reply|response|answer|word|feedback|days|weeks|\d+)|(?:reply|response|answer) (?:is|are) (?:\w+ )?(?:awaited|pending|still)",
    r"(?:gentle|kind|friendly|small|polite|quick|little|humble) reminder",
    rf"revert (?:\w+ )?(?:on|to|back on) my|my (?:\w+ )?(?:{_MAIL}|question|query) ..6 (?:unanswered|still open|without (?:an )?answer|not answered|went unanswered|no (?:reply|answer|response))",
    r"(?:got|get|had|have|received|receive|there was|there is) (?:had |received |got )?no (?:\w+ )?(?:reply|answer|response|feedback|word|news|acknowledg\w+)(?! (?:is|needed))|(?:nobody|no one) (?:\w+ )?(?:picks?|picked|answers?|replies|replied|responds?|responded|answered)",
    r"(?:write|writing|wrote|written|bother\w*|disturb\w*|trouble|contact\w*|e-?mail\w*) (?:to )?(?:you )?(?:once )?again|hello again|again i take|(?:wrote|written|emailed) (?:\w+ )?on (?:the )?\w+ ..3 and ..3 on",
    r"(?:status|update|updates|news|progress|decision) (?:of|on|about|regarding) my (?:\w+ )?(?:application|file|candidacy|request)|(?:somebody|someone|anyone|anybody) (?:\w+ )?(?:reply|answer|respond)",
    r"(?:haven't|have not|did not|didn't|not|never) (?:\w+ )?(?:replied|answered|responded|reply|answer|respond) (?:to )?(?:me|my|yet)",
    r"(?:haven't|have not|still not|not|never) (?:\w+ )?(?:heard|hear)(?! of| that)|(?:any|some) (?:news|update|updates|word|answer|feedback) (?:on|about|from|regarding|for) (?:my|your|you)|(?:send|sending|sent) (?:it|this|the same) (?:\w+ )?again|(?:just )?checking in (?:on|about|again)|bump(?:ing)?|pending your|following up:? (?:\w+ ){0,2}?(?:e-?mail|message|mail)|i've asked (?:this|it) before|(?:twice|three times|again and again) i (?:asked|wrote|called)|promised to (?:answer|reply)|(?:no|without any) (?:answer|reply|response) (?:came|from|so far|yet|till|until)|still no (?:\w+ )?(?:reply|answer|response|word)|waiting since",
    r"acknowledg\w+ (?:\w+ ){0,3}?(?:was |is )?due to me|look at my inbox",
)
_NO_ANSWER_WANTED = Grammar(
    "need needed expect expecting necessary required not don't no",
    r"(?:not|n't|no) (?:\w+ ){0,2}?(?:need|expect\w*|require|looking for|necessary|want|ask\w*)",
)
_PAST = Grammar(
    "you your emailed messaged contacted wrote written sent e email emails mail mails message messages note notes letter letters request requests inquiry "
    "enquiry application thank thankyou thankyous yous update updates me second third fourth 2nd 3rd 4th program office",
    rf"(?:my|this) (?:\w+ )?{_MAIL}",
    r"the (?:\w+ )?(?:e-?mails?|mails?|messages?|notes?|inquiry|enquiry|updates?)",
    r"(?:emailed|wrote|written|sent|messaged|contacted) ..2 ?(?:you|your|the (?:program|office))",
    r"from you",
    r"to me",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:follow-?up|follow up|reminder)",
)
_FOLLOWS_UP = Grammar(
    "following follow checking circling status followup",
    r"(?:following|follow|circling|checking) (?:up|back|in)",
    r"followup",
    r"status of my application",
)
_THERE = Program(id="millbrook", name="Millbrook General", domain="clinic.example")
_FIRST = mail(Kind.PROGRAM_UPDATE, "paul.lindqvist@clinic.example", "2026-07-02", program="millbrook")

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P-FAQ2",),
    examples=(
        bad(more="I have not heard back from you since.", flags=["have not heard back from"]),
        bad(more="I am following up on my email of 3 October.", flags=["following up on my email"]),
        bad(more="Since nobody has replied to me, I write once more about my emails.", flags=["nobody has replied"]),
        bad(
            history=Past(roster=(_THERE,), sent=(_FIRST,)),
            more="I only wanted to check on the status of my application.",
            flags=["status of my application"],
        ),
        bad(more="I still have not heard back about my application.", flags=["have not heard back"]),
        bad(more="I haven't received any reply to my request.", flags=["haven't received any reply"]),
        good(more="There is no need to reply; I only wanted my file to be complete."),
        good(more="There is no need to reply; I only wanted my application to be complete."),
        good(more="This note needs no reply, and I thank you for reading it."),
        good(more="No reply is needed to my note."),
        good(more="Thank you for reading my application. I have not received my ECFMG certificate yet."),
        good(more="I haven't received my ECFMG certificate yet, and my application says so."),
        good(more="I have not heard of a better clinic for your patients."),
        good(more="I haven't heard of a better clinic, and you run it."),
        good(history=Past(roster=(_THERE,)), more="I am following up my Step 2 result with this one."),
        good(
            more="I never received a degree certificate in English, so the file in ERAS holds a certified translation."
        ),
        good(more="Dr. Armand answered my questions about the clinic."),
        good(kind=Kind.PROGRAM_INTENT, more="I look forward to hearing from you."),
    ),
)

_MESSAGE = "This chases an answer; programs read and rarely reply, so leave it at the one email."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a chase, known from its words, or from history and a word of following up."""
    for sentence in facts.prose.sentences:
        chase = next(_CHASES.find([sentence]), None) if _PAST(sentence) else None
        chase = chase or (None if _NO_ANSWER_WANTED(sentence) else next(_CHASES_PLAINLY.find([sentence]), None))
        if chase:
            yield Finding(Span(Field.BODY, chase.start, chase.end), _MESSAGE)
            return
    again = _FOLLOWS_UP.anywhere(facts.prose.sentences)
    if again and _unanswered(facts):
        yield Finding(Span(Field.BODY, again.start, again.end), _MESSAGE)


def _unanswered(facts: Facts) -> bool:
    there = program(facts)
    if there is None or facts.history is None:
        return False
    return bool(facts.history.sent_to_program(there.id)) and facts.history.answered_by_program(there.id) is None
