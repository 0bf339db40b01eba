"""The header fields that are fetched are enough: with all others gone every message is read the same."""

from datetime import UTC, datetime

from sidecar.followup.reading import read
from sidecar.followup.reading.headers import Headers, split
from sidecar.header_fields import FIELDS
from tests.reading.cases.messages import cases

RECEIVED = datetime(2026, 9, 1, 14, tzinfo=UTC)


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
        assert (whole, whole.own_text) == (part, part.own_text), case.name
