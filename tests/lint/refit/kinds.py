"""Fits the weights of families, and of the kinds of each."""

from collections.abc import Callable, Sequence
from functools import partial

from sidecar.lint import family, within
from sidecar.lint.facts import Facts
from sidecar.lint.family import Family
from sidecar.lint.weights import Fitted
from tests.lint.drafts import Labelled, load
from tests.lint.refit.drafts import SETS, facts
from tests.lint.refit.features import FOLDS, LENGTH, STRENGTH, sizes, telling, write

_RARE = 4  # drafts a feature must stand in
_OF_A_SIGN = {"family": 1.2}  # the size of a feature that is no word; elsewhere:
_OF_A_SIGN_ELSEWHERE = 0.7
_END = " $"  # of a pair that says how a sentence ends: such pairs made kinds no better
_TELLING = 0.75  # the weight for some class of a pair of words that is kept


def fit_kinds() -> None:
    """Measure, fit and write the weights of families and kinds."""
    drafts = [draft for name in SETS for draft in load(name)]
    families = _fit("family", drafts, family.features, [draft.kind[0].partition(".")[0] for draft in drafts])
    write("kinds", families, *(_fit_within(each, drafts) for each in (Family.LETTER, Family.PROGRAM)))


def _fit_within(each: Family, drafts: Sequence[Labelled]) -> Fitted:
    own = [draft for draft in drafts if draft.kind[0].startswith(each.value)]
    return _fit(each.value, own, partial(_within, each), [draft.kind[0] for draft in own])


def _within(each: Family, one: Facts) -> frozenset[str]:
    return family.features(one) | within.features(one, each)


def _fit(
    name: str, drafts: Sequence[Labelled], features: Callable[[Facts], frozenset[str]], classes: Sequence[str]
) -> Fitted:
    """Measure and return the weights of this name; `classes` is what each draft is."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted here alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    found = [frozenset(each for each in features(facts(draft)) if not each.endswith(_END)) for draft in drafts]
    size = sizes(found, _RARE, _OF_A_SIGN.get(name, _OF_A_SIGN_ELSEWHERE))
    vectors = DictVectorizer()
    sized = [{feature: size[feature] for feature in sorted(each & size.keys())} for each in found]
    matrix = normalize(vectors.fit_transform(sized)) * LENGTH
    model = LogisticRegression(C=STRENGTH, max_iter=300, class_weight="balanced")
    told = cross_val_predict(model, matrix, classes, cv=KFold(FOLDS, shuffle=True, random_state=1))
    also = [{truth, *draft.kind} for truth, draft in zip(classes, drafts, strict=True)]
    right = sum(one in truths for one, truths in zip(told, also, strict=True))
    print(f"{name}: {right:,} of {len(found):,} left out were told right")
    model.fit(matrix, classes)
    always = dict(zip(map(str, model.classes_), map(float, model.intercept_), strict=True))
    rows = {
        feature: [*(float(each[column]) * size[feature] * LENGTH for each in model.coef_), size[feature] ** 2]
        for feature, column in vectors.vocabulary_.items()
    }
    return Fitted(always, telling(rows, _TELLING), size=0.0)
