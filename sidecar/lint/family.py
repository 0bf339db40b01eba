"""To which family an email belongs: to a referee, to a program, or neither, weighed from its signs and its words.

Terminology: see `weights`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from sidecar.lint import signs
from sidecar.lint.facts import Facts, once
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Sentences, Stretch
from sidecar.lint.weights import weights

_SIGNS: Mapping[str, Grammar] = {name: sign for name, sign in vars(signs).items() if isinstance(sign, Grammar)}
_STEPS = (1, 2, 3, 4, 5, 6.5, 8)
_ANSWERS = re.compile(r"\s*(?:re|aw|sv|antw|fwd?|wg|rv|tr)\s*:")  # whose subject is somebody else's words


class Family(StrEnum):
    """Whom an email is for."""

    LETTER = "letter"
    PROGRAM = "program"
    OTHER = "other"


@once
def features(facts: Facts) -> frozenset[str]:
    """Return everything in a draft that may speak for a family."""
    return frozenset(_signs(facts)).union(*(sentence.features for sentence in facts.everything))


def weigh(facts: Facts) -> Mapping[Family, float]:
    """Return how likely each family is; the three add up to 1."""
    likely = weights("family").weigh(features(facts)).shares()
    return {family: likely[family.value] for family in Family}


def _signs(facts: Facts) -> Iterator[str]:
    body, subject = facts.prose.sentences, facts.subject_sentence
    yield from (f"word in subject {term}" for term in subject.terms)
    for name, sign in _SIGNS.items():
        if sign.anywhere(body):
            yield f"sign {name}"
        if sign(subject):
            yield f"sign in subject {name}"
    yield "answers" if _ANSWERS.match(facts.subject_folded) else "begins"
    yield f"greets {_greeted(facts)}"
    yield f"sentences {min(3, len(body) // 4)}"
    yield from _facts(facts)
    yield from _stairs("letter weight", _letter_weight(facts))
    yield from _stairs("program weight", _program_weight(facts))


def _greeted(facts: Facts) -> str:
    greeting = facts.greeting
    if greeting is None:
        return "nobody"
    if signs.PROGRAM_STAFF(facts.greeting_sentence):
        return "staff"
    return greeting.title or ("anybody" if greeting.generic else "by name")


def _stairs(name: str, weight: float) -> Iterator[str]:
    """Yield a feature for each step a weight has climbed, so that more of it can count for more, or for no more."""
    yield from (f"{name} {step}" for step in _STEPS if weight >= step)


def _letter_weight(facts: Facts) -> float:
    """Weigh by hand what speaks for a letter: the strongest signs, and how they stand together."""
    everything = Sentences(one for one in facts.everything if not signs.NOT_A_RECOMMENDATION(one))
    named = signs.RECOMMENDATION(facts.subject_sentence) * 3
    named += _any(signs.RECOMMENDATION, everything) * 2
    asked = any(signs.RECOMMENDATION(ask.sentence) or signs.LETTER_WANTED(ask.sentence) for ask in facts.asks) * 2.5
    mine = _any(signs.LETTER_FOR_ME, everything) * (1.5 + 1.5 * _any(signs.UPLOADS, everything))
    wanted = _any(signs.LETTER_WANTED, everything) * 1.5
    about = _any(signs.LETTER_FOR_ME, everything) or _any(signs.RECOMMENDATION, everything)
    settled = (about and _any(signs.PROMISED, everything)) * 2
    return named + asked + mine + wanted + settled


def _program_weight(facts: Facts) -> float:
    """Weigh by hand what speaks for an email to a program: words of the field, said to one who runs it."""
    everything = Sentences((*facts.everything, facts.name_sentence))
    greeted = facts.greeting is not None and signs.PROGRAM_STAFF(facts.greeting_sentence)
    spoken_to = _any(signs.TO_A_PROGRAM, facts.everything) or greeted or _any(signs.APPLIES, everything)
    if not spoken_to or _any(signs.ERRAND, facts.everything):
        return 0
    total = sum(weight for grammar, weight in signs.APPLICANT if _any(grammar, everything))
    return total - sum(weight for grammar, weight in signs.FOREIGN if _any(grammar, everything))


def _any(grammar: Grammar, sentences: Iterable[Stretch]) -> bool:
    return grammar.anywhere(sentences) is not None


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
