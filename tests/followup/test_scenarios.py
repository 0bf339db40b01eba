"""Every labelled situation shows exactly the prompts that were expected."""

from collections import Counter

import pytest

from tests.followup.scenarios import every
from tests.followup.scenarios.scenario import Scenario

ALL = every()


@pytest.mark.parametrize("scenario", ALL, ids=[one.name for one in ALL])
def test_the_prompts_are_those_expected(scenario: Scenario) -> None:
    assert scenario.found() == scenario.expected


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len(ALL) >= 150
    assert [name for name, count in Counter(one.name for one in ALL).items() if count > 1] == []
