"""The product as users run it: its command in a process of its own, with a data folder of its own."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.harness.ports import wait_until

_LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/signin\?ticket=\S+")
_CODE = re.compile(r"Pairing code\s+(\S+)")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a run whose data lie in `home`; no keyring of this machine is touched."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEARDR_")}
    return (
        kept
        | {
            "DEARDR_HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "PYTHONUNBUFFERED": "1",
        }
        | more
    )


def deardr(home: Path, *arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "sidecar", *arguments],
        env=environment(home, **more),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@dataclass
class Running:
    """`deardr up`, up."""

    process: subprocess.Popen[str]
    output: Path
    log: Path
    token: str = ""

    @property
    def printed(self) -> str:
        return self.output.read_text()

    @property
    def link(self) -> str:
        return [match[0] for match in _LINK.finditer(self.printed)][-1]

    @property
    def port(self) -> int:
        return [int(match[1]) for match in _LINK.finditer(self.printed)][-1]

    def ask(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
        """Ask the API and return the answer's JSON, None when it is empty; raises urllib.error.HTTPError."""
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {self.token}"} if self.token else {}
        )
        data = None if body is None else json.dumps(body).encode()
        url = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(url, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
            content = answer.read()
        return json.loads(content) if content else None

    def prompts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("GET", "/api/v1/prompts")["prompts"]
        return found

    def pair(self) -> None:
        code = _CODE.findall(self.printed)[-1]
        self.token = self.ask("POST", "/api/v1/pair", {"code": code, "client": "tests"})["token"]

    def is_up(self) -> bool:
        with contextlib.suppress(IndexError, OSError, urllib.error.URLError):
            return bool(self.ask("GET", "/healthz")["status"] == "ok")
        return False


@contextlib.contextmanager
def up(home: Path, *arguments: str, start_new_session: bool = False, **more: str) -> Iterator[Running]:
    """Run `deardr up` on a free port for the length of the block, paired."""
    home.mkdir(parents=True, exist_ok=True)
    output, log = home / "up.out", home / "up.log"
    with output.open("w") as out, log.open("w") as err:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "sidecar", "up", "--port", "0", "--no-browser", *arguments],
            env=environment(home, **more),
            stdout=out,
            stderr=err,
            text=True,
            start_new_session=start_new_session,
        )
    try:
        running = Running(process, output, log)
        wait_until(lambda: running.is_up() or process.poll() is not None, "the start of the sidecar", 30)
        running.pair()
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=15)
