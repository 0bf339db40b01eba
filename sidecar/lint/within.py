"""Which kind of its family an email is, weighed from its words, what its sentences say, and a few facts.

Terminology: see `weights`.
"""

from collections.abc import Iterable, Iterator, Mapping

from sidecar.kinds import Kind
from sidecar.lint import family
from sidecar.lint.facts import Facts, interview, once
from sidecar.lint.facts.said import TOPICS, Said, expected, likeliest
from sidecar.lint.family import Family
from sidecar.lint.weights import weights

_ABOUT_LETTERS = (Said.ASK, Said.WAY_OUT, Said.DUE)
_INTENT = {"intent": interview.INTENT, "ranks": interview.RANKS}
_LIKELY = (0.5, 0.8, 0.95)
_MOST = 4  # times that a topic is told are counted up to here


def kind_within(facts: Facts, within: Family) -> Kind:
    """Return the likeliest kind of a family."""
    likely = weigh(facts, within)
    return max(likely, key=likely.__getitem__)


@once
def weigh(facts: Facts, within: Family) -> Mapping[Kind, float]:
    """Return how likely each kind of a family is; together they are 1."""
    likely = weights(within.value).weigh(family.features(facts) | features(facts, within)).shares()
    return {Kind(name): each for name, each in likely.items()}


def features(facts: Facts, within: Family) -> frozenset[str]:
    """Return what in a draft speaks for a kind of this family alone."""
    found = _told(_ABOUT_LETTERS, facts) if within is Family.LETTER else _of_programs(facts)
    return frozenset(map(":".__add__, found))


def _of_programs(facts: Facts) -> Iterator[str]:
    subject = facts.subject_sentence
    for name, sign in _INTENT.items():
        if sign.anywhere(facts.prose.sentences):
            yield name
        if sign(subject):
            yield f"{name} in subject"
    present = {
        "interviewed": facts.interviewed,
        "thanks for interview": any(map(interview.thanked_for, facts.everything)),
        "thanks in subject": interview.grateful(subject),
        "claims top": facts.claims_top,
        "pleads": facts.pleas,
        "excuses": facts.excuses,
        "stories": facts.stories,
    }
    yield from (name for name, there in present.items() if there)
    yield from _told(TOPICS, facts)


def _told(topics: Iterable[Said], facts: Facts) -> Iterator[str]:
    often = {topic: expected(topic, facts.readings) for topic in topics}
    for topic, times in often.items():
        likely = likeliest(topic, facts.readings)
        yield from (f"may say {topic} {step}" for step in _LIKELY if likely >= step)
        yield from (f"expected {topic} {step}" for step in range(1, min(int(times + 0.5), _MOST) + 1))
    yield f"expected most {max(often, key=often.__getitem__)}"
