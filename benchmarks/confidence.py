"""`metadata.confidence`: how well it ranks right records above wrong ones, and the weights that make it.

Run ``python -m benchmarks.confidence [PAGES] [--share S]``. PAGES is a folder of real pages with gold as
benchmarks/known.py takes it, by default ``../shared/pages``; the project's fixtures are read as well, and alone where
there are no pages.

Every page is read as it is and after each change of ``benchmarks/spoilt.py`` (of a fixture, after a share of them),
with the portal's rules and without. A reading is good where the body's F1 is .98 or more and headline and date are
right. The pages are split in five; what a change puts into a page comes from a page of the same part, and each part is
scored by weights that were fitted to the other four, so that no page helps to judge itself. Of real pages and of
fixtures each, readings of pages as they are count as much in all as those of spoilt ones.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.fitting import fitted, probability, ranking
from benchmarks.known import REAL, Known, golden, with_gold
from benchmarks.ruler import Tally, plain
from benchmarks.spoilt import CHANGES, spoilt
from newsbot.items import Article
from newsbot.normalizers.confidence import BASE, WEIGHTS
from newsbot.normalizers.signals import SIGNALS
from newsbot.snapshot import Snapshot
from newsbot.stream import Examined, Options, examine

SEED = 20261129
PARTS = 5
GOOD = 0.98
AS_IT_IS = "as it is"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a page: the part it belongs to, what its signs say, and whether it is right."""

    part: int
    change: str
    generic: bool
    signs: tuple[float, ...]
    is_good: bool
    given: float
    """The confidence that the record carries."""
    is_real: bool
    """Whether the page is a portal's, not a fixture."""


def readings(stories: Sequence[Known], share: float) -> Iterator[Reading]:
    """All readings of the pages; `share` is how many of the changes each page goes through."""
    chance = random.Random(SEED)
    order = list(stories)
    chance.shuffle(order)
    for part in range(PARTS):
        fellows = order[part::PARTS]
        for story in fellows:
            others = [other for other in fellows if other is not story]
            for change in CHANGES:
                if others and (change == AS_IT_IS or chance.random() < share):
                    yield from _both_ways(story, change, part, chance.choice(others), chance)


def _both_ways(
    story: Known, change: str, part: int, other: Known, chance: random.Random
) -> Iterator[Reading]:
    page = spoilt(story, change, other, chance)
    for generic in (False, True) if page is not None else ():
        snapshot = Snapshot(page or b"", story.url, 200, fetched_at=story.fetched_at)
        if reading := _reading(
            story, change, part, generic, examine(snapshot, options=Options(generic=generic))
        ):
            yield reading


def _reading(story: Known, change: str, part: int, generic: bool, found: Examined) -> Reading | None:
    """None where the record has no confidence: then it says already that it is no article."""
    article, confidence = found.outcome.article, found.confidence
    if article is None or confidence is None:
        return None
    said = {sign.name: sign.value for sign in confidence.spoken}
    signs = tuple(said.get(name, 0.0) for name in SIGNALS)
    return Reading(part, change, generic, signs, _is_good(story, article), confidence.value, story.is_real)


def _is_good(story: Known, article: Article) -> bool:
    tally, day = Tally(), story.gold.get("date_published")
    tally.count(story.text, article.article_body or "", story.lead)
    is_titled = story.headline is None or plain(story.headline) == plain(article.headline or "")
    return tally.f1 >= GOOD and is_titled and _is_same_time(day, article.date_published)


def _is_same_time(wanted: str | None, given: str | None) -> bool:
    """The same minute, or the same day where only the day is known."""
    if not wanted or not given:
        return not wanted
    if len(wanted) == len("2023-09-13") or len(given) == len("2023-09-13"):
        return given[:10] == wanted[:10] and len(given) >= len(wanted)
    apart = datetime.fromisoformat(wanted) - datetime.fromisoformat(given)
    return abs(apart.total_seconds()) < 60


def worth(found: Sequence[Reading]) -> list[float]:
    """How much each reading counts: of real pages and fixtures each, those as they are as much in all as the spoilt."""
    counts = Counter((reading.is_real, reading.change == AS_IT_IS) for reading in found)
    more = {real: counts[real, False] / (counts[real, True] or 1) for real in (True, False)}
    return [more[reading.is_real] if reading.change == AS_IT_IS else 1.0 for reading in found]


def weights_of(found: Sequence[Reading]) -> list[float]:
    """The weights that fit the readings."""
    return fitted([r.signs for r in found], [r.is_good for r in found], worth(found))


def held_out(found: Sequence[Reading]) -> list[tuple[float, Reading]]:
    """Every reading with the score that weights fitted to other pages give it."""
    scored = []
    for part in range(PARTS):
        weights = weights_of([reading for reading in found if reading.part != part])
        scored += [(probability(weights, r.signs), r) for r in found if r.part == part]
    return scored


def table(found: Sequence[Reading]) -> Iterator[str]:
    """The lines to print."""
    good = sum(reading.is_good for reading in found)
    yield f"{len(found)} readings, {good} good"
    scored = held_out(found)
    yield from _rankings(scored)
    yield from _changes(scored)
    yield from _deciles(scored)
    yield from _weights(weights_of(found))


def _rankings(scored: Sequence[tuple[float, Reading]]) -> Iterator[str]:
    parts = {
        "all": scored,
        "with rules": [(p, r) for p, r in scored if not r.generic],
        "without rules": [(p, r) for p, r in scored if r.generic],
        "real pages": [(p, r) for p, r in scored if r.is_real],
    }
    yield "\nAUC on pages that the weights were not fitted to; in brackets that of the weights in use"
    for name, some in parts.items():
        in_use = ranking([(r.given, r.is_good) for _, r in some])
        yield f"{name:16} {ranking([(p, r.is_good) for p, r in some]):.3f} ({in_use:.3f}) of {len(some)}"


def _changes(scored: Sequence[tuple[float, Reading]]) -> Iterator[str]:
    yield f"\n{'change':32} {'readings':>8} {'good':>6} {'mean of good':>13} {'of bad':>7}"
    for change in CHANGES:
        some = [(p, r.is_good) for p, r in scored if r.change == change]
        good, bad = ([p for p, is_good in some if is_good is wanted] for wanted in (True, False))
        yield f"{change:32} {len(some):8} {len(good):6} {_mean(good):>13} {_mean(bad):>7}"


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.2f}" if values else "-"


def _deciles(scored: Sequence[tuple[float, Reading]]) -> Iterator[str]:
    yield f"\n{'confidence':12} {'readings':>8} {'share good':>11} {'weighed':>8}"
    counted = list(
        zip((p for p, _ in scored), (r for _, r in scored), worth([r for _, r in scored]), strict=True)
    )
    for tenth in range(10):
        some = [(r.is_good, counts) for p, r, counts in counted if min(int(p * 10), 9) == tenth]
        if some:
            share = sum(is_good for is_good, _ in some) / len(some)
            weighed = sum(is_good * counts for is_good, counts in some) / sum(counts for _, counts in some)
            yield f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}   {len(some):8} {share:11.3f} {weighed:8.3f}"


def _weights(weights: Sequence[float]) -> Iterator[str]:
    yield f"\n{'sign':28} {'fitted':>7} {'in use':>7}"
    yield f"{'(base)':28} {weights[0]:7.2f} {BASE:7.2f}"
    for name, weight in zip(SIGNALS, weights[1:], strict=True):
        yield f"{name:28} {weight:7.2f} {WEIGHTS.get(name, 0.0):7.2f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description="How well the confidence ranks, and the weights that make it."
    )
    parser.add_argument("pages", nargs="?", type=Path, default=REAL, help="a folder of pages with gold")
    parser.add_argument("--share", type=float, default=0.25, help="changes that a fixture goes through")
    options = parser.parse_args(arguments)
    found = list(readings(list(golden()), options.share))
    if (options.pages / "manifest.jsonl").is_file():
        found += readings(list(with_gold(options.pages)), 1.0)
    else:
        print(f"fixtures alone: there are no pages in {options.pages}")
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
