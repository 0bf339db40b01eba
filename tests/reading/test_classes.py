"""Classes that decide what follows, each by one plain example; `cases/` holds the many."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import Reading, SentPieces, SentVerdict, read
from sidecar.kinds import Kind

NOW = datetime(2026, 9, 2, 12, tzinfo=UTC)
ME = frozenset({"amina.yusuf@mail.example"})
REPLY = (
    b"From: Anita Rao <rao@hospital.example>\nTo: Amina Yusuf <amina.yusuf@mail.example>\n"
    b"Subject: Re: Letter of recommendation\nIn-Reply-To: <1@mail.example>\nDate: Tue, 1 Sep 2026 09:00:00 -0400\n"
)


def reading(headers: bytes, text: bytes | None, *, role: str = "inbox") -> Reading:
    return read(headers, text, folder_role=role, mine=ME, received_at=NOW, kind_of=None)


def test_what_is_in_the_sent_folder_is_mine_whatever_its_sender() -> None:
    assert reading(b"From: alias@other.example\n", b"Dear Dr. Rao", role="sent").message.cls is MessageClass.SENT


def test_mail_from_my_address_is_mine_in_any_folder_and_spelling() -> None:
    assert (
        reading(b"From: Amina.Yusuf+match@mail.example\n", b"Dear Dr. Rao", role="all").message.cls is MessageClass.SENT
    )


def test_a_person_who_answers_is_a_reply_and_only_their_words_are_theirs() -> None:
    found = reading(REPLY, b"Happy to.\n\nOn Mon, Aug 31, 2026 at 9:00 AM Amina wrote:\n> May I ask\n")
    assert (found.message.cls, found.own_text) == (MessageClass.REPLY, "Happy to.")
    assert found.message.sent_at == datetime(2026, 9, 1, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    "field", [b"Auto-Submitted: no", b"X-Auto-Response-Suppress: DR, OOF, AutoReply", b"Precedence: bulk"]
)
def test_fields_that_only_silence_other_machines_do_not_make_a_machine(field: bytes) -> None:
    assert reading(REPLY + field + b"\n", b"Happy to.").message.cls is MessageClass.REPLY


def test_a_bounce_that_says_auto_replied_is_a_bounce() -> None:
    headers = (
        b"From: Mail Delivery System <MAILER-DAEMON@mx.example>\nAuto-Submitted: auto-replied\n"
        b"Subject: Undelivered Mail Returned to Sender\n"
    )
    found = reading(headers, b"I'm sorry. <rao@hospital.example>: user unknown").message
    assert (found.cls, found.failed) == (MessageClass.BOUNCE, ("rao@hospital.example",))


def test_a_date_far_ahead_of_the_servers_clock_is_not_believed() -> None:
    assert reading(b"From: a@b.example\nDate: Tue, 1 Sep 2037 09:00:00 +0000\n", b"").message.sent_at == NOW


def test_without_a_message_id_the_key_is_the_same_in_every_folder() -> None:
    one = reading(REPLY, b"Happy to.").message
    other = read(REPLY, None, folder_role="archive", mine=ME, received_at=NOW.replace(day=3), kind_of=None).message
    assert one.key == other.key
    assert one.key != reading(REPLY.replace(b"09:00", b"09:01"), b"Happy to.").message.key


def test_sent_mail_gets_the_kind_that_is_told_for_it() -> None:
    seen: list[SentPieces] = []

    def kind_of(pieces: SentPieces) -> SentVerdict:
        seen.append(pieces)
        return SentVerdict(Kind.LETTER_REQUEST, greeting="Dear Dr. Rao")

    headers = b"From: amina.yusuf@mail.example\nTo: rao@hospital.example\nSubject: Letter\n"
    message = read(headers, b"Dear Dr. Rao,\n", folder_role="sent", mine=ME, received_at=NOW, kind_of=kind_of).message
    assert (message.kind, message.greeting) == (Kind.LETTER_REQUEST, "Dear Dr. Rao")
    assert [(each.subject, each.to[0].address, each.text) for each in seen] == [
        ("Letter", "rao@hospital.example", "Dear Dr. Rao,")
    ]


@given(st.binary(max_size=300), st.binary(max_size=600))
def test_no_bytes_raise(headers: bytes, text: bytes) -> None:
    reading(headers, text)
    reading(
        b"Content-Type: multipart/report; boundary=x\nFrom: " + headers,
        b"--x\n" + text + b"\n--x\nContent-Type: text/html\n\n" + text,
    )
