"""Which kind of its family an email is, weighed from signs, words and pairs of words.

Terminology: see `weights`. What `verdict` makes of the signs is a feature among the others.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from sidecar.kinds import Kind
from sidecar.lint import family, signs, verdict
from sidecar.lint.facts import Facts, interview, once
from sidecar.lint.facts.said import TOPICS, expected, likeliest
from sidecar.lint.family import Family
from sidecar.lint.weights import weights

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
    return frozenset(_of_letters(facts) if within is Family.LETTER else _of_programs(facts))


def _of_letters(facts: Facts) -> Iterator[str]:
    everything = facts.everything
    present = {
        "asks anew": bool(facts.asks) and verdict.asks_anew(facts),
        "asks later only": bool(facts.asks) and all(signs.LATER_ASK(ask.sentence) for ask in facts.asks),
        "gives thanks": verdict.gives_thanks(everything),
        "promised": verdict.promised(everything),
        "reminds": verdict.reminds(everything),
    }
    yield from (name for name, there in present.items() if there)
    yield f"verdict {verdict.letter_kind(facts)}"


def _of_programs(facts: Facts) -> Iterator[str]:
    subject = facts.subject_sentence
    told = [piece.topic.value for piece in facts.news if piece.sentence is not subject]
    often = Counter(told)
    for topic, times in often.items():
        yield from (f"tells {topic} {step}" for step in range(1, min(times, _MOST) + 1))
        if times == max(often.values()):
            yield f"mostly {topic}"
    if told:
        yield from (f"first in body {told[0]}", f"last in body {told[-1]}", f"topics {len(often)}")
    yield from (f"asks {piece.topic.value}" for piece in facts.news if "?" in piece.sentence.text)
    yield from (f"subject tells {piece.topic.value}" for piece in facts.news if piece.sentence is subject)
    yield f"first {facts.news[0].topic.value}" if facts.news else "no news"
    for name, sign in _INTENT.items():
        if sign.anywhere(facts.prose.sentences):
            yield name
        if sign(subject):
            yield f"subject {name}"
    present = {
        "interviewed": facts.interviewed,
        "thanks for interview": any(map(interview.thanked_for, facts.everything)),
        "subject thanks": interview.grateful(subject),
        "claims top": facts.claims_top,
        "pleads": facts.pleas,
        "excuses": facts.excuses,
        "stories": facts.stories,
    }
    yield from (name for name, there in present.items() if there)
    yield f"verdict {verdict.program_kind(facts)}"
    yield from _topics_said(facts)


def _topics_said(facts: Facts) -> Iterator[str]:
    often = {topic: expected(topic, facts.readings) for topic in TOPICS}
    for topic, times in often.items():
        likely = likeliest(topic, facts.readings)
        yield from (f"may say {topic} {step}" for step in _LIKELY if likely >= step)
        yield from (f"expected {topic} {step}" for step in range(1, min(int(times + 0.5), _MOST) + 1))
    yield f"expected most {max(often, key=often.__getitem__)}"
