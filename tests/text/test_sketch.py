"""Nearly the same email is recognised by what is kept of it, and a line of its own makes it another."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.lint.sketch import NEARLY_THE_SAME, SIZE, shingles, unpacked
from sidecar.people import Mailbox
from sidecar.store.records import Batch, Cursor
from sidecar.store.store import Store

FORM = """Dear Dr. {name},

I am a graduate of Lisbon Medical School and have applied to your internal medicine program this season. My Step 2 CK
result arrived on {date}, and I hold an ECFMG certificate. {line}

I have done two months of rotations at Harbor Hospital in Boston, where I learned to present patients and to hand over
at night. My CV and transcript are in ERAS. Thank you for your time and for reading my application.
"""
GENERIC = "I would be honoured to join your program at {} because of its teaching."
OF_ITS_OWN = (
    "The winter block at Fort Kent drew me, because I grew up in a village without a doctor. My uncle ran its only bus."
)


def mail(name: str = "Rao", date: str = "3 July", line: str = GENERIC.format("Mercy")) -> str:
    return FORM.format(name=name, date=date, line=line)


def repeated(text: str, earlier: str) -> float:
    return shingles(text).repeated_in(shingles(earlier).sketch)


def test_names_programs_and_dates_changed_alone_leave_the_same_email() -> None:
    other = mail("Anna Lindqvist", "21 September", GENERIC.format("Trinity Hospital of Ohio"))
    assert shingles(mail()).sketch == shingles(other.replace(" of Ohio", "")).sketch
    assert repeated(other, mail()) >= NEARLY_THE_SAME


def test_names_in_small_letters_are_masked_when_they_are_known() -> None:
    one, other = "come to trinity care in lima", "come to mercy care in lima"
    assert shingles(one, ["Trinity"]).sketch == shingles(other, ["MERCY"]).sketch != shingles(one).sketch


def test_a_word_here_and_there_leaves_the_same_email() -> None:
    other = mail().replace("arrived", "came").replace("learned", "got used").replace("Thank you", "Many thanks")
    assert repeated(other, mail()) >= NEARLY_THE_SAME


def test_many_words_exchanged_one_at_a_time_make_no_line_of_its_own() -> None:
    words = mail().split(" ")
    for at in range(4, len(words), 8):
        words[at] = "otherwise"
    assert repeated(" ".join(words), mail()) >= NEARLY_THE_SAME


def test_two_lines_of_its_own_make_another_email() -> None:
    assert repeated(mail(line=OF_ITS_OWN), mail()) < NEARLY_THE_SAME


def test_other_emails_have_nothing_in_common() -> None:
    assert repeated(mail(), "The boiler in flat 3 has stopped again. Could somebody look at it on Thursday?") == 0.0
    assert repeated("", mail()) == repeated(mail(), "") == 0.0


def test_a_sketch_is_the_same_in_every_process() -> None:
    script = f"from sidecar.lint.sketch import shingles; print(shingles({mail()!r}).sketch.hex())"
    found = subprocess.run(  # noqa: S603 - this very test's script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == shingles(mail()).sketch.hex()


@given(st.text(max_size=300))
def test_any_text_is_wholly_repeated_in_itself(text: str) -> None:
    read = shingles(text)
    assert read.repeated_in(read.sketch) == (1.0 if read.hashes else 0.0)
    assert list(unpacked(read.sketch)) == sorted(set(read.hashes))[:SIZE]


def test_a_long_text_is_recognised_by_the_part_of_it_that_is_kept() -> None:
    long = " ".join(f"word{number % 977} and thing{number % 1013}" for number in range(2000)).replace("word", "w ")
    assert repeated(long, long) == 1.0


def test_the_store_finds_the_email_that_a_draft_repeats(tmp_path: Path) -> None:
    store = Store(tmp_path / "deardr.sqlite3")
    at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    me = Mailbox("", "ana@example.org")
    texts = [mail("Osei", line=OF_ITS_OWN), "Something else entirely, about a boiler and a flat.", mail()]
    messages = [
        Message(
            f"{number}@x", None, MessageClass.SENT, at, at, me, kind=Kind.PROGRAM_UPDATE, sketch=shingles(text).sketch
        )
        for number, text in enumerate(texts)
    ]
    store.mail.put_account({"name": "home", "address": "ana@example.org"})
    for _ in range(2):
        store.mail.record(Batch(Cursor("home", "Sent", "sent", 1, at), tuple(messages), ()))
    draft = shingles(mail("Smith", "9 October", GENERIC.format("Trinity")))
    found = {key: draft.repeated_in(sketch) for key, sketch in store.sketches.like(draft.sketch)}
    assert set(found) == {"0@x", "2@x"}
    assert found["2@x"] >= NEARLY_THE_SAME > found["0@x"]
    assert next(iter(found)) == "2@x"
    store.close()
