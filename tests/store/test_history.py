"""Rules ask about the past; the store answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.lint.history import History
from sidecar.lint.sketch import shingles
from sidecar.people import LetterState, Mailbox, Program, Referee
from sidecar.store.desk import DeskKeeper
from sidecar.store.history import StoreHistory
from sidecar.store.store import Store

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ME = Mailbox("Amara Obi", "amara@example.org")
RAO = Mailbox("Dr. Sunil Rao", "rao@hospital.example")
MOSS = Mailbox("Dr. Kay Moss", "moss@mercy.example")
JO = Mailbox("Jo Park", "park@gme.mercy.example")
TEXT = (
    "I am writing with one update since my application: my Step 3 result arrived this week and the certificate "
    "was issued on the same day. I would be glad to send the transcript, and I thank you for the time you take."
)


@pytest.fixture
def past(store: Store) -> History:
    store.people.programs.put(Program("mercy", "Mercy Hospital", director_address=MOSS.address, domain="mercy.example"))
    store.people.referees.put(Referee("rao", "Sunil Rao", RAO.address))
    return StoreHistory(store, DeskKeeper(store), NOW)


def sent(store: Store, days_ago: float, to: Mailbox, kind: Kind, **fields: object) -> Message:
    at = NOW - timedelta(days=days_ago)
    key = f"{days_ago}-{to.address}"
    message = Message(key, key, MessageClass.SENT, at, at, ME, (to,), subject="Letter", kind=kind)
    message = replace(message, **fields)  # type: ignore[arg-type]  # fields by name
    store.mail.observe([message])
    return message


def answered(store: Store, days_ago: float, to: Message) -> None:
    at = NOW - timedelta(days=days_ago)
    reply = Message(f"r{days_ago}", None, MessageClass.REPLY, at, at, to.to[0], (ME,), in_reply_to=(to.key,))
    store.mail.observe([reply])


def fresh(store: Store) -> StoreHistory:
    return StoreHistory(store, DeskKeeper(store), NOW)


def test_an_empty_store_knows_nothing(past: History) -> None:
    assert past.sent_to([RAO.address]) == []
    assert past.sent_to_programs() == []
    assert past.answered_by_program("mercy") is None
    assert past.conversation(["x@y"], [RAO.address]) is None
    assert past.like(TEXT) == []


def test_a_program_is_known_by_its_people_and_by_its_domain(past: History) -> None:
    assert [past.program_for([one]) for one in (MOSS.address, JO.address)] == [past.programs()[0]] * 2
    assert past.program_for(["moss@notmercy.example"]) is None
    referee = past.referee_for([RAO.address])
    assert referee is not None
    assert referee.id == "rao"


def test_this_seasons_mail_to_programs_counts_and_what_bounced_does_not(store: Store, past: History) -> None:
    sent(store, 30, MOSS, Kind.PROGRAM_UPDATE)
    sent(store, 20, JO, Kind.PROGRAM_TIE)
    sent(store, 300, MOSS, Kind.PROGRAM_UPDATE)
    lost = sent(store, 10, Mailbox("", "x@other.example"), Kind.PROGRAM_TIE)
    at = NOW - timedelta(days=9.9)
    daemon = Mailbox("", "mailer-daemon@example.org")
    store.mail.observe(
        [Message("b", "b", MessageClass.BOUNCE, at, at, daemon, (ME,), original_message_id=lost.message_id)]
    )
    assert [mail.program for mail in fresh(store).sent_to_programs()] == ["mercy", "mercy"]
    assert len(fresh(store).sent_to_program("mercy")) == 2


def test_a_conversation_is_found_by_thread_and_by_person(store: Store, past: History) -> None:
    first = sent(store, 20, RAO, Kind.LETTER_REQUEST, greeting="Dear Dr. Rao,")
    sent(store, 11, RAO, Kind.LETTER_FOLLOWUP, in_reply_to=(first.key,))
    for standing in (fresh(store).conversation([first.key], []), fresh(store).conversation([], [RAO.address])):
        assert standing is not None
        assert (standing.mine, standing.followups, standing.kind) == (2, 1, "letter.request")
        assert standing.first_sent_at == first.sent_at
        assert standing.followup_opens == (NOW - timedelta(days=4)).date()
        assert standing.answered_at is None
    assert [mail.greeting for mail in fresh(store).sent_to([RAO.address])] == ["Dear Dr. Rao,", None]


def test_an_answer_and_an_upload_are_told(store: Store, past: History) -> None:
    first = sent(store, 20, RAO, Kind.LETTER_REQUEST)
    answered(store, 15, first)
    store.journal.set_state("rao", LetterState.UPLOADED, NOW - timedelta(days=2))
    standing = fresh(store).conversation([first.key], [])
    assert standing is not None
    assert standing.answered_at == NOW - timedelta(days=15)
    assert standing.uploaded_on == (NOW - timedelta(days=2)).date()
    assert standing.followup_opens is None


def test_a_programs_answer_is_told(store: Store, past: History) -> None:
    answered(store, 15, sent(store, 20, MOSS, Kind.PROGRAM_UPDATE))
    assert fresh(store).answered_by_program("mercy") == NOW - timedelta(days=15)


def test_nearly_the_same_text_is_found_closest_first(store: Store, past: History) -> None:
    half = TEXT.partition(":")[0] + ". Nothing else of what stands here was ever written to anybody before this day."
    sent(store, 20, MOSS, Kind.PROGRAM_UPDATE, sketch=shingles(TEXT).sketch)
    sent(store, 19, JO, Kind.PROGRAM_UPDATE, sketch=shingles(half).sketch)
    found = fresh(store).like(TEXT)
    assert found[0].mail.to == (MOSS,)
    assert found[0].share == 1
    assert all(one.share < 0.9 for one in found[1:])
