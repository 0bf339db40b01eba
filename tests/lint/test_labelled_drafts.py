"""What is made of the labelled drafts: families, kinds, and findings, with floors below what is reached today."""

from collections import Counter
from functools import cache

import pytest

from sidecar.lint.engine import Report
from tests.lint.drafts import Labelled, load
from tests.lint.judge import UNIVERSAL, hits, report


@cache
def reports(name: str) -> list[tuple[Labelled, Report]]:
    return [(draft, report(draft)) for draft in load(name)]


def found(made: Report) -> set[str]:
    return {one.rule for one in made.findings}


@pytest.mark.parametrize("name", ["letters", "programs", "other", "sent", "short", "kinds", "messy"])
def test_the_weights_fit_the_drafts_they_were_fitted_to(name: str) -> None:
    told = [made.kind.kind.value in draft.kind for draft, made in reports(name)]
    assert sum(told) >= 0.97 * len(told)


def test_kinds_of_drafts_never_fitted_to_are_told_apart() -> None:
    told = [made.kind.kind.value in draft.kind for draft, made in reports("unseen")]
    assert sum(told) >= 0.95 * len(told)


def test_strangers_mail_raises_hardly_an_alarm() -> None:
    loud = [draft.id for draft, made in reports("other") if found(made) - UNIVERSAL]
    assert len(loud) <= 3, loud


@pytest.mark.parametrize("name", ["letters", "programs", "messy", "fragments", "unseen"])
def test_what_is_wrong_is_found_and_what_is_right_is_left_alone(name: str) -> None:
    counted: Counter[str] = Counter()
    for draft, made in reports(name):
        rules = found(made)
        for rule in draft.expected:
            counted["hit" if hits(rule, rules) else "miss"] += 1
        counted["alarm"] += len(rules & set(draft.absent))
    assert counted["hit"] >= 0.85 * (counted["hit"] + counted["miss"]), counted
    assert counted["hit"] >= 0.70 * (counted["hit"] + counted["alarm"]), counted
