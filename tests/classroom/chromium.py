"""A real browser, driven over its DevTools protocol; nothing is installed or fetched for it."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import websocket_connect

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-port=0",
)
_PATIENCE = 20.0  # seconds


class Browser:
    """Chromium as a phone with one page; used in a ``with`` block."""

    def __init__(self, width: int = 360, height: int = 640) -> None:
        self._size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self._numbers = count(1)
        self._line: Any = None
        self.requested: list[str] = []
        self.complaints: list[str] = []

    def __enter__(self) -> Browser:
        self._loop = asyncio.SelectorEventLoop()
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [PROGRAM, *_SWITCHES, f"--user-data-dir={self._folder.name}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._line = self._loop.run_until_complete(self._connect(Path(self._folder.name, "DevToolsActivePort")))
            for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
                self.call(f"{domain}.enable")
            self.call("Emulation.setDeviceMetricsOverride", **self._size)
            self.call("Emulation.setTouchEmulationEnabled", enabled=True)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        if self._line is not None:
            self._loop.run_until_complete(self._hang_up())
        self._loop.close()
        self._folder.cleanup()

    async def _hang_up(self) -> None:
        self._line.close()
        while await self._line.read_message() is not None:
            pass

    async def _connect(self, port_file: Path) -> Any:
        began = monotonic()
        while not (port_file.is_file() and port_file.read_text().strip()):
            assert monotonic() - began < _PATIENCE, "Chromium does not start"
            await asyncio.sleep(0.02)
        port = port_file.read_text().split()[0]
        client = AsyncHTTPClient(force_instance=True)
        pages = json.loads((await client.fetch(f"http://127.0.0.1:{port}/json/list")).body)
        client.close()
        page = next(page for page in pages if page["type"] == "page")
        return await websocket_connect(page["webSocketDebuggerUrl"], max_message_size=64 << 20)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol, and give its result."""
        return self._loop.run_until_complete(asyncio.wait_for(self._call(method, params), _PATIENCE))

    async def _call(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        number = next(self._numbers)
        await self._line.write_message(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(await self._line.read_message())
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
            self._hear(answer)

    def _hear(self, event: dict[str, Any]) -> None:
        match event["method"], event["params"]:
            case "Network.requestWillBeSent", params:
                self.requested.append(params["request"]["url"])
            case "Runtime.exceptionThrown", params:
                self.complaints.append(params["exceptionDetails"]["text"])
            case "Log.entryAdded", {"entry": entry} if entry["source"] not in ("network",):
                self.complaints.append(entry["text"])

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)

    def evaluate(self, script: str) -> Any:
        """Give what a script gives."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def words(self) -> str:
        """Everything that is written on the page now."""
        return self.evaluate("document.body ? document.body.innerText : ''")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, as a person would who looks at the page."""
        began = monotonic()
        while not holds():
            assert monotonic() - began < _PATIENCE, self.words()
            self._loop.run_until_complete(asyncio.sleep(0.03))

    def wait_for(self, *words: str) -> None:
        self.wait_until(lambda: all(one in self.words() for one in words))

    def tap(self, selector: str) -> None:
        """Touch the middle of an element."""
        place = self.evaluate(
            f"(function () {{ var element = document.querySelector({json.dumps(selector)});"
            "element.scrollIntoView({block: 'center'}); var box = element.getBoundingClientRect();"
            "return [box.left + box.width / 2, box.top + box.height / 2]; }())"
        )
        touch = {"x": place[0], "y": place[1]}
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[touch])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, words: str) -> None:
        self.call("Input.insertText", text=words)

    def press(self, key: str, code: int, text: str = "") -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, text=text)

    def spoken(self) -> list[tuple[str, str]]:
        """Role and name of everything that a screen reader meets, in order."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node["name"]["value"])
            for node in nodes
            if not node["ignored"] and node.get("name", {}).get("value") and node["role"]["value"] != "InlineTextBox"
        ]

    def offline(self, *, is_so: bool) -> None:
        self.call(
            "Network.emulateNetworkConditions", offline=is_so, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )

    def picture(self, path: Path) -> None:
        path.write_bytes(b64decode(self.call("Page.captureScreenshot")["data"]))
