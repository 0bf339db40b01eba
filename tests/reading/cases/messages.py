"""The labelled messages: raw bytes and what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from sidecar.followup.message import MessageClass
from tests.reading.cases import FOLDER
from tests.reading.cases.systems import MACHINES, PEOPLE


@dataclass(frozen=True, slots=True)
class Case:
    """A message and its labels; a label that is None is not judged."""

    name: str
    raw: bytes
    cls: MessageClass
    meaning: str | None = None
    own_text: str | None = None
    returns: str | None = None  # "none", "ambiguous", or the first day back
    failed: tuple[str, ...] | None = None
    original: str | None = None


def cases() -> Iterator[Case]:
    """Yield every labelled message."""
    yield from _machines()
    yield from _people()
    yield from _bare()
    yield from _quoting()
    yield from _notices()


def _rows(name: str, width: int) -> Iterator[list[str]]:
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != width:
                raise ValueError(f"{name}:{number} has {len(cells)} cells")
            yield [f"{name}:{number}", *(cell.replace("\\n", "\n") for cell in cells)]


def _machines() -> Iterator[Case]:
    for name, system, _language, returns, subject, text in _rows("autoreplies.tsv", 5):
        yield Case(name, MACHINES[system](subject, text), MessageClass.AUTO_REPLY, own_text=text, returns=returns)


def _people() -> Iterator[Case]:
    for name, client, meaning, subject, text in _rows("humans.tsv", 4):
        judged = None if meaning == "-" else meaning
        own = None if client == "desk" else text
        yield Case(name, PEOPLE[client](subject, text), MessageClass.REPLY, meaning=judged, own_text=own)


def _bare() -> Iterator[Case]:
    for name, cls, thread, further, subject, text in _rows("bare.tsv", 5):
        fields = "" if "From:" in further else "From: Anita Rao <rao@hospital.example>\n"
        fields += f"To: Amina Yusuf <amina@mail.example>\nSubject: {subject}\nDate: Tue, 01 Sep 2026 09:00:00 -0400\n"
        fields += "In-Reply-To: <1@mail.example>\n" if thread == "thread" else ""
        yield Case(name, f"{fields}{further.removeprefix('-')}\n{text}\n".encode(), MessageClass(cls))


def _quoting() -> Iterator[Case]:
    own = "Sure, happy to write it. Best, Anita"
    for name, _client, fields, text in _rows("quoting.tsv", 3):
        top = "From: rao@hospital.example\nTo: amina@mail.example\nSubject: Re: Letter\nIn-Reply-To: <1@mail.example>\n"
        raw = f"{top}{fields}\n{text}\n".encode()
        yield Case(name, raw, MessageClass.REPLY, meaning="promised", own_text=own)


def _notices() -> Iterator[Case]:
    text = (FOLDER / "notices.txt").read_text("utf-8")
    for number, piece in enumerate(text.split("\n=== ")[1:], 1):
        label, _, raw = piece.partition("\n")
        cls, failed, original = label.split()
        yield Case(
            f"notices.txt #{number}",
            raw.encode(),
            MessageClass(cls),
            failed=() if failed == "-" else tuple(failed.split(",")),
            original=None if original == "-" else original.strip("<>"),
        )
