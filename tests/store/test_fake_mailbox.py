"""A mailbox that moves, hides, renumbers, doubles and reorders its mail never changes what the desk says."""

import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sidecar.followup.decide import decide
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.season import current
from sidecar.kinds import Kind
from sidecar.people import Mailbox as Correspondent
from sidecar.people import Profile
from sidecar.store.desk import DeskKeeper
from sidecar.store.records import Batch, Cursor, Sighting
from sidecar.store.store import Store
from tests.followup.stage import LIND, OFFICE, RAO, Stage

FOLDERS = ("INBOX", "Sent", "Archive", "Junk")
PICK = st.integers(0, 9)
CHANGES = ("move", "double", "expunge", "renumber", "empty")
ROLES = {"INBOX": "inbox", "Sent": "sent", "Archive": "archive", "Junk": "junk"}


@dataclass
class Folder:
    """An IMAP folder as a server would keep it."""

    uidvalidity: int = 1
    uidnext: int = 1
    mail: dict[int, Message] = field(default_factory=dict)

    def add(self, message: Message) -> None:
        self.mail[self.uidnext] = message
        self.uidnext += 1

    def renumber(self) -> None:
        kept = list(self.mail.values())
        self.uidvalidity += 1
        self.uidnext, self.mail = 1, {}
        for message in reversed(kept):
            self.add(message)


class Mailbox(RuleBasedStateMachine):
    """Mail arrives and is shuffled about; the reader looks at single folders at odd moments."""

    @initialize()
    def opened(self) -> None:
        self.home = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.home.name) / "d.sqlite3")
        self.store.mail.put_account({"name": "home", "address": "amara.obi@example.org"})
        self.keeper = DeskKeeper(self.store)
        self.stage = Stage("2026-06-01")
        self.folders = {name: Folder() for name in FOLDERS}
        self.seen: dict[str, Message] = {}
        self.day = 0.0
        self.the_user_writes(RAO, Kind.LETTER_REQUEST)
        self.the_reader_looks(list(FOLDERS), len(FOLDERS), 0)

    def teardown(self) -> None:
        self.store.close()
        self.home.cleanup()

    @rule(days=st.sampled_from([0.3, 2.0, 8.0, 9.0]))
    def time_passes(self, days: float) -> None:
        self.day += days

    @rule(
        person=st.sampled_from([RAO, LIND]),
        kind=st.sampled_from([Kind.LETTER_REQUEST, Kind.LETTER_FOLLOWUP, Kind.OTHER]),
    )
    def the_user_writes(self, person: Correspondent, kind: Kind) -> None:
        self.stage.send(self.day, kind, person, new=kind is not Kind.LETTER_FOLLOWUP)
        self.folders["Sent"].add(self.stage.messages[-1])

    @rule(
        meaning=st.sampled_from(Meaning),
        sender=st.sampled_from([None, OFFICE]),
        to=st.sampled_from(["INBOX", "Junk"]),
        late=st.floats(-3, 0),
    )
    def somebody_answers(self, meaning: Meaning, sender: Correspondent | None, to: str, late: float) -> None:
        last = [m for m in self.stage.messages if m.cls is MessageClass.SENT][-1]
        self.stage.reply(
            self.day + late, meaning, sender or last.to[0], in_reply_to=(last.key,), references=(last.key,)
        )
        self.folders[to].add(self.stage.messages[-1])

    @rule()
    def a_bounce_comes(self) -> None:
        last = [m for m in self.stage.messages if m.cls is MessageClass.SENT][-1]
        self.stage.bounce(self.day, [last.to[0].address])
        self.folders["INBOX"].add(self.stage.messages[-1])

    @rule(change=st.sampled_from(CHANGES), origin=st.sampled_from(FOLDERS), to=st.sampled_from(FOLDERS), pick=PICK)
    def the_mailbox_is_shuffled(self, change: str, origin: str, to: str, pick: int) -> None:
        folder = self.folders[origin]
        uid = sorted(folder.mail)[pick % len(folder.mail)] if folder.mail else None
        if change == "renumber":
            folder.renumber()
        elif change == "empty":
            folder.mail.clear()
        elif uid is not None:
            message = folder.mail[uid] if change == "double" else folder.mail.pop(uid)
            if change != "expunge":
                self.folders[to].add(message)

    @rule(names=st.permutations(FOLDERS), count=st.integers(1, 4), pick=PICK)
    def the_reader_looks(self, names: list[str], count: int, pick: int) -> None:
        """Some folders, newest first or last, each in two steps, some of it again."""
        for name in names[:count]:
            folder = self.folders[name]
            uids = sorted(folder.mail, reverse=pick % 2 == 0)
            cut = pick % (len(uids) + 1)
            for part in (uids[cut:], uids[:cut], uids[:2]):
                self.store.mail.record(self._batch(name, folder, part))
            self.seen.update({message.key: message for message in folder.mail.values()})

    def _batch(self, name: str, folder: Folder, uids: list[int]) -> Batch:
        known = [uid for uid in range(1, folder.uidnext) if uid not in folder.mail]
        cursor = Cursor("home", name, ROLES[name], folder.uidvalidity, self.stage.moment(self.day))
        sightings = tuple(Sighting(uid, folder.mail[uid].key) for uid in uids)
        return Batch(cursor, tuple(folder.mail[uid] for uid in uids), sightings, tuple(known))

    @invariant()
    def the_desk_is_what_all_mail_ever_seen_says(self) -> None:
        now = self.stage.moment(self.day) + timedelta(minutes=1)
        expected = decide(self.seen.values(), [], [], [], current(now.date()), Profile(), now)
        known = self.keeper.at(now)
        event(f"{len(known.prompts)} prompts")
        assert [(p.id, p.state) for p in known.prompts] == [(p.id, p.state) for p in expected.prompts]
        assert known.conversations == expected.conversations

    @invariant()
    def every_current_sighting_is_known_once(self) -> None:
        assert self.store.mail.count() == len(self.seen)


TestMailbox = Mailbox.TestCase
TestMailbox.settings = settings(deadline=None, max_examples=40, stateful_step_count=25)
