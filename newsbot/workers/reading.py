"""Pages are read beside the reactor: extraction takes longer than a fetch from a near server, and must not stop it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsbot.items import Article, Kind, Outcome, Reject
from newsbot.snapshot import Snapshot
from newsbot.stitching import is_one_of_several, number, stitch
from newsbot.stream import Options, process
from newsbot.workers.beside import Beside, Gone

PAGE_TIME = 60.0
"""Seconds a worker may take for one page before it is stopped; the slowest honest page seen takes a tenth of one."""
_AHEAD = 2
"""Pages that a process is given at once: one to read, one to go on with."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a crawl needs to know of a page that was read: cheap to hand from one process to another.

    `line` is the record and `digest` what it says of the article (see `record_digest`), or `reject` says why there
    is none. `outcome` is set where the article has further pages: only then the parts are needed again, and they stay
    packed until the process that joins them opens them.
    """

    line: str | None = None
    digest: str | None = None
    portal: str = ""
    kind: Kind = "other"
    pages: int = 1
    next_page: str | None = None
    problems: tuple[tuple[str, str | None], ...] = ()
    reject: Reject | None = None
    outcome: bytes | None = None


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
        outcome=pickle.dumps(outcome) if is_one_of_several(article) or not article.is_complete else None,
    )


def read_page(snapshot: Snapshot, options: Options) -> Reading:
    """What the stream makes of a page. Pure, so that it may run in any process; never raises."""
    try:
        return reading_of(process(snapshot, options=options))
    except Exception as error:  # noqa: BLE001 - one page must not end a crawl; the reject names the error
        return _rejected(snapshot, "internal_error", f"{type(error).__name__}: {error}"[:300])


def joined(readings: list[Reading]) -> Reading:
    """One reading of all pages of an article; pages that turn out to be no part of it are left out."""
    outcomes = [pickle.loads(reading.outcome) for reading in readings if reading.outcome]  # noqa: S301 - our own
    if len(readings) == 1 or not outcomes:
        return readings[0]
    return reading_of(next(stitch(number(outcomes))).outcome)


class Reader:
    """Reads snapshots in `workers` processes, or in this one where there are none.

    A page that ends its process twice, or is not read within `PAGE_TIME`, becomes a reject; those that waited behind
    it are read by a new process.
    """

    def __init__(
        self,
        workers: int,
        options: Options | None = None,
        *,
        read: Callable[[Snapshot, Options], Reading] = read_page,
        patience: float = PAGE_TIME,
    ) -> None:
        self._read = read
        self._patience = patience
        self._options = options or Options()
        self._places: list[Beside | None] = [None] * workers
        self._turns = asyncio.Semaphore(workers * _AHEAD)
        self._load = [0] * workers

    async def read(self, snapshot: Snapshot) -> Reading:
        """What the stream makes of the page."""
        if not self._places:
            return self._read(snapshot, self._options)
        try:
            return await self._beside(self._read, snapshot, self._options)
        except Gone as gone:
            if gone.hung:
                return _rejected(snapshot, "timeout", f"not read within {self._patience:.0f} s")
            return _rejected(snapshot, "worker_died", "the process that read the page ended twice")

    async def join(self, readings: list[Reading]) -> Reading:
        """One reading of all pages of an article; the first page alone where they cannot be joined."""
        if len(readings) == 1 or not self._places:
            return joined(readings)
        try:
            return await self._beside(joined, readings)
        except Gone:
            return readings[0]

    async def _beside(self, function: Callable[..., Reading], *arguments: Any) -> Reading:
        """Raises Gone where the process ended twice at this, or hung."""
        async with self._turns:
            place = self._load.index(min(self._load))
            self._load[place] += 1
            try:
                return await self._at(place, function, *arguments)
            finally:
                self._load[place] -= 1

    async def _at(self, place: int, function: Callable[..., Reading], *arguments: Any) -> Reading:
        faults = 0
        while True:
            try:
                return await self._open(place).ask(function, *arguments)
            except Gone as gone:
                faults += gone.at_fault
                if gone.hung or faults == 2:
                    raise

    def close(self) -> None:
        """Stop the processes."""
        for beside in self._places:
            if beside:
                beside.end()

    def _open(self, place: int) -> Beside:
        beside = self._places[place]
        if beside is None or beside.is_gone:
            beside = self._places[place] = Beside(self._patience)
        return beside


def _rejected(snapshot: Snapshot, reason: str, detail: str) -> Reading:
    return Reading(reject=Reject(snapshot.origin.path, snapshot.url, reason, detail))
