"""One email seen twice: what the copies together say."""

from datetime import datetime
from typing import Any

from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind

_UNKNOWN = (None, (), "", False, Kind.OTHER, MessageClass.OTHER)


def merged(one: Message, other: Message) -> Message:
    """Return what two copies of an email say together: the same in whatever order copies are merged, and how often.

    A copy in the Sent folder decides that the user sent it; what only one copy tells is kept; the copy that reached a
    mailbox first gives the time of receipt.
    """
    if one == other:
        return one
    chosen: dict[str, Any] = {
        name: min(getattr(one, name), getattr(other, name), key=_preference) for name in Message.__dataclass_fields__
    }
    return Message(**chosen)


def _preference(value: object) -> tuple[bool, bool, Any]:
    """Sent before anything else, known before unknown, then the smaller: a total order on the values of one field."""
    return value is not MessageClass.SENT, value in _UNKNOWN, _comparable(value)


def _comparable(value: object) -> Any:
    return (value.timestamp(), value.isoformat()) if isinstance(value, datetime) else (0.0, repr(value))
