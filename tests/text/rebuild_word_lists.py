"""Rebuilds the word lists of `sidecar/lint/words` from Debian's `scowl`: `python -m tests.text.rebuild_word_lists`.

SCOWL grades words by how common they are, 10 to 95. *Common* words (up to 35) may be offered as corrections, *everyday*
words (up to 20) before others; *other* words (up to 70, and every regional spelling up to 80) are known and left alone.
"""

import gzip
import re
from pathlib import Path

SOURCE = Path("/usr/share/dict/scowl")
TARGET = Path(__file__).parents[2] / "sidecar" / "lint" / "words"
_PLAIN = re.compile(r"[a-z]{3,}")


def read(dialect: str, most: int) -> set[str]:
    """Return the lower-case words of one dialect up to a grade."""
    words: set[str] = set()
    for path in SOURCE.glob(f"{dialect}-words.*"):
        if int(path.suffix[1:]) <= most:
            words |= {line for line in path.read_text("latin-1").split() if _PLAIN.fullmatch(line)}
    return words


def write(name: str, words: set[str]) -> None:
    """Write a list in order; the same words give the same bytes."""
    data = "".join(f"\n{word}" for word in sorted(words)) + "\n"
    (TARGET / name).write_bytes(gzip.compress(data.encode("ascii"), 9, mtime=0))
    print(f"{name}: {len(words):,} words")


def main() -> None:
    """Write the lists."""
    everyday = read("english", 20) | read("american", 20) | read("british", 20)
    common = (read("english", 35) | read("american", 35) | read("british", 35)) - everyday
    regional = {
        word
        for dialect in ("american", "british*", "canadian*", "australian*", "variant*")
        for word in read(dialect, 80)
    }
    write("everyday.txt.gz", everyday)
    write("common.txt.gz", common)
    write("other.txt.gz", (read("english", 70) | regional) - common - everyday)


if __name__ == "__main__":
    main()
