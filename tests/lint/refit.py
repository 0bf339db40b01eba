"""Fits the weights by which `sidecar.lint` tells families, kinds and what sentences say: `python -m tests.lint.refit`.

Needs scikit-learn (`pip install scikit-learn`), which nothing else does. Prints how often what was left out was
told right (five folds), then fits all and writes `sidecar/lint/words/*.tsv.gz`.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from sidecar.kinds import Kind
from sidecar.lint import exemplar, family, weights, within
from sidecar.lint.catalogue import rules
from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts, logistics
from sidecar.lint.facts.ask import asks, strong_letter
from sidecar.lint.facts.dates import dated
from sidecar.lint.facts.offers import materials
from sidecar.lint.facts.prose import Sentences, sentences
from sidecar.lint.facts.refusal import way_out
from sidecar.lint.facts.relationship import relationships
from sidecar.lint.facts.said import Said
from sidecar.lint.facts.said import features as sentence_features
from sidecar.lint.family import Family
from sidecar.lint.phrases import fold
from tests.lint.drafts import Labelled, load, load_sentences

FOLDER = Path(weights.__file__).with_name(weights.FOLDER)
SETS = ("letters", "programs", "other", "sent", "short", "kinds")
_RARE = 5  # drafts a feature must stand in
_RARE_IN_SENTENCES = 3
_STRENGTH = 1.0  # inverse of the regularisation
_LENGTH = 10.0  # of every draft, as a vector of its features
_OF_A_SIGN = {"family": 1.2}  # the size of a feature that is no word; elsewhere:
_OF_A_SIGN_ELSEWHERE = 0.7
_OF_A_RARE_WORD = 0.75  # power of the inverse document frequency of a word, which is 1 for one draft in eight
_TODAY = date(2026, 10, 1)
_ASKING = {Kind.LETTER_REQUEST, Kind.LETTER_FOLLOWUP, Kind.LETTER_EARLY_ASK}
_GRAMMARS: Mapping[Said, Callable[[Sentences], object]] = {
    Said.WAY_OUT: way_out,
    Said.WAIVER: logistics.WAIVER.anywhere,
    Said.LOGISTICS: logistics.UPLOAD.anywhere,
    Said.MATERIALS: materials,
    Said.STRONG: strong_letter,
    Said.ASK: asks,
    Said.REMINDS_WHO: lambda found: any(
        bond.place or bond.time for bond in relationships(dated(found, _TODAY), _TODAY)
    ),
}
_MISSING = {
    Said.WAY_OUT: "no-graceful-out",
    Said.WAIVER: "no-waiver-mention",
    Said.LOGISTICS: "no-upload-logistics",
    Said.MATERIALS: "no-materials-offered",
    Said.STRONG: "ask-not-strong",
    Said.ASK: "ask-missing",
    Said.REMINDS_WHO: "no-relationship-reminder",
}  # the rule that speaks when nothing says it


def facts(draft: Labelled) -> Facts:
    """Return what is made of a labelled draft."""
    parsed = parse(subject=draft.subject, text=draft.text, to=draft.to, cc=draft.cc, bcc=draft.bcc)
    return Facts(parsed, now=draft.now)


def fit(
    name: str, found: Sequence[frozenset[str]], classes: Sequence[str], also: Sequence[Iterable[str]], rare: int
) -> None:
    """Measure, fit and write the weights of this name.

    `found` are the features of each draft or sentence, `classes` what it is, `also` what it may be taken for, too.
    """
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted here alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    often = Counter(feature for each in found for feature in each)
    of_a_sign = _OF_A_SIGN.get(name, _OF_A_SIGN_ELSEWHERE)
    sizes = {
        feature: _of_a_word(times / len(found)) if feature.startswith(("word ", "pair ")) else of_a_sign
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
    always = [float(each) for each in model.intercept_]
    columns = [[float(each) for each in row] for row in model.coef_]
    if len(names) == 2:  # of two classes the weights are those of the second against the first
        always, columns = [0.0, *always], [[0.0] * len(sizes), *columns]
    rows = {weights.ALWAYS: (0.0, *always)}
    for feature, column in sorted(vectors.vocabulary_.items()):
        rows[feature] = (sizes[feature], *(each[column] * sizes[feature] * _LENGTH for each in columns))
    (FOLDER / f"{name}.tsv.gz").write_bytes(weights.written(weights.Weights(names, rows)))
    print(f"{name:16} {right:,} of {len(found):,} left out were told right; {len(rows):,} features")


def _of_a_word(share: float) -> float:
    """Return how much of a draft a word makes up: more, the fewer drafts have it (`share`, 0 to 1)."""
    return math.pow(math.log(share) / math.log(1 / 8), _OF_A_RARE_WORD)


def _within(each: Family, one: Facts) -> frozenset[str]:
    return family.features(one) | within.features(one, each)


def _fit_drafts(
    name: str, drafts: Sequence[Labelled], features: Callable[[Facts], frozenset[str]], classes: list[str]
) -> None:
    fit(name, [features(facts(draft)) for draft in drafts], classes, [draft.kind for draft in drafts], _RARE)


def _of_sentences(what: Said, drafts: Iterable[Labelled]) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the features of sentences, and whether they say this: written ones, rules' examples, and those of drafts.

    Those of drafts are read by their grammar. Where it finds nothing the draft may say it in other words, unless it is
    labelled as not saying it, or is a stranger's. That a letter is to be strong is hardly ever said in words unknown.
    """
    for one in load_sentences():
        if one.fact == what:
            yield sentence_features(*sentences(fold(one.text))), "yes" if one.yes else "no"
        elif one.yes and Said.ASK not in {one.fact, what}:  # an ask says much else in the same breath
            yield sentence_features(*sentences(fold(one.text))), "no"
    rule = rules()[_MISSING[what]].rule
    for example in (example for example in rule.examples if example.wrong):
        shown = exemplar.facts(example, exemplar.kind_of(example, rule)).prose.sentences
        yield from ((sentence_features(one), "no") for one in shown)
    for draft in drafts:
        body = facts(draft).prose.sentences
        says = [bool(_GRAMMARS[what](Sentences([sentence]))) for sentence in body]
        never = draft.kind == [Kind.OTHER] or _MISSING[what] in draft.expected
        if never:
            says = [False] * len(body)
        if never or (draft.kind[0] in _ASKING and (any(says) or what is Said.STRONG)):
            yield from ((sentence_features(one), "yes" if yes else "no") for one, yes in zip(body, says, strict=True))


def main() -> None:
    """Measure, fit and write all."""
    drafts = [draft for name in SETS for draft in load(name)]
    for what in Said:
        found, classes = zip(*_of_sentences(what, drafts), strict=True)
        fit(f"says_{what}", found, classes, [()] * len(found), _RARE_IN_SENTENCES)
    _fit_drafts("family", drafts, family.features, [draft.kind[0].partition(".")[0] for draft in drafts])
    for each in (Family.LETTER, Family.PROGRAM):
        own = [draft for draft in drafts if draft.kind[0].startswith(each.value)]
        _fit_drafts(each.value, own, partial(_within, each), [draft.kind[0] for draft in own])


if __name__ == "__main__":
    main()
