"""Fits the weights by which `sidecar.lint.family` tells families apart: `python -m tests.lint.refit_family`.

Needs scikit-learn (`pip install scikit-learn`), which nothing else does. Prints how often drafts left out of a fit were
told right (five folds), then fits all and writes `sidecar/lint/words/family.tsv.gz`.
"""

import gzip
from collections import Counter
from pathlib import Path

from sidecar.lint import family
from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts
from tests.lint.drafts import Labelled, load

TARGET = Path(__file__).parents[2] / "sidecar" / "lint" / "words" / family.WEIGHTS
SETS = ("letters", "programs", "other", "sent", "short")
_RARE = 4  # drafts a feature must stand in
_STRENGTH = 0.5  # inverse of the regularisation
_NOTHING = 0.02  # weights below it, for every family, are left out


def drafts() -> list[Labelled]:
    """Return the drafts that the weights are fitted to."""
    return [draft for name in SETS for draft in load(name)]


def features(draft: Labelled) -> frozenset[str]:
    """Return the features of a labelled draft."""
    parsed = parse(subject=draft.subject, text=draft.text, to=draft.to, cc=draft.cc, bcc=draft.bcc)
    return family.features(Facts(parsed, now=draft.now))


def main() -> None:
    """Measure, fit and write."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted here alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import KFold, cross_val_predict  # noqa: PLC0415

    labelled = drafts()
    found = [features(draft) for draft in labelled]
    often = Counter(feature for each in found for feature in each)
    rows = [{feature: 1.0 for feature in sorted(each) if often[feature] >= _RARE} for each in found]
    truth = [draft.kind[0].partition(".")[0] for draft in labelled]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=300)
    told = cross_val_predict(model, matrix, truth, cv=KFold(5, shuffle=True, random_state=1))
    for name in (*SETS, ""):
        right = [
            a == b for a, b, draft in zip(told, truth, labelled, strict=True) if draft.id.startswith(name.rstrip("s"))
        ]
        print(f"{name or 'all':9} {sum(right)} of {len(right)} left out were told right")
    model.fit(matrix, truth)
    order = [list(model.classes_).index(each) for each in family.Family]
    lines = ["\t".join(["", *(f"{model.intercept_[one]:.3f}" for one in order)])]
    for feature, column in sorted(vectors.vocabulary_.items()):
        weights = [float(model.coef_[one][column]) for one in order]
        if max(map(abs, weights)) >= _NOTHING:
            lines.append("\t".join([feature, *(f"{weight:.3f}" for weight in weights)]))
    data = "# Written by python -m tests.lint.refit_family\n" + "\n".join(lines) + "\n"
    TARGET.write_bytes(gzip.compress(data.encode("utf-8"), 9, mtime=0))
    print(f"{TARGET.name}: {len(lines):,} features")


if __name__ == "__main__":
    main()
