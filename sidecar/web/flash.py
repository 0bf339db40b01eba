"""What was just done, told once on the next page, with a way to take it back."""

from collections.abc import MutableMapping
from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Flash:
    """One sentence; `undo` is the id of the act it tells of, `secret` something that is shown this once."""

    sentence: str
    undo: str | None = None
    secret: str | None = None
    failed: bool = False


FLASHES: web.AppKey[MutableMapping[str, Flash]] = web.AppKey("FLASHES")  # by session; a restart forgets them
