"""Fits the weights by which `sidecar.lint` tells families, and kinds within a family: `python -m tests.lint.refit`.

Needs scikit-learn (`pip install scikit-learn`), which nothing else does. Prints how often drafts left out of a fit were
told right (five folds), then fits all and writes `sidecar/lint/words/*.tsv.gz`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sidecar.lint import family, weights, within
from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts
from sidecar.lint.family import Family
from tests.lint.drafts import Labelled, load

FOLDER = Path(weights.__file__).with_name(weights.FOLDER)
SETS = ("letters", "programs", "other", "sent", "short", "kinds")
_RARE = 3  # drafts a feature must stand in
_STRENGTH = 0.5  # inverse of the regularisation
_NOTHING = 0.03  # weights below it, for every class, are left out


def facts(draft: Labelled) -> Facts:
    """Return what is made of a labelled draft."""
    parsed = parse(subject=draft.subject, text=draft.text, to=draft.to, cc=draft.cc, bcc=draft.bcc)
    return Facts(parsed, now=draft.now)


def fit(name: str, drafts: Sequence[Labelled], features: Callable[[Facts], frozenset[str]], classes: list[str]) -> None:
    """Measure, fit and write the weights of this name; `classes` are what each draft is."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted here alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415

    found = [features(facts(draft)) for draft in drafts]
    often = Counter(feature for each in found for feature in each)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [{feature: 1.0 for feature in sorted(each) if often[feature] >= _RARE} for each in found]
    )
    model = LogisticRegression(C=_STRENGTH, max_iter=300, class_weight="balanced")
    told = cross_val_predict(model, matrix, classes, cv=KFold(5, shuffle=True, random_state=1))
    right = sum(one in {truth, *draft.kind} for one, truth, draft in zip(told, classes, drafts, strict=True))
    model.fit(matrix, classes)
    names = tuple(str(each) for each in model.classes_)
    rows = {weights.ALWAYS: tuple(float(each) for each in model.intercept_)}
    for feature, column in sorted(vectors.vocabulary_.items()):
        each = tuple(float(model.coef_[row][column]) for row in range(len(names)))
        if max(map(abs, each)) >= _NOTHING:
            rows[feature] = each
    (FOLDER / f"{name}.tsv.gz").write_bytes(weights.written(weights.Weights(names, rows)))
    print(f"{name:8} {right} of {len(drafts)} left out were told right; {len(rows):,} features")


def _within(each: Family, one: Facts) -> frozenset[str]:
    return family.features(one) | within.features(one, each)


def main() -> None:
    """Measure, fit and write all."""
    drafts = [draft for name in SETS for draft in load(name)]
    fit("family", drafts, family.features, [draft.kind[0].partition(".")[0] for draft in drafts])
    for each in (Family.LETTER, Family.PROGRAM):
        own = [draft for draft in drafts if draft.kind[0].startswith(each.value)]
        fit(each.value, own, partial(_within, each), [draft.kind[0] for draft in own])


if __name__ == "__main__":
    main()
