"""Commands and responses of IMAP (RFC 3501, 9051), read line by line.

Terminology: a *response* is a list of bytes: text, literal, text, literal, …, text, as RFC 3501 section 4.3 splits it.
"""

import re
from collections.abc import Iterator

from sidecar.imap.errors import ConnectionLost, ServerTroubled
from sidecar.imap.stream import Stream

Response = list[bytes]
Usual = tuple[re.Match[bytes], bytes]
Value = bytes | None | list["Value"]

_LITERAL = re.compile(rb"~?\{(\d+)\+?\}\r?\n\Z")
_STATUS = re.compile(rb"\* (?:OK|NO|BAD|BYE|PREAUTH)\b", re.IGNORECASE)  # free text: a trailing {5} is no literal
_BYE = re.compile(rb"\* BYE\b", re.IGNORECASE)
_FETCH = re.compile(rb"\* \d+ FETCH \(", re.IGNORECASE)
_TOKEN = re.compile(
    rb"""(?P<bracket>[()]) | "(?P<quoted>(?:[^"\\]|\\.)*)" | (?P<key>(?:BODY|BINARY)\[[^\]]*\](?:<\d+>)?)
       | (?P<atom>[^\s()"]+)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(rb"BODY\[[^\]]*\] \{(?=\d+\}\r\n)")
_NUMBERS = re.compile(rb"\d+")


class Wire:
    """Our own commands on a signed-in connection. One command at a time; one thread."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._count = 0
        self._echo = b""  # how this server repeats the last item that was asked for

    def run(self, command: bytes) -> Iterator[Response]:
        """Send `command` and yield the untagged responses until it is done.

        Raises `ServerTroubled` when the server answers NO or BAD, `ConnectionLost` when it says goodbye.
        """
        tag = self.begin(command)
        yield from self.responses(tag, command)

    def run_usual(self, command: bytes, head: re.Pattern[bytes]) -> Iterator[Response | Usual]:
        """Like `run`, but yield the match of `head` and the literal for an answer of `head` and one item, a literal.

        Such an answer is read at a third of the cost, if the item is called as it was in the answer read line by line
        before it. All other answers are read line by line.
        """
        tag = self.begin(command)
        ending, stream = tag + b" ", self.stream
        while True:
            if self._echo and (usual := stream.whole(head, self._echo, b")\r\n")):
                yield usual
                continue
            line = stream.readline()
            if line.startswith(ending):
                return self._complete(line[len(ending) :], command)
            response = self.rest_of(line)
            if (found := head.match(line)) and (item := _ITEM.match(line, found.end())):
                self._echo = item[0]
            yield response

    def begin(self, command: bytes) -> bytes:
        """Send `command` and return its tag, for those who read the answer themselves (IDLE)."""
        self._count += 1
        tag = b"D%d" % self._count
        self.stream.send(tag + b" " + command + b"\r\n")
        return tag

    def responses(self, tag: bytes, command: bytes) -> Iterator[Response]:
        """Yield untagged responses up to the completion of `tag`."""
        ending = tag + b" "
        while True:
            line = self.stream.readline()
            if line.startswith(ending):
                return self._complete(line[len(ending) :], command)
            yield self.rest_of(line)

    def rest_of(self, line: bytes) -> Response:
        """Return the whole response that `line` begins; raises `ConnectionLost` on BYE."""
        response = [line]
        if not line[2:3].isdigit() and _STATUS.match(line):
            if _BYE.match(line):
                raise ConnectionLost("The mail server said goodbye and closed the connection.")
            return response
        while line.endswith(b"}\r\n"):
            size = line[line.rfind(b"{") + 1 : -3].rstrip(b"+")
            if not size.isdigit():
                break
            response.append(self.stream.read(int(size)))
            line = self.stream.readline()
            response.append(line)
        return response

    def _complete(self, status: bytes, command: bytes) -> None:
        if status[:2].upper() != b"OK":
            verb = " ".join(command.decode("ascii", "replace").split()[:2])
            reason = "".join(char for char in status.decode("utf-8", "replace").strip()[:120] if char.isprintable())
            raise ServerTroubled(f"The mail server refused {verb}: {reason}")


def fetch_items(response: Response) -> dict[bytes, Value] | None:
    """Return the items of a FETCH response by upper-case name, or None for any other response.

    Order, quoting of field names and unasked items do not matter: `BODY[HEADER.FIELDS ("FROM")]` becomes
    `BODY[HEADER.FIELDS]`, a partial `BODY[TEXT]<0>` becomes `BODY[TEXT]`.
    """
    start = _FETCH.match(response[0])
    if start is None:
        return None
    flat = _nested(response, start.end())
    return {_name(flat[at]): flat[at + 1] for at in range(0, len(flat) - 1, 2)}


def _name(key: Value) -> bytes:
    if not isinstance(key, bytes):
        return b""
    name = key.upper()
    if name.startswith(b"BODY["):
        section = name[5:].partition(b"]")[0].partition(b" ")[0]
        return b"BODY[" + section + b"]"
    return name


def _nested(response: Response, start: int) -> list[Value]:
    """Parse the parenthesised list whose inside begins at `start` of the first text; unclosed lists are closed."""
    top: list[Value] = []
    stack = [top]
    for number, piece in enumerate(response):
        if number % 2:
            stack[-1].append(piece)
            continue
        text = piece[start:] if number == 0 else piece
        if number + 1 < len(response):
            text = _LITERAL.sub(b"", text)
        for bracket, quoted, key, atom in _TOKEN.findall(text):
            if bracket == b"(":
                inner: list[Value] = []
                stack[-1].append(inner)
                stack.append(inner)
            elif bracket:
                stack.pop()
                if not stack:
                    return top
            elif key or atom:
                stack[-1].append(None if atom.upper() == b"NIL" else key or atom)
            else:
                stack[-1].append(re.sub(rb"\\(.)", rb"\1", quoted, flags=re.DOTALL))
    return top


def search_result(response: Response) -> str | None:
    """Return the UIDs of a SEARCH or ESEARCH response (RFC 4731) as sequence-set text, or None for any other."""
    line = response[0].strip()
    upper = line[:10].upper()
    if upper.startswith(b"* SEARCH"):
        return ",".join(number.decode() for number in _NUMBERS.findall(line.partition(b"(")[0]))
    if upper.startswith(b"* ESEARCH"):
        found = re.search(rb"\bALL ([\d:,]+)", line, re.IGNORECASE)
        return found[1].decode() if found else ""
    return None
