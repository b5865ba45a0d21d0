"""A headless browser: what a page is once it has run, and one that is told what to do by its own protocol and says what
it saw."""

import json
import shutil
import subprocess
import time
import urllib.request
from contextlib import contextmanager

import pytest

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no chromium to look at the page with")
HIT = "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">\"'&"
"""What a page would try to run, were it not escaped."""
_QUIET = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run")
_PATIENCE = 60.0


def document_of(page, folder):
    """What the browser has made of a page, as HTML; its profile is kept in the folder."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    command = [BROWSER, *_QUIET, f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=2 * _PATIENCE, check=True)
    return done.stdout


@contextmanager
def looking(folder):
    """A tab of a browser that keeps its profile in a folder."""
    from websockets.sync.client import connect

    command = [
        BROWSER,
        *_QUIET,
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}/profile",
        "about:blank",
    ]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        port = _port(folder / "profile" / "DevToolsActivePort", process)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            address = next(tab["webSocketDebuggerUrl"] for tab in json.load(answer) if tab["type"] == "page")
        with connect(address, max_size=None) as socket:
            yield Tab(socket)
    finally:
        process.kill()
        process.wait()


def _port(file, process):
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if file.exists() and (lines := file.read_text().split()):
            return lines[0]
        time.sleep(0.05)
    raise AssertionError("the browser did not start")


class Tab:
    """One tab: what it is asked to show, its errors, and the addresses that it asked for."""

    def __init__(self, socket):
        self.socket = socket
        self.number = 0
        self.errors = []
        self.asked = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            said = self._next()
            if said.get("id") == self.number:
                assert "error" not in said, said
                return said["result"]

    def open(self, address, width=1280, scheme="light"):
        """Show a page, and wait until it and its frames are there."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False
        )
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.errors.clear()
        self.asked.clear()
        self.call("Page.navigate", url=address)
        self.loaded()

    def loaded(self):
        """Wait for the next page that is loaded."""
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def say(self, script):
        """The value of an expression in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def do(self, script):
        """Do what loads the page anew."""
        self.call("Runtime.evaluate", expression=script)
        self.loaded()

    def press(self, key, code, text=""):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, text=text)

    def _next(self):
        said = json.loads(self.socket.recv(timeout=_PATIENCE))
        method, params = said.get("method"), said.get("params", {})
        if method == "Runtime.exceptionThrown" or (
            method == "Log.entryAdded" and params["entry"]["level"] == "error"
        ):
            self.errors.append(params)
        elif method == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        return said
