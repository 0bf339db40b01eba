"""IDLE against a server that cuts lines, falls silent, refuses, or outlives a sleeping machine."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from sidecar.imap import idle
from sidecar.imap.errors import ConnectionLost, MailError, ServerTroubled
from sidecar.imap.idle import Idling, SleepWatch
from sidecar.imap.stream import Stream
from sidecar.imap.wire import Wire
from tests.harness.ports import wait_until


class Line:
    """Both ends of a connection: `idling` runs on one, the test plays the server on the other."""

    def __init__(self, sleep_watch: SleepWatch | None = None) -> None:
        self.ours, self.server = _connected()
        self.server.settimeout(5)
        self.stream = Stream(self.ours, timeout=5)
        self.news = 0
        self.error: MailError | None = None
        self.stopping = threading.Event()
        self._idling = Idling(Wire(self.stream), self.stopping.is_set, sleep_watch)
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            self._idling.run(self._heard)
        except MailError as error:
            self.error = error

    def _heard(self) -> None:
        self.news += 1

    def expect(self, said: bytes) -> None:
        assert self.server.recv(100) == said

    def accept(self, tag: int = 1) -> None:
        self.expect(b"D%d IDLE\r\n" % tag)
        self.server.sendall(b"+ idling\r\n")

    def close(self) -> None:
        self.stopping.set()
        self.stream.interrupt()
        self.server.close()
        self.thread.join(5)
        self.ours.close()
        assert not self.thread.is_alive()


def _connected() -> tuple[socket.socket, socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        return ours, listener.accept()[0]


@contextmanager
def idling(sleep_watch: SleepWatch | None = None) -> Iterator[Line]:
    line = Line(sleep_watch)
    try:
        yield line
    finally:
        line.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "TICK_SECONDS", 0.02)
    monkeypatch.setattr(idle, "DONE_SECONDS", 0.3)


def ended(line: Line) -> Callable[[], bool]:
    return lambda: line.error is not None


def test_a_line_in_pieces_is_news_once_it_is_whole() -> None:
    with idling() as line:
        line.accept()
        for piece in (b"* 1", b"2 EXI", b"STS", b"\r", b"\n"):
            assert line.news == 0
            line.server.sendall(piece)
        wait_until(lambda: line.news == 1, "the news")


def test_a_burst_is_told_once_and_chatter_is_not_told() -> None:
    with idling() as line:
        line.accept()
        line.server.sendall(b"* OK still here\r\n* 3 FETCH (FLAGS (\\Seen))\r\n* 0 RECENT\r\n")
        line.server.sendall(b"* 4 EXISTS\r\n* 5 EXISTS\r\n* 1 RECENT\r\n")
        wait_until(lambda: line.news == 1, "the news")
        line.server.sendall(b"* VANISHED 3:4\r\n")
        wait_until(lambda: line.news == 2, "the removal")


def test_news_before_the_go_ahead_is_heard() -> None:
    with idling() as line:
        line.expect(b"D1 IDLE\r\n")
        line.server.sendall(b"* 5 EXISTS\r\n+ idling\r\n")
        wait_until(lambda: line.news == 1, "the news")


def test_it_asks_again_in_time_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "REISSUE_SECONDS", 0.1)
    with idling() as line:
        line.accept()
        line.expect(b"DONE\r\n")
        line.server.sendall(b"* 6 EXISTS\r\nD1 OK done\r\n")
        line.accept(2)
        wait_until(lambda: line.news == 1, "the news that came with the end")


def test_a_dead_line_is_found_by_the_missing_answer_to_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "REISSUE_SECONDS", 0.1)
    with idling() as line:
        line.accept()
        line.expect(b"DONE\r\n")
        wait_until(ended(line), "the discovery", 2)
        assert isinstance(line.error, ConnectionLost)


def test_a_machine_that_slept_tries_the_line_at_once() -> None:
    wall = [1000.0]
    with idling(SleepWatch(wall=lambda: wall[0], steady=lambda: 0.0)) as line:
        line.accept()
        wall[0] += 3600
        line.expect(b"DONE\r\n")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"D1 NO not here\r\n", ServerTroubled),
        (b"D1 BAD what\r\n", ServerTroubled),
        (b"+ idling\r\n* BYE idle for too long\r\n", ConnectionLost),
        (b"+ idling\r\nD1 OK enough\r\n", ServerTroubled),
        (b"", ConnectionLost),
    ],
)
def test_a_server_that_does_not_go_along_ends_it_with_an_error(said: bytes, error: type[MailError]) -> None:
    with idling() as line:
        line.expect(b"D1 IDLE\r\n")
        line.server.sendall(said)
        wait_until(ended(line), "the end", 2)
        assert isinstance(line.error, error)


def test_a_closed_connection_ends_it_at_once() -> None:
    with idling() as line:
        line.accept()
        line.server.close()
        wait_until(ended(line), "the end", 2)
        assert isinstance(line.error, ConnectionLost)


def test_stopping_ends_it_politely() -> None:
    with idling() as line:
        line.accept()
        line.stopping.set()
        line.expect(b"DONE\r\n")
        line.server.sendall(b"D1 OK done\r\n")
        line.thread.join(2)
        assert line.error is None
