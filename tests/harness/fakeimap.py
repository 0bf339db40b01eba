"""A small IMAP server that behaves, and misbehaves as told: for what no real server can be made to do on demand."""

import base64
import contextlib
import re
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sidecar.imap.account import Account, Security

PASSWORD = "secret"
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_NUMBERS = re.compile(r"(\d+|\*)(?::(\d+|\*))?")


@dataclass
class Mail:
    header: bytes
    text: bytes = b"Hello.\r\n"
    received: datetime = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
    flags: str = "\\Seen"

    @classmethod
    def called(cls, name: str, **more: object) -> "Mail":
        return cls(f"Message-ID: <{name}@example.org>\r\nSubject: {name}\r\n\r\n".encode(), **more)  # type: ignore[arg-type]


@dataclass
class Folder:
    uidvalidity: int = 1
    messages: dict[int, Mail] = field(default_factory=dict)
    next: int = 1
    attributes: str = ""
    modseq: int = 0  # told as HIGHESTMODSEQ (RFC 7162) when not 0
    uidnext_said: int | None = None  # what is told instead of the truth; 0 tells nothing

    def add(self, mail: Mail) -> int:
        self.messages[self.next] = mail
        self.next += 1
        return self.next - 1

    def renumber(self) -> None:
        mails = list(self.messages.values())
        self.uidvalidity += 1
        self.messages = dict(enumerate(mails, 1))
        self.next = len(mails) + 1


@dataclass
class FakeServer:
    """`fetch` writes one FETCH answer; the flags and numbers below say how the server misbehaves."""

    folders: dict[str, Folder] = field(default_factory=lambda: {"INBOX": Folder(), "Sent": Folder()})
    capabilities: str = "IMAP4rev1 AUTH=PLAIN"
    packet: int = 0  # send in pieces of this size
    interjection: bytes = b""  # said before the completion of a UID command
    style: str = "usual"
    cut_after: int | None = None  # close the connection after this many bytes of a connection
    logins: int = 0
    commands: list[str] = field(default_factory=list)
    port: int = 0

    def account(self) -> Account:
        return Account("fake", "me@example.org", "127.0.0.1", self.port, Security.NONE, "me")

    def secret(self) -> str:
        return PASSWORD

    def fetch(self, number: int, uid: int, mail: Mail, *, text: bool) -> bytes:
        received = f"{mail.received.day:2}-{_MONTHS[mail.received.month - 1]}-{mail.received:%Y %H:%M:%S +0000}"
        body = mail.text[:8192] if text else mail.header
        literal = b"{%d}\r\n%s" % (len(body), body)
        if text:
            return b"* %d FETCH (UID %d BODY[TEXT]<0> %s)\r\n" % (number, uid, literal)
        key, date_item = b"BODY[HEADER.FIELDS (DATE FROM)]", f'INTERNALDATE "{received}"'.encode()
        flags = b"FLAGS (%s)" % mail.flags.encode()
        if self.style == "reordered":
            return b"* %d FETCH (%s %s %s %s UID %d)\r\n" % (number, key, literal, date_item, flags, uid)
        if self.style == "quoted keys":
            key = b'BODY[HEADER.FIELDS ("DATE" "FROM")]'
        if self.style == "lower case":
            return b"* %d fetch (uid %d %s %s %s %s)\r\n" % (
                number, uid, flags.lower(), date_item.lower(), key.lower(), literal,
            )  # fmt: skip
        if self.style == "more than asked":
            flags += b' X-NOTE "a \\"quoted) note {3}" ENVELOPE (NIL ("a" NIL (b c)))'
        return b"* %d FETCH (UID %d %s %s %s %s)\r\n" % (number, uid, flags, date_item, key, literal)


@contextlib.contextmanager
def fake_imap(server: FakeServer | None = None) -> Iterator[FakeServer]:
    """Serve on a free loopback port for the length of the block."""
    fake = server or FakeServer()

    class Handler(socketserver.StreamRequestHandler):
        disable_nagle_algorithm = True

        def handle(self) -> None:
            with contextlib.suppress(OSError):
                _Conversation(fake, self).run()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        fake.port = listener.server_address[1]
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield fake
        finally:
            listener.shutdown()
            thread.join()


class _Conversation:
    def __init__(self, fake: FakeServer, handler: socketserver.StreamRequestHandler) -> None:
        self.fake = fake
        self.handler = handler
        self.folder = Folder()
        self.sent = 0

    def run(self) -> None:
        self.say(f"* OK [CAPABILITY {self.fake.capabilities}] ready\r\n".encode())
        while line := self.handler.rfile.readline():
            tag, _, command = line.decode().strip().partition(" ")
            self.fake.commands.append(command)
            verb = command.replace("UID ", "UID_").split(" ", 1)[0].upper().lower()
            answer = getattr(self, f"do_{verb}", self.unknown)(command.split(" ", 1)[-1])
            said = self.fake.interjection if verb.startswith("uid_") else b""
            self.say(said + f"{tag} {answer}\r\n".encode())
            if verb == "logout":
                return

    def say(self, data: bytes) -> None:
        if self.fake.cut_after is not None:
            data = data[: max(0, self.fake.cut_after - self.sent)]
        self.sent += len(data)
        step = self.fake.packet or len(data) or 1
        for at in range(0, len(data), step):
            self.handler.wfile.write(data[at : at + step])
            self.handler.wfile.flush()
        if self.fake.cut_after is not None and self.sent >= self.fake.cut_after:
            raise ConnectionAbortedError

    def unknown(self, _rest: str) -> str:
        return "BAD unknown command"

    def do_capability(self, _rest: str) -> str:
        self.say(f"* CAPABILITY {self.fake.capabilities}\r\n".encode())
        return "OK done"

    def do_authenticate(self, _rest: str) -> str:
        self.say(b"+ \r\n")
        given = base64.b64decode(self.handler.rfile.readline())
        self.fake.logins += 1
        return "OK welcome" if given.endswith(PASSWORD.encode()) else "NO [AUTHENTICATIONFAILED] no"

    def do_login(self, rest: str) -> str:
        self.fake.logins += 1
        return "OK welcome" if PASSWORD in rest else "NO [AUTHENTICATIONFAILED] no"

    def do_list(self, _rest: str) -> str:
        for name, folder in self.fake.folders.items():
            self.say(f'* LIST ({folder.attributes}) "/" "{name}"\r\n'.encode())
        return "OK done"

    def do_examine(self, rest: str) -> str:
        folder = self.fake.folders.get(rest.strip().strip('"'))
        if folder is None:
            return "NO [NONEXISTENT] no such folder"
        self.folder = folder
        self.say(f"* {len(folder.messages)} EXISTS\r\n* OK [UIDVALIDITY {folder.uidvalidity}] ids\r\n".encode())
        said = folder.next if folder.uidnext_said is None else folder.uidnext_said
        if folder.modseq:
            self.say(f"* OK [HIGHESTMODSEQ {folder.modseq}] highest\r\n".encode())
        if said:
            self.say(f"* OK [UIDNEXT {said}] next\r\n".encode())
        return "OK [READ-ONLY] done"

    do_select = do_examine

    def do_uid_search(self, rest: str) -> str:
        found = set(self.folder.messages)
        words = rest.removeprefix("SEARCH ").split()
        if "UID" in words:
            found &= self.uids(words[words.index("UID") + 1])
        if "SINCE" in words:
            day, month, year = words[words.index("SINCE") + 1].split("-")
            since = date(int(year), _MONTHS.index(month) + 1, int(day))
            found = {uid for uid in found if self.folder.messages[uid].received.date() >= since}
        self.say(f"* SEARCH {' '.join(map(str, sorted(found)))}\r\n".encode())
        return "OK done"

    def do_uid_fetch(self, rest: str) -> str:
        wanted = self.uids(rest.removeprefix("FETCH ").split(" ", 1)[0])
        for number, uid in enumerate(sorted(self.folder.messages), 1):
            if uid in wanted:
                self.say(self.fake.fetch(number, uid, self.folder.messages[uid], text="TEXT" in rest))
        return "OK done"

    def do_idle(self, _rest: str) -> str:
        self.say(b"+ idling\r\n")
        self.handler.rfile.readline()
        return "OK done"

    def do_noop(self, _rest: str) -> str:
        return "OK done"

    def do_logout(self, _rest: str) -> str:
        self.say(b"* BYE bye\r\n")
        return "OK done"

    def uids(self, text: str) -> set[int]:
        """What a sequence-set names; a range with * always holds the last message (RFC 3501 section 6.4.8)."""
        last = max(self.folder.messages, default=0)
        found: set[int] = set()
        for low, high in _NUMBERS.findall(text):
            ends = sorted(last if end == "*" else int(end) for end in (low, high or low))
            found.update(uid for uid in self.folder.messages if ends[0] <= uid <= ends[1])
        return found
