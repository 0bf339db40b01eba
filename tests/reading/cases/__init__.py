"""Labelled cases as data, for tests and for the benchmark."""

from pathlib import Path

FOLDER = Path(__file__).parent


def table(name: str) -> list[tuple[str, str]]:
    """Return the rows of a table: what is expected, and the text."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return [(expected, text.replace("\\n", "\n")) for expected, _, text in rows]
