"""Time to lint one draft, beside proselint in process and, in node, npm write-good and harper.js, on the same texts.

Every draft is read cold: what the linter remembers of words (`spelling`) is forgotten before each run, and nothing else
is kept from one lint to the next; `again` is the same with what it remembers. The peers run as they are, warmed up by a
first round.
"""

import json
import math
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from proselint.checks import __register__ as proselint_checks
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from sidecar.kinds import Kind
from sidecar.lint import catalogue, exemplar, spelling
from sidecar.lint.draft import parse
from sidecar.lint.engine import lint

HERE = Path(__file__).parent
WORDS = range(200, 301)
LONG = 5000  # words
ROUNDS = 7
GOAL_P50, GOAL_P95, GOAL_LONG = 3.0, 10.0, 60.0  # milliseconds


def main() -> None:
    """Print our p50 and p95, the peers' beside them, and the ratios."""
    drafts = _drafts()
    ours = _times(_ours, drafts)
    p50, p95 = _p50(ours), _p95(ours)
    words = f"{WORDS.start} to {WORDS.stop - 1} words"
    print(f"{len(drafts)} drafts of {words}, each its least of {ROUNDS} rounds, whole catalogue, cold")
    print(f"deardr      p50 {p50:6.2f} ms   p95 {p95:6.2f} ms   (aim {GOAL_P50} and {GOAL_P95})")
    _show("again", _times(_again, drafts), p50)
    CheckRegistry().register_many(proselint_checks)
    _show("proselint", _times(_proselint, drafts), p50)
    for peer, times in _node_peers(drafts).items():
        _show(peer, times, p50)
    long = " ".join(drafts).split(" ")[:LONG]
    took = min(_times(_ours, [" ".join(long)]))
    half = min(_times(_ours, [" ".join(long[: LONG // 2])]))
    print(
        f"deardr on {len(long)} words: {took:.1f} ms (aim {GOAL_LONG}), {took / half:.1f} times what half of them take"
    )


def _drafts() -> list[str]:
    """The texts of our own examples, each a whole email."""
    texts = set()
    for entry in catalogue.rules().values():
        for example in entry.rule.examples:
            texts.add(exemplar.draft(example, exemplar.kind_of(example, entry.rule)).text)
    return sorted(text for text in texts if len(text.split()) in WORDS)


def _ours(text: str) -> None:
    spelling.forget()
    _again(text)


def _again(text: str) -> None:
    """Lint a draft most of whose words were met before, as while it is being typed."""
    lint(parse(subject="Recommendation letter for residency", text=text), kind=Kind.LETTER_REQUEST, now=exemplar.NOW)


def _proselint(text: str) -> None:
    LintFile("draft", text).lint(DEFAULT)


def _times(check: Callable[[str], None], drafts: Sequence[str]) -> list[float]:
    """Return each draft's milliseconds: the least of its rounds, so that other work on the machine counts little.

    The first round warms up and is not counted.
    """
    least = [math.inf] * len(drafts)
    for round_ in range(ROUNDS + 1):
        for number, text in enumerate(drafts):
            began = time.perf_counter()
            check(text)
            if round_:
                least[number] = min(least[number], (time.perf_counter() - began) * 1000)
    return least


def _node_peers(drafts: Sequence[str]) -> dict[str, list[float]]:
    """Return the times of the npm peers that are installed; say of the others how to get them."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        print("write-good, harper.js: skipped (they need node and `npm install --prefix bench`)")
        return {}
    run = subprocess.run(
        [node, str(HERE / "peers.mjs")],
        input=json.dumps({"drafts": drafts, "rounds": ROUNDS}),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        print(f"write-good, harper.js: skipped ({run.stderr.strip().splitlines()[-1:]})")
        return {}
    answer: dict[str, list[float]] = json.loads(run.stdout)
    return answer


def _show(name: str, times: Sequence[float], ours: float) -> None:
    print(f"{name:11} p50 {_p50(times):6.2f} ms   p95 {_p95(times):6.2f} ms   {_p50(times) / ours:.1f} times ours")


def _p50(times: Sequence[float]) -> float:
    return statistics.median(times)


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[18] if len(times) > 1 else times[0]


if __name__ == "__main__":
    main()
