"""Reading what is new in an account, folder by folder, newest first, in batches that are stored as they come.

Observe (what does the server have), plan (`sidecar.imap.plan`, pure), read, hand over. Missing mail is reported, never
concluded from: a folder that was renumbered, emptied or vanished yields a suspicion, and what is known stays known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sidecar.imap.account import Account
from sidecar.imap.batch import Batch, Cursor, Fetched, Scope
from sidecar.imap.client import Listed, Opened, Secret, Session, connect
from sidecar.imap.errors import FolderGone
from sidecar.imap.fetching import MONTHS, Fetcher
from sidecar.imap.folders import Choice, choose
from sidecar.imap.plan import Observed, Plan, idle, plan, renumbered, unchanged
from sidecar.imap.uids import UidSet
from sidecar.imap.wire import search_result

__all__ = ["Batch", "Cursor", "Fetched", "Scope", "folders_of", "read_account"]

WantsText = Callable[[Fetched], bool]
"""Asked for each message (its `text` is None then): should the first 8 KB of its text be read too?"""

FIRST_BATCH = 100
BATCH = 4000


def read_account(
    account: Account, secret: Secret, cursors: Mapping[str, Cursor], scope: Scope, wants_text: WantsText
) -> Iterator[Batch]:
    """Sign in and yield a batch for every piece of news; store each batch and its cursor in one transaction.

    `cursors` are those stored last, by folder name. Stopping between batches loses nothing: the next call goes on.
    Raises the errors of `sidecar.imap.errors`; a folder that cannot be opened is a batch with a suspicion instead.
    """
    with connect(account, secret) as session:
        listed = session.folders()
        reading = _Reading(session, account, scope, wants_text)
        for choice in _choices(session, account, listed):
            if scope.folders is None or choice.folder in scope.folders:
                yield from reading.folder(choice, cursors.get(choice.folder))
        yield from _vanished(account, {folder.name for folder in listed}, cursors)


def folders_of(account: Account, secret: Secret) -> tuple[Choice, ...]:
    """Sign in and return the folders that would be read, with the reason for each."""
    with connect(account, secret) as session:
        return _choices(session, account, session.folders())


def _choices(session: Session, account: Account, listed: tuple[Listed, ...]) -> tuple[Choice, ...]:
    return choose(listed, account.chosen, labels="X-GM-EXT-1" in session.capabilities)


def _vanished(account: Account, names: set[str], cursors: Mapping[str, Cursor]) -> Iterator[Batch]:
    for folder, cursor in cursors.items():
        if folder not in names and cursor.known:
            yield _doubt(account, cursor, f"The folder {folder} has vanished from the server; what was read is kept.")


def _doubt(account: Account, cursor: Cursor, suspicion: str) -> Batch:
    cursor = replace(cursor, suspicion=suspicion)
    return Batch(account.name, cursor.folder, cursor.role, cursor, suspicion=suspicion)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One pass over an account."""

    session: Session
    account: Account
    scope: Scope
    wants_text: WantsText

    def folder(self, choice: Choice, cursor: Cursor | None) -> Iterator[Batch]:
        try:
            opened = self.session.open(choice.folder)
        except FolderGone as error:
            if cursor is not None:
                yield _doubt(self.account, cursor, str(error))
            return
        if cursor is not None and unchanged(cursor, opened, self.scope):
            return
        planned = plan(choice, cursor, _observe(self.session, opened, cursor, self.scope), self.scope)
        if idle(planned, cursor):
            return
        yield from self._read(planned, Fetcher(self.session, self.account.name, choice, opened.uidvalidity))

    def _read(self, planned: Plan, fetcher: Fetcher) -> Iterator[Batch]:
        left, cursor = planned.wanted, planned.cursor
        gone, suspicion = tuple(planned.gone), planned.suspicion
        total = len(left)
        for part in _parts(planned.wanted):
            fetched = fetcher.fetch(part, self.wants_text)
            left -= part
            known = cursor.known | (part if len(fetched) == len(part) else UidSet.of(one.uid for one in fetched))
            cursor = replace(cursor, known=known, seen=cursor.seen if left else planned.seen, complete=not left)
            done = total - len(left)
            yield Batch(self.account.name, cursor.folder, cursor.role, cursor, fetched, gone, suspicion, done, total)
            gone, suspicion = (), None


def _parts(wanted: UidSet) -> Iterator[UidSet]:
    """Split newest first, a small part to begin with; nothing wanted is one empty part, which carries the cursor."""
    first = wanted.newest(FIRST_BATCH)
    yield from first.newest_first(FIRST_BATCH) if first else (first,)
    yield from (wanted - first).newest_first(BATCH)


def _observe(session: Session, opened: Opened, cursor: Cursor | None, scope: Scope) -> Observed:
    """Ask which messages there are: all from the oldest known one on, and, if need be, those within the date."""
    if not opened.exists:
        return Observed(opened, UidSet(), UidSet())
    same = cursor is not None and (cursor.uidvalidity == opened.uidvalidity or not cursor.seen)
    lowest = (cursor.known.lowest or cursor.seen + 1) if cursor is not None and same else 0
    there = _search(session, f"UID {lowest or '*'}:*")
    if cursor is not None and same and cursor.complete and scope.since >= cursor.since:
        reach = None if not renumbered(cursor, opened, there.highest) else _search(session, _since(scope))
    else:
        reach = _search(session, _since(scope))
    return Observed(opened, there, reach)


def _since(scope: Scope) -> str:
    return f"SINCE {scope.since.day}-{MONTHS[scope.since.month - 1]}-{scope.since.year}"


def _search(session: Session, criteria: str) -> UidSet:
    how = "RETURN (ALL) " if "ESEARCH" in session.capabilities else ""
    found = [search_result(response) for response in session.wire.run(f"UID SEARCH {how}{criteria}".encode("ascii"))]
    return UidSet.parse(",".join(text for text in found if text))
