"""What an email is for, told from its text; the conversation's kind and the user's word win over it.

What speaks for none of our kinds is `other`, and so is what speaks for one only faintly.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sidecar.kinds import Kind
from sidecar.lint import signs
from sidecar.lint.draft import Draft
from sidecar.lint.facts import Facts
from sidecar.lint.family import Family, weigh
from sidecar.lint.within import kind_within

_LIKELY = 0.6  # below it, silence: a false alarm in a stranger's mail costs more than a missed draft
_RESIDENCY = frozenset(
    "residency residencies resident residents program programme programs pgy eras aamc match".split()
)
# An email to a program or a referee has at least one of these words, whatever else it may sound like.
_FIELD = _RESIDENCY | frozenset(
    (
        "residence interview interviews interviewed hospital hospitals clinic clinics ward matched usmle ecfmg nrmp "
        "step img imgs dr doctor medicine medical surgery pediatrics psychiatry neurology pathology radiology visa "
        "h1b j1 rank ranked ranking fellowship fellows rotation rotated observership observer externship elective "
        "apply applied applying applicant applicants application applications graduate graduates graduated "
        "graduation score scores cutoff sponsor sponsorship committee candidate candidates interns internship "
        "patients physician card ead soap"
    ).split()
)
_LETTER_FIELD = _FIELD | frozenset(
    (
        "letter letters lor lors recommendation recommendations recommend recommender recommenders reference "
        "references referee referees upload uploaded portal vouch"
    ).split()
)


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, how sure (0 to 1), and who chose it: `text`, `thread` or `user`."""

    kind: Kind
    confidence: float
    chosen_by: Literal["text", "thread", "user"]


def detect(draft: Draft) -> KindGuess:
    """Return what the text says about the kind of `draft`."""
    return detect_from(Facts(draft, now=datetime.now(UTC)))


def detect_from(facts: Facts, *, chosen: Kind | None = None, thread_kind: Kind | None = None) -> KindGuess:
    """Return the kind: the user's word first, then the conversation's, then the text's."""
    if chosen is not None:
        return KindGuess(chosen, 1.0, "user")
    if thread_kind is not None and thread_kind is not Kind.OTHER:
        return KindGuess(_in_thread(facts, thread_kind), 1.0, "thread")
    return _from_text(facts)


def _from_text(facts: Facts) -> KindGuess:
    if any(sign.anywhere(facts.everything) for sign in (signs.WRITER_SIDE, signs.OTHER_SIDE)):
        return KindGuess(Kind.OTHER, 0.9, "text")  # the referee's words, or the program's
    likely = weigh(facts)
    family = max((Family.LETTER, Family.PROGRAM), key=likely.__getitem__)
    if likely[family] < _LIKELY:
        return KindGuess(Kind.OTHER, round(1 - likely[family], 2), "text")
    named = _LETTER_FIELD if family is Family.LETTER else _FIELD
    if facts.identifier is None and facts.everything.words.isdisjoint(named):
        return KindGuess(Kind.OTHER, 0.9, "text")
    if _of_another_field(facts, family):
        return KindGuess(Kind.OTHER, 0.9, "text")
    return KindGuess(kind_within(facts, family), round(likely[family], 2), "text")


def _of_another_field(facts: Facts, family: Family) -> bool:
    """Whether a subject asks to see a clinic at work, or what seems to be for a program withdraws or is about a job."""
    subject = facts.subject_sentence
    if signs.SEEKS_EXPERIENCE(subject) and not (signs.RECOMMENDATION(subject) or facts.asked):
        return True
    if family is Family.PROGRAM and signs.WITHDRAWS.anywhere(facts.everything):
        return True
    about_a_job = signs.JOB.anywhere(facts.everything) is not None and facts.identifier is None
    return family is Family.PROGRAM and about_a_job and _RESIDENCY.isdisjoint(facts.everything.words)


def _in_thread(facts: Facts, thread: Kind) -> Kind:
    """In a conversation about a letter a further email follows up, reminds or thanks; it never asks anew."""
    if thread.family == "letter":
        kind = kind_within(facts, Family.LETTER)
        return Kind.LETTER_FOLLOWUP if kind in {Kind.LETTER_REQUEST, Kind.LETTER_EARLY_ASK} else kind
    own = kind_within(facts, Family.PROGRAM)
    return thread if own is Kind.PROGRAM_INTEREST else own
