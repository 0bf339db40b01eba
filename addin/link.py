"""Join ES modules into one classic script.

Thunderbird runs the scripts in composers and messages as classic scripts, which cannot import (docs/decisions/0080).
This joins such a script's modules when the add-on is packed. It knows the forms the add-on's modules are written in,
named imports and named exports at the beginning of a line, and refuses everything else.
"""

import re
from pathlib import Path, PurePosixPath

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) +(\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class UnknownForm(Exception):
    """A module holds an import or export that cannot be joined."""


def linked(root: Path, entry: str) -> str:
    """Return the module `entry` and all it imports as one script, which does nothing where it ran before."""
    joined: dict[str, str] = {}
    _join(root, entry, joined, ())
    return f"(() => {{\nif (globalThis.deardr) return;\nglobalThis.deardr = true;\n{''.join(joined.values())}}})();\n"


def _join(root: Path, name: str, joined: dict[str, str], users: tuple[str, ...]) -> None:
    """Add a module behind those it imports; each becomes a function whose result is what it exports."""
    if name in joined:
        return
    if name in users:
        raise UnknownForm(f"{name} imports itself by way of {', '.join(users)}")

    def bound(found: re.Match[str]) -> str:
        other = _path(name, found[2])
        _join(root, other, joined, (*users, name))
        return f"const {{{found[1].replace(' as ', ': ')}}} = {_variable(other)};"

    text = _IMPORT.sub(bound, (root / name).read_text())
    exported = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    if other := _OTHER.search(text):
        raise UnknownForm(f"{name}: {other[0]}")
    joined[name] = f"const {_variable(name)} = (() => {{ // {name}\n{text}return {{ {', '.join(exported)} }};\n}})();\n"


def _path(user: str, wanted: str) -> str:
    """Where a module lies that another names relative to itself."""
    parts: list[str] = [*PurePosixPath(user).parent.parts]
    for part in PurePosixPath(wanted).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _variable(name: str) -> str:
    return re.sub(r"\W", "_", name)
