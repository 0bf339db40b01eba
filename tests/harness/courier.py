"""A real Courier on free loopback ports, in a tree of its own: it knows little of what came after RFC 3501."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tests.harness import chroot
from tests.harness.server import PASSWORD, SPECIAL, MailServer, end_children

PACKAGES = ("courier-imap", "courier-authlib-userdb")
_START = """
cp -a /etc/courier /run/configuration
mount --bind /run/configuration /etc/courier
cd /etc/courier
set_to() {{ sed -i "/^$2=/d" "$1"; echo "$2=$3" >> "$1"; }}
for file in imapd imapd-ssl; do set_to $file MAXPERIP 100; set_to $file MAXDAEMONS 200; done
set_to imapd ADDRESS 127.0.0.1
set_to imapd PORT {port}
set_to imapd IMAP_IDLE_TIMEOUT 1
set_to imapd-ssl SSLADDRESS 127.0.0.1
set_to imapd-ssl SSLPORT {tls_port}
set_to imapd-ssl IMAPDSTARTTLS YES
set_to imapd-ssl TLS_CERTFILE /srv/both.pem
set_to imapd-ssl TLS_DHPARAMS ""
set_to authdaemonrc authmodulelist '"authuserdb"'
mkdir /run/mail
umask 077
hash=$(echo '{password}' | userdbpw)
for user in {users}; do
  maildirmake.courier /run/mail/$user
  for folder in {folders}; do maildirmake.courier -f $folder /run/mail/$user; done
  printf '%s\\thome=/run/mail/%s|mail=/run/mail/%s|uid=8|gid=8|systempw=%s\\n' $user $user $user "$hash" >> userdb
done
chown -R 8:8 /run/mail
makeuserdb
/usr/lib/courier/makeimapaccess
mkdir -p /run/courier/authdaemon
chown -R courier:courier /run/courier
umask 022
/usr/sbin/authdaemond start
/usr/lib/courier/imapd-ssl start
/usr/lib/courier/imapd start
while sleep 1; do :; done  # the daemons left this shell; it collects what they leave behind
"""


@dataclass(frozen=True)
class Courier(MailServer):
    """A running Courier, the stand-in for servers that offer little."""

    prefix: ClassVar[str] = "INBOX."
    marks_special_use: ClassVar[bool] = False
    has_condstore: ClassVar[bool] = False
    has_move: ClassVar[bool] = False

    def kick(self, user: str = "alice") -> None:
        end_children(self.process, "imapd")


@contextlib.contextmanager
def courier(users: tuple[str, ...] = ("alice", "bob")) -> Iterator[Courier]:
    """Run a Courier for the length of the block; raises `chroot.CannotRun`."""

    def configure(base: Path, port: int, tls_port: int) -> None:
        (base / "both.pem").write_text((base / "key.pem").read_text() + (base / "cert.pem").read_text())
        words = {"password": PASSWORD, "users": " ".join(users), "folders": " ".join(SPECIAL)}
        (base / "start").write_text(_START.format(port=port, tls_port=tls_port, **words))

    with chroot.started("courier", PACKAGES, configure) as started:
        yield Courier(started.base, started.port, started.tls_port, started.process)
