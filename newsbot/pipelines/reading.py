"""Pages are read beside the reactor: extraction takes longer than a fetch from a near server, and must not stop it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass

from newsbot.items import Article, Kind, Outcome, Reject
from newsbot.portals import folders_in_use, use_portals
from newsbot.snapshot import Snapshot
from newsbot.stitching import number, stitch
from newsbot.stream import Options, process

PAGE_TIME = 60.0
"""Seconds a worker may take for one page before it is stopped; the slowest honest page seen takes a tenth of one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a crawl needs to know of a page that was read: cheap to hand from one process to another.

    `line` is the record and `digest` what it says of the article (see `record_digest`), or `reject` says why there
    is none. `outcome` is set where the article has further pages: only then the parts are needed again.
    """

    line: str | None = None
    digest: str | None = None
    portal: str = ""
    kind: Kind = "other"
    pages: int = 1
    next_page: str | None = None
    problems: tuple[tuple[str, str | None], ...] = ()
    reject: Reject | None = None
    outcome: Outcome | None = None


def record_digest(article: Article) -> str:
    """`sha256:` and the hex digest of all that the record says of the article, without its metadata: two fetches of
    an unchanged article share it, whatever advertisements stood around."""
    said = {name: value for name, value in article.to_dict().items() if name != "metadata"}
    return "sha256:" + hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def reading_of(outcome: Outcome) -> Reading:
    """The reading of an outcome."""
    article = outcome.article
    if article is None:
        return Reading(reject=outcome.reject)
    return Reading(
        line=article.to_json(),
        digest=record_digest(article),
        portal=article.portal,
        kind=article.kind,
        pages=article.page_count,
        next_page=article.next_page_url,
        problems=tuple((problem.code, problem.field) for problem in article.metadata.problems),
        outcome=outcome if article.next_page_url or not article.is_complete else None,
    )


def read_page(snapshot: Snapshot, options: Options) -> Reading:
    """What the stream makes of a page. Pure, so that it may run in any process."""
    return reading_of(process(snapshot, options=options))


def joined(readings: list[Reading]) -> Reading:
    """One reading of all pages of an article; pages that turn out to be no part of it are left out."""
    outcomes = [reading.outcome for reading in readings if reading.outcome is not None]
    if len(readings) == 1 or not outcomes:
        return readings[0]
    return reading_of(next(stitch(number(outcomes))).outcome)


class Reader:
    """Reads snapshots in `workers` processes, or in this one where there are none.

    A page that kills its worker twice or outlasts `PAGE_TIME` becomes a reject; the others are read by a new worker.
    """

    def __init__(self, workers: int, options: Options | None = None) -> None:
        self._workers = workers
        self._options = options or Options()
        self._pool: ProcessPoolExecutor | None = None
        self._turns = asyncio.Semaphore(workers + 1)  # so that the time of a page is its own, not the queue's

    async def read(self, snapshot: Snapshot) -> Reading:
        """What the stream makes of the page."""
        if not self._workers:
            return read_page(snapshot, self._options)
        async with self._turns:
            return await self._beside(snapshot)

    async def _beside(self, snapshot: Snapshot) -> Reading:
        for is_second in (False, True):
            pool = self._open()
            future = asyncio.get_running_loop().run_in_executor(pool, read_page, snapshot, self._options)
            try:
                return await asyncio.wait_for(future, PAGE_TIME)
            except TimeoutError:
                self._drop(pool)
                return _rejected(snapshot, "timeout", f"not read within {PAGE_TIME:.0f} s")
            except BrokenProcessPool:  # this page or the one beside it: each gets a second turn
                self._drop(pool)
                if is_second:
                    break
        return _rejected(snapshot, "worker_died", "the process that read the page ended twice")

    def close(self) -> None:
        """Stop the workers."""
        if self._pool:
            self._drop(self._pool)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context(
                "spawn"
            )  # a fork would copy the reactor's threads and sockets
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=context, initializer=_begin, initargs=(folders_in_use(),)
            )
        return self._pool

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        """End a pool for good, a worker that hangs included."""
        if self._pool is pool:
            self._pool = None
        processes = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in processes:
            with suppress(OSError, ValueError):
                worker.kill()


def _begin(folders: tuple[str, ...]) -> None:
    """Know the same portals as the crawl. Ctrl-C is the crawl's affair: it ends in order and stops its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_portals(*folders)


def _rejected(snapshot: Snapshot, reason: str, detail: str) -> Reading:
    return Reading(reject=Reject(snapshot.origin.path, snapshot.url, reason, detail))
