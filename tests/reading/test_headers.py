"""Header blocks: well formed, odd, and hostile."""

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.followup.reading import fields
from sidecar.followup.reading.headers import Headers, decode_words, split
from sidecar.people import Mailbox


def test_folded_fields_are_unfolded_and_names_ignore_case() -> None:
    headers = Headers.parse(b"SUBJECT: Letter of\r\n recommendation\r\nTo: a@x.example,\r\n\tb@x.example\r\n")
    assert headers.text("subject") == "Letter of recommendation"
    assert headers.raw("to") == "a@x.example, b@x.example"


def test_junk_lines_and_mbox_lines_are_passed_over() -> None:
    headers = Headers.parse(b"From me@x.example Mon Sep  7 08:00:00 2026\nno field here\nFrom: me@x.example\n")
    assert headers.raw("from") == "me@x.example"


def test_repeated_fields_are_kept_in_order() -> None:
    assert Headers.parse(b"Received: b\nReceived: a\n").raws("received") == ("b", "a")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=?utf-8?Q?R=C3=A9ponse_automatique?=", "Réponse automatique"),
        ("=?UTF-8?B?zpE=?= =?UTF-8?B?zrI=?=", "Αβ"),
        ("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"),  # one character split over two words
        ("=?iso-8859-9?Q?Otomatik_yan=FDt?=", "Otomatik yanıt"),
        ("=?gb2312?B?19S2r7vYuLQ=?=", "自动回复"),
        ("=?x-unheard-of?Q?plain?=", "plain"),
        ("=?utf-8*en?Q?language_tag?=", "language tag"),
        ("=?utf-8?B?broken", "=?utf-8?B?broken"),
        ("=?utf-8?B?a?=", ""),
        ("a =?utf-8?Q?b?= c", "a b c"),
    ],
)
def test_encoded_words_are_resolved(written: str, read: str) -> None:
    assert decode_words(written) == read


def test_raw_eight_bit_subjects_are_read_as_utf8_else_windows() -> None:
    assert Headers.parse("Subject: Geçmiş\n".encode()).text("subject") == "Geçmiş"
    assert Headers.parse("Subject: Réponse\n".encode("cp1252")).text("subject") == "Réponse"


def test_what_could_deceive_a_terminal_or_reader_is_dropped() -> None:
    assert Headers.parse("Subject: a\x1b[31mb\u202ec\n".encode()).text("subject") == "a[31mbc"


@pytest.mark.parametrize(
    ("written", "boxes"),
    [
        ("Anita Rao <Rao@X.example>", [("Anita Rao", "rao@x.example")]),
        ('"Rao, Anita" <rao@x.example>, b@x.example', [("Rao, Anita", "rao@x.example"), ("", "b@x.example")]),
        ("Rao, Anita <rao@x.example>", [("Rao Anita", "rao@x.example")]),
        (
            "Team: a@x.example, B <b@x.example>;, c@x.example",
            [("", a) for a in ("a@x.example",)] + [("B", "b@x.example"), ("", "c@x.example")],
        ),
        ("undisclosed-recipients:;", []),
        ("rao@x.example (Anita (Dr.) Rao)", [("Anita Dr. Rao", "rao@x.example")]),
        ("=?utf-8?Q?Yusuf=2C_Amina?= <a@x.example>", [("Yusuf, Amina", "a@x.example")]),
        ("'rao@x.example' <rao@x.example>", [("rao@x.example", "rao@x.example")]),
        ('"no end <rao@x.example>', [("no end", "rao@x.example")]),
        ("(no end rao@x.example", [("", "rao@x.example")]),
        ("mailto:rao@x.example", [("", "rao@x.example")]),
        ("<@relay.example:rao@x.example>", [("", "rao@x.example")]),
        ("Rao <rao@[192.0.2.1]>", [("Rao", "rao@[192.0.2.1]")]),
        ("nobody", []),
        ("", []),
    ],
)
def test_address_lists_are_read_with_patience(written: str, boxes: list[tuple[str, str]]) -> None:
    assert fields.mailboxes(written) == tuple(Mailbox(*box) for box in boxes)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("<1@x.example> <2@x.example>", ("1@x.example", "2@x.example")),
        ("<1@x.example><2@x.example>,<1@x.example>", ("1@x.example", "2@x.example")),
        ('Your message of "Mon, 7 Sep" <1@x.example>', ("1@x.example",)),
        ("1@x.example", ("1@x.example",)),
        ("<long-id-folded- by-a-client@x.example>", ("long-id-folded-by-a-client@x.example",)),
        ("=?us-ascii?Q?=3C1=40x=2Eexample=3E?=", ("1@x.example",)),
        ("no id here", ()),
    ],
)
def test_message_ids_are_found_in_every_form(written: str, ids: tuple[str, ...]) -> None:
    assert fields.ids(written) == ids


def test_the_own_id_is_whatever_stands_there() -> None:
    assert fields.own_id("<no-at-sign>") == "no-at-sign"
    assert fields.own_id("bare.id") == "bare.id"
    assert fields.own_id("") is None


EASTERN = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 08 Sep 2026 10:11:12 -0400", datetime(2026, 9, 8, 10, 11, 12, tzinfo=EASTERN)),
        ("Tue, 8 Sep 2026 10:11 -0400 (EDT)", datetime(2026, 9, 8, 10, 11, tzinfo=EASTERN)),
        ("8 Sep 26 10:11:12 EDT", datetime(2026, 9, 8, 10, 11, 12, tzinfo=EASTERN)),
        ("Tue, 08 Sept 2026 10:11:12 +0000", datetime(2026, 9, 8, 10, 11, 12, tzinfo=UTC)),
        ("Tue Sep  8 10:11:12 2026", datetime(2026, 9, 8, 10, 11, 12, tzinfo=UTC)),
        ("2026-09-08T10:11:12Z", datetime(2026, 9, 8, 10, 11, 12, tzinfo=UTC)),
        ("Tue, 08 Sep 2026 10:11:60 +0000", datetime(2026, 9, 8, 10, 11, 59, tzinfo=UTC)),
        ("Tue, 08 Sep 2026 10:11:12 +9999", datetime(2026, 9, 8, 10, 11, 12, tzinfo=UTC)),
        ("Tue, 38 Sep 2026 10:11:12 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_aware_or_none(written: str, moment: datetime | None) -> None:
    assert fields.moment(written) == moment


def test_parameters_join_continuations_and_percent_escapes() -> None:
    written = "attachment; filename*0*=utf-8''r%C3%A9s; filename*1=\"umé.pdf\""
    assert fields.parameters(written) == ("attachment", {"filename": "résumé.pdf"})
    assert fields.parameters('Multipart/Report; report-type=delivery-status;boundary="a;b"') == (
        "multipart/report",
        {"report-type": "delivery-status", "boundary": "a;b"},
    )


FIELD_NAMES = ("from", "to", "subject", "date", "message-id", "references", "content-type")


def everything(block: bytes) -> None:
    headers = Headers.parse(block)
    for name in FIELD_NAMES:
        for value in (headers.raw(name), headers.text(name), *headers.raws(name)):
            fields.mailboxes(value)
            fields.ids(value)
            fields.own_id(value)
            fields.parameters(value)
            found = fields.moment(value)
            assert found is None or found.tzinfo is not None


@given(st.binary(max_size=400))
def test_no_bytes_raise(junk: bytes) -> None:
    split(junk)
    everything(junk)
    everything(b"".join(name.encode() + b": " + junk + b"\n" for name in FIELD_NAMES))


GRAMMAR = st.sampled_from(
    [
        *'"<>(),;:@\\?=_ \t',
        "\r\n ",
        "a",
        "é",
        "=?utf-8?Q?",
        "?=",
        "=?gb2312?B?",
        "a@b.c",
        "Mon, ",
        "7 Sep",
        " 2026",
        "+0100",
        "99:99",
        "*0*",
        "%",
    ]
)


@given(st.lists(GRAMMAR, max_size=40).map("".join))
def test_no_arrangement_of_syntax_raises(value: str) -> None:
    everything(b"".join(f"{name}: {value}\n".encode() for name in FIELD_NAMES))


@pytest.mark.parametrize(
    "unit", ["(", '"', "<", "a <", "=?a?q?", "a, ", " ", "\\", "\n ", ":", "a@", "; a=", "=?utf-8?B?4oI=?= "]
)
def test_time_is_linear_in_hostile_fields(unit: str) -> None:
    def cost(size: int) -> float:
        block = b"".join(f"{name}: {unit * (size // len(unit))}\n".encode() for name in FIELD_NAMES)
        started = time.perf_counter()
        everything(block)
        return time.perf_counter() - started

    cost(1000)
    small = min(cost(2_000) for _ in range(3))
    assert cost(32_000) < 16 * 8 * small + 0.05  # sixteen times the bytes; a quadratic cost would be 256 times


def test_a_ten_megabyte_header_is_read_in_bounded_time() -> None:
    started = time.perf_counter()
    everything(b"Subject: " + b"a" * 10_000_000 + b"\nFrom: a@b.c\n")
    everything(b"To: " + b"a@b.c, " * 1_500_000)
    assert time.perf_counter() - started < 10
