"""What a template says about itself: TOML in the Jinja comment its file begins with.

{#
title = "First follow-up"
kind = "letter.followup"
reply = true
#}
Subject: …

Dear …
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from sidecar.kinds import Kind
from sidecar.letters.fields import Field

_FRONT = re.compile(r"\s*\{#-?\s*\n(.*?)\n\s*-?#\}", re.DOTALL)
_KEYS = dict.fromkeys(("title", "kind", "situation", "purpose", "source"), str) | {
    "reply": bool,
    "document": bool,
    "attachments": list,
    "fields": dict,
}
_SAID = {str: "a text", bool: "true or false", list: "a list", dict: "a table"}


class UnusableTemplateError(ValueError):
    """A template cannot be found, read or rendered. The message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Front:
    """The description at the head of a template file."""

    title: str
    kind: Kind
    situation: str = ""
    purpose: str = ""
    source: str = ""  # sections of the guides the template follows: "L7"
    reply: bool = False  # belongs in the thread of the first email
    document: bool = False  # a page to hand over, not an email
    attachments: tuple[str, ...] = ()
    fields: dict[str, Field] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()  # fields that hold several lines


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the catalogue. `needed` fields leave a placeholder when unknown; `optional` ones can be used."""

    id: str
    title: str
    kind: Kind
    situation: str
    purpose: str
    source: str
    document: bool
    reply: bool
    needed: tuple[Field, ...]
    optional: tuple[Field, ...]
    attachments: tuple[str, ...] = ()
    own: bool = False  # the user's own file


def read_front(source: str, name: str) -> Front | None:
    """Return the description a template file begins with, None when it has none. Raises UnusableTemplateError."""
    found = _FRONT.match(source)
    if not found:
        return None
    try:
        values = tomllib.loads(found[1])
    except tomllib.TOMLDecodeError as error:
        raise UnusableTemplateError(f"The description at the head of {name} is not valid TOML: {error}.") from error
    for key, value in values.items():
        if key not in _KEYS:
            raise UnusableTemplateError(
                f"The description of {name} has an unknown entry {key!r}; known are {', '.join(_KEYS)}."
            )
        if not isinstance(value, _KEYS[key]):
            raise UnusableTemplateError(f"In the description of {name}, {key} must be {_SAID[_KEYS[key]]}.")
    return _front(values, name)


def _front(values: dict[str, Any], name: str) -> Front:
    kind = values.pop("kind", "other")
    if kind not in list(Kind):
        raise UnusableTemplateError(f"The description of {name} names the kind {kind!r}, which does not exist.")
    fields, lists = _own_fields(values.pop("fields", {}), name)
    attachments = tuple(str(item) for item in values.pop("attachments", []))
    values.setdefault("title", name)
    return Front(kind=Kind(kind), attachments=attachments, fields=fields, lists=lists, **values)


def _own_fields(table: dict[str, Any], name: str) -> tuple[dict[str, Field], frozenset[str]]:
    """Read `name = "label"`, or `name = {label = …, hint = …, list = true}`; dotted names are quoted keys."""
    fields: dict[str, Field] = {}
    lists: set[str] = set()
    for key, value in table.items():
        entry = {"label": value} if isinstance(value, str) else value
        if not isinstance(entry, dict) or not isinstance(entry.get("label"), str):
            raise UnusableTemplateError(f"In the description of {name}, the field {key!r} needs a label.")
        fields[key] = Field(key, _flat(entry["label"]), _flat(str(entry.get("hint", ""))))
        if entry.get("list"):
            lists.add(key)
    return fields, frozenset(lists)


def _flat(text: str) -> str:
    """Return a label on one line, without the brackets it will stand in."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())
