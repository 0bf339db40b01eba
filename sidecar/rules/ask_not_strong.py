"""The request asks for a letter, but not for a strong one.

## Why
A lukewarm letter does more harm than none. Asking for a *strong* letter tells the referee what you need, and gives somebody who
could only write a polite one the chance to say so before it is too late.

## When to ignore it
When the referee has told you already that they will write a strong letter.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.ask import Ask, letter_named
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=frozenset({Kind.LETTER_REQUEST, Kind.LETTER_FOLLOWUP}),
    sources=("L3",),
    examples=(
        bad(
            ask="Could you write me a letter of recommendation?",
            flags=["letter of recommendation"],
            fixed="Could you write me a strong letter of recommendation?",
        ),
        bad(
            ask="I would be glad of any letter you can give me.",
            flags=["any letter"],
            fixed="I would be glad of a strong letter you can give me.",
        ),
        bad(
            ask="I have a strong interest in nephrology. Could you write an LOR for me?",
            flags=["LOR"],
            fixed="Could you write a strong LOR for me?",
        ),
        bad(
            kind=Kind.LETTER_FOLLOWUP,
            ask="May I ask again whether you could write a recommendation letter?",
            flags=["recommendation letter"],
            fixed="whether you could write a strong recommendation letter?",
        ),
        good(ask="Would you be comfortable writing an enthusiastic letter on my behalf?"),
        good(ask="Could you write a letter for me, if you feel that it would be a strong one?"),
        good(ask="Might I ask whether you could recommend me without reservation?"),
        good(ask="Could you support me with a strong, detailed residency letter?"),
        good(ask="Would you write a letter for me?", out="If you cannot write a strong letter, I would understand."),
        bad(
            kind=Kind.LETTER_FOLLOWUP,
            ask="Is there any news about my recommendation letter?",
            flags=["Is there any news about my recommendation letter?"],
        ),
        good(kind=Kind.LETTER_FOLLOWUP, ask="Is there any news about the strong letter I asked for?"),
    ),
)

_MESSAGE = "You ask for a letter, not for a strong one; the word “strong” also lets a hesitant referee say no."
_ARTICLES = ("any ", "some ", "an ", "one ", "a ")


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first ask when no strong letter is spoken of anywhere."""
    if facts.strong_letter is None:
        if facts.asks:
            yield _finding(facts, facts.asks[0])
        elif asked := _asked(facts):
            yield Finding(facts.span_of(asked), _MESSAGE)


def _asked(facts: Facts) -> Stretch | None:
    """Return the sentence that asks, where no word for the letter is known to stand, or that asks after the letter."""
    after = facts.kind is Kind.LETTER_FOLLOWUP
    return facts.asked or next((one for one in facts.prose.sentences if after and letter_named(one)), None)


def _finding(facts: Facts, ask: Ask) -> Finding:
    start, end = ask.noun.start, ask.noun.end
    before = facts.prose.text[:start]
    article = next((word for word in _ARTICLES if before.endswith(" " + word)), "")
    place = Span(Field.BODY, start - len(article) * (article == "any "), end)
    words = facts.draft.text[start:end]
    fix = Edit(Span(Field.BODY, start - len(article), end), f"{'a ' if article else ''}strong {words}")
    return Finding(place, _MESSAGE, (Fix("Ask for a strong letter", (fix,), safe=True),))
