"""The subject pleads, hurries or shouts.

## Why
Capitals, exclamation marks and pleas are what spam filters and tired people throw away first. A plain subject is opened sooner.

## When to ignore it
When a capital word is a name or an acronym unknown here.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.shouting import capitals, exclamations
from sidecar.lint.facts.subject import pleas_in
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L2",),
    examples=(
        bad(subject="URGENT: residency letter – Leila Haddad", flags=["URGENT"]),
        bad(subject="Please help me with a residency letter", flags=["Please help"]),
        bad(subject="Recommendation letter for residency – my future depends on you!!", flags=["depends on you", "!!"]),
        bad(kind=Kind.PROGRAM_INTEREST, subject="My last chance for the residency match", flags=["last chance"]),
        bad(subject="Only you can open this door, doctor", flags=["Only you can"]),
        bad(subject="Words from a broken heart – Leila Haddad", flags=["broken heart"]),
        good(subject="Former observer at Mercy applying in neurology – Leila Haddad"),
        good(subject="LOR for US residency (EM, PGY-1, ERAS 2027) – Leila Haddad, MD"),
        good(
            kind=Kind.PROGRAM_ROTATION,
            subject="Urgent care rotation in June – Leila Haddad, internal medicine applicant",
        ),
        good(
            kind=Kind.PROGRAM_UPDATE, subject="Step 3 passed, last update – Leila Haddad, internal medicine applicant"
        ),
    ),
)

_MESSAGE = "“{}” makes the subject a plea; say plainly what it is about."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag pleas, words in capitals and marks in rows."""
    written = facts.draft.subject
    spans = [(plea.start, plea.end) for plea in pleas_in(facts.subject_sentence)]
    spans += [
        *(span for span in exclamations(written) if "!" in written[slice(*span)]),
        *_single_mark(written),
        *capitals(written),
    ]
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            yield Finding(Span(Field.SUBJECT, start, end), _MESSAGE.format(written[start:end]))
            last = end


def _single_mark(written: str) -> Iterator[tuple[int, int]]:
    if written.rstrip().endswith("!") and not written.rstrip().endswith("!!"):
        yield len(written.rstrip()) - 1, len(written.rstrip())
