"""The store keeps what it is given, once, and says so when it cannot."""

import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sidecar.followup.acts import ActKind, standing
from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.people import Mailbox, Profile, Referee
from sidecar.store.database import NewerDatabaseError, numbered
from sidecar.store.desk import DeskKeeper
from sidecar.store.records import Batch, Cursor, Sighting
from sidecar.store.store import Store

NOON = datetime(2026, 8, 3, 12, tzinfo=UTC)
ME = Mailbox("Amara Obi", "amara@example.org")
RAO = Mailbox("Dr. Sunil Rao", "rao@hospital.example")


def sent(number: int, kind: Kind = Kind.LETTER_REQUEST) -> Message:
    at = NOON + timedelta(days=number)
    key = f"sent-{number}@example.org"
    return Message(key, key, MessageClass.SENT, at, at, ME, (RAO,), subject=f"Letter {number}", kind=kind)


def batch(*messages: Message, folder: str = "Sent", validity: int = 7) -> Batch:
    sightings = tuple(Sighting(uid, message.key) for uid, message in enumerate(messages, 1))
    return Batch(Cursor("home", folder, "sent", validity, NOON, progress={"uidnext": 9}), messages, sightings)


def everything(store: Store) -> list[str]:
    return list(store.database.connection.iterdump())


def test_the_file_is_for_its_owner_alone(store: Store) -> None:
    assert store.database.path.stat().st_mode & 0o777 == 0o600


def test_recording_a_batch_ten_times_is_recording_it_once(store: Store) -> None:
    store.mail.record(batch(sent(1), sent(2)))
    once = everything(store)
    for _ in range(9):
        store.mail.record(batch(sent(1), sent(2)))
    assert everything(store) == once


def test_a_message_in_two_folders_is_one_message_with_two_sightings(store: Store) -> None:
    store.mail.record(batch(sent(1)))
    store.mail.record(batch(sent(1), folder="Archive"))
    assert store.mail.count() == 1
    assert store.mail.sightings(sent(1).key) == [("home", "Archive", 1), ("home", "Sent", 1)]


def test_a_folder_numbered_anew_keeps_its_messages_and_forgets_the_old_numbers(store: Store) -> None:
    store.mail.record(batch(sent(1), sent(2)))
    store.mail.record(batch(sent(2), validity=8))
    assert store.mail.count() == 2
    assert store.mail.sightings(sent(1).key) == []
    assert store.mail.sightings(sent(2).key) == [("home", "Sent", 1)]


def test_a_batch_that_fails_half_way_leaves_nothing_behind(store: Store) -> None:
    before = everything(store)
    broken = replace(batch(sent(1)), sightings=(Sighting(1, "no such key"),))
    with pytest.raises(KeyError):
        store.mail.record(broken)
    assert everything(store) == before


def test_a_message_comes_back_as_it_went_in(store: Store) -> None:
    message = replace(sent(1), references=("a@b", "c@d"), named_date=NOON.date(), failed=("x@y",))
    store.mail.record(batch(message))
    assert store.mail.by_message_id(message.key) == message


def test_cursors_come_back_with_the_readers_own_record(store: Store) -> None:
    store.mail.record(batch(sent(1)))
    assert store.mail.cursors("home") == [Cursor("home", "Sent", "sent", 7, NOON, None, {"uidnext": 9})]


def test_only_what_matters_is_loaded_for_following_up(store: Store) -> None:
    reply_at = NOON + timedelta(days=3)
    assistant = Mailbox("Office", "office@hospital.example")
    reply = Message(
        "r", "r", MessageClass.REPLY, reply_at, reply_at, assistant, (ME,), in_reply_to=("sent-1@example.org",)
    )
    newsletter = replace(reply, key="n", message_id="n", in_reply_to=(), sender=Mailbox("", "news@example.net"))
    store.mail.record(batch(sent(1), sent(2, Kind.OTHER), reply, newsletter))
    matter = {message.key for message in store.mail.that_matter(NOON - timedelta(days=30))}
    assert matter == {"sent-1@example.org", "sent-2@example.org", "r"}


def test_an_undone_act_no_longer_holds_until_the_undoing_is_undone(store: Store) -> None:
    snooze = store.journal.snooze("p", NOON + timedelta(days=2), NOON)
    undo = store.journal.undo(snooze.id, NOON + timedelta(minutes=1))
    assert standing(store.journal.acts()) == ()
    store.journal.undo(undo.id, NOON + timedelta(minutes=2))
    assert [act.kind for act in standing(store.journal.acts())] == [ActKind.SNOOZE]


def test_profile_and_referees_come_back_as_saved(store: Store) -> None:
    store.people.save_profile(Profile(name="Amara Obi", identities=("a@b",)))
    store.people.referees.put(Referee("rao", "Sunil Rao", "rao@hospital.example"))
    assert store.people.profile() == Profile(name="Amara Obi", identities=("a@b",))
    assert store.people.referees.all() == [Referee("rao", "Sunil Rao", "rao@hospital.example")]
    assert store.people.referees.remove("rao")
    assert store.people.referees.all() == []


def test_rules_words_and_dismissals_are_kept(store: Store) -> None:
    store.settings.change_rule("too-long", "off")
    store.settings.add_word("Okonkwo")
    store.settings.dismiss_finding("abc", "too-long", NOON)
    assert store.settings.rules() == {"too-long": "off"}
    assert store.settings.words() == {"Okonkwo"}
    assert store.settings.dismissed_findings() == {"abc"}
    store.settings.change_rule("too-long", None)
    assert store.settings.rules() == {}


def test_threads_see_each_others_writing(store: Store) -> None:
    other = threading.Thread(target=lambda: store.mail.record(batch(sent(1))))
    before = store.database.version()
    other.start()
    other.join()
    assert store.mail.count() == 1
    assert store.database.version() != before


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.sqlite3"
    Store(path).close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=9999")
    raw.close()
    with pytest.raises(NewerDatabaseError):
        Store(path)


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in numbered()] == list(range(1, len(numbered()) + 1))


def test_the_desk_tells_what_is_due_from_what_was_recorded(store: Store) -> None:
    store.mail.record(batch(sent(0)))
    (prompt,) = DeskKeeper(store).at(NOON + timedelta(days=8)).prompts
    assert (prompt.action, prompt.state, prompt.address) == ("followup-1", "due", RAO.address)


def test_the_desk_follows_what_another_thread_records(store: Store) -> None:
    keeper = DeskKeeper(store)
    store.mail.record(batch(sent(0)))
    (prompt,) = keeper.at(NOON + timedelta(days=8)).prompts
    other = threading.Thread(target=lambda: store.journal.dismiss(prompt.id, NOON + timedelta(days=8)))
    other.start()
    other.join()
    assert keeper.at(NOON + timedelta(days=8)).prompts == ()


def test_an_emptied_folder_takes_no_answer_back(store: Store) -> None:
    at = NOON + timedelta(days=2)
    reply = Message("r", "r", MessageClass.REPLY, at, at, RAO, (ME,), in_reply_to=(sent(0).key,))
    store.mail.record(batch(sent(0)))
    store.mail.record(batch(reply, folder="INBOX"))
    emptied = Batch(Cursor("home", "INBOX", "inbox", 8, NOON + timedelta(days=8), "The folder was emptied."))
    store.mail.record(emptied)
    actions = [prompt.action for prompt in DeskKeeper(store).at(NOON + timedelta(days=8)).prompts]
    assert actions == ["classify-reply"]


def test_silence_in_a_suspicious_mailbox_is_said_to_be_doubtful(store: Store) -> None:
    store.mail.record(batch(sent(0)))
    store.mail.record(Batch(Cursor("home", "INBOX", "inbox", 8, NOON + timedelta(days=8), "The folder was emptied.")))
    (prompt,) = DeskKeeper(store).at(NOON + timedelta(days=8)).prompts
    assert prompt.caution == "an answer may be missing in the mailbox home (The folder was emptied)"
    assert prompt.reason.endswith("mind that an answer may be missing in the mailbox home (The folder was emptied).")


def test_acts_of_one_moment_keep_their_order(store: Store) -> None:
    for _ in range(12):
        store.journal.track("m", NOON)
        store.journal.untrack("m", NOON)
    assert [act.kind for act in standing(store.journal.acts())] == [ActKind.TRACK, ActKind.UNTRACK] * 12


def test_half_a_character_in_a_hostile_mail_loses_nothing(store: Store) -> None:
    hostile = replace(sent(1), subject="\ud800 letter \x00", greeting="Dear \udce9,")
    store.mail.record(batch(hostile, sent(2)))
    kept = store.mail.by_message_id(hostile.key)
    assert kept is not None
    assert kept.subject == "? letter \x00"
    assert store.mail.count() == 2
