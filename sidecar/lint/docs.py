"""Writes `docs/rules.md` from the rules themselves: `python -m sidecar.lint.docs`."""

from collections.abc import Iterator
from pathlib import Path

from sidecar.kinds import ALL, LETTER, OURS, PROGRAM, Kind
from sidecar.lint.catalogue import Entry, rules
from sidecar.lint.exemplar import kind_of
from sidecar.lint.rule import Example

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
COMMAND = "python -m sidecar.lint.docs"

_HEAD = f"""# The rules

Generated from the rule files by `{COMMAND}`; edit those instead.

Severity: **error** (do not send like this), **warning** (weakens it), **advice** (better if). Sources name the guides
(`L` on letters, `P` on emails to programs, with their sections), the Match (`N`), or common sense. An example sets the
part of an otherwise complete email that the rule is about; what the rule underlines in it follows the arrow.
"""
_GROUPS = ((ALL, "every email"), (OURS, "every email but `other`"), (LETTER, "`letter.*`"), (PROGRAM, "`program.*`"))


def page() -> str:
    """Return the whole page."""
    entries = rules().values()
    table = [f"| [{one.id}](#{one.id}) | {one.rule.severity} | {kinds(one.rule.kinds)} |" for one in entries]
    parts = [_HEAD, "| rule | severity | looked for in |\n|---|---|---|\n" + "\n".join(table) + "\n"]
    return "\n".join([*parts, *(_section(entry) for entry in entries)])


def kinds(wanted: frozenset[Kind]) -> str:
    """Return a set of kinds in few words."""
    for group, words in _GROUPS:
        if wanted == group:
            return words
        if wanted < group and len(group - wanted) <= 2 and group is not ALL:
            return f"{words} except {_listed(group - wanted)}"
    for group, words in _GROUPS[2:]:
        if group < wanted:
            return f"{words}, {_listed(wanted - group)}"
    return _listed(wanted)


def _listed(wanted: frozenset[Kind]) -> str:
    return ", ".join(f"`{kind}`" for kind in Kind if kind in wanted)


def _section(entry: Entry) -> str:
    rule = entry.rule
    facts = f"*{rule.severity}; {kinds(rule.kinds)}; source {', '.join(rule.sources)}*"
    why = f"**Why.** {entry.why}"
    ignore = f"**When to ignore it.** {entry.ignore}\n" if entry.ignore else ""
    shown = "\n".join(_examples(entry))
    return f"## {entry.id}\n\n{entry.summary}\n\n{facts}\n\n{why}\n\n{ignore}\n{shown}\n"


def _examples(entry: Entry) -> Iterator[str]:
    for wrong, title in ((True, "Flagged"), (False, "Fine")):
        yield f"{title}:\n"
        yield from (_example(entry, one) for one in entry.rule.examples if one.wrong == wrong)
        yield ""


def _example(entry: Entry, example: Example) -> str:
    kind = kind_of(example, entry.rule)
    parts = "; ".join(f"{name}: {_code(str(text))}" for name, text in example.parts.items())
    flags = f" → {', '.join(_code(flag) for flag in example.flags)}" if example.flags else ""
    fixed = f" → mended: {_code(example.fixed)}" if example.fixed else ""
    return f"- `{kind}` {parts or 'the model email as it is'}{flags}{fixed}"


def _code(text: str) -> str:
    shown = " ↵ ".join(text.split("\n")) if text.strip() else "(empty)"
    shown = shown if len(shown) <= 240 else f"{shown[:237]} …"
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
