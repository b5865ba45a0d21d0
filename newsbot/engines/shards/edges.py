"""Pages of articles that may go on in the shard before or behind, and what becomes of them where they do.

Pages of one article are joined while fewer than `stitching.WINDOW` inputs lie between the first and the last. Pages of
one article with no such gap between any two of them are a chain, and what becomes of a chain depends on nothing else.
So a shard is stitched by itself, and only chains that come near to one of its ends are kept as they were before that.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from newsbot.durable.lines import PartFile
from newsbot.engines.records import article_of
from newsbot.items import Outcome
from newsbot.stitching import WINDOW, Result, is_one_of_several


@dataclass(frozen=True, slots=True)
class EdgePage:
    """One of several pages, as it was before it was joined: its number in the shard, how many records of the part stand
    before it, whether one stands in its own place, the id of its article, and its line."""

    number: int
    before: int
    leads: bool
    article: str
    line: str

    def result(self, number: int) -> Result:
        """What the stream gave, under another number."""
        return Result(Outcome(article=article_of(json.loads(self.line))), (number,), self.line)


@dataclass(slots=True)
class _Chain:
    article: str
    first: int
    last: int
    pages: list[tuple[int, str]] = field(default_factory=list)


class Edges:
    """Watches the results of a shard before and after stitching. Chains that are far from both ends are let go as soon
    as they have ended, so that few pages are held."""

    def __init__(self) -> None:
        self._open: dict[str, _Chain] = {}
        self._kept: list[_Chain] = []
        self._places: list[int] = []
        self._inputs = 0

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, unchanged."""
        for result in results:
            number = self._inputs = result.inputs[0] + 1
            article = result.outcome.article
            if article is not None and is_one_of_several(article):
                self._take(article.id, result.inputs[0], result.line or article.to_json())
            if number % WINDOW == 0:
                self._let_go(number)
            yield result

    def stands(self, result: Result) -> None:
        """A record was written; records come in the order of their places."""
        self._places.append(result.place)

    def pages(self) -> list[EdgePage]:
        """The pages that may belong to articles beyond, in input order, when all is written."""
        ends = [chain for chain in self._open.values() if self._is_near(chain)]
        chains = [*self._kept, *ends]
        found = [self._page(chain.article, *page) for chain in chains for page in chain.pages]
        return sorted(found, key=lambda page: page.number)

    @property
    def inputs(self) -> int:
        """How many inputs came."""
        return self._inputs

    def _take(self, article: str, number: int, line: str) -> None:
        chain = self._open.get(article)
        if chain is None or number - chain.last >= WINDOW:
            if chain is not None:
                self._end(chain)
            chain = self._open[article] = _Chain(article, number, number)
        chain.last = number
        chain.pages.append((number, line))

    def _let_go(self, now: int) -> None:
        for article, chain in [*self._open.items()]:
            if now - chain.last >= WINDOW:
                self._end(self._open.pop(article))

    def _end(self, chain: _Chain) -> None:
        if chain.first < WINDOW:
            self._kept.append(chain)

    def _is_near(self, chain: _Chain) -> bool:
        return chain.first < WINDOW or self._inputs - chain.last < WINDOW

    def _page(self, article: str, number: int, line: str) -> EdgePage:
        before = bisect_left(self._places, number)
        leads = before < len(self._places) and self._places[before] == number
        return EdgePage(number, before, leads, article, line)


def write_edges(path: Path, pages: list[EdgePage]) -> None:
    """The pages as JSON Lines."""
    file = PartFile(path)
    for page in pages:
        file.write(json.dumps(asdict(page)))
    file.finish()


def read_edges(path: Path) -> list[EdgePage]:
    """The pages that `write_edges` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [EdgePage(**json.loads(line)) for line in lines]
