"""A mail account: where it is, how to sign in, and which folders the user chose. Never holds a secret."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address


class Security(StrEnum):
    """How the connection is protected; `NONE` is accepted for loopback hosts only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"

    @property
    def default_port(self) -> int:
        """993 for TLS (RFC 8314), else 143."""
        return 993 if self is Security.TLS else 143


class Auth(StrEnum):
    """What the secret is: a password, or an access token of a provider."""

    PASSWORD = "password"  # noqa: S105 - the word, not a secret
    GOOGLE = "google"
    MICROSOFT = "microsoft"


class Role(StrEnum):
    """What a folder is for, the most telling first. `FILED` is any other folder mail may be moved to."""

    SENT = "sent"
    INBOX = "inbox"
    JUNK = "junk"
    ARCHIVE = "archive"
    ALL = "all"
    TRASH = "trash"
    FILED = "filed"


class AccountRefused(ValueError):
    """An account that cannot be used as given; `str()` is one sentence that says why."""


def is_loopback(host: str) -> bool:
    """Say whether `host` can only be this machine."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Account:
    """One IMAP account. `chosen` maps a role to the folder the user picked for it, by its full (decoded) name.

    Raises `AccountRefused` for a name or host that cannot be used and for `Security.NONE` off the loopback.
    """

    name: str
    address: str
    host: str
    port: int
    security: Security
    user: str
    auth: Auth = Auth.PASSWORD
    chosen: Mapping[Role, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.name or not self.name.isprintable():
            raise AccountRefused("An account needs a name of printable characters.")
        if "@" not in self.address:
            raise AccountRefused("The address must look like name@example.org.")
        if not self.host or any(char.isspace() for char in self.host):
            raise AccountRefused("The host must be the name of an IMAP server, such as imap.example.org.")
        if not 0 < self.port < 65536:
            raise AccountRefused("The port must lie between 1 and 65535.")
        if self.security is Security.NONE and not is_loopback(self.host):
            raise AccountRefused(f"An unprotected connection is accepted only to this machine, not to {self.host}.")

    def as_record(self) -> dict[str, object]:
        """Return plain JSON values, the form in which accounts are stored."""
        return {
            "name": self.name,
            "address": self.address,
            "host": self.host,
            "port": self.port,
            "security": self.security.value,
            "user": self.user,
            "auth": self.auth.value,
            "chosen": {role.value: folder for role, folder in self.chosen.items()},
        }

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> "Account":
        """Build an account from `as_record`'s form; raises `AccountRefused` when a part is missing or odd."""
        try:
            chosen = record.get("chosen")
            return cls(
                name=str(record["name"]),
                address=str(record["address"]),
                host=str(record["host"]),
                port=int(str(record["port"])),
                security=Security(str(record["security"])),
                user=str(record["user"]),
                auth=Auth(str(record.get("auth", Auth.PASSWORD))),
                chosen={Role(str(role)): str(folder) for role, folder in chosen.items()}
                if isinstance(chosen, Mapping)
                else {},
            )
        except AccountRefused:
            raise
        except (KeyError, ValueError) as error:
            raise AccountRefused(f"The stored account cannot be read: {error}.") from error
