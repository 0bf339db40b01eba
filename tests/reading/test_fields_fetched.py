"""What reading looks at, what it says it looks at, and what a sync fetches are the same fields."""

from datetime import UTC, datetime

from sidecar.followup.reading import FIELDS, read
from sidecar.followup.reading.headers import Headers, split
from sidecar.imap import fetching
from tests.reading.cases.messages import cases

RECEIVED = datetime(2026, 9, 1, 14, tzinfo=UTC)


def test_a_sync_fetches_every_field_that_reading_uses() -> None:
    assert set(fetching.FIELDS.lower().split()) >= FIELDS


def test_the_named_fields_are_enough_for_the_same_verdict() -> None:
    for case in cases():
        block, text = split(case.raw)
        kept = b"".join(
            name.encode() + b":" + value + b"\n"
            for name, values in Headers.parse(block).fields.items()
            if name in FIELDS
            for value in values
        )
        whole, part = (
            read(each, text, folder_role="inbox", mine=frozenset(), received_at=RECEIVED, kind_of=None)
            for each in (block, kept)
        )
        assert whole == part, case.name
