"""How well and how fast received mail is understood: precision and recall on the labelled set, time a message.

Run: python -m bench.reading
"""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

from sidecar.followup.reading import Reading, fields, meaning, read, return_date
from sidecar.followup.reading.headers import Headers, split
from tests.reading.cases import table
from tests.reading.cases.messages import Case, cases

RECEIVED = datetime(2026, 9, 1, 14, tzinfo=UTC)
WRITTEN_ON = date(2026, 9, 1)
ROUNDS = 20


def main() -> None:
    labelled = list(cases())
    readings = [_read(case.raw) for case in labelled]
    print(f"{len(labelled)} labelled messages, {len(table('return_dates')) + len(table('meanings'))} labelled texts")
    for line in _classes(labelled, readings):
        print(line)
    for line in _details(labelled, readings):
        print(line)
    _print_times(labelled)


def _read(raw: bytes) -> Reading:
    block, text = split(raw)
    return read(block, text[:8192], folder_role="inbox", mine=frozenset(), received_at=RECEIVED, kind_of=None)


def _classes(labelled: list[Case], readings: list[Reading]) -> Iterator[str]:
    right, claimed, real = Counter[str](), Counter[str](), Counter[str]()
    for case, reading in zip(labelled, readings, strict=True):
        real[case.cls] += 1
        claimed[reading.message.cls] += 1
        right[case.cls] += case.cls == reading.message.cls
    yield f"{'class':<18}{'cases':>6}{'precision':>11}{'recall':>8}"
    for name in sorted(real):
        precision = right[name] / claimed[name] if claimed[name] else 0.0
        yield f"{name:<18}{real[name]:>6}{precision:>11.3f}{right[name] / real[name]:>8.3f}"


def _details(labelled: list[Case], readings: list[Reading]) -> Iterator[str]:
    pairs = list(zip(labelled, readings, strict=True))
    days = [(case.returns, _day(reading)) for case, reading in pairs if case.returns]
    days += [(label, _found(text)) for label, text in table("return_dates")]
    said = [(case.meaning, str(reading.message.meaning)) for case, reading in pairs if case.meaning]
    said += [(label, str(meaning.read(text, WRITTEN_ON).meaning)) for label, text in table("meanings")]
    own = [(case.own_text, reading.own_text) for case, reading in pairs if case.own_text]
    yield _share("return dates right", [want == got for want, got in days])
    yield _share("meanings right", [want == got for want, got in said])
    yield _share("own words exact", [(want or "").split() == got.split() for want, got in own])
    failed = [case.failed == reading.message.failed for case, reading in pairs if case.failed is not None]
    yield _share("failed recipients", failed)


def _share(name: str, right: list[bool]) -> str:
    return f"{name:<20}{sum(right)}/{len(right)} = {sum(right) / len(right):.3f}"


def _day(reading: Reading) -> str:
    message = reading.message
    return "ambiguous" if message.return_date_ambiguous else str(message.return_date or "none").lower()


def _found(text: str) -> str:
    found = return_date.find(text, WRITTEN_ON)
    return "ambiguous" if found.ambiguous else str(found.day or "none").lower()


def _print_times(labelled: list[Case]) -> None:
    blocks = [split(case.raw)[0] for case in labelled]
    started = time.perf_counter()
    for _ in range(ROUNDS):
        for block in blocks:
            _header_fields(block)
    headers = (time.perf_counter() - started) / ROUNDS / len(blocks)
    times = []
    for case in labelled:
        started = time.perf_counter()
        _read(case.raw)
        times.append(time.perf_counter() - started)
    times.sort()
    print(f"header fields alone {headers * 1e6:.0f} us a message")
    print(f"whole reading p50 {times[len(times) // 2] * 1e3:.2f} ms, p95 {times[len(times) * 95 // 100] * 1e3:.2f} ms")


def _header_fields(block: bytes) -> None:
    headers = Headers.parse(block)
    for name in ("from", "to", "cc"):
        fields.mailboxes(headers.raw(name))
    for name in ("message-id", "in-reply-to", "references"):
        fields.ids(headers.raw(name))
    headers.text("subject")
    fields.moment(headers.raw("date"))


if __name__ == "__main__":
    main()
