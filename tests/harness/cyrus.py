"""A real Cyrus on free loopback ports, in a tree of its own beside the machine's other mail server."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.harness import chroot
from tests.harness.server import PASSWORD, SPECIAL, MailServer, end_children

PACKAGES = ("cyrus-imapd", "sasl2-bin", "libsasl2-modules")
_SERVICES = """
START {{
  recover cmd="/usr/lib/cyrus/bin/ctl_cyrusdb -C /srv/imapd.conf -r"
  idled cmd="idled -C /srv/imapd.conf"
}}
SERVICES {{
  imap cmd="imapd -C /srv/imapd.conf -U 30" listen="127.0.0.1:{port}" prefork=0 maxchild=100
  imaps cmd="imapd -C /srv/imapd.conf -s -U 30" listen="127.0.0.1:{tls_port}" prefork=0 maxchild=100
}}
EVENTS {{
  checkpoint cmd="/usr/lib/cyrus/bin/ctl_cyrusdb -C /srv/imapd.conf -c" period=30
}}
"""
_SETTINGS = """
configdirectory: /run/state
partition-default: /run/mail
defaultpartition: default
proc_path: /run/cyrus/proc
mboxname_lockpath: /run/cyrus/lock
servername: localhost
altnamespace: yes
unixhierarchysep: yes
allowplaintext: yes
admins: cyrus
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: /run/state/sasldb2
sasl_mech_list: PLAIN
tls_server_cert: /srv/cert.pem
tls_server_key: /srv/key.pem
autocreate_users: anyone
autocreate_quota: 0
autocreate_inbox_folders: {folders}
autocreate_subscribe_folders: {folders}
{special}
"""
_START = """
mkdir -p /run/state/socket /run/mail /run/cyrus/proc /run/cyrus/lock
{passwords}
chown -R cyrus:mail /run/state /run/mail /run/cyrus
/usr/lib/cyrus/bin/master -D -C /srv/imapd.conf -M /srv/cyrus.conf
"""


@dataclass(frozen=True)
class Cyrus(MailServer):
    """A running Cyrus. Special use is told in lower case; IDLE is announced through its daemon `idled`."""

    def kick(self, user: str = "alice") -> None:
        end_children(self.process, "imapd")


@contextlib.contextmanager
def cyrus(users: tuple[str, ...] = ("alice", "bob")) -> Iterator[Cyrus]:
    """Run a Cyrus for the length of the block; raises `chroot.CannotRun`."""

    def configure(base: Path, port: int, tls_port: int) -> None:
        special = "\n".join(f"xlist-{name}: {name}" for name in SPECIAL)
        password = f"echo '{PASSWORD}' | saslpasswd2 -p -c -f /run/state/sasldb2 -u localhost"
        (base / "cyrus.conf").write_text(_SERVICES.format(port=port, tls_port=tls_port))
        (base / "imapd.conf").write_text(_SETTINGS.format(folders="|".join(SPECIAL), special=special))
        (base / "start").write_text(_START.format(passwords="\n".join(f"{password} {user}" for user in users)))

    with chroot.started("cyrus", PACKAGES, configure) as started:
        yield Cyrus(started.base, started.port, started.tls_port, started.process)
