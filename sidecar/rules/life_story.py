"""The email tells a life instead of its point.

## Why
Childhood, illness and loss may be true and moving, and they hide the one thing the reader can do for you. The personal statement
has room for them; the email has not.

## When to ignore it
When the reader was part of that story.
"""

from collections.abc import Iterator

from sidecar.kinds import LETTER, PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_STORY = (
    "I was born in a village without a doctor. When I was nine my grandmother died on the road to the hospital, and my father sold "
    "our goats to pay for my school. My mother cried when I left."
)

RULE = Rule(
    severity=Severity.WARNING,
    kinds=LETTER | PROGRAM,
    sources=("L1", "L10"),
    examples=(
        bad(more=_STORY, flags=[_STORY]),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            more="Since I was a child I dreamed of becoming a doctor. My father was a farmer. We started again from zero in a new country.",
            flags=[
                "Since I was a child I dreamed of becoming a doctor. My father was a farmer. We started again from zero in a new country."
            ],
        ),
        bad(
            more="My visa was refused twice. My brother is ill, and I send money home. These years were painful, and I have cried many nights.",
            flags=[
                "My visa was refused twice. My brother is ill, and I send money home. These years were painful, and I have cried many nights."
            ],
        ),
        good(more="I grew up bilingual, which helped on 4 West."),
        good(
            kind=Kind.PROGRAM_TIE,
            news="My wife is from Millbrook, my son goes to school here, and my parents-in-law have farmed here since 1980.",
        ),
        good(more="The boy who was nine years old when his father brought him in taught me to listen."),
    ),
)

_MESSAGE = "This tells your life where one line would do; keep what the reader needs in order to help you."
_ENOUGH = 3  # sentences of it
_EXPECTED = 1.5  # of those that may be meant so, when fewer are sure


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a story of several sentences."""
    told = facts.stories
    if len(told) >= _ENOUGH or facts.sentences_of_story >= _EXPECTED:
        yield Finding(Span(Field.BODY, told[0].start, told[-1].end) if told else None, _MESSAGE)
