"""A command of the operator's at the end of each run, with the report on its standard input."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from scrapy import signals

from newsbot.crawl.context import context_of
from newsbot.crawl.extensions.report import write_report

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_LOG = logging.getLogger(__name__)
PATIENCE = 60.0
"""Seconds that a command has."""


class Hook:
    """Runs the command of NEWSBOT_HOOK, split into words as a shell does and run without one, when all is written; its
    output goes to standard error. It has NEWSBOT_HOOK_TIME seconds. Its failure is logged and stands in the report, and
    changes neither the run nor its exit code.

    Raises ValueError at the start where there is no such program.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._words = words_of(crawler.settings.get("NEWSBOT_HOOK"))
        self._patience = crawler.settings.getfloat("NEWSBOT_HOOK_TIME", PATIENCE)
        require_program(self._words)
        if self._words:
            crawler.signals.connect(self._ended, signal=signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Hook:
        return cls(crawler)

    async def _ended(self) -> None:
        context = context_of(self._crawler)
        if (report := context.report) is None or context.opened is None:
            return
        text = json.dumps(report, ensure_ascii=False) + "\n"
        fault = await asyncio.to_thread(run_hook, self._words, text.encode(), self._patience)
        report["hook"] = {"command": self._words[0], "fault": fault}
        if fault:
            _LOG.error("the hook %s failed: %s", self._words[0], fault)
            report["notices"].append(f"the hook {self._words[0]} failed: {fault}")
        with suppress(OSError):
            write_report(context.opened.folder, report)


def words_of(command: str | None) -> list[str]:
    """The words of a command, as a shell splits them. Raises ValueError where a quotation has no end.

    >>> words_of("curl -d @- 'https://contoh.id/selesai'")
    ['curl', '-d', '@-', 'https://contoh.id/selesai']
    """
    try:
        return shlex.split(command or "")
    except ValueError as error:
        raise ValueError(f"the hook cannot be run: {error} in {command!r}") from error


def require_program(words: list[str]) -> None:
    """Raise ValueError where there is no program of that name."""
    if words and shutil.which(words[0]) is None:
        raise ValueError(f"the hook cannot be run: there is no program {words[0]!r}")


def run_hook(words: list[str], data: bytes, patience: float) -> str | None:
    """Run a command with `data` on its standard input; what went wrong, in words, None where it ended with 0."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the operator's own command, and no shell
            words, stdin=subprocess.PIPE, stdout=2, start_new_session=sys.platform != "win32"
        )
    except OSError as error:
        return str(error)
    try:
        process.communicate(data, timeout=patience)
    except subprocess.TimeoutExpired:
        _kill(process)
        return f"it had not ended after {patience:g} s, and was killed"
    return f"it ended with code {process.returncode}" if process.returncode else None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it has begun."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
