"""The grammar worker: what it says, and how it lives and dies."""

import asyncio
import importlib.util
import os
import signal

import pytest

from sidecar.grammar import client
from sidecar.grammar.client import GrammarUnavailable, GrammarWorker
from sidecar.grammar.judgement import Remark, checked_text, findings
from sidecar.lint.draft import Draft, parse
from sidecar.lint.rule import Field, Span

needs_harper = pytest.mark.skipif(importlib.util.find_spec("harper") is None, reason="harper-py is not installed")
STAND_IN = """
import json, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    at = asked["text"].find("work")
    time.sleep(0.5 if "late" in asked["text"] else 0)
    slips = [["Agreement", at, at + 4, "It works.", ["works"]]] if at >= 0 else []
    print(json.dumps({"id": asked["id"], "slips": slips}), flush=True)
"""


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small program that knows one slip take Harper's place: how the worker lives does not depend on it."""
    monkeypatch.setattr(client, "COMMAND", ("-c", STAND_IN))


DRAFT = parse(
    text="Dear Dr. Osei,\n\nShe work in the ward and dr. Wiśniewska likes it.\n\n> She work too.\n\nBest,\nLina Haddad"
)


def said(
    draft: Draft, *remarks: Remark, names: frozenset[str] = frozenset(), taken: tuple[Span, ...] = ()
) -> list[str]:
    return [draft.quote(found.span) for found in findings(draft, remarks, names, taken) if found.span]


def remark(draft: Draft, words: str, category: str = "Agreement", betters: tuple[str, ...] = ("x",)) -> Remark:
    at = draft.text.index(words)
    return Remark(category, at, at + len(words), "Says `this`.", betters)


def test_what_is_read_has_the_offsets_of_the_body_and_only_own_prose() -> None:
    text = checked_text(DRAFT)
    assert len(text) == len(DRAFT.text)
    assert "She work in" in text
    assert "too" not in text and "Haddad" not in text
    assert "  " not in text
    assert checked_text(parse(text="a \ud800 b")) == "a \ufffd b"


def test_grammar_is_believed_style_is_not() -> None:
    assert said(DRAFT, remark(DRAFT, "work"), remark(DRAFT, "ward", "Style"), remark(DRAFT, "it", "WordChoice")) == [
        "work"
    ]


def test_names_known_words_and_what_was_said_before_are_left_alone() -> None:
    draft = parse(
        text="The prefered rota of Wockhardt and hematology, NRMPs too, parfered or qxzyabc, see prefered@example.org."
    )
    words = ("prefered", "Wockhardt", "hematology", "NRMPs", "parfered", "qxzyabc")
    remarks = [remark(draft, word, "Spelling", ("preferred",)) for word in words]
    assert said(draft, *remarks) == ["prefered", "parfered"]
    assert said(draft, *remarks, names=frozenset(["parfered"])) == ["prefered"]
    assert said(draft, *remarks, taken=(Span(Field.BODY, 4, 12),)) == ["parfered"]


def test_quoted_words_are_never_spoken_of() -> None:
    at = DRAFT.text.index("> She") + 6
    assert not said(DRAFT, Remark("Agreement", at, at + 4, "No.", ("works",)))


def test_a_message_is_one_plain_sentence_and_fixes_are_few() -> None:
    (found,) = findings(DRAFT, [remark(DRAFT, "work", betters=("works", "worked", "", "four"))], frozenset())
    assert found.message == "Says this."
    assert [fix.title for fix in found.fixes] == ["Write “works”", "Write “worked”", "Remove this"]


@needs_harper
async def test_a_slip_is_found_where_it_stands() -> None:
    worker = GrammarWorker()
    try:
        found = await worker.check(DRAFT)
        assert [DRAFT.quote(one.span) for one in found if one.span] == ["work"]
        assert found[0].fixes[0].edits[0].text == "works"
    finally:
        await worker.close()
    assert not worker.running


@needs_harper
async def test_what_the_checker_prints_of_its_own_is_no_answer() -> None:
    worker = GrammarWorker()
    try:
        # Of this wording Harper 0.2 writes a line to standard output, where the answers go.
        await worker.check(parse(text="I am looking forward to hear from your team."))
        assert len(await worker.check(parse(text="She work in the ward."))) == 1
    finally:
        await worker.close()


@pytest.mark.usefixtures("stand_in")
async def test_checks_asked_for_together_are_all_answered() -> None:
    worker = GrammarWorker()
    drafts = [parse(text=f"{'x ' * number}She work here.") for number in range(5)]
    try:
        answers = await asyncio.gather(*(worker.check(draft) for draft in drafts))
    finally:
        await worker.close()
    for draft, (found, *rest) in zip(drafts, answers, strict=True):
        assert not rest
        assert found.span is not None and draft.quote(found.span) == "work"


@pytest.mark.usefixtures("stand_in")
async def test_an_idle_worker_ends_and_is_started_again() -> None:
    worker = GrammarWorker(idle=0.05)
    try:
        await worker.check(DRAFT)
        async with asyncio.timeout(10):
            while worker.running:  # noqa: ASYNC110 - the end of a process is no event of ours
                await asyncio.sleep(0.01)
        assert await worker.check(DRAFT)
    finally:
        await worker.close()


@pytest.mark.usefixtures("stand_in")
async def test_a_killed_worker_is_told_in_one_sentence_and_started_again() -> None:
    worker = GrammarWorker()
    try:
        await worker.check(DRAFT)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGSTOP)
        waiting = asyncio.create_task(worker.check(DRAFT))
        await asyncio.sleep(0)
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(GrammarUnavailable, match=r"^The grammar checker stopped; .*\.$"):
            await waiting
        assert await worker.check(DRAFT)
    finally:
        await worker.close()


async def test_a_worker_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "COMMAND", ("-c", "import sys; sys.stdin.read()"))
    worker = GrammarWorker(patience=0.3)
    with pytest.raises(GrammarUnavailable, match="took too long"):
        await worker.check(DRAFT)
    assert not worker.running
    await worker.close()


async def test_a_missing_checker_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "COMMAND", ("-c", "import sys; sys.exit(3)"))
    worker = GrammarWorker()
    with pytest.raises(GrammarUnavailable, match="not installed"):
        await worker.check(DRAFT)
    await worker.close()


@pytest.mark.usefixtures("stand_in")
async def test_a_check_that_is_cancelled_does_not_answer_the_next() -> None:
    worker = GrammarWorker()
    try:
        first = asyncio.create_task(worker.check(parse(text="A late one.")))
        await asyncio.sleep(0.05)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        found = await worker.check(DRAFT)
        assert [DRAFT.quote(one.span) for one in found if one.span] == ["work"]
    finally:
        await worker.close()
