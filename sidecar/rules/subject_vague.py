"""The subject does not say what the email is about and who writes.

## Why
An attending or a coordinator sees the subject among two hundred others, and searches for it weeks later. "Recommendation letter
for residency" and your name do both jobs; "Hello" and "Request" do neither.

## When to ignore it
In a quick exchange where the reader is waiting for your answer.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.shouting import capitals
from sidecar.lint.facts.subject import pleas_in, tells_its_purpose
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good
from sidecar.people import Profile

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L2", "P"),
    examples=(
        bad(subject="Hello Sir", flags=["Hello Sir"]),
        bad(subject="A small favor", flags=["A small favor"]),
        bad(subject="LOR", flags=["LOR"]),
        bad(kind=Kind.PROGRAM_ELIGIBILITY, subject="question", flags=["question"]),
        bad(
            subject="Request",
            profile=Profile(name="Leila Haddad", specialty="Internal Medicine"),
            flags=["Request"],
            fixed="Recommendation letter for Internal Medicine residency – Leila Haddad",
        ),
        good(subject="Recommendation letter for neurology residency – Leila Haddad"),
        good(subject="Your former intern Leila Haddad: letter for residency"),
        good(kind=Kind.PROGRAM_THANKS, subject="Thank you"),
        good(kind=Kind.PROGRAM_ELIGIBILITY, subject="H-1B sponsorship for PGY-1 – Leila Haddad"),
        good(kind=Kind.PROGRAM_ELIGIBILITY, subject="Your limit of three attempts – Leila Haddad"),
        good(kind=Kind.LETTER_FOLLOWUP, subject="Following up on my letter request of 8 July"),
    ),
)

_MESSAGE = "The subject does not say what you write about; name the purpose, and yourself."
_PURPOSES = {
    Kind.LETTER_REQUEST: "Recommendation letter for {specialty}residency",
    Kind.PROGRAM_UPDATE: "Application update, {specialty}applicant",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a subject that is there but says nothing."""
    subject = facts.draft.subject
    if any(capitals(subject)) or any(pleas_in(facts.subject_sentence)):
        return  # subject-dramatic speaks about it; one finding is enough
    if subject.strip() and not tells_its_purpose(facts.subject_sentence, thanks=facts.kind.value.endswith("thanks")):
        yield Finding(Span(Field.SUBJECT, 0, len(subject)), _MESSAGE, tuple(_fixes(facts)))


def _fixes(facts: Facts) -> Iterator[Fix]:
    profile = facts.profile
    if profile and profile.name and facts.kind in _PURPOSES:
        specialty = f"{profile.specialty} " if profile.specialty else ""
        text = f"{_PURPOSES[facts.kind].format(specialty=specialty)} – {profile.name}"
        yield Fix("Say the purpose and your name", (Edit(Span(Field.SUBJECT, 0, len(facts.draft.subject)), text),))
