"""A real Dovecot on free loopback ports with Maildir users, as root or as anybody; up in a fraction of a second."""

import contextlib
import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.harness.ports import free_port, greets, wait_until
from tests.harness.server import PASSWORD, SPECIAL, MailServer, write_certificate

_CONFIG = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{base}/cert.pem
ssl_key = <{base}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
mail_max_userip_connections = 100
mail_location = maildir:{base}/mail/%u
first_valid_uid = 1
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
{oauth_passdb}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {base}/users
}}
userdb {{
  driver = static
  args = uid={mail_user} gid={mail_group} home={base}/mail/%u allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
{stats}
namespace inbox {{
  inbox = yes
  separator = /
{mailboxes}
}}
{extra}
"""
_OAUTH = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {base}/oauth2.conf.ext
}}
"""


@dataclass(frozen=True)
class Dovecot(MailServer):
    """A running Dovecot with Maildir users."""

    @property
    def log(self) -> str:
        return (self.base / "dovecot.log").read_text()

    def maildir(self, folder: str = "INBOX", user: str = "alice") -> Path:
        """The directory of a folder, made when missing."""
        top = self.base / "mail" / user
        path = top if folder == "INBOX" else top / f".{folder.replace('/', '.')}"
        for part in ("cur", "new", "tmp"):
            (path / part).mkdir(parents=True, exist_ok=True)
        return path

    def kick(self, user: str = "alice") -> None:
        self.doveadm("kick", user)

    def connections(self, user: str = "alice") -> int:
        """How many connections of `user` are open."""
        return sum(line.startswith(f"{user} ") for line in self.doveadm("who", "-1").splitlines())

    def doveadm(self, *words: str) -> str:
        return subprocess.run(  # noqa: S603 - our own arguments
            [shutil.which("doveadm") or "/usr/bin/doveadm", "-c", str(self.base / "dovecot.conf"), *words],
            check=True,
            capture_output=True,
            text=True,
        ).stdout


def program() -> str | None:
    """Return where Dovecot is installed, if it is."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextlib.contextmanager
def dovecot(
    users: tuple[str, ...] = ("alice", "bob"),
    *,
    special: tuple[str, ...] = SPECIAL,
    introspection_url: str | None = None,
    extra: str = "",
) -> Iterator[Dovecot]:
    """Run a Dovecot for the length of the block. `special` folders exist and carry their special use (RFC 6154).

    With `introspection_url` (ending in `?token=`) tokens of XOAUTH2 and OAUTHBEARER are checked there (RFC 7662).
    `extra` is appended to the configuration.
    """
    base = Path(tempfile.mkdtemp(prefix="deardr-dovecot-"))
    try:
        server = _start(base, users, special, introspection_url, extra)
        try:
            yield server
        finally:
            server.process.terminate()
            server.process.wait(timeout=10)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _start(
    base: Path, users: tuple[str, ...], special: tuple[str, ...], introspection_url: str | None, extra: str
) -> Dovecot:
    base.chmod(0o755)
    write_certificate(base)
    port, tls_port = free_port(), free_port()
    root = os.geteuid() == 0
    me = getpass.getuser()
    group = _group()
    config = _CONFIG.format(
        base=base,
        port=port,
        tls_port=tls_port,
        internal="dovecot" if root else me,
        internal_group="dovecot" if root else group,
        login="dovenull" if root else me,
        mail_user="mail" if root else me,
        mail_group="mail" if root else group,
        stats="" if root else "service stats {\n  chroot =\n}",
        mailboxes="\n".join(_special(name) for name in special),
        oauth_passdb=_OAUTH.format(base=base) if introspection_url else "",
        extra=extra,
    )
    if introspection_url:
        (base / "oauth2.conf.ext").write_text(
            f"introspection_mode = auth\nintrospection_url = {introspection_url}\nusername_attribute = username\n"
            "active_attribute = active\nactive_value = true\n"
        )
    (base / "dovecot.conf").write_text(config)
    (base / "users").write_text("".join(f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in users))
    (base / "mail").mkdir()
    if root:
        shutil.chown(base / "mail", "mail", "mail")
    executable = program()
    if executable is None:
        raise FileNotFoundError("Dovecot is not installed (Debian package dovecot-imapd)")
    with (base / "stderr").open("wb") as stderr:
        process = subprocess.Popen(  # noqa: S603 - found by which
            [executable, "-F", "-c", str(base / "dovecot.conf")], stdin=subprocess.DEVNULL, stdout=stderr, stderr=stderr
        )
    try:
        wait_until(lambda: process.poll() is not None or greets(port), "Dovecot's greeting")
    except TimeoutError:
        process.kill()
        raise
    if process.poll() is not None:
        raise RuntimeError(f"Dovecot did not start: {(base / 'stderr').read_text()}")
    return Dovecot(base, port, tls_port, process)


def _special(name: str) -> str:
    return f"  mailbox {name} {{\n    auto = subscribe\n    special_use = \\{name}\n  }}"


def _group() -> str:
    import grp  # noqa: PLC0415 - Unix only, as Dovecot is

    return grp.getgrgid(os.getegid()).gr_name
