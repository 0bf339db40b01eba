"""Connecting, signing in, listing and opening folders: the only file that imports imapclient.

Once signed in, the connection is read through our own `Stream`, by IMAPClient's commands and by ours alike.
"""

import contextlib
import imaplib
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import truststore
from imapclient import IMAPClient, SocketTimeout

from sidecar.imap.account import Account, Auth, Security
from sidecar.imap.errors import (
    CertificateRefused,
    ConnectionLost,
    FolderGone,
    MailError,
    MailServerUnreachable,
    ServerTroubled,
    SignInRefused,
)
from sidecar.imap.refusal import why_refused
from sidecar.imap.stream import Stream
from sidecar.imap.wire import Wire

logging.getLogger("imapclient").setLevel(logging.WARNING)  # its lines below that name users

Secret = Callable[[], str]
"""Returns the password, or an access token that is still good; called at each sign-in."""

CONNECT_SECONDS = 20.0
READ_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Listed:
    """One folder as LIST shows it: its decoded name, lower-case attributes (`\\sent`), hierarchy separator."""

    name: str
    attributes: frozenset[str]
    separator: str = "/"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the server said when a folder was opened; `uidnext` and `modseq` are 0 when it did not say."""

    uidvalidity: int
    exists: int
    uidnext: int
    modseq: int


class Session:
    """A signed-in connection. Every folder is opened read-only but for `append`. One thread only."""

    def __init__(self, client: IMAPClient) -> None:
        stream = Stream(client.socket(), timeout=READ_SECONDS)
        client._imap.readline = stream.readline
        client._imap.read = stream.read
        client._imap.debug = 0  # IMAPClient formats every line for its debug log otherwise: a quarter of the time
        self._client = client
        self.wire = Wire(stream)
        with _answers():
            self.capabilities = frozenset(word.decode("ascii", "replace") for word in client.capabilities())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(polite=error is None)

    def folders(self) -> tuple[Listed, ...]:
        """Return all folders of the account."""
        with _answers():
            listed = self._client.list_folders()
        return tuple(
            Listed(
                name if isinstance(name, str) else name.decode("utf-8", "replace"),
                frozenset(flag.decode("ascii", "replace").lower() for flag in flags),
                (separator or b"/").decode("ascii", "replace"),
            )
            for flags, separator, name in listed
        )

    def open(self, folder: str, *, readonly: bool = True) -> Opened:
        """Open `folder`; raises `FolderGone`."""
        with _answers(refused=FolderGone(f"The folder {folder!r} cannot be opened on the server.")):
            answer = self._client.select_folder(folder, readonly=readonly)
        return Opened(*(_number(answer.get(key)) for key in (b"UIDVALIDITY", b"EXISTS", b"UIDNEXT", b"HIGHESTMODSEQ")))

    def append(self, folder: str, message: bytes, flags: tuple[str, ...] = ()) -> None:
        """Add a message to a folder; used for filling the demo and in tests, never for the user's mail."""
        with _answers(refused=FolderGone(f"The folder {folder!r} takes no message.")):
            self._client.append(folder, message, flags)

    def interrupt(self) -> None:
        """Cut the connection from another thread: whoever reads it gets `ConnectionLost` at once."""
        self.wire.stream.interrupt()

    def close(self, *, polite: bool = True) -> None:
        """Sign out when `polite`, and close the connection in any case."""
        with contextlib.suppress(Exception):  # closing a broken connection can fail in many ways, and none matters
            if polite:
                self._client.logout()
        with contextlib.suppress(Exception):
            self._client.shutdown()


def tls_context() -> ssl.SSLContext:
    """Return a verifying context on the system's trust store, TLS 1.2 or newer."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def connect(account: Account, secret: Secret) -> Session:
    """Connect and sign in. Raises `MailServerUnreachable`, `CertificateRefused`, `SignInRefused`, `ServerTroubled`."""
    with _reaching(account):
        client = _connected(account)
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # saves 40 ms a command
    try:
        _sign_in(client, account, secret())
        return Session(client)
    except BaseException:
        with contextlib.suppress(Exception):
            client.shutdown()
        raise


def _connected(account: Account) -> IMAPClient:
    timeout = SocketTimeout(CONNECT_SECONDS, READ_SECONDS)
    if account.security is Security.TLS:
        return IMAPClient(account.host, account.port, ssl=True, ssl_context=tls_context(), timeout=timeout)
    client = IMAPClient(account.host, account.port, ssl=False, timeout=timeout)
    if account.security is Security.STARTTLS:
        try:
            client.starttls(tls_context())
        except BaseException:
            with contextlib.suppress(Exception):
                client.shutdown()
            raise
    return client


def _sign_in(client: IMAPClient, account: Account, secret: str) -> None:
    try:
        with _reaching(account):
            offered = {word.upper() for word in client.capabilities()}
            if account.auth is not Auth.PASSWORD:
                _token_sign_in(client, account.user, secret, bearer=b"AUTH=XOAUTH2" not in offered)
            elif b"AUTH=PLAIN" in offered:
                client.plain_login(account.user, secret)  # LOGIN cannot carry passwords beyond ASCII
            else:
                client.login(account.user, secret)
    except imaplib.IMAP4.error as error:
        if isinstance(error.__context__, imaplib.IMAP4.abort):  # which IMAPClient takes for a refusal
            raise ConnectionLost(f"The connection to {account.host} broke during the sign-in.") from error
        raise why_refused(account, str(error)) from error
    except UnicodeEncodeError as error:
        raise SignInRefused("This server takes only passwords of plain ASCII characters.") from error


def _token_sign_in(client: IMAPClient, user: str, token: str, *, bearer: bool) -> None:
    """XOAUTH2, or OAUTHBEARER (RFC 7628). A refusal comes as a challenge that wants a short answer."""
    if bearer:
        name = user.replace("=", "=3D").replace(",", "=2C")
        answers = iter([f"n,a={name},\x01auth=Bearer {token}\x01\x01", "\x01"])
    else:
        answers = iter([f"user={user}\x01auth=Bearer {token}\x01\x01"])
    client.sasl_login("OAUTHBEARER" if bearer else "XOAUTH2", lambda _challenge: next(answers, ""))


@contextlib.contextmanager
def _reaching(account: Account) -> Iterator[None]:
    where = f"{account.host}, port {account.port}"
    try:
        yield
    except MailError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise CertificateRefused(
            f"The certificate of {where} is not trusted ({error.verify_message or 'it could not be verified'}); "
            "check the host name, or ask whoever runs the server."
        ) from error
    except ssl.SSLError as error:
        raise CertificateRefused(
            f"No protected connection to {where} could be agreed on; check the port, and tls against starttls."
        ) from error
    except socket.gaierror as error:
        raise MailServerUnreachable(f"There is no host {account.host}, or no network; check the name.") from error
    except TimeoutError as error:
        raise MailServerUnreachable(f"The mail server at {where} does not answer; check host and port.") from error
    except ConnectionRefusedError as error:
        raise MailServerUnreachable(f"Nothing listens at {where}; check host and port, or try later.") from error
    except OSError as error:
        raise MailServerUnreachable(f"The mail server at {where} cannot be reached; check the network.") from error
    except imaplib.IMAP4.abort as error:
        raise MailServerUnreachable(f"The server at {where} closed the connection or does not speak IMAP.") from error


@contextlib.contextmanager
def _answers(refused: MailError | None = None) -> Iterator[None]:
    """Turn what imaplib raises for a signed-in connection into our errors; `refused` is raised for a NO."""
    try:
        yield
    except imaplib.IMAP4.abort as error:
        raise ConnectionLost("The mail server closed the connection.") from error
    except imaplib.IMAP4.error as error:
        raise refused or ServerTroubled("The mail server refused a command it must know.") from error
    except OSError as error:
        raise ConnectionLost("The connection to the mail server broke.") from error


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
