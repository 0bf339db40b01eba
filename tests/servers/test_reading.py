"""Reading real mailboxes: what has come, what has gone, and what is not to be believed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest

from sidecar.imap.account import Role, Security
from sidecar.imap.batch import Batch, Cursor, Scope
from sidecar.imap.errors import CertificateRefused, MailServerUnreachable, SignInRefused
from sidecar.imap.sync import read_account
from tests.harness.dovecot import Dovecot
from tests.harness.ports import free_port

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
    server: Dovecot,
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
    running_dovecot: Dovecot, user: str, security: Security, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(running_dovecot.ca))
    running_dovecot.append("INBOX", message("An answer"), user)
    running_dovecot.append("Sent", message("A request", "Could you write a strong letter?\n"), user)
    batches = read(running_dovecot, user, security=security)
    assert subjects(batches) == [("inbox", "An answer"), ("sent", "A request")]
    sent = next(batch.fetched[0] for batch in batches if batch.role is Role.SENT)
    assert sent.text is not None
    assert sent.text.startswith(b"Could you write a strong letter?")
    assert sent.received_at.tzinfo is not None


def test_a_second_reading_sees_only_what_is_new(running_dovecot: Dovecot, user: str) -> None:
    running_dovecot.append("INBOX", message("First"), user)
    known = cursors(read(running_dovecot, user))
    assert read(running_dovecot, user, known) == []
    running_dovecot.append("INBOX", message("Second"), user)
    assert subjects(read(running_dovecot, user, known)) == [("inbox", "Second")]


def test_a_certificate_of_an_unknown_authority_is_refused_in_one_sentence(running_dovecot: Dovecot, user: str) -> None:
    with pytest.raises(CertificateRefused, match=r"^The certificate of localhost, port \d+ is not trusted .*\.$"):
        read(running_dovecot, user, security=Security.TLS)


def test_a_wrong_password_is_refused_with_advice(running_dovecot: Dovecot, user: str) -> None:
    account = running_dovecot.account(user)
    with pytest.raises(SignInRefused, match="check the user name and the password"):
        list(read_account(account, lambda: "wrong", {}, ALL_TIME, lambda fetched: True))


def test_a_dead_server_is_named(running_dovecot: Dovecot) -> None:
    account = running_dovecot.account()
    dead = replace(account, port=free_port())
    with pytest.raises(MailServerUnreachable, match="Nothing listens at localhost"):
        list(read_account(dead, lambda: "x", {}, ALL_TIME, lambda fetched: True))
