"""Reading real mailboxes: what has come, what has gone, and what is not to be believed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest
from imapclient import DRAFT, SEEN, IMAPClient

from sidecar.imap.account import Role, Security
from sidecar.imap.batch import Batch, Cursor, Scope
from sidecar.imap.errors import CertificateRefused, MailServerUnreachable, SignInRefused
from sidecar.imap.sync import read_account
from tests.harness.ports import free_port, wait_until
from tests.harness.server import MailServer

ALL_TIME = Scope(date(2000, 1, 1))


def message(subject: str, text: str = "Thank you.\n") -> bytes:
    email = EmailMessage()
    email["From"] = "Ada Obi <ada@example.org>"
    email["To"] = "rao@hospital.example"
    email["Subject"] = subject
    email["Message-ID"] = f"<{subject.replace(' ', '.')}@example.org>"
    email.set_content(text)
    return bytes(email)


def read(
    server: MailServer,
    user: str,
    cursors: Mapping[str, Cursor] | None = None,
    scope: Scope = ALL_TIME,
    security: Security = Security.NONE,
) -> list[Batch]:
    account = server.account(user, security)
    return list(read_account(account, lambda: server.password, cursors or {}, scope, lambda fetched: True))


def cursors(batches: list[Batch], before: Mapping[str, Cursor] | None = None) -> dict[str, Cursor]:
    return {**(before or {}), **{batch.folder: batch.cursor for batch in batches}}


def subjects(batches: list[Batch]) -> list[tuple[str, str]]:
    found = []
    for batch in batches:
        for fetched in batch.fetched:
            lines = fetched.headers.decode().splitlines()
            found.append((fetched.role.value, next(line[9:] for line in lines if line.startswith("Subject: "))))
    return sorted(found)


@pytest.mark.parametrize("security", list(Security))
def test_every_way_of_protection_reads_the_same_mail(
    mail_server: MailServer, user: str, security: Security, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(mail_server.ca))
    mail_server.append("INBOX", message("An answer"), user)
    mail_server.append("Sent", message("A request", "Could you write a strong letter?\n"), user)
    batches = read(mail_server, user, security=security)
    assert subjects(batches) == [("inbox", "An answer"), ("sent", "A request")]
    sent = next(batch.fetched[0] for batch in batches if batch.role is Role.SENT)
    assert sent.text is not None
    assert sent.text.startswith(b"Could you write a strong letter?")
    assert sent.received_at.tzinfo is not None


def test_a_second_reading_sees_only_what_is_new(mail_server: MailServer, user: str) -> None:
    mail_server.append("INBOX", message("First"), user)
    known = cursors(read(mail_server, user))
    assert read(mail_server, user, known) == []
    mail_server.append("INBOX", message("Second"), user)
    assert subjects(read(mail_server, user, known)) == [("inbox", "Second")]


def test_a_certificate_of_an_unknown_authority_is_refused_in_one_sentence(mail_server: MailServer, user: str) -> None:
    with pytest.raises(CertificateRefused, match=r"^The certificate of localhost, port \d+ is not trusted .*\.$"):
        read(mail_server, user, security=Security.TLS)


def test_a_wrong_password_is_refused_with_advice(mail_server: MailServer, user: str) -> None:
    account = mail_server.account(user)
    with pytest.raises(SignInRefused, match="check the user name and the password"):
        list(read_account(account, lambda: "wrong", {}, ALL_TIME, lambda fetched: True))


def test_a_dead_server_is_named(mail_server: MailServer) -> None:
    account = mail_server.account()
    dead = replace(account, port=free_port())
    with pytest.raises(MailServerUnreachable, match="Nothing listens at localhost"):
        list(read_account(dead, lambda: "x", {}, ALL_TIME, lambda fetched: True))


def test_a_modification_sequence_is_kept_where_the_server_tells_it(mail_server: MailServer, user: str) -> None:
    mail_server.append("INBOX", message("First"), user)
    with mail_server.client(user) as client:
        if mail_server.has_condstore:
            client.enable("CONDSTORE")  # from then on Dovecot tells it unasked, as Cyrus does from the first
        client.select_folder("INBOX")
        known = cursors(read(mail_server, user))
        assert (known["INBOX"].modseq > 0) == mail_server.has_condstore
        client.add_flags(client.search(), [SEEN])
    after = read(mail_server, user, known)
    assert [(batch.fetched, batch.gone, batch.suspicion) for batch in after] == [((), (), None)] * len(after)
    assert read(mail_server, user, cursors(after, known)) == [], "what is no news to us is looked at once"


def test_a_moved_message_is_gone_from_one_folder_and_comes_to_the_other(mail_server: MailServer, user: str) -> None:
    letters = mail_server.folder("Letters")
    for subject in ("Stays", "Goes"):
        mail_server.append("INBOX", message(subject), user)
    known = cursors(read(mail_server, user))
    with mail_server.client(user) as client:
        client.create_folder(letters)
        client.select_folder("INBOX")
        goes = client.search(["SUBJECT", "Goes"])
        move(client, mail_server, goes, letters)
    batches = {batch.folder: batch for batch in read(mail_server, user, known)}
    assert batches["INBOX"].gone == tuple(goes)
    assert subjects(list(batches.values())) == [("filed", "Goes")]
    assert batches[letters].role is Role.FILED


def test_one_moved_message_does_not_hide_one_that_came_meanwhile(mail_server: MailServer, user: str) -> None:
    """The count of the folder and, on a server without UIDNEXT or CONDSTORE, everything it tells stay the same."""
    mail_server.append("INBOX", message("Old"), user)
    known = cursors(read(mail_server, user))
    with mail_server.client(user) as client:
        client.select_folder("INBOX")
        move(client, mail_server, client.search(["SUBJECT", "Old"]), mail_server.folder("Archive"))
    mail_server.append("INBOX", message("New"), user)
    assert subjects(read(mail_server, user, known)) == [("archive", "Old"), ("inbox", "New")]


def test_expunged_messages_are_gone_and_nothing_else_is_said_of_them(mail_server: MailServer, user: str) -> None:
    for number in range(3):
        mail_server.append("INBOX", message(f"Mail {number}"), user)
    known = cursors(read(mail_server, user))
    expunge(mail_server, user, ["Mail 1"])
    (batch,) = read(mail_server, user, known)
    assert (len(batch.gone), batch.fetched, batch.suspicion) == (1, (), None)
    assert read(mail_server, user, cursors([batch], known)) == []


def test_a_folder_emptied_at_once_is_suspected_and_nothing_is_gone(mail_server: MailServer, user: str) -> None:
    names = [f"Mail {number}" for number in range(12)]
    for name in names:
        mail_server.append("INBOX", message(name), user)
    known = cursors(read(mail_server, user))
    expunge(mail_server, user, names)
    (batch,) = read(mail_server, user, known)
    assert batch.gone == ()
    assert "12 of 12 known messages are missing from INBOX" in str(batch.suspicion)
    assert read(mail_server, user, cursors([batch], known)) == [], "it is said once"


def test_a_renumbered_folder_is_read_again_and_said_so(mail_server: MailServer, user: str) -> None:
    season = mail_server.folder("Season")
    with mail_server.client(user) as client:
        client.create_folder(season)
        client.append(season, message("Before"))
        batches = read(mail_server, user)
        known = cursors(batches)

        def renumbered() -> bool:
            """Some servers number folders by the second."""
            client.delete_folder(season)
            client.create_folder(season)
            return bool(client.folder_status(season, ["UIDVALIDITY"])[b"UIDVALIDITY"] != known[season].uidvalidity)

        wait_until(renumbered, "another UIDVALIDITY")
        client.append(season, message("After"))
    (batch,) = read(mail_server, user, known)
    assert (
        batch.suspicion
        == f"The server has renumbered the folder {season}; it is read again, and what was known is kept."
    )
    assert (subjects([batch]), batch.gone) == ([("filed", "After")], ())
    assert batch.cursor.uidvalidity != known[season].uidvalidity


def test_folder_names_beyond_ascii_and_below_others_are_read(mail_server: MailServer, user: str) -> None:
    name = mail_server.folder("Bewerbung für 2027")
    with mail_server.client(user) as client:
        client.create_folder(name)
        client.append(name, message("Filed"))
    (batch,) = [batch for batch in read(mail_server, user) if batch.fetched]
    assert (batch.folder, subjects([batch])) == (name, [("filed", "Filed")])


def test_a_draft_kept_in_any_folder_is_no_mail(mail_server: MailServer, user: str) -> None:
    archive = mail_server.folder("Archive")
    with mail_server.client(user) as client:
        client.append(archive, message("Unsent"), [DRAFT])
        client.append(mail_server.sent, message("Sent by an odd program"), [DRAFT])
    assert subjects(read(mail_server, user)) == [("sent", "Sent by an odd program")]


def move(client: IMAPClient, server: MailServer, uids: list[int], folder: str) -> None:
    if server.has_move:
        client.move(uids, folder)
    else:
        client.copy(uids, folder)
        client.delete_messages(uids)
        client.expunge()


def expunge(server: MailServer, user: str, names: list[str]) -> None:
    with server.client(user) as client:
        client.select_folder("INBOX")
        client.delete_messages([uid for name in names for uid in client.search(["SUBJECT", name])])
        client.expunge()
