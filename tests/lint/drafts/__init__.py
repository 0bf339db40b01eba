"""Labelled drafts, written for this project: for what each was written, and what must and must not be found in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SETS = ("letters", "programs", "other", "sent", "short", "messy", "kinds", "fragments", "unseen")


@dataclass(frozen=True)
class Labelled:
    """One labelled draft; `unit` is "email", or "body_fragment" and "subject_only", whose kind is given."""

    id: str
    kind: list[str]
    subject: str
    text: str
    to: list[str] = field(default_factory=list)
    cc: list[str] = field(default_factory=list)
    bcc: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    now: datetime = datetime(2026, 10, 1, 12, tzinfo=UTC)
    expected: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    unit: str = "email"


def load(name: str) -> Iterator[Labelled]:
    """Yield the drafts of one set."""
    for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if "now" in row:
            row["now"] = datetime.fromisoformat(row["now"])
        yield Labelled(**row)


# What the writers of each sheet of sentences were asked to look for in every one of them.
SHEETS = {
    "program": (
        "own",
        "update",
        "tie",
        "eligibility",
        "rotation",
        "interest",
        "asks_rank",
        "top_choice",
        "argues",
        "excuses",
        "begs",
        "flatters",
        "demands",
        "thanks_visit",
    ),
    "referee": ("begs", "flatters", "demands", "ghostwrites", "praises_self", "excuses", "life_story"),
    "pressure": ("flatters", "begs"),
    "orders": ("demands", "asks_rank", "ghostwrites", "praises_self"),
    "stories": ("argues", "excuses", "top_choice", "life_story"),
    "specific": ("own",),
    "place": ("own", "top_choice", "begs", "flatters", "asks_rank", "argues", "excuses"),
    "dates": ("due", "hurries"),
    "request": (
        "ask",
        "strong",
        "way_out",
        "logistics",
        "waiver",
        "materials",
        "reminds_who",
        "due",
        "hurries",
        "praises_self",
        "life_story",
    ),
    "bond": (
        "reminds_who",
        "way_out",
        "strong",
        "materials",
        "begs",
        "demands",
        "flatters",
        "ghostwrites",
        "waiver",
        "logistics",
        "ask",
    ),
    "applicant": ("argues", "asks_rank", "top_choice", "excuses", "begs", "flatters"),
    "writer": ("ghostwrites", "demands", "flatters", "praises_self", "life_story"),
    "letter": ("way_out", "waiver", "logistics", "materials", "strong", "ask", "reminds_who"),
}


@dataclass(frozen=True)
class Sentence:
    """A sentence and what it says (values of `sidecar.lint.facts.said.Said`, and some more).

    `sheet` tells what its writer looked for: one of `SHEETS`, or that one thing.
    """

    sheet: str
    says: list[str]
    text: str

    @property
    def asked(self) -> tuple[str, ...]:
        """What the writer looked for."""
        return SHEETS.get(self.sheet, (self.sheet,))


def load_sentences() -> Iterator[Sentence]:
    """Yield the labelled sentences."""
    for line in (FOLDER / "sentences.jsonl").read_text("utf-8").splitlines():
        yield Sentence(**json.loads(line))
