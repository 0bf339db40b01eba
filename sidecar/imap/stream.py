"""The bytes of one connection, buffered here so that nothing is lost between signing in, bulk reading and IDLE.

Python's buffered socket files cannot be used again after a timeout, and hide from IDLE what they hold already.
"""

import contextlib
import re
import socket
import time

from sidecar.imap.errors import ConnectionLost, ServerTroubled

CHUNK = 1 << 18
LONGEST_LINE = 1 << 24  # a SEARCH answer of a million messages has 8 MB
LONGEST_LITERAL = 1 << 26


class Stream:
    """Lines and literals of a connected (plain or TLS) socket. Not thread-safe: one thread reads."""

    def __init__(self, sock: socket.socket, *, timeout: float) -> None:
        self._socket = sock
        self._timeout = timeout
        self._chunk = b""
        self._at = 0
        sock.settimeout(timeout)

    def send(self, data: bytes) -> None:
        """Send all of `data`; raises `ConnectionLost`."""
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise ConnectionLost("The connection to the mail server broke while sending.") from error

    def interrupt(self) -> None:
        """End the connection; the only method that another thread may call."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def readline(self) -> bytes:
        """Return the next line with its line end; raises `ConnectionLost` at the end or after the timeout."""
        end = self._chunk.find(b"\n", self._at) + 1
        if end:
            line = self._chunk[self._at : end]
            self._at = end
            return line
        return self._long_line()

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes; raises `ConnectionLost`, and `ServerTroubled` for a size beyond all reason."""
        end = self._at + size
        if end <= len(self._chunk):
            data = self._chunk[self._at : end]
            self._at = end
            return data
        if size > LONGEST_LITERAL:
            raise ServerTroubled(f"The mail server announced {size} bytes for one answer, which cannot be right.")
        parts = [self._rest()]
        missing = size - len(parts[0])
        while missing > 0:
            self._receive_or_fail()
            parts.append(self._chunk[:missing])
            self._at = len(parts[-1])
            missing -= self._at
        return b"".join(parts)

    def whole(self, head: re.Pattern[bytes], echo: bytes, end: bytes) -> tuple[re.Match[bytes], bytes] | None:
        """Return the match of `head` and the literal behind it.

        Return None, and read nothing, unless the buffer holds all of `head`, `echo` (which ends with the `{` of the
        size), the literal and `end`, one after another.
        """
        chunk = self._chunk
        found = head.match(chunk, self._at)
        if found is None or not chunk.startswith(echo, found.end()):
            return None
        at = found.end() + len(echo)
        close = chunk.find(b"}\r\n", at, at + 12)
        if close < 0 or not (size := chunk[at:close]).isdigit():
            return None
        start = close + 3
        stop = start + int(size)
        if not chunk.startswith(end, stop):
            return None
        self._at = stop + len(end)
        return found, chunk[start:stop]

    def line_within(self, seconds: float) -> bytes | None:
        """Return the next whole line, or None when it has not come within `seconds`; part of a line is kept."""
        until = time.monotonic() + seconds
        while (end := self._chunk.find(b"\n", self._at)) < 0:
            left = until - time.monotonic()
            if left <= 0:
                return None
            kept = self._rest()
            try:
                self._socket.settimeout(left)
                self._receive()
            except TimeoutError:
                self._chunk, self._at = kept, 0
                return None
            finally:
                self._socket.settimeout(self._timeout)
            self._chunk = kept + self._chunk
        line = self._chunk[self._at : end + 1]
        self._at = end + 1
        return line

    def _long_line(self) -> bytes:
        parts = [self._rest()]
        length = len(parts[0])
        while True:
            self._receive_or_fail()
            end = self._chunk.find(b"\n") + 1
            parts.append(self._chunk[: end or None])
            self._at = len(parts[-1])
            if end:
                return b"".join(parts)
            length += self._at
            if length > LONGEST_LINE:
                raise ServerTroubled("The mail server sent a line without end.")

    def _rest(self) -> bytes:
        rest = self._chunk[self._at :]
        self._chunk, self._at = b"", 0
        return rest

    def _receive(self) -> None:
        """Replace the buffer by what comes next; raises `TimeoutError` and `ConnectionLost`."""
        try:
            self._chunk, self._at = self._socket.recv(CHUNK), 0
        except TimeoutError:
            raise
        except OSError as error:
            raise ConnectionLost("The connection to the mail server broke.") from error
        if not self._chunk:
            raise ConnectionLost("The mail server closed the connection.")

    def _receive_or_fail(self) -> None:
        try:
            self._receive()
        except TimeoutError as error:
            raise ConnectionLost(f"The mail server has been silent for {self._timeout:.0f} seconds.") from error
