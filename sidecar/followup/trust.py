"""How far silence can be believed: what is known of the reading of an account.

Terminology: a *reading* is what the last look at an account's incoming mail told. Missing mail is never taken for
"no reply": a prompt that rests on silence says so when the reading is old or suspicious.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """One account: the address it serves, when all its incoming folders were last read, and what looked wrong then."""

    account: str
    address: str
    read_at: datetime | None
    suspicion: str | None = None
