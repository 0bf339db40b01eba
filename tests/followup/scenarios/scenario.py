"""One labelled situation.

A prompt is labelled `action state`, with the local part of the address behind it when several people take part.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sidecar.followup.prompt import Prompt
from tests.followup.stage import Stage

Scene = Callable[[Stage], object]


@dataclass(frozen=True)
class Scenario:
    """`day` is when one looks, counted from `first`; `expected` are the labels of all prompts then."""

    name: str
    scene: Scene
    day: float
    expected: frozenset[str]
    first: str = "2026-08-04"  # a Tuesday; programs begin to review on day 50 (23 September 2026)

    def prompts(self) -> tuple[Prompt, ...]:
        stage = Stage(self.first)
        self.scene(stage)
        return stage.prompts(self.day)

    def found(self) -> frozenset[str]:
        """The labels of the prompts that the product shows."""
        named = any(len(label.split()) > 2 for label in self.expected)
        return frozenset(label(prompt, named=named) for prompt in self.prompts())


def label(prompt: Prompt, *, named: bool) -> str:
    who = f" {prompt.address.partition('@')[0]}" if named else ""
    return f"{prompt.action} {prompt.state}{who}"


def case(name: str, scene: Scene, day: float, *expected: str, first: str = "2026-08-04") -> Scenario:
    return Scenario(name, scene, day, frozenset(expected), first)
