"""The request is too short to help its reader write.

## Why
A letter of two lines makes the referee ask back for everything: which specialty, which date, which patients. 250 to 350 words
answer that at once.

## When to ignore it
When you have just spoken, and this only confirms it.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_MINIMAL = "Dear Dr. Osei,\n\nWould you write a strong letter for me?\n\nSincerely,\nLeila Haddad"

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=OURS,
    sources=("L1",),
    examples=(
        bad(text=_MINIMAL),
        bad(
            text=_MINIMAL.replace(
                "for me?", "for me? I am applying for internal medicine residency through ERAS in the 2027 match."
            )
        ),
        bad(kind=Kind.PROGRAM_UPDATE, text="Dear Dr. Lindqvist,\n\nI passed Step 3.\n\nSincerely,\nLeila Haddad"),
        good(thanks="Thank you."),
        good(kind=Kind.PROGRAM_UPDATE, thanks="Thank you."),
        good(kind=Kind.LETTER_FOLLOWUP, thanks="Thank you."),
    ),
)

_MESSAGE = "This has {} words; {} needs at least {} to say who you are, what you ask and by when."
_REQUEST_WORDS, _PROGRAM_WORDS, _NOTE_WORDS = 120, 20, 12


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a text below the least its kind needs."""
    least, what = _limit(facts.kind)
    if facts.prose.words < least:
        yield Finding(None, _MESSAGE.format(facts.prose.words, what, least))


def _limit(kind: Kind) -> tuple[int, str]:
    if kind is Kind.LETTER_REQUEST:
        return _REQUEST_WORDS, "a request"
    if kind.family == "program" and kind is not Kind.PROGRAM_THANKS:
        return _PROGRAM_WORDS, "an email to a program"
    return _NOTE_WORDS, "a note"
