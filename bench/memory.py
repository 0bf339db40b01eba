"""Resident memory of the idle sidecar, with and without a draft checked, beside a bare aiohttp process."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.harness.ports import wait_until
from tests.harness.product import Running, up

SETTLE_SECONDS = 3.0  # after the last batch was read
AIM_MB = 80
_BARE = "import aiohttp.web, sys; print(flush=True); sys.stdin.read()"
_DRAFT = {"draft": {"subject": "Letter", "text": "Dear Dr. Rao,\n\nCould you write me a letter?\n\nThanks,\nAda Obi"}}


def main() -> None:
    """Print megabytes (of 1,000,000 bytes) and their ratio to a process that has only loaded aiohttp."""
    bare = _bare()
    with tempfile.TemporaryDirectory() as folder, up(Path(folder) / "home") as running:
        wait_until(lambda: _read(running), "the end of reading", 30)
        time.sleep(SETTLE_SECONDS)
        process = psutil.Process(running.process.pid)
        idle, own = _resident(process), float(process.memory_full_info().uss) / 1e6
        running.ask("POST", "/api/v1/lint", _DRAFT)
        used = _resident(process)
    print(
        f"idle sidecar: {idle:.0f} MB resident, of which {own:.0f} its own (not shared with other processes); "
        f"aim {AIM_MB}; {idle / bare:.1f} times a process that loads aiohttp alone"
    )
    print(f"after the first draft was checked: {used:.0f} MB")


def _bare() -> float:
    with subprocess.Popen([sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdout:
            process.stdout.readline()
        resident = _resident(psutil.Process(process.pid))
        process.communicate()
    return resident


def _read(running: Running) -> bool:
    accounts = running.ask("GET", "/api/v1/accounts")["accounts"]
    return all(account["state"] == "watching" for account in accounts)


def _resident(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1e6


if __name__ == "__main__":
    main()
