"""How well drafted declarations read pages that they were not drafted from.

Run ``PYTHONPATH=. python -m benchmarks.drafts [--shared ../shared]``. For each portal with at least four real pages, a
declaration is drafted from two of them, unedited, and reads all others; that for every pair of pages, at most thirty.
The figures are the body F1 of `tools/score.py` over all others of a pair: worst, mean, and how many pairs reach .95,
and how many pages the drafted layout itself read (the generic path reads those of other years' templates).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from itertools import combinations, islice
from pathlib import Path
from types import ModuleType
from typing import Any

from newsbot.archive import read_sources
from newsbot.drafting import declaration_text, draft
from newsbot.portals import use_portals
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

MAX_PAIRS = 60
FEWEST = 4
GOAL = 0.95


def ruler_of(shared: Path) -> ModuleType:
    """The scoring tool beside the pages."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def base_of(snapshot: Snapshot) -> str:
    """The name under which a page's gold lies."""
    return Path(snapshot.origin.path or "").name.removesuffix(".gz").removesuffix(".html")


def measure(
    pair: tuple[Snapshot, ...], others: list[Snapshot], gold: dict[str, Any], ruler: ModuleType
) -> tuple[float, int]:
    """Body F1 over the other pages, and how many of them the drafted layout read."""
    moved = [
        replace(page, url=f"https://www.drafted.example/berita/{n}/judul") for n, page in enumerate(pair)
    ]
    with tempfile.TemporaryDirectory() as folder:
        text = declaration_text(draft(moved), "drafted", "Drafted")
        Path(folder, "drafted.toml").write_text(text, encoding="utf-8")
        use_portals(folder)
        outcomes = [process(page, options=Options(portal="drafted")) for page in others]
    articles = [outcome.article for outcome in outcomes if outcome.article]
    records = {base_of(page): article.to_dict() for page, article in zip(others, articles, strict=True)}
    wanted = {base_of(page): gold[base_of(page)] for page in others}
    figures, _, _ = ruler.score(wanted, records)
    read = sum(article.metadata.extraction.layout == "drafted-drafted" for article in articles)
    return figures["body_f1"], read


def main() -> int:
    """Print the figures of each portal as JSON."""
    parser = argparse.ArgumentParser(description="Drafted declarations on other pages of their portals.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    pages_folder = options.shared / "pages"
    if not pages_folder.is_dir():
        print(f"skipped: the real pages are no part of the project; they would lie in {pages_folder}")
        return 0
    ruler = ruler_of(options.shared)
    gold = ruler.load_gold(pages_folder)
    by_portal = defaultdict(list)
    for page in read_sources(pages_folder):
        if isinstance(page, Snapshot) and gold.get(base_of(page), {}).get("kind") == "article":
            by_portal[base_of(page).partition("__")[0]].append(page)
    for portal, pages in by_portal.items():
        if len(pages) < FEWEST:
            continue
        figures = [
            measure(pair, [page for page in pages if page not in pair], gold, ruler)
            for pair in islice(combinations(pages, 2), MAX_PAIRS)
        ]
        scores = [score for score, _ in figures]
        print(json.dumps({
            "portal": portal, "pages": len(pages), "pairs": len(scores), "worst": round(min(scores), 4),
            "mean": round(sum(scores) / len(scores), 4), "reach_.95": sum(score >= GOAL for score in scores),
            "read_by_the_draft": f"{sum(read for _, read in figures)}/{(len(pages) - 2) * len(figures)}",
        }))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
