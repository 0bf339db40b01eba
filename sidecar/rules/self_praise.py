"""The request praises its writer instead of naming what the letter could speak about.

## Why
"I am a dedicated and exceptional candidate" is what the referee should find out to say. Name topics instead, such as reasoning,
reliability or teamwork, and leave the verdict to them.

## When to ignore it
When you quote an evaluation.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.said import Said, said
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L6",),
    examples=(
        bad(more="I am a hardworking and dedicated physician.", flags=["I am a hardworking"]),
        bad(more="As an exceptional candidate I will not disappoint.", flags=["As an exceptional candidate"]),
        bad(
            more="I have always been among the best students of my class.", flags=["I have always been among the best"]
        ),
        good(more="Programs ask about clinical reasoning, reliability and teamwork."),
        good(more="It was hard work, and the outstanding nurses of 4 West made it lighter."),
        good(more="I am best reached by email, and dedicated a page of my notes to each case."),
    ),
)

_MESSAGE = "“{}” praises yourself; name topics the letter could address, and leave the praise to the referee."
_VIRTUE = (
    r"(?:hard-?working|diligent|dedicated|brilliant|excellent|outstanding|exceptional|intelligent|talented|compassionate|passionate|highly motivated|motivated|"
    r"devoted|committed|ideal|perfect|strong|keen|ambitious|sincere|smart|remarkable|extraordinary|top)"
)
PRAISE = Grammar(
    "leader clinician communicator teamplayer player teacher beyond called call describe described consider considered found said acumen skill skills knowledge abilities judgment judgement memory talent ethic hardworking hard diligent dedicated brilliant excellent outstanding exceptional intelligent talented compassionate passionate motivated devoted committed ideal perfect strong keen ambitious "
    "sincere smart remarkable extraordinary top best",
    rf"i (?:am|was|have (?:always )?been|consider myself(?: to be)?|believe i am|can proudly say i am|'m)(?: very| always| also| known as)? (?:an? )?(?:very |highly )?{_VIRTUE}(?! (?:by|to help|to support|in touch|on|about|a page|interest))",
    rf"i(?:'m| am) (?:someone|a person|somebody|one) who is (?:\w+ )?{_VIRTUE}|i(?:'m| am) a (?:natural|born|great|real) (?:leader|doctor|clinician|communicator|team ?player|teacher)",
    r"(?:i|always) (?:go|went|going) above and beyond|(?:called|call|describe|described|consider|considered|found|said) me (?:as |to be )?(?:\w+ )?(?:exceptional|brilliant|outstanding|excellent|the best|one of the best|extraordinary|a star)",
    r"(?:i (?:have|possess|bring|am with)|with) (?:\w+ )?(?:excellent|outstanding|exceptional|superb|extraordinary|brilliant|remarkable) (?:\w+ )?(?:acumen|skills?|knowledge|abilities|judge?ment|work ethic|memory|talent)",
    rf"as an? (?:very |highly )?{_VIRTUE} (?:and \w+ )?(?:candidate|applicant|student|doctor|physician|img|individual|person|resident|observer)",
    r"i (?:am|was|have (?:always )?been) (?:one of|among) the (?:very )?best",
    r"my (?:excellent|outstanding|exceptional|strong|brilliant|remarkable|extraordinary) (?:\w+ )?(?:skills?|knowledge|abilities|performance|record|work ethic)",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag each sentence in which the writer judges themselves."""
    for found in tuple(PRAISE.find(facts.prose.sentences)) or said(Said.PRAISES_SELF, facts.readings):
        span = Span(Field.BODY, found.start, found.end)
        yield Finding(span, _MESSAGE.format(facts.shown(found)))
