"""What can go wrong with a mail server, one class for each thing the user can do about it.

Every message is one clear sentence for the user. It names hosts and folders, never persons, subjects or secrets.
"""


class MailError(Exception):
    """A mailbox could not be read; `str()` is one sentence that says why and what to do."""


class MailServerUnreachable(MailError):
    """No connection: wrong host or port, no network, server down."""


class ConnectionLost(MailServerUnreachable):
    """The connection was there and broke; trying again later is enough."""


class CertificateRefused(MailError):
    """The server's certificate could not be verified, or TLS could not be agreed on."""


class SignInRefused(MailError):
    """The server refused the user or the secret; trying again without a new secret is no use."""


class FolderGone(MailError):
    """A folder that was chosen cannot be opened."""


class ServerTroubled(MailError):
    """The server answered something that makes no sense, or refused a command it must know."""
