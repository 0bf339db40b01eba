"""A client of Marionette, Gecko's automation protocol: one socket, `LENGTH:[type, id, command, payload]` both ways."""

import base64
import contextlib
import json
import socket
import time
from typing import Any

Json = Any  # whatever the other side answers

# Thunderbird has no content windows as Marionette counts them, so every script runs as part of the program itself and
# reaches the add-on's pages from there: through the actor that Marionette puts into every frame.
_ASYNC = """
const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
(async function () { %s }).apply(this, given).then(
  (value) => done({ value: value === undefined ? null : value }),
  (error) => done({ error: String(error?.message ?? error) + "\\n" + (error?.stack ?? "") }));
"""
_INSIDE = """
const [find, script, given] = arguments;
const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;
const frame = await new AsyncFunction("window", "WebExtensionPolicy", find)(window, WebExtensionPolicy);
if (!frame) throw new Error("no such page");
const actor = frame.currentWindowGlobal.getActor("MarionetteCommands");
return actor.executeScript(script, given,
  { sandboxName: null, newSandbox: true, async: true, timeout: 20000, file: "test", line: 0 });
"""
_INSIDE_BODY = """
const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
(async function () { %s })().then(
  (value) => done(JSON.stringify({ value: value === undefined ? null : value })),
  (error) => done(JSON.stringify({ error: String(error?.message ?? error) })));
"""


class MarionetteError(Exception):
    """A command failed, or a script threw."""


class Marionette:
    """A session with one running program."""

    def __init__(self, port: int, patience: float = 60.0) -> None:
        self._socket = self._connect(port, patience)
        self._socket.settimeout(patience)
        self._buffer = b""
        self._count = 0
        self._receive()  # its greeting
        self.command("WebDriver:NewSession", strictFileInteractability=False)
        self.command("WebDriver:SetTimeouts", script=30_000, pageLoad=30_000, implicit=0)
        self.command("Marionette:SetContext", value="chrome")

    @staticmethod
    def _connect(port: int, patience: float) -> socket.socket:
        until = time.monotonic() + patience
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=5)
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def _more(self) -> None:
        received = self._socket.recv(1 << 20)
        if not received:
            raise EOFError("the program is gone")
        self._buffer += received

    def _receive(self) -> Json:
        while b":" not in self._buffer:
            self._more()
        length, _, self._buffer = self._buffer.partition(b":")
        while len(self._buffer) < int(length):
            self._more()
        message, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(message)

    def command(self, name: str, **parameters: object) -> Json:
        """Carry out one command; raise `MarionetteError` when it fails."""
        self._count += 1
        message = json.dumps([0, self._count, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        while True:
            _, number, error, result = self._receive()
            if number == self._count:
                break
        if error:
            raise MarionetteError(f"{name}: {error.get('error')}: {error.get('message')}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def script(self, body: str, *given: object) -> Json:
        """Run the body of an async function inside the current window."""
        answer = self.command(
            "WebDriver:ExecuteAsyncScript",
            script=_ASYNC % body,
            args=list(given),
            sandbox="system",
            newSandbox=False,
        )
        if answer is None:
            raise MarionetteError("the window closed while the script ran in it")
        if "error" in answer:
            raise MarionetteError(answer["error"])
        return answer["value"]

    def inside(self, find: str, body: str, *given: object) -> Json:
        """Run the body of an async function, which finds its arguments in `given`, inside the frame `find` returns."""
        answer = json.loads(self.script(_INSIDE, find, _INSIDE_BODY % body, list(given)))
        if "error" in answer:
            raise MarionetteError(answer["error"])
        return answer["value"]

    def windows(self) -> list[str]:
        """Handles of all windows."""
        handles: list[str] = self.command("WebDriver:GetWindowHandles")
        return handles

    def switch(self, handle: str, *, focus: bool = False) -> None:
        """Make a window the one that scripts and input go to."""
        self.command("WebDriver:SwitchToWindow", handle=handle, focus=focus)

    def pointer(self, *steps: dict[str, object]) -> None:
        """Move and press the mouse."""
        source = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(steps)}
        self.command("WebDriver:PerformActions", actions=[source])

    def keys(self, *steps: dict[str, object]) -> None:
        """Press and release keys."""
        self.command("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": list(steps)}])

    def screenshot(self) -> bytes:
        """The current window's document as PNG."""
        return base64.b64decode(self.command("WebDriver:TakeScreenshot", full=False))

    def quit(self) -> None:
        """End the program at once."""
        with contextlib.suppress(EOFError, OSError):
            self.command("Marionette:Quit", flags=["eForceQuit"])

    def close(self) -> None:
        self._socket.close()
