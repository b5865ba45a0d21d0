"""Pages are read beside the reactor: extraction takes longer than a fetch from a near server, and must not stop it."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, TypeVar, cast

from newsbot.items import NO_VALUE, Article, Kind, Outcome, Reject
from newsbot.snapshot import Snapshot
from newsbot.stitching import is_one_of_several, number, stitch
from newsbot.stream import Options, process
from newsbot.workers import PAGE_TIME
from newsbot.workers.beside import Beside
from newsbot.workers.crew import Crew, Lost
from newsbot.workers.pages import guarded, lost

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a crawl needs to know of a page that was read: cheap to hand from one process to another.

    `line` is the record and `digest` what it says of the article (see `record_digest`), or `reject` says why there
    is none. `outcome` is set where the article has further pages: only then the parts are needed again, and they stay
    packed until the process that joins them opens them.
    """

    line: str | None = None
    digest: str | None = None
    id: str = ""
    portal: str = ""
    kind: Kind = "other"
    pages: int = 1
    words: int = 0
    text: str | None = None
    """The digest of what an article says."""
    layout: str | None = None
    published: str | None = None
    empty: tuple[str, ...] = ()
    """Keys of the record without a value."""
    is_complete: bool = True
    next_page: str | None = None
    problems: tuple[tuple[str, str | None], ...] = ()
    reject: Reject | None = None
    outcome: bytes | None = None


def record_digest(article: Article) -> str:
    """`sha256:` and the hex digest of all that the record says of the article, without its metadata: two fetches of
    an unchanged article share it, whatever advertisements stood around."""
    return digest_of_record(article.to_dict())


def digest_of_record(record: Mapping[str, Any]) -> str:
    """The same of a record as it stands in a file."""
    said = {name: value for name, value in record.items() if name != "metadata"}
    return "sha256:" + hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def reading_of(outcome: Outcome) -> Reading:
    """The reading of an outcome."""
    article = outcome.article
    if article is None:
        return Reading(reject=outcome.reject)
    return Reading(
        line=article.to_json(),
        digest=record_digest(article),
        id=article.id,
        portal=article.portal,
        kind=article.kind,
        pages=article.page_count,
        words=article.word_count or 0,
        text=article.content_digest if article.kind == "article" else None,
        layout=article.metadata.extraction.layout,
        published=article.date_published,
        empty=tuple(one.name for one in fields(article) if getattr(article, one.name) in NO_VALUE),
        is_complete=article.is_complete,
        next_page=article.next_page_url,
        problems=tuple((problem.code, problem.field) for problem in article.metadata.problems),
        outcome=pickle.dumps(outcome) if is_one_of_several(article) or not article.is_complete else None,
    )


def read_page(snapshot: Snapshot, options: Options) -> Reading:
    """What the stream makes of a page. Pure, so that it may run in any process; never raises."""
    return reading_of(guarded(partial(process, options=options), snapshot))


def joined(readings: list[Reading]) -> Reading:
    """One reading of all pages of an article; pages that turn out to be no part of it are left out."""
    outcomes = [pickle.loads(reading.outcome) for reading in readings if reading.outcome]  # noqa: S301 - our own
    if len(readings) == 1 or not outcomes:
        return readings[0]
    return reading_of(next(stitch(number(outcomes))).outcome)


class Reader:
    """Reads snapshots in `workers` processes within `patience` seconds each, or in this one where there are none.

    A page that ends its process or is not read in time becomes a reject. All raise WorkerError where processes do not
    start.
    """

    def __init__(
        self,
        workers: int,
        options: Options | None = None,
        *,
        read: Callable[[Snapshot, Options], Reading] = read_page,
        patience: float = PAGE_TIME,
    ) -> None:
        self._workers = workers
        self._read = read
        self._patience = patience
        self._options = options or Options()
        self._crew: Crew | None = None
        self._beside: Beside | None = None

    def begin(self) -> None:
        """Start the processes, so that they are ready when the first question comes."""
        if self._workers and self._crew is None:
            self._crew = Crew(self._workers, self._patience, (self._read,))

    async def read(self, snapshot: Snapshot) -> Reading:
        """What the stream makes of the page, in the turn of its host."""
        found = await self.ask(self._read, snapshot, self._options, url=snapshot.url)
        return reading_of(lost(snapshot, found)) if isinstance(found, Lost) else found

    async def join(self, readings: list[Reading], url: str | None = None) -> Reading:
        """One reading of all pages of the article at `url`; the first page alone where they cannot be joined."""
        if len(readings) == 1:
            return readings[0]
        found = await self.ask(joined, readings, url=url)
        return readings[0] if isinstance(found, Lost) else found

    async def ask(self, function: Callable[..., T], *arguments: Any, url: str | None = None) -> T | Lost:
        """What a pure function gives of what came from `url`, called where pages are read and within the same time.
        Hosts share the time of the processes."""
        if not self._workers:
            return function(*arguments)
        return cast("T | Lost", await self._processes().ask(function, *arguments, asker=_host_of(url)))

    def close(self) -> None:
        """Stop the processes."""
        if self._beside:
            self._beside.close()
        elif self._crew:
            self._crew.close()

    def _processes(self) -> Beside:
        """The processes, begun with the first question at the latest."""
        self.begin()
        if self._beside is None:
            self._beside = Beside(cast("Crew", self._crew))
        return self._beside


def _host_of(url: str | None) -> str:
    """What stands between the scheme and the next slash: two ports are two servers."""
    return (url or "").partition("://")[2].partition("/")[0]
