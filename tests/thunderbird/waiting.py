"""Waiting for what is about to happen, with a deadline and without guessing how long it takes."""

import time
from collections.abc import Callable
from typing import TypeVar

from tests.thunderbird.marionette import MarionetteError

T = TypeVar("T")


def eventually(ask: Callable[[], T | None], what: str, seconds: float = 10.0) -> T:
    """Ask until the answer is true, and return it; what cannot be asked yet counts as not yet."""
    until = time.monotonic() + seconds
    last: object = None
    while True:
        try:
            answer = ask()
            if answer:
                return answer
            last = answer
        except (MarionetteError, LookupError, TypeError) as error:
            last = error
        if time.monotonic() > until:
            raise AssertionError(f"{what}: not within {seconds:g} s; last: {last!r}")
        time.sleep(0.03)
