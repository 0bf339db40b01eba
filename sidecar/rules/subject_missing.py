"""The email has no subject.

## Why
A mail without a subject looks like a mistake or like spam, and nobody finds it again three weeks later. A few plain words about
the purpose and your name are enough.

## When to ignore it
Never before a first email. In a reply your mail program fills the subject in by itself.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=OURS,
    sources=("L2",),
    examples=(
        bad(subject=""),
        bad(subject="   "),
        bad(subject="Re:", kind=Kind.LETTER_FOLLOWUP),
        bad(subject="", kind=Kind.PROGRAM_UPDATE),
        good(subject="Recommendation letter for pediatrics residency – Omar Idrissi"),
        good(subject="Re: Recommendation letter for pediatrics residency – Omar Idrissi", kind=Kind.LETTER_FOLLOWUP),
        good(subject="Step 3 result – Omar Idrissi, pediatrics applicant", kind=Kind.PROGRAM_UPDATE),
    ),
)

_MESSAGE = "This email has no subject; say in a few words what it is about and who writes."
_REPLY_MARKS = ("re:", "fw:", "fwd:", "aw:")


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a subject without words of its own."""
    subject = facts.subject_folded.strip()
    while subject.startswith(_REPLY_MARKS):
        subject = subject.partition(":")[2].strip()
    if not subject:
        yield Finding(None, _MESSAGE)
