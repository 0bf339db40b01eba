"""The email is longer than its kind can bear.

## Why
A request of 250 to 350 words is read at once; a page and a half is put aside for later. Program staff read less still, and a
follow-up is three sentences.

## When to ignore it
When the length is a list the reader asked for.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_FILLER = (
    "We went through the notes of the week together and compared them with the guideline on the ward computer. " * 12
)

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L1", "P"),
    examples=(
        bad(more=_FILLER),
        bad(kind=Kind.PROGRAM_UPDATE, more=_FILLER),
        bad(kind=Kind.LETTER_FOLLOWUP, more=_FILLER),
        good(more="We went through the notes of the week together every Friday."),
        good(kind=Kind.PROGRAM_UPDATE, more="I would be glad to answer any question."),
        good(kind=Kind.LETTER_FOLLOWUP, more="The details are in my first mail."),
    ),
)

_MESSAGE = "This has {} words; {} reads best below {}."
_LETTER_WORDS, _PROGRAM_WORDS, _FOLLOWUP_WORDS, _NOTE_WORDS = 400, 250, 150, 200
_SHORT_KINDS = frozenset({Kind.LETTER_FOLLOWUP, Kind.LETTER_REMINDER})
_NOTES = {Kind.LETTER_THANKS: "a thank-you note", Kind.LETTER_EARLY_ASK: "a first mention"}


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a text above the limit of its kind."""
    most, what = _limit(facts.kind)
    if facts.prose.words > most:
        yield Finding(None, _MESSAGE.format(facts.prose.words, what, most))


def _limit(kind: Kind) -> tuple[int, str]:
    if kind is Kind.LETTER_REQUEST:
        return _LETTER_WORDS, "a request"
    if kind in _SHORT_KINDS:
        return _FOLLOWUP_WORDS, "a short note to a referee"
    if kind in _NOTES:
        return _NOTE_WORDS, _NOTES[kind]
    return _PROGRAM_WORDS, "an email to a program"
