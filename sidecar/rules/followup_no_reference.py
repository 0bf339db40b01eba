"""The follow-up does not say which earlier email it follows.

## Why
A busy reader has not kept your first email in mind. Its date, or a word that there was one, tells at once what this is about.

## When to ignore it
When the earlier email stands quoted right below.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_MAIL = r"(?:e-?mails?|mails?|messages?|notes?|letters?|requests?|questions?|inquiry|enquiry|reminder)"
_EARLIER = r"(?:earlier|previous|last|first|initial|original|former|prior|recent|second|below)"
_EARLIER_MAIL = Grammar(
    "wrote written emailed mailed sent messaged contacted asked reached earlier previous last first initial original prior "
    "recent follow following followup my below ago again requested forwarded second former texted",
    rf"(?:my|the|an|this) ..1 ?{_EARLIER} {_MAIL}",
    rf"my (?:\w+ )?{_MAIL} (?:of|from|dated|sent|on|below|about|regarding|concerning|to you)",
    r"(?:i|we) (?:had |have |'ve |did )?(?:\w+ )?(?:wrote|written|emailed|e-mailed|mailed|messaged|contacted|asked|requested|reached out|sent)",
    rf"(?:follow|following|circling|checking|writing|wanted to follow|touching base) ?(?:up|back|again|in)? ..2 (?:on|to|about|regarding|with) (?:my|the|our) ..3 ?(?:{_MAIL}|ask|conversation)",
    rf"since (?:my|our) (?:last )?(?:{_MAIL}|conversation)",
    r"as (?:i )?(?:mentioned|asked|wrote|said|discussed) (?:earlier|before|on|in)",
    r"(?:asked|wrote to|written to|emailed) you",
)

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_FOLLOWUP}),
    sources=("L7",),
    examples=(
        bad(background="", ask="Would you still be able to write a strong letter of recommendation for me?"),
        bad(background="I hope the summer is treating you well."),
        bad(background="I am preparing my residency application and thought of you."),
        good(background="Two weeks ago I emailed you about a letter for residency."),
        good(background="This is about my earlier message on a recommendation letter."),
        good(background="I am following up on my request of 3 July."),
        good(background="My note of last month may have been lost in your inbox."),
        good(background="On 8 July I had asked whether you could support my application."),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a follow-up without a word of the first email."""
    if _EARLIER_MAIL.anywhere(facts.prose.sentences) is None:
        yield Finding(None, "Say which email this follows: its date is enough.")
