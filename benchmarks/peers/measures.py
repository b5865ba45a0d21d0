"""By what is measured what programs say of pages: a ruler that lies outside the project, or its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.known import Known
from benchmarks.ruler import Tally

Said = Mapping[str, Any]
"""What a program made of a page."""
Measures = Callable[[list[Known], list[Said]], dict[str, float]]


def ruler(script: Path) -> Measures:
    """The measures of a ruler that is no part of the project, by its own `score`."""
    score = _loaded(script).score

    def measures(pages: list[Known], said: list[Said]) -> dict[str, float]:
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


def own_measures(pages: list[Known], said: list[Said]) -> dict[str, float]:
    """The body's measures alone, by the project's own ruler."""
    tally = Tally()
    for page, one in zip(pages, said, strict=True):
        tally.add(page, one.get("text") or "")
    return {"f1": tally.f1, "leak": tally.leak}


def agreement(said: list[Said], other: list[Said]) -> float:
    """The body F1 of one program's bodies held against another's."""
    tally = Tally()
    for one, gold in zip(said, other, strict=True):
        tally.count(gold.get("text") or "", one.get("text") or "")
    return tally.f1


def _loaded(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("ruler", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
