"""What sentences say, weighed from their words: it hears what the grammars of `facts` have no form for.

Terminology: see `weights`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sidecar.lint.facts.prose import Sentences, Stretch
from sidecar.lint.terms import features
from sidecar.lint.weights import Weighed, log_odds, weights

_LONG = 32  # terms; of a sentence that runs on, what it says is looked for in windows
_WINDOW, _STEP = 22, 11


class Said(StrEnum):
    """What a sentence of an email to a referee or a program may say, or do."""

    WAY_OUT = "way_out"  # declining is made easy
    WAIVER = "waiver"  # the writer will not see the letter
    LOGISTICS = "logistics"  # how the letter gets in
    MATERIALS = "materials"  # a CV, a list of cases and the like are offered
    STRONG = "strong"  # the letter is to be strong
    ASK = "ask"  # a letter is asked for
    DUE = "due"  # the day by which the letter is wanted
    HURRIES = "hurries"  # a time for the letter that is no day: a plea for speed, a season
    REMINDS_WHO = "reminds_who"  # what reader and writer did together
    OWN = "own"  # something of which only this program could be told
    FLATTERS = "flatters"  # praise laid on too thick, deep bows, reproach
    BEGS = "begs"  # asks for pity, or says that all is lost without this
    DEMANDS = "demands"  # orders, presses
    GHOSTWRITES = "ghostwrites"  # offers to write the letter
    PRAISES_SELF = "praises_self"  # judges the writer as a letter would
    EXCUSES = "excuses"  # explains low scores away
    LIFE_STORY = "life_story"  # autobiography
    ARGUES = "argues"  # disputes a decision
    ASKS_RANK = "asks_rank"  # asks for rank information, or bargains with rank
    TOP_CHOICE = "top_choice"  # this program is the first choice
    UPDATE = "update"  # what is new since the application
    TIE = "tie"  # what binds the writer to the place
    ELIGIBILITY = "eligibility"  # whether the writer can be considered
    ROTATION = "rotation"  # that the writer was there
    INTEREST = "interest"  # interest, a wish, a hope for an interview
    THANKS_VISIT = "thanks_visit"  # thanks for an interview or a visit


# How likely it must be that a sentence says it, so that few clean drafts are taken to say it (0086).
_SURE = {
    Said.WAY_OUT: 0.85,
    Said.WAIVER: 0.75,
    Said.LOGISTICS: 0.75,
    Said.MATERIALS: 0.75,
    Said.STRONG: 0.9,
    Said.ASK: 0.7,
    Said.DUE: 0.7,
    Said.HURRIES: 0.75,
    Said.REMINDS_WHO: 0.8,
    Said.OWN: 0.85,
    Said.FLATTERS: 0.92,
    Said.BEGS: 0.95,
    Said.DEMANDS: 0.95,
    Said.GHOSTWRITES: 0.93,
    Said.PRAISES_SELF: 0.9,
    Said.EXCUSES: 0.9,
    Said.LIFE_STORY: 0.8,
    Said.ARGUES: 0.9,
    Said.ASKS_RANK: 0.9,
    Said.TOP_CHOICE: 0.95,
}


FAULTS = (  # in order, so that of two that are equally likely it is always the same
    Said.FLATTERS,
    Said.BEGS,
    Said.DEMANDS,
    Said.GHOSTWRITES,
    Said.PRAISES_SELF,
    Said.EXCUSES,
    Said.LIFE_STORY,
    Said.ARGUES,
    Said.ASKS_RANK,
    Said.TOP_CHOICE,
)
TOPICS = (Said.UPDATE, Said.TIE, Said.ELIGIBILITY, Said.ROTATION, Said.INTEREST, Said.THANKS_VISIT)
# Below these a sentence is not taken to say it, even if a grammar has a form for it.
_RULED_OUT = {
    Said.WAY_OUT: 0.07,
    Said.OWN: 0.55,
    Said.DUE: 0.07,
    Said.REMINDS_WHO: 0.005,
    Said.ARGUES: 0.2,
    Said.EXCUSES: 0.2,
    Said.DEMANDS: 0.1,
    Said.GHOSTWRITES: 0.1,
}
_HARDLY = 0.02
_ENOUGH = {what: log_odds(sure) for what, sure in _SURE.items()}
_LEAST = {what: log_odds(_RULED_OUT.get(what, _HARDLY)) for what in Said}


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, or a window of one that runs on, and what it answers to every question."""

    sentence: Stretch
    answers: Weighed


def readings(sentences: Iterable[Stretch]) -> tuple[Reading, ...]:
    """Return how sentences are read, in order; once read, they can be asked for everything that may be said."""
    table = weights("says")
    return tuple(Reading(sentence, table.weigh(shown)) for sentence in sentences for shown in _windows(sentence))


def said(what: Said, read: Iterable[Reading]) -> tuple[Stretch, ...]:
    """Return the sentences that surely say this, in order."""
    enough = _ENOUGH[what]
    sure = (each for each in read if each.answers.log_odds(what) >= enough)
    return tuple(
        dict.fromkeys(each.sentence for each in sure if what not in FAULTS or _likeliest(each, FAULTS) is what)
    )


def _likeliest(read: Reading, among: Iterable[Said]) -> Said:
    return max(among, key=read.answers.log_odds)


def possible(what: Said, read: Iterable[Reading]) -> Sentences:
    """Return the sentences for which it is not ruled out that they say this: those in which a grammar's find counts."""
    least = _LEAST[what]
    return Sentences(dict.fromkeys(each.sentence for each in read if each.answers.log_odds(what) >= least))


def expected(what: Said, read: Iterable[Reading]) -> float:
    """Return how many sentences say this, as far as can be expected: several that may say it count like one that does."""
    windows = groupby(
        read, key=lambda each: each.sentence
    )  # a sentence that runs on is one, however many it is read in
    return sum(likeliest(what, of_one) for _, of_one in windows)


def likeliest(what: Said, read: Iterable[Reading]) -> float:
    """Return how likely the sentence says this that says it most likely (0 when there is none)."""
    return max((each.answers.likely(what) for each in read), default=0.0)


def _windows(sentence: Stretch) -> Iterator[frozenset[str]]:
    found = sentence.terms
    if len(found) <= _LONG:
        yield sentence.features
    else:
        yield from (features(found[start : start + _WINDOW]) for start in range(0, len(found), _STEP))
