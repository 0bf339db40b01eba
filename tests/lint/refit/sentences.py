"""Fits the weights of what sentences say."""

import math
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sidecar.kinds import Kind
from sidecar.lint import exemplar
from sidecar.lint.catalogue import rules
from sidecar.lint.facts import claims, logistics
from sidecar.lint.facts.ask import asks, strong_letter
from sidecar.lint.facts.dates import dated
from sidecar.lint.facts.deadline import deadlines, vague_deadlines
from sidecar.lint.facts.fit import specific_lines
from sidecar.lint.facts.flattery import flattery
from sidecar.lint.facts.offers import ghostwriting, materials
from sidecar.lint.facts.plea import pleas
from sidecar.lint.facts.pressure import demands
from sidecar.lint.facts.prose import Sentences, sentences
from sidecar.lint.facts.refusal import way_out
from sidecar.lint.facts.relationship import relationships
from sidecar.lint.facts.said import Said
from sidecar.lint.facts.story import excuses, stories
from sidecar.lint.family import Family
from sidecar.lint.phrases import fold
from sidecar.lint.weights import Fitted
from sidecar.rules.arguing_decision import disputes
from sidecar.rules.asks_for_ranking import asked
from sidecar.rules.self_praise import PRAISE
from tests.lint.drafts import SHEETS, Labelled, load, load_sentences
from tests.lint.refit.drafts import SETS, facts
from tests.lint.refit.features import FOLDS, LENGTH, STRENGTH, size_of_word, sizes, telling, write
from tests.lint.refit.meaning import Vectors

_RARE = 3  # sentences a feature must stand in
_OF_MEANING = 0.8  # length of a word's vector against the word itself
_KNOWN = 5_000  # stems, the most frequent, that weights of sentences know by their vectors alone
_ALWAYS_THERE = 7.0  # size of every sentence to begin with
_TELLING = 6.5  # the weight for some question of a pair of words that is kept
_FROM_DRAFTS = 6_000  # sentences of drafts that a fault is not found in, at most
_TODAY = date(2026, 10, 1)
_ASKING = {Kind.LETTER_REQUEST, Kind.LETTER_FOLLOWUP, Kind.LETTER_EARLY_ASK}


@dataclass(frozen=True)
class Lesson:
    """How to learn what says a thing: the rule that speaks of it, a grammar with some forms, whose drafts to read.

    `fault`: whether the rule speaks when it is said, not when it is missing.
    """

    rule: str
    grammar: Callable[[Sentences], object]
    families: tuple[Family, ...] = (Family.LETTER,)
    fault: bool = False


_OF_A_LETTER = frozenset(SHEETS["letter"])
_BOTH = (Family.LETTER, Family.PROGRAM)
_PROGRAM = (Family.PROGRAM,)
LESSONS: Mapping[Said, Lesson] = {
    Said.WAY_OUT: Lesson("no-graceful-out", way_out),
    Said.WAIVER: Lesson("no-waiver-mention", logistics.WAIVER.anywhere),
    Said.LOGISTICS: Lesson("no-upload-logistics", logistics.UPLOAD.anywhere),
    Said.MATERIALS: Lesson("no-materials-offered", materials),
    Said.STRONG: Lesson("ask-not-strong", strong_letter),
    Said.ASK: Lesson("ask-missing", asks),
    Said.DUE: Lesson("no-deadline", lambda found: deadlines(dated(found, _TODAY), _TODAY)),
    Said.HURRIES: Lesson("deadline-vague", vague_deadlines, fault=True),
    Said.REMINDS_WHO: Lesson(
        "no-relationship-reminder",
        lambda found: any(bond.place or bond.time for bond in relationships(found, _TODAY)),
    ),
    Said.OWN: Lesson("no-program-specific-line", specific_lines, _PROGRAM),
    Said.FLATTERS: Lesson("guilt-or-flattery", flattery, _BOTH, fault=True),
    Said.BEGS: Lesson("desperation", pleas, _BOTH, fault=True),
    Said.DEMANDS: Lesson("demanding-tone", demands, _BOTH, fault=True),
    Said.GHOSTWRITES: Lesson("ghostwriting-offer", ghostwriting, fault=True),
    Said.PRAISES_SELF: Lesson("self-praise", PRAISE.anywhere, fault=True),
    Said.EXCUSES: Lesson("score-excuses", excuses, _BOTH, fault=True),
    Said.LIFE_STORY: Lesson("life-story", stories, _BOTH, fault=True),
    Said.ARGUES: Lesson("arguing-decision", lambda found: any(map(disputes, found)), _PROGRAM, fault=True),
    Said.ASKS_RANK: Lesson("asks-for-ranking", lambda found: any(map(asked, found)), _PROGRAM, fault=True),
    Said.TOP_CHOICE: Lesson("number-one-before-interview", claims.TOP_CHOICE.anywhere, _PROGRAM, fault=True),
}


Example = tuple[frozenset[str], bool]


class Room:
    """The space in which sentences are compared: by their words and pairs of words, and by what the words mean."""

    def __init__(self, found: Collection[frozenset[str]], meaning: Vectors) -> None:
        self.meaning = meaning
        self.sizes = sizes(found, _RARE, 1.0)
        known = [*meaning.of][:_KNOWN]
        self.sizes |= {stem: size_of_word(1 / len(found)) for stem in known if stem not in self.sizes}
        self.columns = {feature: at for at, feature in enumerate(sorted(self.sizes))}

    def rows(self, found: Sequence[frozenset[str]]) -> Any:
        """Return a matrix of sentences: their features, then what their words mean; all of about one length."""
        import numpy as np  # noqa: PLC0415 - wanted here alone
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415

        meanings = np.zeros((len(found), self.meaning.dimensions))
        entries, columns, ends = [], [], [0]
        for at, each in enumerate(found):
            here = sorted(each & self.sizes.keys())
            length = math.hypot(_ALWAYS_THERE, *(self.sizes[feature] for feature in here))
            for feature in here:
                size = self.sizes[feature] / length * LENGTH
                entries.append(size)
                columns.append(self.columns[feature])
                if (vector := self.vector(feature)) is not None:
                    meanings[at] += _OF_MEANING * size * vector
            ends.append(len(entries))
        words = csr_matrix((entries, columns, ends), shape=(len(found), len(self.columns)))
        return hstack([words, csr_matrix(meanings)]).tocsr()

    def vector(self, feature: str) -> Any | None:
        """Return what a word means, or None."""
        return self.meaning.of.get(feature)

    def weights(self, coefficients: Any) -> dict[str, float]:
        """Return what a model that was fitted to `rows` comes to for each feature."""
        of_words, of_meaning = coefficients[: len(self.columns)], coefficients[len(self.columns) :]
        return {
            feature: float(
                of_words[column]
                + (0 if (vector := self.vector(feature)) is None else _OF_MEANING * (vector @ of_meaning))
            )
            * self.sizes[feature]
            * LENGTH
            for feature, column in self.columns.items()
        }


def fit_sentences(meaning: Vectors) -> None:
    """Measure, fit and write the weights of what sentences say: a question each, fitted to its own examples."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - wanted here alone
    from sklearn.metrics import average_precision_score  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415

    read = [draft for name in SETS for draft in load(name)]
    examples = {what: list(_examples(what, read)) for what in Said}
    room = Room({features for each in examples.values() for features, _ in each}, meaning)
    always: dict[str, float] = {}
    columns: list[dict[str, float]] = []
    for question, each in examples.items():
        matrix, truths = room.rows([features for features, _ in each]), [truth for _, truth in each]
        model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced")
        told = cross_val_predict(
            model, matrix, truths, cv=KFold(FOLDS, shuffle=True, random_state=1), method="predict_proba"
        )
        print(
            f"{question:16} {len(each):,} sentences, {sum(truths):,} say it; average precision of those left out "
            f"{average_precision_score(truths, told[:, 1]):.2f}"
        )
        model.fit(matrix, truths)
        always[question] = float(model.intercept_[0])
        columns.append(room.weights(model.coef_[0]))
    rows = {feature: [*(column[feature] for column in columns), size * size] for feature, size in room.sizes.items()}
    write("says", Fitted(always, telling(rows, _TELLING), size=_ALWAYS_THERE**2))


def _examples(what: Said, drafts: Sequence[Labelled]) -> Iterator[Example]:
    """Yield sentences and whether they say this: written ones, rules' examples, and those of drafts."""
    for one in load_sentences():
        if what in one.asked:
            yield _features(one.text), what in one.says
        elif one.says and one.sheet in _OF_A_LETTER and what in _OF_A_LETTER and Said.ASK not in {one.sheet, what}:
            yield _features(one.text), False  # an ask says much else in the same breath
        elif what is Said.TIE and Said.LIFE_STORY in one.says:
            yield _features(one.text), False  # a childhood elsewhere binds nobody to this place
    if (lesson := LESSONS.get(what)) is None:
        return
    rule = rules()[lesson.rule].rule
    for example in (example for example in rule.examples if example.wrong):
        shown = exemplar.facts(example, exemplar.kind_of(example, rule)).prose.sentences
        flagged = tuple(map(fold, example.flags or ())) if lesson.fault else ()
        yield from ((one.features, True) for one in shown if any(flag in one.text for flag in flagged))
        if not lesson.fault:
            yield from ((one.features, False) for one in shown)
    if lesson.fault:
        yield from ((each, False) for each in _right())
    else:
        for example in (example for example in rule.examples if not example.wrong):
            shown = exemplar.facts(example, exemplar.kind_of(example, rule)).prose.sentences
            yield from ((one.features, True) for one in shown if lesson.grammar(Sentences([one])))
    found = [each for draft in drafts for each in _of_draft(what, lesson, draft)]
    yield from random.Random(1).sample(found, min(len(found), _FROM_DRAFTS)) if lesson.fault else found  # noqa: S311 - no secret


def _features(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(sentence.features for sentence in sentences(fold(text))))


@cache
def _right() -> tuple[frozenset[str], ...]:
    """Return the sentences of all the right examples of all rules, each once."""
    right = (
        exemplar.facts(example, exemplar.kind_of(example, entry.rule)).prose.sentences
        for entry in rules().values()
        for example in entry.rule.examples
        if not example.wrong
    )
    return tuple(dict.fromkeys(one.features for shown in right for one in shown))


def _of_draft(what: Said, lesson: Lesson, draft: Labelled) -> Iterator[Example]:
    """Yield the sentences of a draft, read by the grammar.

    Where it finds nothing, the draft may say the thing in other words: sentences in which it does not find a fault are
    taken for clean, since there are few others; but of what should be said only drafts count in which it finds it
    somewhere else, and those labelled as lacking it, or a stranger's. That a letter is to be strong is hardly ever said
    in words unknown.
    """
    body = facts(draft).prose.sentences
    says = [bool(lesson.grammar(Sentences([sentence]))) for sentence in body]
    if lesson.fault:
        ours = any(draft.kind[0].startswith(each.value) for each in lesson.families)
        if ours and lesson.rule not in draft.expected:
            yield from ((one.features, False) for one, yes in zip(body, says, strict=True) if not yes)
        return
    if lesson.rule in draft.absent and not any(says):
        return  # said in words that the grammar does not know
    never = draft.kind == [Kind.OTHER] or lesson.rule in draft.expected
    asking = draft.kind[0] in _ASKING if lesson.families == (Family.LETTER,) else draft.kind[0].startswith("program")
    if never or (asking and (any(says) or what is Said.STRONG)):
        yield from ((one.features, yes and not never) for one, yes in zip(body, says, strict=True))
