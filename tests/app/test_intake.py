"""What was made of a message to see whether its text matters is what is recorded of it."""

from datetime import UTC, date, datetime

import pytest

from sidecar.app.intake import Intake
from sidecar.app.interest import Interest
from sidecar.app.verdict import verdict
from sidecar.followup.message import Message
from sidecar.imap.account import Role
from sidecar.imap.batch import Batch, Cursor, Fetched

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
MINE = frozenset({"applicant@example.org"})
NEWSLETTER = b"From: Ward News <news@hospital.example>\r\nTo: applicant@example.org\r\nSubject: Tuesday\r\n\r\n"
MINE_FILED = b"From: applicant@example.org\r\nTo: Clara Weiss <clara.weiss@hospital.example>\r\nSubject: Letter\r\n\r\n"
BOUNCED = (
    b"From: MAILER-DAEMON@hospital.example\r\nSubject: Undelivered Mail Returned to Sender\r\nReturn-Path: <>\r\n\r\n"
)


def fetched(headers: bytes, uid: int = 1, folder: str = "INBOX") -> Fetched:
    return Fetched("home", folder, Role.INBOX, 7, uid, NOW, headers)


def recorded(interest: Interest, *messages: Fetched) -> tuple[Message, ...]:
    """Record these messages as a pass does, after their texts were asked about."""
    cursor = Cursor("INBOX", Role.INBOX, 7, 9, date(2026, 1, 1))
    batch = Batch("home", "INBOX", Role.INBOX, cursor, messages)
    return Intake(MINE, verdict, interest.already_read).batch(batch, NOW).messages


def afresh(*messages: Fetched) -> tuple[Message, ...]:
    return recorded(Interest(NOW, MINE), *messages)


@pytest.mark.parametrize("headers", [NEWSLETTER, MINE_FILED, BOUNCED, b"", b"\xff\x00garbage"])
def test_being_asked_about_its_text_changes_nothing_of_what_is_recorded(headers: bytes) -> None:
    interest = Interest(NOW, MINE)
    message = fetched(headers)
    interest.wants_text(message)
    assert recorded(interest, message) == afresh(message)


def test_a_message_of_no_interest_is_handed_on_once() -> None:
    interest = Interest(NOW, MINE)
    message = fetched(NEWSLETTER)
    assert not interest.wants_text(message)
    assert interest.already_read(message) == afresh(message)[0]
    assert interest.already_read(message) is None


@pytest.mark.parametrize("headers", [MINE_FILED, BOUNCED])
def test_a_message_whose_text_is_wanted_is_read_again_with_it(headers: bytes) -> None:
    interest = Interest(NOW, MINE)
    assert interest.wants_text(fetched(headers))
    assert interest.already_read(fetched(headers)) is None


def test_messages_of_one_number_in_two_folders_are_told_apart() -> None:
    interest = Interest(NOW, MINE)
    here, there = fetched(NEWSLETTER), fetched(NEWSLETTER.replace(b"Tuesday", b"Friday"), folder="Filed")
    assert not interest.wants_text(here)
    assert not interest.wants_text(there)
    assert [one.subject for one in recorded(interest, there, here)] == ["Friday", "Tuesday"]


def test_a_gmail_thread_is_kept_with_a_message_that_was_read_before() -> None:
    interest = Interest(NOW, MINE)
    message = fetched(NEWSLETTER)._replace(provider_thread="1789")
    assert not interest.wants_text(message)
    assert [one.provider_thread for one in recorded(interest, message)] == ["1789"]
