"""Typed values to JSON text and back, for the columns that hold one."""

import json
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

T = TypeVar("T")


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def dump(value: object) -> str:
    """Return the JSON text of a dataclass of the product; fields that hold their default are left out.

    Halves of characters, which a hostile mail can hold and no database takes, become question marks.
    """
    shape: Any = type(value)
    try:
        return _adapter(shape).dump_json(value, exclude_defaults=True).decode()
    except PydanticSerializationError:
        plain = _adapter(shape).dump_python(value, mode="json", exclude_defaults=True)
        return json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace").decode()


def load(shape: type[T], text: str) -> T:
    """Build a value of the dataclass `shape` from `dump`'s text; raises `ValueError` when it does not fit."""
    hashable: Any = shape
    result: T = _adapter(hashable).validate_json(text)
    return result
