"""You offer to write the letter, and the referee would only sign it.

## Why
A letter written by its subject is dishonest, readers recognise it, and it can cost the match. Offer bullet points and cases
instead: they save the same time, and the words remain the referee's.

## When to ignore it
When the referee asked for a draft: keep it factual and modest, and say that it is theirs to change.
"""

from collections.abc import Iterator

from sidecar.kinds import LETTER, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=LETTER,
    sources=("L5C",),
    examples=(
        bad(
            materials="To save you time I have drafted the letter; you only need to sign it.",
            flags=["I have drafted the letter"],
        ),
        bad(materials="I could write the recommendation myself.", flags=["I could write the recommendation"]),
        bad(materials="Send me a blank sheet with your letterhead and I will do the rest.", flags=["blank sheet"]),
        bad(
            kind=Kind.LETTER_REMINDER,
            more="The letter is ready for your signature.",
            flags=["letter is ready for your signature"],
        ),
        good(ask="May I ask whether you could still write a strong letter for me?"),
        good(ask="Is a strong letter for me something to which you could put your name?"),
        good(ask="Would a strong letter be something that you could put your name to?"),
        good(materials="My CV is attached, and I can send a draft of my personal statement."),
        good(
            materials="I can send bullet points on our shared cases; my CV is attached. The words would of course be yours."
        ),
        good(
            kind=Kind.LETTER_FOLLOWUP,
            ask="In June I had written to you about a letter; could it still be a strong one?",
        ),
        good(waiver="I have given up the right to see it, so I do not read the letter."),
        good(materials="These notes and my CV may help while you write the letter."),
    ),
)

_MESSAGE = "“{}” offers to write your own letter; offer bullet points or a list of cases instead."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag each offer."""
    for found in facts.ghostwriting:
        span = Span(Field.BODY, found.start, found.end)
        yield Finding(span, _MESSAGE.format(facts.shown(found)))
