"""What to read next, from the cursor and what the server shows: pure, so that any odd server can be tried in a test."""

from dataclasses import dataclass, replace

from sidecar.imap.batch import Cursor, Scope
from sidecar.imap.client import Opened
from sidecar.imap.folders import Choice
from sidecar.imap.uids import EMPTY, UidSet

FEW = 10  # fewer than this may vanish at once without a word


@dataclass(frozen=True, slots=True)
class Observed:
    """What the server shows: the UIDs `there` from the oldest known one on (at least the newest one of all), and those
    within the scope's date (`reach`, None when it was not asked)."""

    opened: Opened
    there: UidSet
    reach: UidSet | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The UIDs to read, those gone, the cursor to start from (its `known` grows), and `seen` for when all is read."""

    wanted: UidSet
    gone: UidSet
    cursor: Cursor
    seen: int
    suspicion: str | None


def unchanged(cursor: Cursor, opened: Opened, scope: Scope) -> bool:
    """Say whether nothing can have come or gone since `cursor` was stored.

    Some servers with CONDSTORE tell a modification sequence at each opening, unasked (RFC 7162 section 3.1.2.1).
    Elsewhere UIDNEXT must do. Where it is missing (Courier), or not above every UID seen, the folder is looked through.
    """
    if not cursor.complete or scope.since < cursor.since:
        return False
    if not (cursor.seen or opened.exists):
        return True  # empty from the first; Courier gives such a folder another UIDVALIDITY each time
    if (cursor.uidvalidity, cursor.exists) != (opened.uidvalidity, opened.exists):
        return False
    same_sequence = 0 < opened.modseq == cursor.modseq
    return same_sequence or cursor.seen < opened.uidnext == cursor.uidnext


def idle(planned: Plan, cursor: Cursor | None) -> bool:
    """Say whether looking brought nothing: `planned` reads nothing and ends at the cursor it began with."""
    if planned.wanted or planned.gone:
        return False
    return replace(planned.cursor, seen=planned.seen, complete=True) == cursor


def plan(choice: Choice, cursor: Cursor | None, observed: Observed, scope: Scope) -> Plan:
    """Decide what to read. New mail is read whatever its date; older mail as far as the scope reaches."""
    if cursor is None:
        return _from_scratch(choice, observed, scope, None)
    distrust = _renumbered(choice, cursor, observed)
    if distrust:
        return _from_scratch(choice, observed, scope, distrust if cursor.known else None)
    gone = cursor.known - observed.there
    missing = _missing(choice, cursor, gone)
    kept = cursor.known if missing else cursor.known - gone
    fresh = observed.there.above(cursor.seen)
    backlog = (observed.reach or EMPTY).newest(scope.limit)
    after = replace(
        cursor,
        role=choice.role,
        uidvalidity=observed.opened.uidvalidity,
        since=min(cursor.since, scope.since),
        known=kept,
        complete=False,
        exists=observed.opened.exists,
        uidnext=observed.opened.uidnext,
        modseq=observed.opened.modseq,
        suspicion=missing or _lying(choice, cursor, observed),
    )
    seen = max(cursor.seen, observed.there.highest)
    return Plan((fresh | backlog) - cursor.known, EMPTY if missing else gone, after, seen, after.suspicion)


def _from_scratch(choice: Choice, observed: Observed, scope: Scope, suspicion: str | None) -> Plan:
    opened = observed.opened
    wanted = (observed.reach or EMPTY).newest(scope.limit)
    seen = max(wanted.highest, observed.there.highest)
    cursor = Cursor(
        choice.folder, choice.role, opened.uidvalidity, seen, scope.since,
        exists=opened.exists, uidnext=opened.uidnext, modseq=opened.modseq, suspicion=suspicion,
    )  # fmt: skip
    return Plan(wanted, EMPTY, cursor, seen, suspicion)


def renumbered(cursor: Cursor, opened: Opened, highest: int) -> bool:
    """Say whether the UIDs of `cursor` mean nothing any more.

    UIDVALIDITY changed (RFC 3501 section 2.3.1.1), or the server counts from below what it had, as after a restore.
    Where no UID was ever seen there is none to mean anything.
    """
    if not cursor.seen:
        return False
    return cursor.uidvalidity != opened.uidvalidity or (0 < opened.uidnext <= cursor.seen and highest < opened.uidnext)


def _renumbered(choice: Choice, cursor: Cursor, observed: Observed) -> str | None:
    if not renumbered(cursor, observed.opened, observed.there.highest):
        return None
    return f"The server has renumbered the folder {choice.folder}; it is read again, and what was known is kept."


def _missing(choice: Choice, cursor: Cursor, gone: UidSet) -> str | None:
    if len(gone) < FEW or len(gone) * 2 <= len(cursor.known):
        return None
    return (
        f"{len(gone)} of {len(cursor.known)} known messages are missing from {choice.folder} all at once; "
        "what was known is kept, and nothing is concluded from it."
    )


def _lying(choice: Choice, cursor: Cursor, observed: Observed) -> str | None:
    """A UIDNEXT not above messages seen at the reading before; in one reading alone it may be a new arrival."""
    told = observed.opened.uidnext
    if 0 < told == cursor.uidnext and told <= cursor.seen and told <= observed.there.highest:
        return f"The server miscounts the folder {choice.folder}; the folder is looked through each time instead."
    return None
