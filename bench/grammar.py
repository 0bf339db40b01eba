"""The grammar worker: time, memory, and what it adds to what is always checked. `python -m bench.grammar`."""

import asyncio
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil

from sidecar.grammar.client import GrammarWorker
from sidecar.kinds import Kind
from sidecar.lint import catalogue, exemplar
from sidecar.lint.draft import Draft, parse
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding
from sidecar.lint.spelling import names_of
from sidecar.rules import spelling_grammar

TABLES = Path(__file__).parents[1] / "tests" / "text"


def always(draft: Draft) -> list[Finding]:
    """Return what the rule says that is always on."""
    return list(spelling_grammar.check(Facts(draft, now=datetime.now(UTC), kind=Kind.LETTER_REQUEST)))


def lines(name: str) -> list[str]:
    return [line for line in (TABLES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def good_emails() -> list[Draft]:
    """Return the good examples of all rules: whole emails, in which nothing is misspelt."""
    found = []
    for entry in catalogue.rules().values():
        for example in entry.rule.examples:
            kind = exemplar.kind_of(example, entry.rule)
            found += [] if example.wrong else [exemplar.draft(example, kind)]
    return list(dict.fromkeys(found))


def main() -> None:
    """Print what was measured."""
    asyncio.run(_measure())


async def _measure() -> None:
    worker = GrammarWorker()
    start = time.perf_counter()
    await worker.check(parse(text="The first check."))
    print(f"first check, the start of the process included: {(time.perf_counter() - start) * 1000:.0f} ms")
    times: list[float] = []

    async def asked(draft: Draft) -> tuple[Finding, ...]:
        started = time.perf_counter()
        said = always(draft)
        found = await worker.check(draft, names=names_of(draft), taken=[one.span for one in said if one.span])
        times.append((time.perf_counter() - started) * 1000)
        return found

    good = good_emails()
    alarms = [(draft.quote(one.span), one.message) for draft in good for one in await asked(draft) if one.span]
    alarms += [(line, one.message) for line in lines("plain_english.txt") for one in await asked(parse(text=line))]
    print(f"{len(good)} good emails and {len(lines('plain_english.txt'))} plain sentences: {len(alarms)} false alarms")
    for alarm in dict.fromkeys(alarms):
        print("   ", *alarm)
    slips = [parse(text=line.partition(" -> ")[0]) for line in lines("slips.txt")]
    alone = [bool(await worker.check(draft)) for draft in slips]
    print(f"{len(slips)} sentences with a slip: always on {sum(bool(always(d)) for d in slips)}, Harper {sum(alone)}")
    long = parse(text=" ".join(draft.prose for draft in good[:60]))
    words = " ".join(long.text.split()[:250])
    rounds: list[float] = []
    for number in range(30):
        started = time.perf_counter()
        await worker.check(parse(text=f"{words} Round {number}."))
        rounds.append((time.perf_counter() - started) * 1000)
    print(f"250 words: p50 {statistics.median(rounds):.1f} ms, p95 {sorted(rounds)[28]:.1f} ms")
    if worker.pid:
        print(f"resident memory of the worker: {psutil.Process(worker.pid).memory_info().rss / 2**20:.0f} MB")
    await worker.close()


if __name__ == "__main__":
    main()
