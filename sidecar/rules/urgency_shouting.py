"""The text shouts: exclamation marks in rows, words in capitals, URGENT.

## Why
Emphasis that strong reads as anger or panic. A date says better than capitals when you need something.

## When to ignore it
When a word in capitals is a name or an acronym unknown here.
"""

from collections.abc import Iterator
from itertools import chain

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.shouting import capitals, exclamations
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L2",),
    examples=(
        bad(thanks="Thank you so much!!!", flags=["!!!"], fixed="Thank you so much!"),
        bad(date="I need the letter by 4 September. PLEASE DO NOT FORGET.", flags=["PLEASE DO NOT FORGET"]),
        bad(kind=Kind.PROGRAM_INTEREST, more="This is URGENT.", flags=["URGENT"]),
        good(thanks="Thank you so much!"),
        good(more="The MRI of the ICU patient with ARDS went to the CT SURGERY team."),
        good(kind=Kind.PROGRAM_UPDATE, news="Since I applied I passed USMLE STEP 3 with 231."),
    ),
)

_MARKS = "One mark is enough; rows of them read as shouting."
_CAPITALS = "Words in capitals read as shouting; write them small."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag rows of marks and spoken words in capitals, in the body; in the subject while nothing else is written."""
    written = facts.draft.prose.strip()
    field, prose = (Field.BODY, facts.draft.prose) if written else (Field.SUBJECT, facts.draft.subject)
    found = chain(
        ((span, _MARKS) for span in exclamations(prose)),
        ((span, _CAPITALS) for span in capitals(prose)),
    )
    for (start, end), message in sorted(found):
        span = Span(field, start, end)
        fixes = (Fix("Leave one mark", (Edit(span, prose[start]),), safe=True),) if message is _MARKS else ()
        yield Finding(span, message, fixes)
