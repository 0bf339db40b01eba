"""Servers that are slow, chatty, mistaken or broken: what is read stays right, and what is not believed is said."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pytest

from sidecar.imap.account import Role
from sidecar.imap.batch import Batch, Cursor, Fetched, Scope
from sidecar.imap.errors import ConnectionLost, MailError, ServerTroubled
from sidecar.imap.sync import read_account
from tests.harness.fakeimap import FakeServer, Folder, Mail, fake_imap

SEASON = Scope(date(2026, 6, 1))


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with fake_imap() as running:
        yield running


def read(server: FakeServer, cursors: Mapping[str, Cursor] | None = None, scope: Scope = SEASON) -> list[Batch]:
    return list(read_account(server.account(), server.secret, cursors or {}, scope, lambda fetched: True))


def after(batches: list[Batch], before: Mapping[str, Cursor] | None = None) -> dict[str, Cursor]:
    return {**(before or {}), **{batch.folder: batch.cursor for batch in batches}}


def fetched(batches: list[Batch]) -> list[Fetched]:
    return [one for batch in batches for one in batch.fetched]


def suspicions(batches: list[Batch]) -> list[str]:
    return [batch.suspicion for batch in batches if batch.suspicion]


@pytest.mark.parametrize("style", ["usual", "reordered", "quoted keys", "lower case", "more than asked"])
@pytest.mark.parametrize("packet", [0, 1, 7])
def test_shape_and_packets_of_the_answer_do_not_matter(server: FakeServer, style: str, packet: int) -> None:
    server.style, server.packet = style, packet
    server.interjection = b"* 9 EXISTS\r\n* 2 FETCH (FLAGS (\\Seen) UID 77)\r\n* OK odd text {12}\r\n* 4 EXPUNGE\r\n"
    mail = Mail(b'Subject: a "b" (c) {3}\r\n)\r\n* BYE\r\nD1 OK\r\n\r\n', b"first {9}\r\n)\r\n")
    server.folders["INBOX"].add(mail)
    (one,) = fetched(read(server))
    assert (one.uid, one.headers, one.text) == (1, mail.header, mail.text)
    assert one.received_at == mail.received


@pytest.mark.parametrize("packet", [0, 7, 113])
def test_header_bytes_that_look_like_answers_are_read_as_they_are(server: FakeServer, packet: int) -> None:
    server.packet = packet
    head = b'* 2 FETCH (UID 2 FLAGS () INTERNALDATE "%s" BODY[HEADER.FIELDS (DATE FROM)] {2}\r\n\r\n)\r\n'
    looks = b"Subject: )\r\n" + head + b"\r\n"
    mails = [Mail(looks % (b"%026d" % number) + b"x" * number) for number in range(6)]
    for mail in mails:
        server.folders["INBOX"].add(mail)
    assert [one.headers for one in fetched(read(server))] == [mail.header for mail in mails]


@pytest.mark.parametrize("cut", range(40, 700, 33))
def test_a_cut_connection_is_an_error_and_the_next_reading_completes_it(server: FakeServer, cut: int) -> None:
    for number in range(3):
        server.folders["INBOX"].add(Mail.called(f"m{number}"))
        server.folders["Sent"].add(Mail.called(f"s{number}"))
    cursors: dict[str, Cursor] = {}
    found: list[int] = []
    server.cut_after = cut
    try:
        for batch in read_account(server.account(), server.secret, {}, SEASON, lambda fetched: False):
            cursors[batch.folder] = batch.cursor
            found += [one.uid for one in batch.fetched]
    except MailError:
        pass
    server.cut_after = None
    found += [one.uid for one in fetched(read(server, cursors))]
    assert sorted(found) == [1, 1, 2, 2, 3, 3]


def test_stopping_between_batches_loses_nothing_and_repeats_nothing(server: FakeServer) -> None:
    for number in range(250):
        server.folders["Sent"].add(Mail.called(f"s{number}"))
    first = next(iter(read_account(server.account(), server.secret, {}, SEASON, lambda fetched: False)))
    assert (len(first.fetched), first.done, first.total) == (100, 100, 250)
    assert min(one.uid for one in first.fetched) == 151, "the newest come first"
    rest = fetched(read(server, {"Sent": first.cursor}))
    assert sorted(one.uid for one in rest) == list(range(1, 151))


def test_a_renumbered_folder_is_read_again_and_suspected(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    for number in range(3):
        folder.add(Mail.called(f"m{number}"))
    known = after(read(server))
    folder.renumber()
    batches = read(server, known)
    assert len(fetched(batches)) == 3
    assert [batch.gone for batch in batches if batch.gone] == []
    assert suspicions(batches) == [
        "The server has renumbered the folder INBOX; it is read again, and what was known is kept."
    ]


def test_a_folder_restored_from_a_backup_is_read_again(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    for number in range(5):
        folder.add(Mail.called(f"m{number}"))
    known = after(read(server))
    del folder.messages[4], folder.messages[5]
    folder.next = 4
    folder.add(Mail.called("another with a used number"))
    assert len(fetched(read(server, known))) == 4


def test_an_emptied_folder_is_suspected_until_it_fills_again_and_nothing_is_gone(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    kept = {folder.add(Mail.called(f"m{number}")): number for number in range(30)}
    known = after(read(server))
    messages = dict(folder.messages)
    folder.messages.clear()
    batches = read(server, known)
    assert [batch.gone for batch in batches] == [()]
    assert "30 of 30 known messages are missing from INBOX" in suspicions(batches)[0]
    known = after(batches, known)
    assert read(server, known) == [], "looking again changes nothing"
    assert known["INBOX"].suspicion is not None, "the suspicion stays"
    folder.messages.update(messages)
    known = after(read(server, known), known)
    assert known["INBOX"].suspicion is None
    assert list(known["INBOX"].known) == list(kept)


def test_a_few_removed_messages_are_reported_gone(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    for number in range(5):
        folder.add(Mail.called(f"m{number}"))
    known = after(read(server))
    del folder.messages[2], folder.messages[4]
    (batch,) = read(server, known)
    assert (batch.gone, batch.suspicion, batch.fetched) == ((2, 4), None, ())


def test_a_vanished_folder_keeps_its_state_and_is_suspected(server: FakeServer) -> None:
    server.folders["Sent"].add(Mail.called("s"))
    known = after(read(server))
    del server.folders["Sent"]
    (batch,) = read(server, known)
    assert (batch.gone, batch.cursor.known) == ((), known["Sent"].known)
    assert batch.suspicion == "The folder Sent has vanished from the server; what was read is kept."


@pytest.mark.parametrize("said", [0, 1, 4])
def test_a_wrong_or_missing_uidnext_hides_no_mail(server: FakeServer, said: int) -> None:
    folder = server.folders["INBOX"]
    folder.uidnext_said = said
    known: dict[str, Cursor] = {}
    uids = []
    for number in range(6):
        folder.add(Mail.called(f"m{number}"))
        batches = read(server, known)
        known = after(batches, known)
        uids += [one.uid for one in fetched(batches)]
    assert uids == [1, 2, 3, 4, 5, 6]


def test_a_modification_sequence_spares_looking_through_the_folder(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    folder.modseq, folder.uidnext_said = 7, 0
    folder.add(Mail.called("m"))
    known = after(read(server))
    server.commands.clear()
    assert read(server, {"INBOX": known["INBOX"]}, Scope(SEASON.since, folders=frozenset({"INBOX"}))) == []
    assert not [command for command in server.commands if command.startswith("UID")]
    folder.modseq = 8
    folder.add(Mail.called("n"))
    assert [one.uid for one in fetched(read(server, known))] == [2]


def test_mail_that_comes_to_an_empty_folder_is_read_whole(server: FakeServer) -> None:
    known = after(read(server))
    for number in range(3):
        server.folders["INBOX"].add(Mail.called(f"m{number}"))
    assert [one.uid for one in fetched(read(server, known))] == [1, 2, 3]


def test_a_uidnext_that_stays_below_known_mail_is_suspected(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    folder.uidnext_said = 2
    known: dict[str, Cursor] = {}
    for number in range(4):
        folder.add(Mail.called(f"m{number}"))
        known = after(read(server, known), known)
    assert known["INBOX"].suspicion == (
        "The server miscounts the folder INBOX; the folder is looked through each time instead."
    )


def test_a_clock_that_jumped_ahead_and_back_loses_no_mail(server: FakeServer) -> None:
    server.folders["INBOX"].add(Mail.called("m"))
    ahead = Scope(date(2031, 1, 1))
    known = after(read(server, {}, ahead))
    assert fetched(read(server, known, ahead)) == []
    assert len(fetched(read(server, known))) == 1


def test_reading_reaches_back_as_far_as_asked_and_further_on_demand(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    for month in range(1, 10):
        folder.add(Mail.called(f"m{month}", received=datetime(2026, month, 2, tzinfo=UTC)))
    known = after(read(server))
    assert list(known["INBOX"].known) == [6, 7, 8, 9]
    more = read(server, known, Scope(date(2026, 3, 1)))
    assert [one.uid for one in fetched(more)] == [3, 4, 5]
    assert read(server, after(more, known), SEASON) == []


def test_new_mail_is_read_whatever_date_the_server_gives_it(server: FakeServer) -> None:
    folder = server.folders["INBOX"]
    folder.add(Mail.called("m"))
    known = after(read(server))
    folder.add(Mail.called("odd clock", received=datetime(1990, 1, 1, tzinfo=UTC)))
    assert [one.uid for one in fetched(read(server, known))] == [2]


def test_the_first_reading_is_bounded_by_count(server: FakeServer) -> None:
    for number in range(20):
        server.folders["INBOX"].add(Mail.called(f"m{number}"))
    batches = read(server, {}, Scope(SEASON.since, limit=5))
    assert [one.uid for one in fetched(batches)] == [16, 17, 18, 19, 20]
    assert read(server, after(batches), Scope(SEASON.since, limit=5)) == []


def test_a_message_listed_but_never_given_is_not_asked_for_for_ever(server: FakeServer) -> None:
    for number in range(3):
        server.folders["INBOX"].add(Mail.called(f"m{number}"))
    honest = server.fetch
    server.fetch = lambda number, uid, mail, *, text: b"" if uid == 2 else honest(number, uid, mail, text=text)  # type: ignore[method-assign]
    known = after(read(server))
    server.commands.clear()
    assert fetched(read(server, known)) == []
    assert not [command for command in server.commands if command.startswith("UID FETCH")]


def test_text_is_cut_at_eight_kilobytes_and_asked_for_only_where_wanted(server: FakeServer) -> None:
    server.folders["Sent"].add(Mail.called("long", text=b"x" * 20_000))
    server.folders["Sent"].add(Mail.called("other"))
    reading = read_account(
        server.account(), server.secret, {}, SEASON, lambda fetched: b"long" in fetched.headers and fetched.text is None
    )
    texts = {one.uid: one.text for one in fetched(list(reading))}
    assert texts == {1: b"x" * 8192, 2: None}


def test_gmail_is_read_by_labels(server: FakeServer) -> None:
    server.capabilities += " X-GM-EXT-1"
    server.folders["[Gmail]/All Mail"] = Folder(attributes="\\All")
    server.folders["[Gmail]/All Mail"].add(
        Mail.called("reply", flags='\\Seen) X-GM-THRID 127 X-GM-LABELS ("\\\\Inbox" x')
    )
    (one,) = fetched(read(server))
    assert (one.role, one.provider_thread) == (Role.INBOX, "127")


@pytest.mark.parametrize("flags", ["\\Seen \\Draft", '\\Seen) X-GM-THRID 1 X-GM-LABELS ("\\\\Draft"'])
def test_a_draft_is_no_mail_and_is_not_asked_for_again(server: FakeServer, flags: str) -> None:
    server.folders["INBOX"].add(Mail.called("unsent", flags=flags))
    server.folders["INBOX"].add(Mail.called("mail"))
    batches = read(server)
    assert [one.uid for one in fetched(batches)] == [2]
    server.commands.clear()
    server.folders["INBOX"].add(Mail.called("more"))
    assert [one.uid for one in fetched(read(server, after(batches)))] == [3]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"* BYE shutting down\r\n", ConnectionLost),
        (b"* 1 FETCH (UID 1 BODY[HEADER.FIELDS (DATE)] {99999999999}\r\n", ServerTroubled),
    ],
)
def test_what_makes_no_sense_is_one_clear_error(server: FakeServer, said: bytes, error: type[MailError]) -> None:
    server.folders["INBOX"].add(Mail.called("m"))
    server.fetch = lambda *_args, **_more: said  # type: ignore[method-assign]
    with pytest.raises(error, match=r"^The mail server .*\.$"):
        read(server)
