"""The pages that are read, with what is known of them, and the measures by which a body is held against that."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.generic import Sample, Tally
from benchmarks.generic import fixtures as golden
from benchmarks.record import pages as saved
from benchmarks.record import urls

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
Said = Mapping[str, Any]
"""What a program made of a page."""
Measures = Callable[[list["Page"], list[Said]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `gold` is what it says, by hand, in the shape of the ruler, empty where nobody has said."""

    name: str
    body: bytes
    url: str | None
    gold: Mapping[str, Any]


def with_gold(folder: Path) -> Iterator[Page]:
    """The articles of a folder of pages with gold; photo and video pages have no body to measure."""
    lines = (folder / "manifest.jsonl").read_text("utf-8").splitlines()
    places = {row["file"]: row.get("url") for row in map(json.loads, filter(str.strip, lines))}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        page = path.with_name(path.name.replace(".gold.json", ".html.gz"))
        if gold["kind"] == "article" and page.is_file():
            yield Page(gold["base"], gzip.decompress(page.read_bytes()), places.get(page.name), gold)


def fixtures() -> Iterator[Page]:
    """The project's golden files of articles that name the body."""
    for one in golden(FIXTURES):
        gold = {"article_body": one.gold, "noise": one.noise, "dateline": one.lead}
        yield Page(one.name, one.body, one.url, gold)


def bulk(archive: Path, first: int) -> Iterator[Page]:
    """The first pages of an archive or a folder; nobody has said what they hold."""
    places = urls(archive)
    for name, body in islice(saved(archive), first):
        yield Page(name, body, places.get(name), {})


def ruler(script: Path) -> Measures:
    """The measures of a ruler that is no part of the project, by its own `score`."""
    score = _loaded(script).score

    def measures(pages: list[Page], said: list[Said]) -> dict[str, float]:
        records = {
            page.name: {
                "article_body": one.get("text") or "",
                "headline": one.get("title"),
                "authors": one.get("authors"),
                "date_published": one.get("day"),
            }
            for page, one in zip(pages, said, strict=True)
        }
        found = score({page.name: page.gold for page in pages}, records)[0]
        measured = {"f1": found["body_f1"], "paragraphs": found["para_recall"], "leak": found["leak"]}
        if any("title" in one for one in said):
            measured["headline"] = found["headline"]
        if any("authors" in one for one in said):
            days = [str(page.gold["date_published"] or "")[:10] for page in pages]
            right = [str(one.get("day") or "")[:10] == day for one, day in zip(said, days, strict=True)]
            measured |= {"authors": found["authors"], "day": sum(right) / len(right)}
        return measured

    return measures


def own_measures(pages: list[Page], said: list[Said]) -> dict[str, float]:
    """The body's measures alone, by the project's own ruler."""
    tally = Tally()
    for page, one in zip(pages, said, strict=True):
        gold = page.gold
        sample = Sample(
            page.name, b"", None, gold["article_body"], tuple(gold["noise"]), gold.get("dateline") or ""
        )
        tally.add(sample, one.get("text") or "")
    return {"f1": tally.f1, "leak": tally.leaked / (tally.noise or 1)}


def agreement(said: list[Said], other: list[Said]) -> float:
    """The body F1 of one program's bodies held against another's."""
    tally = Tally()
    for one, gold in zip(said, other, strict=True):
        tally.add(Sample("", b"", None, gold.get("text") or "", ()), one.get("text") or "")
    return tally.f1


def _loaded(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("ruler", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
