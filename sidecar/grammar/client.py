"""Starts the worker process when a check is first wanted, ends it when none was wanted for five minutes."""

import asyncio
import json
import sys
from collections.abc import Container, Iterable

from sidecar.grammar.judgement import Remark, checked_text, findings
from sidecar.grammar.worker import NOT_INSTALLED
from sidecar.lint.draft import Draft
from sidecar.lint.rule import Finding, Span

IDLE = 300.0
"""Seconds without a check after which the worker is ended."""
PATIENCE = 20.0
"""Seconds one check may take, the start of the worker included."""
MAX_TEXT = 100_000
"""Code points of a draft that are checked."""
COMMAND = ("-m", "sidecar.grammar.worker")
"""How Python is told to run the worker."""
_LINE_LIMIT = 16 * 2**20  # bytes of one answer


class GrammarUnavailable(Exception):
    """No check can be had; the message is one clear sentence."""


class GrammarWorker:
    """Checks drafts one at a time in a process of its own. For one event loop; `close` it at the end."""

    def __init__(self, *, idle: float = IDLE, patience: float = PATIENCE) -> None:
        self._idle = idle
        self._patience = patience
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._ending: asyncio.TimerHandle | None = None
        self._asked = 0

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The process's id, if it is there."""
        return self._process.pid if self._process and self.running else None

    async def check(
        self, draft: Draft, *, names: Container[str] = frozenset(), taken: Iterable[Span] = ()
    ) -> tuple[Finding, ...]:
        """Return what is to be said about the grammar of a draft, in reading order.

        `names` are words in lower case never to be flagged; `taken` are spans that a finding covers already. Raises
        `GrammarUnavailable`.
        """
        remarks = await self._remarks(checked_text(draft)[:MAX_TEXT])
        return tuple(findings(draft, sorted(remarks, key=lambda remark: remark.start), names, taken))

    async def close(self) -> None:
        """End the process."""
        async with self._turn:
            await self._end()

    async def _remarks(self, text: str) -> list[Remark]:
        async with self._turn:
            if self._ending:
                self._ending.cancel()
            try:
                async with asyncio.timeout(self._patience):
                    return await self._ask(text)
            except TimeoutError as error:
                await self._end()
                raise GrammarUnavailable("The grammar check took too long and was given up.") from error
            except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
                raise GrammarUnavailable(await self._why()) from error
            except asyncio.CancelledError:
                await self._end()
                raise
            finally:
                self._ending = asyncio.get_running_loop().call_later(self._idle, self._retire)

    async def _ask(self, text: str) -> list[Remark]:
        process = self._process if self.running else None
        if process is None:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *COMMAND,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LINE_LIMIT,
            )
        assert process.stdin is not None  # noqa: S101 - for the type checker: both are pipes
        assert process.stdout is not None  # noqa: S101
        self._asked += 1
        process.stdin.write(json.dumps({"id": self._asked, "text": text}).encode() + b"\n")
        await process.stdin.drain()
        answer = json.loads(await process.stdout.readuntil())
        return [
            Remark(category, start, end, says, tuple(betters))
            for category, start, end, says, betters in answer["slips"]
        ]

    async def _why(self) -> str:
        process = self._process
        await self._end()
        if process is not None and process.returncode == NOT_INSTALLED:
            return "The grammar checker Harper is not installed on this machine."
        return "The grammar checker stopped; it will be started again for the next check."

    def _retire(self) -> None:
        self._ending = None
        if not self._turn.locked() and self.running and self._process and self._process.stdin:
            self._process.stdin.close()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if self._ending:
            self._ending.cancel()
            self._ending = None
        if process is None:
            return
        if process.returncode is None:
            try:
                async with asyncio.timeout(0.2):
                    await process.wait()
            except TimeoutError:
                process.kill()
        await process.wait()
