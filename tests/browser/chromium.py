"""A real Chromium, driven over its DevTools protocol by a few lines of our own."""

import asyncio
import base64
import contextlib
import itertools
import json
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --hide-scrollbars --remote-debugging-port=0 "
    "--disable-dev-shm-usage"
).split()
STARTS_WITHIN = 30.0  # seconds, on a busy machine


class PageGoneError(RuntimeError):
    """The page went away, for the next one, before it had answered."""


class Tab:
    """One tab. `troubles` collects what the console complained of: errors, refused content, exceptions."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._loaded = asyncio.Event()
        self.troubles: list[str] = []

    async def listen(self) -> None:
        """Read what the browser says until it goes away."""
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._waiting.pop(said["id"]).set_result(said)
            elif said["method"] == "Page.loadEventFired":
                self._loaded.set()
            elif said["method"] == "Runtime.exceptionThrown":
                self.troubles.append(said["params"]["exceptionDetails"]["text"])
            elif said["method"] == "Log.entryAdded" and said["params"]["entry"]["level"] == "error":
                self.troubles.append(said["params"]["entry"]["text"])

    async def send(self, method: str, **params: object) -> dict[str, Any]:
        """Ask the browser for something; raise `RuntimeError` when it refuses."""
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        said = await asyncio.wait_for(answer, STARTS_WITHIN)
        if "error" in said:
            refused = PageGoneError if "navigated" in said["error"]["message"] else RuntimeError
            raise refused(f"{method}: {said['error']['message']}")
        result: dict[str, Any] = said["result"]
        return result

    async def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._loaded.clear()
        await self.send("Page.navigate", url=address)
        await asyncio.wait_for(self._loaded.wait(), STARTS_WITHIN)

    async def run(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is waited for."""
        said = await self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"]["exception"].get("description", "the script failed"))
        return said["result"].get("value")

    async def until(self, script: str, within: float = 10.0) -> None:
        """Wait until an expression is true in the page; raise `TimeoutError` when it does not become so."""

        async def there() -> object:
            try:
                return await self.run(f"Boolean({script})")
            except PageGoneError:
                return False  # between two pages

        await until(there, within)

    async def press(self, key: str, code: int, **more: object) -> None:
        """Press a key that is no character."""
        for kind in ("keyDown", "keyUp"):
            await self.send("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)

    async def size(self, width: int, height: int) -> None:
        """Set the size of the window, in CSS pixels."""
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def prefer(self, **features: str) -> None:
        """Prefer a colour scheme, more contrast …, as `prefers_color_scheme="dark"`."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        await self.send("Emulation.setEmulatedMedia", features=wanted)

    async def screenshot(self) -> bytes:
        """Return the whole page as PNG."""
        height = await self.run("document.documentElement.scrollHeight")
        width = await self.run("innerWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        said = await self.send("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(said["data"])


async def until(check: Callable[[], Awaitable[object]], within: float) -> None:
    """Poll until a check is true."""
    deadline = asyncio.get_running_loop().time() + within
    while not await check():
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError(f"not so within {within} seconds")
        await asyncio.sleep(0.05)


@asynccontextmanager
async def chromium(profile: Path) -> AsyncIterator[Tab]:
    """Start the browser with a fresh profile, give its tab, and end it."""
    assert PROGRAM is not None
    process = await asyncio.create_subprocess_exec(
        PROGRAM,
        *FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env=os.environ | {"HOME": str(profile)},
    )
    try:
        async with aiohttp.ClientSession() as session, _tab(session, profile) as tab:
            yield tab
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


@asynccontextmanager
async def _tab(session: aiohttp.ClientSession, profile: Path) -> AsyncIterator[Tab]:
    told = profile / "DevToolsActivePort"

    async def ready() -> bool:
        return told.exists() and len(told.read_text().splitlines()) == 2

    await until(ready, STARTS_WITHIN)
    port = told.read_text().splitlines()[0]
    async with session.get(f"http://127.0.0.1:{port}/json") as answer:
        targets = await answer.json()
    address = next(one["webSocketDebuggerUrl"] for one in targets if one["type"] == "page")
    async with session.ws_connect(address, max_msg_size=0) as socket:
        tab = Tab(socket)
        listening = asyncio.create_task(tab.listen())
        for domain in ("Page", "Runtime", "Log", "Network"):
            await tab.send(f"{domain}.enable")
        await tab.send("Emulation.setFocusEmulationEnabled", enabled=True)
        yield tab
        listening.cancel()
