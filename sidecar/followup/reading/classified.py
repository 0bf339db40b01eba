"""What a test for one class answers."""

from dataclasses import dataclass

from sidecar.followup.message import MessageClass


@dataclass(frozen=True, slots=True)
class Classified:
    """A class and why; of a delivery report or receipt also whom and which mail it is about."""

    cls: MessageClass
    because: str
    failed: tuple[str, ...] = ()
    original_message_id: str | None = None
