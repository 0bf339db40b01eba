"""Nothing in the email could be written to this program alone.

## Why
If changing the program's name is enough to send it elsewhere, it is mass mail, and the reader sees it. One or two lines that only
this program could get, such as a clinic, a track, something a resident told you, are what make it worth reading.

## When to ignore it
In a short question about eligibility that needs no more than an answer.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM,
    sources=("P-FAQ6",),
    examples=(
        bad(kind=Kind.PROGRAM_UPDATE, reason=""),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            reason="I like your program for its excellent training, dedicated faculty and diverse patients.",
        ),
        bad(kind=Kind.PROGRAM_ELIGIBILITY, reason="Harbor Hospital would be the ideal place for me to grow."),
        bad(kind=Kind.PROGRAM_UPDATE, greeting="Dear Dr. Armand and selection committee,", reason=""),
        good(kind=Kind.PROGRAM_UPDATE, reason="Your street psychiatry van is what I would like to learn from."),
        good(
            kind=Kind.PROGRAM_UPDATE,
            reason="Your residents described the hospice rotation at the open house in a way that I remember.",
        ),
        good(
            kind=Kind.PROGRAM_UPDATE, reason="Dr. Armand's work on kidney disease among farm workers is why I applied."
        ),
        good(kind=Kind.PROGRAM_TIE, reason=""),
        good(kind=Kind.PROGRAM_THANKS, reason="I keep thinking of our conversation about bedside teaching."),
    ),
)

_SPECIFIC_ITSELF = frozenset({Kind.PROGRAM_TIE, Kind.PROGRAM_ROTATION})  # a tie, or a rotation there, is such a line
_MESSAGE = "Add one line that only this program could get: a clinic, a track, something a resident told you."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag an email in which no sentence names something of the program's own."""
    if facts.kind not in _SPECIFIC_ITSELF and not facts.specific_lines:
        yield Finding(None, _MESSAGE)
