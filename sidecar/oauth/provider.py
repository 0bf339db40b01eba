"""Where a provider gives tokens for reading mail, and the client that asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Provider:
    """An authorisation server (RFC 6749) and the scope that opens a mailbox over IMAP."""

    name: str
    title: str
    authorize_url: str
    token_url: str
    device_url: str  # RFC 8628
    scope: str
    extra: Mapping[str, str] = field(default_factory=dict)  # further parameters of the authorisation request
    imap_host: str = ""  # where its mailboxes are
    gives_codes: bool = True  # by `device_url`, for this scope
    loopback: str = "127.0.0.1"  # what this machine is called in a redirect address (RFC 8252 section 7.3)


@dataclass(frozen=True, slots=True)
class Client:
    """A registered OAuth client. A desktop client's secret, where the provider issues one, protects nothing."""

    id: str
    secret: str | None = None


GOOGLE = Provider(
    name="google",
    title="Google",
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
    device_url="https://oauth2.googleapis.com/device/code",
    scope="https://mail.google.com/",
    extra={"access_type": "offline", "prompt": "consent"},  # without both there is no refresh token
    imap_host="imap.gmail.com",
    gives_codes=False,
)
_MICROSOFT = "https://login.microsoftonline.com/common/oauth2/v2.0"
MICROSOFT = Provider(
    name="microsoft",
    title="Microsoft",
    authorize_url=f"{_MICROSOFT}/authorize",
    token_url=f"{_MICROSOFT}/token",
    device_url=f"{_MICROSOFT}/devicecode",
    scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
    imap_host="outlook.office365.com",
    loopback="localhost",  # the only name for which any port fits the registered address
)
PROVIDERS = {provider.name: provider for provider in (GOOGLE, MICROSOFT)}
