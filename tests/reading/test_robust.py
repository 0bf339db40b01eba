"""Hostile, cut-off and huge mail: never an exception, and time in proportion."""

import random
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.followup.reading import Reading, read
from sidecar.followup.reading.headers import split
from tests.reading.cases.messages import cases

NOW = datetime(2026, 9, 2, 12, tzinfo=UTC)
RAW = [case.raw for case in cases()]
TEN_MB = 10_000_000


def reading(raw: bytes) -> Reading:
    block, text = split(raw)
    return read(block, text, folder_role="inbox", mine=frozenset(), received_at=NOW, kind_of=None)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(RAW), st.floats(0, 1))
def test_a_message_cut_off_anywhere_is_read(raw: bytes, share: float) -> None:
    reading(raw[: int(len(raw) * share)])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(RAW), st.integers(0, 2**32))
def test_a_message_with_damaged_bytes_is_read(raw: bytes, seed: int) -> None:
    damage = random.Random(seed)  # noqa: S311 - reproducible damage, no secret
    spoilt = bytearray(raw)
    for _ in range(1 + len(raw) // 20):
        at = damage.randrange(len(spoilt))
        spoilt[at] = damage.choice(b'\x00\xff\r\n-=?<>:;"\\(') if damage.random() < 0.7 else damage.randrange(256)
    reading(bytes(spoilt))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"Subject: " + b"=?utf-8?q?a?= " * (TEN_MB // 14), id="subject"),
        pytest.param(b"To: " + b"a@b.example, " * (TEN_MB // 13), id="recipients"),
        pytest.param(b"References: " + b"<a@b> " * (TEN_MB // 6), id="references"),
        pytest.param(b"X: y\n" * (TEN_MB // 5), id="fields"),
        pytest.param(b"From: a@b.example\n\n" + b"I will write it. " * (TEN_MB // 17), id="text"),
        pytest.param(b"From: a@b.example\n\n" + b"> " * (TEN_MB // 2), id="quotes"),
        pytest.param(b"From: a@b.example\nSubject: Out of office\n\n" + b"until 9/3 " * (TEN_MB // 10), id="dates"),
        pytest.param(
            b"From: mailer-daemon@b.example\n\n" + b"<a@b.example>: unknown\n\n" * (TEN_MB // 24), id="failures"
        ),
        pytest.param(
            b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * (TEN_MB // 5), id="parts"
        ),
        pytest.param(
            b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * (TEN_MB // 45),
            id="nesting",
        ),
        pytest.param(
            b"From: a@b.example\nContent-Type: text/html\n\n" + b"<div><blockquote>" * (TEN_MB // 17), id="html"
        ),
    ],
)
def test_ten_megabytes_of_one_thing_are_read_in_bounded_time(raw: bytes) -> None:
    started = time.perf_counter()
    reading(raw)
    assert time.perf_counter() - started < 8
