"""One draft against 10,000 earlier emails: time and accuracy of the sketches. `python -m bench.near_duplicates`."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sidecar.lint.sketch import NEARLY_THE_SAME, shingles
from sidecar.store.database import Database
from sidecar.store.sketches import Sketches, put_sketches

EARLIER = 10_000
QUERIES = 200
_WORDS = Path(__file__).parents[1] / "sidecar" / "lint" / "words" / "domain.txt"


class Writer:
    """Writes emails of invented sentences, some of which many emails share."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - repeatable, not secret
        words = _WORDS.read_text().split()
        self.words = [self.random.choice(words) for _ in range(4000)]
        self.shared = [self.sentence() for _ in range(400)]

    def sentence(self, length: int = 16) -> str:
        words = [self.random.choice(self.words) for _ in range(length)]
        words[self.random.randrange(1, length)] = self.name()
        return " ".join(words).capitalize() + "."

    def name(self) -> str:
        return "".join(self.random.choice("abcdefghijklmnop") for _ in range(7)).capitalize()

    def email(self, shared: int = 6, own: int = 8) -> list[str]:
        sentences = self.random.sample(self.shared, shared) + [self.sentence() for _ in range(own)]
        return [f"Dear Dr. {self.name()},\n", *sentences]

    def renamed(self, email: list[str]) -> str:
        """Change every name."""
        words = " ".join(email).split(" ")
        return " ".join(
            self.name() if word[1:].islower() and word.istitle() and index % 16 else word
            for index, word in enumerate(words)
        )

    def reworded(self, email: list[str], share: float) -> str:
        """Change a share of all words, anywhere."""
        words = " ".join(email).split(" ")
        for at in self.random.sample(range(len(words)), int(len(words) * share)):
            words[at] = self.random.choice(self.words)
        return " ".join(words)


def fill(database: Database, emails: list[list[str]]) -> None:
    with database.writing() as db:
        for row, email in enumerate(emails, 1):
            values = (row, str(row), "sent", "program.update", 0.0, "{}")
            db.execute("INSERT INTO message (id, key, cls, kind, sent_at, body) VALUES (?, ?, ?, ?, ?, ?)", values)
            put_sketches(db, [(row, shingles(" ".join(email)).sketch)])


def best(sketches: Sketches, text: str) -> tuple[float, str, float]:
    """Return milliseconds, the key found and its repeated share."""
    start = time.perf_counter()
    draft = shingles(text)
    shares = [(draft.repeated_in(sketch), key) for key, sketch in sketches.like(draft.sketch)]
    share, key = max(shares, default=(0.0, ""))
    return (time.perf_counter() - start) * 1000, key, share


def main() -> None:
    writer = Writer(7)
    emails = [writer.email() for _ in range(EARLIER)]
    cases: dict[str, Callable[[list[str]], str]] = {
        "the same, every name changed": writer.renamed,
        "5 % of the words changed": lambda email: writer.reworded(email, 0.05),
        "15 % of the words changed": lambda email: writer.reworded(email, 0.15),
        "one line of its own added and one dropped": lambda email: " ".join([*email[:-1], writer.sentence(30)]),
        "half of it shared": lambda email: " ".join([*email[:7], *(writer.sentence() for _ in range(7))]),
        "nothing but shared sentences in common": lambda _email: " ".join(writer.email()),
    }
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "bench.sqlite3")
        start = time.perf_counter()
        fill(database, emails)
        seconds, size = time.perf_counter() - start, database.path.stat().st_size / EARLIER
        print(f"{EARLIER:,} emails of some 230 words kept in {seconds:.1f} s, {size:,.0f} bytes each")
        sketches = Sketches(database)
        times: list[float] = []
        for name, change in cases.items():
            found = called = 0
            for row in writer.random.sample(range(EARLIER), QUERIES):
                milliseconds, key, share = best(sketches, change(emails[row]))
                times.append(milliseconds)
                found += key == str(row + 1)
                called += share >= NEARLY_THE_SAME
            print(f"{name:45} right one first {found / QUERIES:6.1%}   called nearly the same {called / QUERIES:6.1%}")
        times.sort()
        print(
            f"one draft against all: p50 {statistics.median(times):.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f} ms"
        )
        database.close()


if __name__ == "__main__":
    main()
