"""Where each letter and each program stands, as rows for the listings of `deardr letters` and `deardr programs`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sidecar.followup.conversation import Conversation, Desk, Standing
from sidecar.people import Program, Referee

_ORDER = list(Standing)


@dataclass(frozen=True, slots=True)
class Row:
    """A record, or somebody only mail knows of, and what passed between them and the user. Times are aware."""

    id: str  # the address of somebody asked by mail who is not on the list
    name: str
    address: str
    standing: str
    asked_at: datetime | None
    last_sent_at: datetime | None
    answered_at: datetime | None
    emails: int
    record: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the record's fields, and beside them how things stand (a program's `state` is where it lies)."""
        own = {name: value for name, value in asdict(self).items() if name != "record"}
        own["standing" if "state" in self.record else "state"] = own.pop("standing")
        return own | self.record


def letter_rows(desk: Desk, referees: Sequence[Referee]) -> list[Row]:
    """Return every letter in the order of the pipeline: the referees on the list, then those only mail knows of."""
    about = [one for one in desk.conversations if one.kind.family == "letter"]
    known = [_row(one, one.address, [c for c in about if c.referee == one.id], one.state_by_hand) for one in referees]
    others = [_row(None, one.address, [one], None) for one in about if one.referee is None]
    return sorted([*known, *others], key=lambda row: (_ORDER.index(Standing(row.standing)), row.name.casefold()))


def program_rows(desk: Desk, programs: Sequence[Program]) -> list[Row]:
    """Return the roster by name, with what was written to each program and whether it answered."""
    rows = [
        _row(
            one, one.director_address or one.address or "", [c for c in desk.conversations if c.program == one.id], None
        )
        for one in programs
    ]
    return sorted(rows, key=lambda row: row.name.casefold())


def _row(
    record: Referee | Program | None, address: str, conversations: Sequence[Conversation], by_hand: str | None
) -> Row:
    latest = max(conversations, key=lambda one: one.opened_at.timestamp() if one.opened_at else 0.0, default=None)
    return Row(
        id=record.id if record else address,
        name=record.name if record else latest.person if latest else "",
        address=address,
        standing=by_hand or (latest.standing if latest else Standing.PLANNED),
        asked_at=_last(one.opened_at for one in conversations),
        last_sent_at=_last(one.last_sent_at for one in conversations),
        answered_at=_last(one.answered_at for one in conversations),
        emails=sum(1 + one.followups for one in conversations if one.opened_at),
        record=asdict(record) if record else {},
    )


def _last(moments: Iterable[datetime | None]) -> datetime | None:
    return max(filter(None, moments), default=None)
