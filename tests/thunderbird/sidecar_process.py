"""The real sidecar as a process, with data and configuration of its own, reading the mailbox the tests fill."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.harness.dovecot import Dovecot
from tests.harness.ports import free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]


class SidecarProcess:
    """One sidecar on one port; it can be stopped and started again with everything it knows."""

    def __init__(self, home: Path, mail: Dovecot) -> None:
        self.home = home
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self._environment = os.environ | {
            "DEARDR_HOME": str(home / "data"),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "share"),
            "PYTHONPATH": str(ROOT),
            "PASSWORD": mail.password,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._token = ""
        account = ["--address", "alice@example.org", "--host", "127.0.0.1", "--port", str(mail.port)]
        self.command(
            "account", "add", "alice", *account, "--security", "none", "--user", "alice", "--password-env", "PASSWORD"
        )

    def command(self, *words: str) -> str:
        """Run `deardr` with these words; what it printed."""
        run = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, "-m", "sidecar", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"deardr {words[0]}: {run.stderr}"
        return run.stdout

    def start(self) -> None:
        """Start and wait until it answers."""
        command = [sys.executable, "-m", "sidecar", "up", "--no-browser", "--port", str(self.port)]
        with (self.home / "sidecar.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own arguments
                command, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        wait_until(self._answers, "the sidecar's first answer", 20)

    @property
    def pid(self) -> int:
        """The process's id; it must run."""
        assert self._process
        return self._process.pid

    def stop(self) -> None:
        """Kill it, as a crash does."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def pause(self, *, asleep: bool) -> None:
        """Stop the process without ending it, so that it takes connections and answers none; or let it go on."""
        if self._process:
            self._process.send_signal(signal.SIGSTOP if asleep else signal.SIGCONT)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.base}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except OSError:
            return False

    def code(self) -> str:
        """A new pairing code."""
        found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", self.command("pair", "new"))
        assert found, "no pairing code was printed"
        return found[0]

    def token(self) -> str:
        """The token of a client of the tests' own, paired once."""
        if not self._token:
            self._token = self.ask("POST", "/pair", {"code": self.code(), "client": "tests"})["token"]
        return self._token

    def ask(self, method: str, path: str, body: object = None, token: str | None = None) -> Any:
        """Ask the API, as another client does."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token or self._token}"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/api/v1{path}", data, headers, method=method)  # noqa: S310 - our own address
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            text = answer.read()
        return json.loads(text) if text else None

    def ask_or_none(self, method: str, path: str) -> Any:
        """Ask the API; None where it knows of no such thing."""
        try:
            return self.ask(method, path)
        except urllib.error.HTTPError as error:
            assert error.code == 404, error
            error.close()
            return None

    def prompts(self) -> list[dict[str, Any]]:
        prompts: list[dict[str, Any]] = self.ask("GET", "/prompts")["prompts"]
        return prompts

    def lints(self) -> int:
        """How many drafts it was asked about so far."""
        return (self.home / "sidecar.log").read_text().count('"route": "/api/v1/lint"')

    def sync(self) -> None:
        """Have the mailbox read now."""
        self.ask("POST", "/accounts/alice/sync")
