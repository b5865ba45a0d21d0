"""The program over real pages with hand-made gold: no measure may fall below its floor in floors.json.

The pages belong to their publishers and are no part of the project, so these tests run only where the folder lies
beside the checkout. Floors may only rise; a floor is a measure of the pages it was taken on, so their digest is kept
with it.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from newsbot.engines.pool import replay
from newsbot.stream import Options

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAGES, TOOLS = SHARED / "pages", SHARED / "tools"
FLOORS: dict[str, Any] = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
MEASURES = [
    pytest.param(way, name, id=f"{way}-{name}") for way, floors in FLOORS["floors"].items() for name in floors
]
LOW_IS_GOOD = "leak"

pytestmark = pytest.mark.skipif(
    not (PAGES.is_dir() and (TOOLS / "score.py").is_file()),
    reason=f"the real pages with gold are no part of the project; they would lie in {PAGES}",
)


def page_files() -> list[Path]:
    return sorted((*PAGES.glob("*.html.gz"), *PAGES.glob("*.gold.json"), PAGES / "manifest.jsonl"))


@cache
def inputs_digest() -> str:
    """One sha256 over name and sha256 of every page, gold and manifest file, sorted by name."""
    lines = [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in page_files()]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"shared_{name}", TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(folder: Path, out: Path, options: Options) -> dict[str, Any]:
    """The measures of the records that the program makes of a folder of pages."""
    ruler = tool("score")
    outcomes = replay(folder, options=options, stitched=False)
    lines = [outcome.article.to_json() + "\n" for outcome in outcomes if outcome.article]
    out.write_text("".join(lines), encoding="utf-8")
    measures, _, _ = ruler.score(ruler.load_gold(PAGES), ruler.load_records(out))
    return dict(measures)


def dumped(folder: Path) -> Path:
    """The pages as plain-text dumps, without URL or markup."""
    textdump, limit = tool("textdump"), sys.getrecursionlimit()
    try:
        for path in PAGES.glob("*.html.gz"):
            text = "\n\n".join(textdump.lines(gzip.decompress(path.read_bytes()))) + "\n"
            (folder / f"{path.name.removesuffix('.html.gz')}.txt").write_text(text, encoding="utf-8")
    finally:
        sys.setrecursionlimit(limit)
    return folder


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    out = tmp_path_factory.mktemp("records")
    texts = dumped(tmp_path_factory.mktemp("texts"))
    return {
        "rules": scored(PAGES, out / "rules.jsonl", Options()),
        "generic": scored(PAGES, out / "generic.jsonl", Options(generic=True)),
        "text": scored(texts, out / "text.jsonl", Options()),
    }


def test_floors_are_of_these_pages() -> None:
    assert inputs_digest() == FLOORS["inputs"], (
        "the floors are for other pages: measure anew and set floors.json, or restore the pages"
    )


@pytest.mark.parametrize(("way", "name"), MEASURES)
def test_measure_keeps_its_floor(measures: dict[str, dict[str, Any]], way: str, name: str) -> None:
    if inputs_digest() != FLOORS["inputs"]:
        pytest.fail("the floors are for other pages")
    value, floor = measures[way][name], FLOORS["floors"][way][name]
    assert value <= floor if name == LOW_IS_GOOD else value >= floor, (
        f"{way}: {name} is {value}, the floor {floor}"
    )


def test_every_page_gives_a_record(measures: dict[str, dict[str, Any]]) -> None:
    for way in ("rules", "generic", "text"):
        assert measures[way]["with_record"] == measures[way]["pages"] > 0


def test_every_measure_of_the_rules_has_a_floor(measures: dict[str, dict[str, Any]]) -> None:
    counts = {"pages", "with_record", "leak_blocks"}
    assert set(measures["rules"]) - counts == set(FLOORS["floors"]["rules"])
