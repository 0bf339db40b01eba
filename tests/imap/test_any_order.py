"""Whatever happens to a mailbox, and whenever it is read or the reading is cut: nothing is lost, nothing is made up."""

from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from sidecar.imap.batch import Batch, Cursor, Scope
from sidecar.imap.errors import MailError
from sidecar.imap.sync import read_account
from tests.harness.fakeimap import FakeServer, Folder, Mail, fake_imap

SEASON = Scope(date(2026, 6, 1))
FOLDERS = st.sampled_from(["INBOX", "Sent", "Filed"])


class Mailbox(RuleBasedStateMachine):
    """A server that adds, moves, copies, removes, renumbers and miscounts, and a reader that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.running = fake_imap(FakeServer({name: Folder() for name in ("INBOX", "Sent", "Filed")}))
        self.server = self.running.__enter__()
        self.sent = 0
        self.cursors: dict[str, Cursor] = {}
        self.seen: set[bytes] = set()
        self.places: dict[tuple[str, int, int], bytes] = {}

    def teardown(self) -> None:
        self.server.cut_after = None
        self.read_whole()
        self.running.__exit__(None, None, None)

    @initialize(count=st.integers(0, 15))
    def begin(self, count: int) -> None:
        for _ in range(count):
            self.add("INBOX")

    @rule(folder=FOLDERS)
    def add(self, folder: str) -> None:
        self.sent += 1
        self.server.folders[folder].add(Mail.called(f"m{self.sent}"))

    @rule(source=FOLDERS, goal=FOLDERS, data=st.data(), copies=st.booleans())
    def move(self, source: str, goal: str, data: st.DataObject, copies: bool) -> None:
        messages = self.server.folders[source].messages
        if messages:
            uid = data.draw(st.sampled_from(sorted(messages)))
            self.server.folders[goal].add(messages[uid])
            if not copies:
                del messages[uid]

    @rule(folder=FOLDERS, data=st.data())
    def expunge(self, folder: str, data: st.DataObject) -> None:
        """What is expunged was read before: what nobody could read cannot be asked for."""
        self.read_whole()
        messages = self.server.folders[folder].messages
        if messages:
            del messages[data.draw(st.sampled_from(sorted(messages)))]

    @rule(folder=FOLDERS)
    def empty(self, folder: str) -> None:
        self.read_whole()
        self.server.folders[folder].messages.clear()

    @rule(folder=FOLDERS)
    def renumber(self, folder: str) -> None:
        self.server.folders[folder].renumber()

    @rule(folder=FOLDERS, said=st.sampled_from([None, 0, 1, 3, 1000]))
    def miscount(self, folder: str, said: int | None) -> None:
        self.server.folders[folder].uidnext_said = said

    @rule(cut=st.integers(100, 3000))
    def read_and_be_cut(self, cut: int) -> None:
        self.server.cut_after = cut
        self.read()
        self.server.cut_after = None

    @rule(after=st.integers(1, 4))
    def read_and_stop(self, after: int) -> None:
        self.read(after)

    def read(self, batches: int | None = None) -> bool:
        reading = read_account(self.server.account(), self.server.secret, self.cursors, SEASON, lambda _fetched: False)
        try:
            for number, batch in enumerate(reading, 1):
                self.keep(batch)
                if number == batches:
                    return False
        except MailError:
            return False
        return True

    def keep(self, batch: Batch) -> None:
        for fetched in batch.fetched:
            place = (fetched.folder, fetched.uidvalidity, fetched.uid)
            assert self.places.get(place, fetched.headers) == fetched.headers or self.cursors[fetched.folder].suspicion
            self.places[place] = fetched.headers
            self.seen.add(fetched.headers)
        self.cursors[batch.folder] = batch.cursor

    @rule()
    def read_whole(self) -> None:
        assert self.read()
        for name, folder in self.server.folders.items():
            assert {mail.header for mail in folder.messages.values()} <= self.seen
            assert set(folder.messages) <= set(self.cursors[name].known)
        before = dict(self.cursors)
        reading = read_account(self.server.account(), self.server.secret, self.cursors, SEASON, lambda _fetched: False)
        again = list(reading)
        assert [batch for batch in again if batch.fetched or batch.gone] == [], "reading again brings nothing"
        assert {**before, **{batch.folder: batch.cursor for batch in again}}.keys() == before.keys()


TestMailbox = Mailbox.TestCase
TestMailbox.settings = settings(
    max_examples=5, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
