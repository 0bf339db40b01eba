"""Servers whose Debian packages exclude one another, each in a tree of its own that is built once and kept.

A server runs in mount and process namespaces of its own: when it ends, or this process does, the kernel ends whatever
it started and takes its mounts away. The tree stays as it was installed: a run's own folder is seen in it at /srv, and
/run is in memory and takes what the server writes.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.harness.ports import free_port, greets, wait_until
from tests.harness.server import write_certificate

CACHE = Path(__file__).parents[2] / ".servers"
_TOOLS = ("apt-get", "chroot", "debootstrap", "setpriv", "unshare")
_ARCHIVES = ("Debian", "Ubuntu")
# The end of a process namespace's first process ends all the others, and the parent's death ends that first one, as
# long as it does not become another user (prctl(2), PR_SET_PDEATHSIG): hence a shell stays the first.
_ALONE = ("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child")
_BUILD = """
set -eu
debootstrap --variant=minbase "$2" "$1" "$3"
printf '#!/bin/sh\\nexit 101\\n' > "$1/usr/sbin/policy-rc.d"  # nothing starts by being installed
chmod 755 "$1/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$1/etc/resolv.conf"
mount -t proc proc "$1/proc"
root=$1
shift 3
export DEBIAN_FRONTEND=noninteractive
chroot "$root" apt-get install -y --no-install-recommends "$@"
chroot "$root" apt-get clean
"""
_RUN = """
set -eu
mount --bind "$2" "$1/srv"
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/run"
chroot "$1" sh -eu /srv/start
exit
"""


class CannotRun(Exception):
    """A server cannot be had on this machine; the message says why."""


def tree(name: str, packages: Sequence[str]) -> Path:
    """Return the tree called `name` with `packages` in it, built when it is not there; raises `CannotRun`."""
    if os.geteuid() != 0:
        raise CannotRun("it takes root to run it beside another mail server")
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        raise CannotRun(f"it takes {', '.join(missing)} to run it beside another mail server")
    built = CACHE / name
    if not built.exists():
        _build(built, packages)
    return built


def _build(built: Path, packages: Sequence[str]) -> None:
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix=f"{built.name}-") as folder:
        partial = Path(folder) / "root"
        archive, release = _archive()
        done = subprocess.run(
            [*_ALONE, "sh", "-c", _BUILD, "sh", str(partial), release, archive, *packages],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            (CACHE / f"{built.name}.log").write_text(done.stdout + done.stderr)
            raise CannotRun(f"its installation failed, see {CACHE.name}/{built.name}.log")
        partial.rename(built)


def _archive() -> tuple[str, str]:
    """Return address and release of the archive this machine was installed from."""
    shape = "$(ORIGIN)|$(COMPONENT)|$(REPO_URI)|$(RELEASE)"
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", shape, "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=True,
    )
    for line in listed.stdout.splitlines():
        origin, component, address, release = line.split("|")
        if origin in _ARCHIVES and component == "main" and "-" not in release:
            return address, release
    raise CannotRun("the package sources of this machine name no archive of Debian or Ubuntu")


@dataclass(frozen=True)
class Started:
    """A server that runs in its tree: what it writes, where it listens, and the process that holds all of it."""

    base: Path
    port: int
    tls_port: int
    process: subprocess.Popen[bytes]


@contextlib.contextmanager
def started(name: str, packages: Sequence[str], configure: Callable[[Path, int, int], None]) -> Iterator[Started]:
    """Run a server for the length of the block; raises `CannotRun`.

    `configure(base, port, tls_port)` writes its configuration and the script `start` into `base`, which
    already holds a certificate.
    """
    root = tree(name, packages)
    base = Path(tempfile.mkdtemp(prefix=f"deardr-{name}-"))
    try:
        base.chmod(0o755)
        write_certificate(base)
        (base / "key.pem").chmod(0o644)  # its readers exist in the tree only
        port, tls_port = free_port(), free_port()
        configure(base, port, tls_port)
        with _running(root, base) as process:
            wait_until(lambda: process.poll() is not None or greets(port), f"the greeting of {name}", 30)
            if process.poll() is not None:
                raise RuntimeError(f"{name} did not start: {(base / 'output').read_text()}")
            yield Started(base, port, tls_port, process)
    finally:
        shutil.rmtree(base, ignore_errors=True)


@contextlib.contextmanager
def _running(root: Path, base: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (base / "output").open("wb") as output:
        process = subprocess.Popen(
            [*_ALONE, "sh", "-c", _RUN, "sh", str(root), str(base)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=10)
