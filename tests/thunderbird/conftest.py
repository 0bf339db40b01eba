"""One Thunderbird for all tests, with real mail servers and a real sidecar of their own."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import dovecot
from tests.harness.dovecot import Dovecot
from tests.harness.ports import free_port
from tests.thunderbird import launcher, smtp
from tests.thunderbird.account import sign_in
from tests.thunderbird.rig import Rig
from tests.thunderbird.sidecar_process import SidecarProcess
from tests.thunderbird.smtp import Outgoing

ADDIN = Path(__file__).resolve().parents[2] / "addin"


@pytest.fixture(scope="session")
def executable() -> str:
    found = launcher.program()
    if found is None:
        pytest.skip("Thunderbird is not installed (Debian package thunderbird)")
    if dovecot.program() is None:
        pytest.skip("Dovecot is not installed (Debian package dovecot-imapd)")
    return found


@pytest.fixture(scope="session")
def xpi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("addon") / "deardr.xpi"
    subprocess.run([sys.executable, ADDIN / "pack.py", "--output", target], check=True, capture_output=True)  # noqa: S603
    return target


@pytest.fixture(scope="session")
def mail(executable: str) -> Iterator[Dovecot]:
    with dovecot.dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def smtp_server() -> Iterator[tuple[int, Outgoing]]:
    port = free_port()
    controller, outgoing = smtp.start(port)
    yield port, outgoing
    controller.stop()


@pytest.fixture(scope="session")
def sidecar(mail: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SidecarProcess]:
    process = SidecarProcess(tmp_path_factory.mktemp("sidecar"), mail)
    process.start()
    yield process
    process.stop()


@pytest.fixture(scope="session")
def running(
    executable: str, mail: Dovecot, smtp_server: tuple[int, Outgoing], sidecar: SidecarProcess, xpi: Path
) -> Iterator[Rig]:
    with tempfile.TemporaryDirectory(prefix="deardr-thunderbird-", ignore_cleanup_errors=True) as profile:
        ports = {"imap_port": mail.port, "smtp_port": smtp_server[0]}
        with launcher.thunderbird(executable, Path(profile), **ports, prefs={}) as marionette:
            rig = Rig(marionette)
            sign_in(rig, mail)
            rig.install(xpi)
            rig.pair(sidecar.base, sidecar.token())
            yield rig


@pytest.fixture
def rig(running: Rig) -> Iterator[Rig]:
    """Thunderbird with no composer open and the settings as after pairing."""
    yield running
    running.close_composers()


@pytest.fixture
def outgoing(smtp_server: tuple[int, Outgoing]) -> Outgoing:
    return smtp_server[1]
