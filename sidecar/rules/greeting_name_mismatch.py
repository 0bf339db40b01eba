"""The greeted name is not the recipient's.

## Why
A draft that was written for Dr. Rao and goes to Dr. Osei says more about you than anything else in it. It is the classic slip of
a long evening with many drafts.

## When to ignore it
When the address belongs to an assistant, or the person goes by another name.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.people import salutation
from sidecar.lint.phrases import plain_letters
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good
from sidecar.people import Mailbox

RULE = Rule(
    severity=Severity.ERROR,
    kinds=OURS,
    sources=("P",),
    examples=(
        bad(greeting="Dear Dr. Rao,", flags=["Dear Dr. Rao"], fixed="Dear Dr. Osei,"),
        bad(greeting="Dear Professor Klein,", to="miriam.osei@hospital.example", flags=["Dear Professor Klein"]),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            greeting="Dear Dr. Brandt,",
            flags=["Dear Dr. Brandt"],
            fixed="Dear Dr. Lindqvist,",
        ),
        good(greeting="Dear Dr. Osei,"),
        good(greeting="Dear Dr. Oséi-Mensah,", to="Miriam Osei Mensah <m@hospital.example>"),
        good(greeting="Dear Dr. Osei,", to="gme.office@hospital.example"),
        good(greeting="Dear Miriam,"),
        good(kind=Kind.PROGRAM_UPDATE, greeting="Dear Dr. Lindquist,"),
    ),
)

_MESSAGE = "You greet {} but write to {}; is this greeting left over from another draft?"
_SIMILAR = 75  # percent: spelling variants and transliterations of one name lie above it
_OFFICE = frozenset(
    "program programs residency coordinator office gme admin info contact dept department recruitment medicine surgery pediatrics psychiatry internal family "
    "applicant applications admissions education im fm peds psych director pd secretary chief residents team mail".split()
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a greeted name that resembles none of the recipients'."""
    greeting = facts.greeting
    if greeting is None or not greeting.name or len(greeting.family_name) < 2:
        return
    people = [one.mailbox for one in facts.draft.recipients]
    names = [name for mailbox in people if (name := _name(mailbox))]
    if not names or len(names) < len(people) or any(_fits(greeting.name, name) for name in names):
        return
    span = Span(Field.BODY, greeting.start, greeting.end)
    better = salutation(facts.draft.to)
    fixes = (Fix(f"Write “{better}”", (Edit(span, better),)),) if better else ()
    yield Finding(span, _MESSAGE.format(greeting.name, people[0].name or people[0].address), fixes)


def _name(mailbox: Mailbox) -> str:
    """The display name, else the local part when it is made like `first.last`; empty when neither names a person."""
    local = mailbox.address.partition("@")[0]
    words = [word for word in re.split(r"[._-]+", local) if word.isalpha() and len(word) > 2]
    shown = mailbox.name if mailbox.name and "@" not in mailbox.name else ""
    if shown and not _OFFICE & set(re.findall(r"\w+", shown.casefold())):
        return f"{shown} {' '.join(words)}"
    return "" if shown or len(words) < 2 or _OFFICE & set(words) else " ".join(words)


def _fits(greeted: str, name: str) -> bool:
    words = plain_letters(name).split()
    joined = "".join(words)
    for part in plain_letters(greeted).split():
        if len(part) < 2 or part in joined or any(fuzz.ratio(part, word) >= _SIMILAR for word in words):
            return True
    return False
