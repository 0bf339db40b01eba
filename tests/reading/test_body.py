"""The start of a body, in every encoding and however it is cut."""

from sidecar.followup.reading.body import Body, parse
from sidecar.followup.reading.headers import Headers, split


def body(raw: bytes) -> Body:
    block, text = split(raw)
    return parse(Headers.parse(block), text)


def test_plain_text_is_decoded_by_its_own_charset() -> None:
    raw = b"Content-Type: text/plain; charset=iso-8859-9\nContent-Transfer-Encoding: quoted-printable\n\nYan=FDt=\n la"
    assert body(raw).plain == "Yanıt la"


def test_base64_cut_within_a_group_keeps_what_is_whole() -> None:
    raw = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGVsbG8gd29ybGQhI"
    assert body(raw).plain == "Hello world!"


def test_the_plain_part_of_an_alternative_is_found_in_nested_multiparts() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=o\n\npreamble\n"
        b"--o\nContent-Type: multipart/alternative; boundary=i\n\n"
        b"--i\nContent-Type: text/plain\n\nwords\n--i\nContent-Type: text/html\n\n<p>words</p>\n--i--\n"
        b"--o\nContent-Type: application/pdf; name=cv.pdf\n"
        b"Content-Disposition: attachment; filename=cv.pdf\n\nx\n--o--\n"
    )
    found = body(raw)
    assert (found.plain, found.html, found.attachments) == ("words", "<p>words</p>", ("cv.pdf",))


def test_a_part_without_its_closing_boundary_counts() -> None:
    assert body(b"Content-Type: multipart/mixed; boundary=o\n\n--o\n\nwords").plain == "words"


def test_a_boundary_that_was_not_fetched_is_guessed_from_the_body() -> None:
    assert body(b"From: a@b.example\n\n--xyz\nContent-Type: text/plain\n\nwords\n--xyz--").plain == "words"


def test_an_attached_text_is_not_what_the_message_says() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\nContent-Disposition: attachment; "
        b"filename=notes.txt\n\nnotes\n--o\nContent-Type: text/plain\n\nwords\n--o--"
    )
    assert body(raw).plain == "words"


def test_the_text_of_an_enclosed_message_is_not_what_the_message_says() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: message/rfc822\n\nSubject: x\n\ninner\n--o--"
    )
    assert body(raw).plain is None


def test_soft_line_breaks_of_flowed_text_are_joined() -> None:
    raw = b"Content-Type: text/plain; format=flowed\n\nI would be \nhappy to.\n> you \n> asked\n"
    assert body(raw).plain == "I would be happy to.\n> you asked"
