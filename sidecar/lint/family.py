"""To which family an email belongs: to a referee, to a program, or neither, weighed from its words and a few facts.

Terminology: see `weights`.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from sidecar.lint import signs
from sidecar.lint.facts import Facts, once
from sidecar.lint.weights import weights

_ANSWERS = re.compile(r"\s*(?:re|aw|sv|antw|fwd?|wg|rv|tr)\s*:")  # whose subject is somebody else's words


class Family(StrEnum):
    """Whom an email is for."""

    LETTER = "letter"
    PROGRAM = "program"
    OTHER = "other"


@once
def features(facts: Facts) -> frozenset[str]:
    """Return everything in a draft that may speak for a family."""
    return frozenset(map(":".__add__, _beside_words(facts))).union(
        *(sentence.features for sentence in facts.everything)
    )


def weigh(facts: Facts) -> Mapping[Family, float]:
    """Return how likely each family is; the three add up to 1."""
    likely = weights("family").weigh(features(facts)).shares()
    return {family: likely[family.value] for family in Family}


def _beside_words(facts: Facts) -> Iterator[str]:
    yield from (f"subject {term}" for term in facts.subject_sentence.terms)
    yield "answers" if _ANSWERS.match(facts.subject_folded) else "begins"
    yield f"greets {_greeted(facts)}"
    yield f"sentences {min(3, len(facts.prose.sentences) // 4)}"
    yield from _facts(facts)


def _greeted(facts: Facts) -> str:
    greeting = facts.greeting
    if greeting is None:
        return "nobody"
    if signs.PROGRAM_STAFF(facts.greeting_sentence):
        return "staff"
    return greeting.title or ("anybody" if greeting.generic else "by name")


def _facts(facts: Facts) -> Iterator[str]:
    present = {
        "asks": facts.asks,
        "letter": facts.names_a_letter,
        "specialty": facts.specialties,
        "identifier": facts.identifier,
        "cycle": facts.cycle,
        "residency here": facts.us_residency,
    }
    yield from (name for name, there in present.items() if there)
