"""newsbot's command line in processes of their own, forked from one that has imported what a crawl imports.

A crawl of a dozen stories takes a third of a second, the imports before it more than one. What is forked has its own
memory, files, signals and exit code, and may be killed like any other process.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import resource
import runpy
import signal
import subprocess
import sys
import time
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0
"""Seconds after which a process that does not end is given up."""
_OF_SCRAPY = (
    "scrapy.cmdline",
    "scrapy.core.downloader.contextfactory",
    "scrapy.core.downloader.handlers.http11",
    "scrapy.core.engine",
    "scrapy.crawler",
    "scrapy.pqueues",
)
"""What a crawl loads by name; not the reactor, which each process installs itself."""
_LOOK = 0.005
"""Seconds between two looks whether a process has ended."""


class Started:
    """A process that runs `python -m newsbot WORDS`, asked as a subprocess.Popen is.

    What it says goes to the file `said`, its output to `out`. `largest_file` is the number of bytes above which the
    system refuses to write, as a full disk does. `before` is Python that is run first.
    """

    def __init__(
        self,
        words: list[str],
        said: Path,
        out: Path = Path(os.devnull),
        *,
        largest_file: int | None = None,
        before: str = "",
    ) -> None:
        self.returncode: int | None = None
        self.pid: int = _ask(
            words=words, said=str(said), out=str(out), largest_file=largest_file, before=before
        )

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        if self.returncode is None:
            self.returncode = _ask(ended=self.pid)
        return self.returncode

    def wait(self, seconds: float = PATIENCE) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + seconds
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"process {self.pid} has not ended after {seconds} s")
            time.sleep(_LOOK)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind:
            self.send_signal(signal.SIGKILL)
        self.wait()


def _ask(**question: Any) -> Any:
    """What the process that forks answers."""
    forker = _forker()
    assert forker.stdin
    assert forker.stdout
    forker.stdin.write(json.dumps(question) + "\n")
    forker.stdin.flush()
    answer = forker.stdout.readline()
    assert answer, "the process that forks is gone"
    return json.loads(answer)


@cache
def _forker() -> subprocess.Popen[str]:
    """One for each process that tests; it ends when its questions do."""
    line = [sys.executable, "-m", "tests.starting"]
    forker = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(forker.communicate)
    return forker


def _fork() -> dict[str, Any] | None:
    """Answer questions. In a process that was forked: what it is to run; where there are no more questions: None."""
    for line in sys.stdin:
        question = json.loads(line)
        if "ended" in question:
            pid, status = os.waitpid(question["ended"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        elif not (answer := os.fork()):
            return question
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return None


def _run(words: list[str], said: str, out: str, largest_file: int | None, before: str) -> None:
    """Be the process that was asked for."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in ((1, out), (2, said)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), number)
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    sys.argv = ["newsbot", *words]
    exec(before, {"__name__": "before"})
    runpy.run_module("newsbot", run_name="__main__")


if __name__ == "__main__":
    for module in walk_packages(import_module("newsbot").__path__, "newsbot."):
        if module.name != "newsbot.__main__":
            import_module(module.name)
    for name in _OF_SCRAPY:
        import_module(name)
    gc.freeze()
    if asked := _fork():
        _run(**asked)
