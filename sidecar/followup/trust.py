"""How far silence can be believed: what is known of the reading of an account.

Terminology: a *reading* is what the last look at an account's incoming mail told. Missing mail is never taken for
"no reply": a prompt that rests on silence says so when the reading is old or suspicious.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from sidecar.followup import wording
from sidecar.followup.cadence import MACHINE_SILENCE_HOURS

_FRESH = timedelta(hours=MACHINE_SILENCE_HOURS)


@dataclass(frozen=True, slots=True)
class Reading:
    """One account: the address it serves, when all its incoming folders were last read, and what looked wrong then."""

    account: str
    address: str
    read_at: datetime | None
    suspicion: str | None = None


def doubt(readings: Sequence[Reading], address: str, opens: datetime, now: datetime, here: tzinfo) -> str | None:
    """Return why silence at `address` may not be silence: a suspicious reading, or none since the step was due.

    A mailbox counts as read when it was read within a day. An address of no account is judged by all of them.
    """
    for reading in [one for one in readings if one.address == address] or readings:
        if reading.suspicion:
            return wording.suspicious(reading.account, reading.suspicion)
        if reading.read_at is None:
            return wording.unread(reading.account, None)
        if now >= opens and now - reading.read_at > _FRESH:
            return wording.unread(reading.account, wording.day(reading.read_at, here))
    return None
