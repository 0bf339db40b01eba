"""Labelled situations: what happened, at what moment one looks, and which prompts a careful friend would show then."""

import importlib
import pkgutil

from tests.followup.scenarios.scenario import Scenario

_NOT_SCENARIOS = {"scenario"}


def every() -> list[Scenario]:
    """All scenarios of this folder, in the order of its files."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NOT_SCENARIOS)
    return [one for name in names for one in importlib.import_module(f"{__name__}.{name}").SCENARIOS]
