"""Every labelled message is read as labelled, whole and as a sync sees it: the first 8 KB of its text."""

from datetime import UTC, datetime

import pytest

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import Reading, read
from sidecar.followup.reading.headers import split
from tests.reading.cases.messages import Case, cases

CASES = list(cases())
RECEIVED = datetime(2026, 9, 1, 14, tzinfo=UTC)


def reading(raw: bytes) -> Reading:
    block, text = split(raw)
    return read(block, text[:8192], folder_role="inbox", mine=frozenset(), received_at=RECEIVED, kind_of=None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_class(case: Case) -> None:
    found = reading(case.raw)
    assert found.message.cls is case.cls, found.because


@pytest.mark.parametrize("case", [case for case in CASES if case.own_text is not None], ids=lambda case: case.name)
def test_own_text_is_exact(case: Case) -> None:
    assert " ".join(reading(case.raw).own_text.split()) == " ".join((case.own_text or "").split())


@pytest.mark.parametrize("case", [case for case in CASES if case.meaning], ids=lambda case: case.name)
def test_meaning(case: Case) -> None:
    found = reading(case.raw)
    assert found.message.meaning == case.meaning, found.because


@pytest.mark.parametrize("case", [case for case in CASES if case.returns], ids=lambda case: case.name)
def test_return_date(case: Case) -> None:
    message = reading(case.raw).message
    day = message.return_date.isoformat() if message.return_date else "none"
    assert ("ambiguous" if message.return_date_ambiguous else day) == case.returns


@pytest.mark.parametrize("case", [case for case in CASES if case.failed is not None], ids=lambda case: case.name)
def test_failed_recipients_and_original(case: Case) -> None:
    message = reading(case.raw).message
    assert message.failed == case.failed
    if case.cls in {MessageClass.BOUNCE, MessageClass.DELAY_NOTICE, MessageClass.RECEIPT}:
        assert message.original_message_id == case.original


def test_carriage_returns_change_nothing() -> None:
    for case in CASES:
        plain, networked = reading(case.raw), reading(case.raw.replace(b"\n", b"\r\n"))
        assert plain.message.cls is networked.message.cls, case.name
        assert plain.own_text == networked.own_text, case.name
        assert plain.message.failed == networked.message.failed, case.name
