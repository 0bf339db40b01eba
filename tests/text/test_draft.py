"""What a draft is made of, whichever way it comes in."""

import pytest

from sidecar.lint.draft import MAX_TEXT, Draft, UnreadableDraft, from_message, parse
from sidecar.lint.rule import Field, Span
from sidecar.people import Mailbox

REPLY = """Dear Dr. Okafor,

May I ask for a strong letter?

Sincerely,
Lina Haddad, MD
AAMC ID: 15550199

Sent from my iPhone

On Fri, Aug 7, 2026 at 10:15 AM Chidi Okafor
<okafor@example.edu> wrote:

> How did your month go?
"""


def own(draft: Draft) -> list[str]:
    return [draft.quote(span) for span in draft.own]


def test_own_words_end_where_the_phone_and_the_quotation_begin() -> None:
    draft = parse(text=REPLY)
    assert own(draft) == [REPLY[: REPLY.index("\n\nSent from")]]


def test_masked_texts_are_as_long_as_the_body_and_agree_with_it() -> None:
    draft = parse(text=REPLY)
    for masked in (draft.own_text, draft.prose, draft.signed_text):
        assert len(masked) == len(REPLY)
        assert all(a in {b, " "} for a, b in zip(masked, REPLY, strict=True))
    at = draft.own_text.index("strong letter")
    assert REPLY[at : at + 13] == "strong letter"
    assert "wrote" not in draft.own_text


def test_name_lines_are_own_words_but_no_prose() -> None:
    draft = parse(text=REPLY)
    assert draft.name_lines is not None
    assert draft.quote(draft.name_lines) == "Lina Haddad, MD\nAAMC ID: 15550199"
    assert "AAMC" in draft.own_text
    assert "AAMC" not in draft.prose
    assert "Sincerely" in draft.prose


def test_a_signature_is_apart_but_can_be_searched_for_the_name() -> None:
    draft = parse(text="Dear Dr. Okafor,\n\nThank you.\n\n-- \nLina Haddad\nAAMC ID 15550199")
    assert draft.signature is not None
    assert draft.quote(draft.signature) == "-- \nLina Haddad\nAAMC ID 15550199".strip()
    assert "Haddad" not in draft.own_text
    assert "Haddad" in draft.signed_text


def test_typographic_quotes_and_blanks_are_unified_in_place() -> None:
    text = "I’d\u00a0be “grateful”."
    assert parse(text=text).own_text == 'I\'d be "grateful".'


def test_recipients_know_where_they_stand_in_their_field() -> None:
    draft = parse(text="x", to=["Okafor, Chidi <Okafor@Example.EDU>", "b@example.org"], bcc=["Team <c@example.org>"])
    assert draft.to == (Mailbox("Okafor, Chidi", "okafor@example.edu"), Mailbox("", "b@example.org"))
    assert draft.cc == ()
    assert [draft.quote(one.address) for one in draft.recipients] == [
        "Okafor@Example.EDU",
        "b@example.org",
        "c@example.org",
    ]
    assert draft.recipients[2].span == Span(Field.BCC, 0, 20)


def test_text_with_header_lines_is_a_draft() -> None:
    draft = from_message(
        "Subject: Letter — Lina\nTo: Dr. B <b@example.edu>\nCc: c@example.edu\n\nHello\nthere".encode()
    )
    assert (draft.subject, draft.text) == ("Letter — Lina", "Hello\nthere")
    assert draft.to == (Mailbox("Dr. B", "b@example.edu"),)
    assert draft.cc == (Mailbox("", "c@example.edu"),)


def test_text_without_header_lines_is_all_body() -> None:
    text = "Note: this is the first line.\n\nSubject: to change"
    assert from_message(text.encode()).text == text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \r\n\n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "The file holds binary data, not the text of an email."),
        (b"From: a@b\nContent-Type: application/pdf\n\nJVBERi0=", "The message has no text to read."),
        (b"x" * (MAX_TEXT + 1), "The draft is 1,000,001 characters long; at most 1,000,000 can be checked."),
    ],
)
def test_what_is_no_draft_is_told_in_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDraft) as caught:
        from_message(raw)
    assert str(caught.value) == sentence
