"""What the tests ask of a real IMAP server, whichever it is."""

import abc
import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import psutil
import trustme
from imapclient import IMAPClient

from sidecar.imap.account import Account, Auth, Security

PASSWORD = "correct horse"
SPECIAL = ("Sent", "Drafts", "Trash", "Junk", "Archive")
"""The folders every user has beside the Inbox."""


@dataclass(frozen=True)
class MailServer(abc.ABC):
    """A running server. `base` holds all it writes, `ca` is the authority that signed for localhost and 127.0.0.1."""

    base: Path
    port: int
    tls_port: int
    process: subprocess.Popen[bytes]
    password: str = PASSWORD

    prefix: ClassVar[str] = ""  # of folders beside the Inbox (RFC 2342)
    marks_special_use: ClassVar[bool] = True  # RFC 6154
    has_condstore: ClassVar[bool] = True  # RFC 7162
    has_move: ClassVar[bool] = True  # RFC 6851

    @property
    def ca(self) -> Path:
        return self.base / "ca.pem"

    @property
    def sent(self) -> str:
        """The full name of the folder of sent mail."""
        return self.folder("Sent")

    @property
    def why_sent(self) -> str:
        """The reason for taking that folder for the one of sent mail."""
        return "the server marks it \\Sent" if self.marks_special_use else "by its name"

    def folder(self, name: str) -> str:
        """Return the full name of a folder that a mail program shows as `name`."""
        return name if name == "INBOX" else self.prefix + name

    def account(self, user: str = "alice", security: Security = Security.NONE, auth: Auth = Auth.PASSWORD) -> Account:
        port = self.tls_port if security is Security.TLS else self.port
        return Account(user, f"{user}@example.org", "localhost", port, security, user, auth)

    @contextlib.contextmanager
    def client(self, user: str = "alice") -> Iterator[IMAPClient]:
        """Another mail program of the same user."""
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=10) as client:
            client.login(user, self.password)
            yield client

    def append(self, folder: str, message: bytes, user: str = "alice", at: datetime | None = None) -> None:
        """Put a message into the folder shown as `folder`, as having come at that time."""
        with self.client(user) as client:
            client.append(self.folder(folder), message, msg_time=at)

    @abc.abstractmethod
    def kick(self, user: str = "alice") -> None:
        """Close all connections of `user`, as a server does that restarts; those of others may go with them."""


def end_children(process: subprocess.Popen[bytes], name: str) -> None:
    """End the descendants of `process` that run the program `name`."""
    for child in psutil.Process(process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if child.name() == name:
                child.terminate()


def write_certificate(base: Path) -> None:
    """Write ca.pem, key.pem and cert.pem (the chain) for localhost and 127.0.0.1."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(base / "ca.pem"))
    issued = authority.issue_cert("localhost", "127.0.0.1")
    issued.private_key_pem.write_to_path(str(base / "key.pem"))
    for number, part in enumerate(issued.cert_chain_pems):
        part.write_to_path(str(base / "cert.pem"), append=number > 0)
