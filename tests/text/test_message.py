"""Drafts that come as messages: parts, encodings, charsets, line wrapping, attachments, broken headers."""

from email.message import EmailMessage

import pytest

from sidecar.lint.draft import UnreadableDraft, from_message
from sidecar.people import Mailbox
from sidecar.quoting.message import decoded_header, read_message


def raw(*lines: str | bytes) -> bytes:
    return b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)


def built() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Zoë Müller <zoe@example.org>"
    message["To"] = '"Osei, Miriam" <Miriam.Osei@Clinic.example>, b@clinic.example'
    message["Subject"] = "Empfehlung – Zoë Müller " + "very long subject " * 8
    message["In-Reply-To"] = "<first@clinic.example>"
    message["References"] = "<zero@clinic.example> <first@clinic.example>"
    message.set_content("Grüße aus Köln.\n\nWürden Sie mir schreiben?\n")
    return message


def test_fields_are_decoded_and_unfolded() -> None:
    draft = from_message(built().as_bytes())
    assert draft.subject == ("Empfehlung – Zoë Müller " + "very long subject " * 8).strip()
    assert draft.sender == Mailbox("Zoë Müller", "zoe@example.org")
    assert draft.to == (Mailbox("Osei, Miriam", "miriam.osei@clinic.example"), Mailbox("", "b@clinic.example"))
    assert draft.in_reply_to == "first@clinic.example"
    assert draft.references == ("zero@clinic.example", "first@clinic.example")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_bodies_are_decoded(encoding: str) -> None:
    message = built()
    message.set_content("Grüße aus Köln.\n", cte=encoding)
    assert from_message(message.as_bytes()).text == "Grüße aus Köln.\n"


@pytest.mark.parametrize(
    ("charset", "text"),
    [("iso-8859-1", "Grüße"), ("windows-1256", "مرحبا"), ("koi8-r", "Привет"), ("iso-2022-jp", "こんにちは")],
)
def test_charsets_are_read(charset: str, text: str) -> None:
    message = raw(
        "From: a@example.org", f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: 8bit", "", ""
    )
    assert from_message(message + text.encode(charset)).text == text


def test_an_unknown_or_wrong_charset_still_gives_text() -> None:
    for charset in ("klingon", "utf-8", '"us-ascii"'):
        message = raw("From: a@example.org", f"Content-Type: text/plain; charset={charset}", "", b"caf\xe9 time")
        assert from_message(message).text.endswith(" time")


def test_plain_text_is_preferred_to_html_and_attachments_are_named() -> None:
    message = built()
    message.add_alternative("<p>Other</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Lebenslauf Müller.pdf")
    message.add_attachment("notes", filename="notes.txt")
    draft = from_message(message.as_bytes())
    assert draft.text.startswith("Grüße aus Köln.")
    assert draft.attachments == ("Lebenslauf Müller.pdf", "notes.txt")


def test_html_alone_is_derived() -> None:
    message = built()
    message.set_content("<div>Dear Dr. Osei,</div><div><br></div><div>Thank <b>you</b>.</div>", subtype="html")
    assert from_message(message.as_bytes()).text.strip() == "Dear Dr. Osei,\n\nThank you."


def test_an_attached_message_is_no_text_of_the_draft() -> None:
    message = built()
    inner = EmailMessage()
    inner["Subject"] = "old"
    inner.set_content("Somebody else's words.")
    message.add_attachment(inner)
    draft = from_message(message.as_bytes())
    assert "Somebody" not in draft.text


def test_flowed_lines_are_joined_and_quotations_kept_apart() -> None:
    message = raw(
        "From: a@example.org",
        "Content-Type: text/plain; charset=utf-8; format=flowed",
        "",
        "Dear Dr. Osei, ",
        "I write to ",
        "you.",
        "",
        "> You wrote ",
        "> this.",
        "> > And that.",
        "-- ",
        "Zoë",
    )
    assert from_message(message).text == "Dear Dr. Osei, I write to you.\n\n> You wrote this.\n> > And that.\n-- \nZoë"


def test_flowed_with_deleted_spaces_is_joined_without_them() -> None:
    message = raw("From: a@b.example", "Content-Type: text/plain; format=flowed; delsp=yes", "", "recom ", "mendation")
    assert from_message(message).text == "recommendation"


def test_line_ends_of_all_kinds_become_one() -> None:
    assert from_message(b"From: a@example.org\r\nSubject: x\r\n\r\none\r\ntwo\r\n").text == "one\ntwo\n"
    assert from_message(b"Subject: x\r\n\r\none\rtwo").text == "one\ntwo"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?UTF-8?B?R3LDvMOfZQ==?= =?UTF-8?B?IGF1cw==?=", "Grüße aus"),
        ("=?iso-8859-1?Q?caf=E9?= now", "café now"),
        ("=?klingon?q?abc?=", "abc"),
        ("folded\r\n\tover\r\n lines", "folded over lines"),
        ("plain", "plain"),
    ],
)
def test_encoded_words_are_decoded_when_they_can_be(written: str, read: str) -> None:
    assert decoded_header(written) == read


def test_unencoded_headers_in_eight_bits_are_read() -> None:
    message = raw("From: a@example.org", "Subject: Grüße".encode(), "", "x")
    assert from_message(message).subject == "Grüße"
    message = raw("From: a@example.org", "Subject: Grüße".encode("latin-1"), "", "x")
    assert from_message(message).subject == "Grüße"


def test_a_file_with_a_byte_order_mark_and_utf_16_text_are_read() -> None:
    assert from_message(b"\xef\xbb\xbfSubject: a\n\nb").subject == "a"
    assert from_message("Subject: ä\n\nö".encode("utf-16")).subject == "ä"


def test_header_lines_without_a_blank_line_end_where_the_text_begins() -> None:
    draft = from_message(b"Subject: Letter\nTo: a@example.org\nDear Dr. Osei,\nthank you.")
    assert (draft.subject, draft.text) == ("Letter", "Dear Dr. Osei,\nthank you.")


def test_a_message_without_a_body_has_an_empty_text() -> None:
    assert from_message(b"From: a@example.org\nSubject: x\n\n").text == ""
    assert from_message(b"Subject: only").text == ""


def test_a_message_beyond_any_providers_size_is_refused() -> None:
    with pytest.raises(UnreadableDraft, match=r"^The message is 51 MB; at most 50 MB can be read\.$"):
        from_message(b"From: a@b\n\n" + b"x" * (51 * 2**20))


def test_a_large_attachment_does_not_make_a_draft_unreadable() -> None:
    message = built()
    message.add_attachment(b"\0" * 3_000_000, maintype="application", subtype="octet-stream", filename="scan.bin")
    assert from_message(message.as_bytes()).attachments == ("scan.bin",)


def test_headers_are_kept_in_order_with_every_repetition() -> None:
    read = read_message(raw("Received: one", "Received: two", "From: a@b", "", "x"))
    assert read.all("received") == ("one", "two")
    assert read.header("absent") == ""
