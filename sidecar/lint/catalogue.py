"""Every rule there is, discovered in `sidecar.rules`: one module, one rule, the module's name its id."""

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, ModuleType

from sidecar.lint.rule import Check, Rule

_PACKAGE = "sidecar.rules"
_WHY = "## Why"
_IGNORE = "## When to ignore it"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its id, its check, and its documentation: what it flags, why, and when to ignore it (Markdown)."""

    id: str
    rule: Rule
    check: Check
    summary: str
    why: str
    ignore: str


@cache
def rules() -> Mapping[str, Entry]:
    """Return all rules by id, in alphabetical order; raise `TypeError` for a module that declares none."""
    package = importlib.import_module(_PACKAGE)
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_"))
    entries = (_entry(importlib.import_module(f"{_PACKAGE}.{name}")) for name in names)
    return MappingProxyType({entry.id: entry for entry in entries})


def _entry(module: ModuleType) -> Entry:
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise TypeError(f"{module.__name__} declares no RULE")
    check = rule.phrases.findings if rule.phrases else getattr(module, "check", None)
    if not callable(check):
        raise TypeError(f"{module.__name__} has neither phrases nor a check")
    summary, why, ignore = _sections(inspect.getdoc(module) or "")
    return Entry(module.__name__.rpartition(".")[2].replace("_", "-"), rule, check, summary, why, ignore)


def _sections(docstring: str) -> tuple[str, str, str]:
    text, _, ignore = docstring.partition(_IGNORE)
    summary, _, why = text.partition(_WHY)
    return summary.strip(), why.strip(), ignore.strip()
