"""The real servers of a test run, each started when it is first asked for and shared by all tests after that."""

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.harness.chroot import CannotRun
from tests.harness.courier import courier
from tests.harness.cyrus import cyrus
from tests.harness.dovecot import dovecot, program
from tests.harness.server import MailServer

Start = Callable[[tuple[str, ...]], contextlib.AbstractContextManager[MailServer]]
SERVERS: dict[str, Start] = {
    "dovecot": dovecot,
    "cyrus": cyrus,
    "courier": courier,
}
USERS = tuple(f"user{number}" for number in range(100))


@dataclass
class Farm:
    """`ending` ends the servers. A server that cannot be had is tried once, and tests that want it are skipped."""

    ending: contextlib.ExitStack
    _running: dict[str, MailServer] = field(default_factory=dict)
    _missing: dict[str, str] = field(default_factory=dict)
    _taken: Counter[int] = field(default_factory=Counter)

    def server(self, name: str) -> MailServer:
        """Return the server called `name`, running."""
        if name not in self._running and name not in self._missing:
            try:
                self._running[name] = self._start(name)
            except CannotRun as reason:
                self._missing[name] = f"{name.title()} cannot be tested: {reason}"
        if name in self._missing:
            pytest.skip(self._missing[name])
        return self._running[name]

    def _start(self, name: str) -> MailServer:
        if name == "dovecot" and program() is None:
            raise CannotRun("it is not installed (Debian package dovecot-imapd)")
        return self.ending.enter_context(SERVERS[name](USERS))

    def user(self, server: MailServer) -> str:
        """Return a user of `server` that nobody else used, so that tests do not see each other's mail."""
        self._taken[server.port] += 1
        return USERS[self._taken[server.port] - 1]
