"""Real servers for the tests, each on a free port of this machine and gone with the test."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

CLEAN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
"""The environment of a server: code on a path of the tests' would go before what is deployed to it."""
PATIENCE = 60.0
"""Seconds until a server or a job that does not come is given up."""
REDIS = shutil.which("redis-server") or shutil.which("valkey-server")

needs_redis = pytest.mark.skipif(
    REDIS is None,
    reason="no redis-server or valkey-server on this machine (Debian: apt-get install redis-server)",
)
needs_scrapyd = pytest.mark.skipif(
    find_spec("scrapyd") is None or find_spec("scrapyd_client") is None,
    reason="Scrapyd is not installed (pip install 'newsbot[scrapyd]')",
)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(said: Callable[[], Any], what: str) -> Any:
    """The first true answer; fails with `what` was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := said():
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


@contextmanager
def running(line: list[str], folder: Path, is_up: Callable[[], bool]) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers, in a folder of its own; stopped at the end, its output in `server.log`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(line, cwd=folder, env=CLEAN, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(lambda: process.poll() is not None or is_up(), line[0])
            assert process.poll() is None, (folder / "server.log").read_text()
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """An empty Redis or Valkey that keeps all in `folder`; its address."""
    port = free_port()
    line = [
        str(REDIS),
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        str(folder),
        "--save",
        "",
        "--appendonly",
        "yes",
    ]

    def is_up() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    with running(line, folder, is_up):
        yield f"redis://127.0.0.1:{port}/0"


class Scrapyd:
    """A Scrapyd in `folder`, asked as its clients ask it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = f"http://127.0.0.1:{free_port()}/"

    @contextmanager
    def running(self) -> Iterator[Scrapyd]:
        """The server while it is up."""
        self.folder.mkdir(parents=True)
        port = self.base.rstrip("/").rpartition(":")[2]
        (self.folder / "scrapyd.conf").write_text(
            f"[scrapyd]\nbind_address = 127.0.0.1\nhttp_port = {port}\npoll_interval = 0.2\nmax_proc = 1\n"
        )
        with running([sys.executable, "-m", "scrapyd"], self.folder, self._is_up):
            yield self

    def _is_up(self) -> bool:
        try:
            return bool(self.ask("daemonstatus")["status"] == "ok")
        except URLError:
            return False

    def ask(self, service: str, form: list[tuple[str, str]] | None = None, **query: str) -> dict[str, Any]:
        """The answer of a service; a form is posted."""
        address = f"{self.base}{service}.json" + (f"?{urlencode(query)}" if query else "")
        data = urlencode(form).encode() if form else None
        with urlopen(address, data, timeout=PATIENCE) as answer:
            told: dict[str, Any] = json.load(answer)
        return told

    def finish(self, job: str) -> str:
        """Wait until a job is done; its log."""
        wait_for(
            lambda: self.ask("status", job=job, project="newsbot")["currstate"] == "finished", f"job {job}"
        )
        return (self.folder / "logs" / "newsbot" / "portal" / f"{job}.log").read_text("utf-8")
