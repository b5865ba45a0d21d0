"""Articles joined across the ends of shards: which pages are concerned, and the parts written anew where some are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newsbot.durable.lines import PartFile
from newsbot.engines.shards.edges import EdgePage
from newsbot.stitching import WINDOW, Result, stitch


@dataclass(slots=True)
class Seam:
    """What changes in one shard: pages that are no longer as its own reading left them, and the records that stand in
    the place of one of them, by its number."""

    pages: list[EdgePage] = field(default_factory=list)
    records: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Seams:
    """What changes in each shard, by its place among the shards; `before` and `after` are the results of the pages that
    are concerned, each shard by itself and all together."""

    shards: dict[int, Seam] = field(default_factory=dict)
    before: list[Result] = field(default_factory=list)
    after: list[Result] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Met:
    """An edge page: its number among all inputs, its shard, and that shard's first number."""

    number: int
    shard: int
    start: int
    page: EdgePage


def find_seams(shards: Iterable[tuple[int, list[EdgePage]]]) -> Seams:
    """The seams of shards in input order, each told by its number of inputs and its edge pages. Only the pages near the
    end that was reached are held."""
    found = Seams()
    chains: dict[str, list[_Met]] = {}
    start = 0
    for place, (inputs, pages) in enumerate(shards):
        for page in pages:
            met = _Met(start + page.number, place, start, page)
            chain = chains.setdefault(page.article, [])
            if chain and met.number - chain[-1].number >= WINDOW:
                _join(chain, found)
                chain = chains[page.article] = []
            chain.append(met)
        start += inputs
        for article, chain in [*chains.items()]:
            if start - chain[-1].number >= WINDOW:
                _join(chains.pop(article), found)
    for chain in chains.values():
        _join(chain, found)
    return found


def _join(chain: list[_Met], found: Seams) -> None:
    """Take a chain into the seams if it runs through more than one shard."""
    shards = sorted({met.shard for met in chain})
    if len(shards) == 1:
        return
    results = [met.page.result(met.number) for met in chain]
    for shard in shards:
        own = [result for met, result in zip(chain, results, strict=True) if met.shard == shard]
        found.before.extend(stitch(own))
    for met in chain:
        found.shards.setdefault(met.shard, Seam()).pages.append(met.page)
    by_number = {met.number: met for met in chain}
    for result in stitch(results):
        found.after.append(result)
        met = by_number[result.place]
        if result.outcome.article is not None:
            line = result.line or result.outcome.article.to_json()
            found.shards[met.shard].records[met.page.number] = line


def rewrite(own: Path, target: PartFile, seam: Seam) -> int:
    """Write a part with its seam, from what its own reading left; the number of its records."""
    rows = at = 0
    with own.open("rb") as lines:
        for page in sorted(seam.pages, key=lambda page: page.number):
            for _ in range(page.before - at):
                target.write(_text(next(lines)))
            rows += page.before - at
            at = page.before
            if page.leads:
                next(lines)
                at += 1
            if page.number in seam.records:
                target.write(seam.records[page.number])
                rows += 1
        for line in lines:
            target.write(_text(line))
            rows += 1
    return rows


def _text(line: bytes) -> str:
    return line.decode("utf-8").removesuffix("\n")
