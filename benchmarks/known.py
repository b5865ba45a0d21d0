"""Pages whose right reading is known, as benchmarks take them: saved pages with gold beside them, and golden files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot.golden.cases import Case, find_cases

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
REAL = SHARED / "pages"
"""Real pages with gold; they are no part of the project."""


@dataclass(frozen=True, slots=True)
class Known:
    """A page of an article and what is right of it.

    `gold` has the record's names and forms: of a saved page all that its gold file says, of a golden file what the case
    is about; a value that nobody has stated is not there. `noise` are texts of the page that are no part of the body:
    of a golden file those that the rules remove, which says little of the rules and only holds others against them.
    `lead` is the dateline as printed, which a body may keep or cut; `read` is what the rules read of a golden file.
    """

    name: str
    page: bytes
    url: str | None
    gold: Mapping[str, Any]
    noise: tuple[str, ...] = ()
    lead: str = ""
    date_raw: str | None = None
    fetched_at: str | None = None
    is_real: bool = False
    read: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The right body."""
        return str(self.gold["article_body"])

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return [part for part in self.text.split("\n\n") if part.strip()]

    @property
    def headline(self) -> str | None:
        """The right headline, where it is stated."""
        return self.gold.get("headline")


def with_gold(folder: Path) -> Iterator[Known]:
    """The articles among ``<base>.html.gz`` with ``<base>.gold.json`` beside them; a manifest.jsonl has their urls.

    Photo and video pages have no body to measure and are left out.
    """
    manifest = folder / "manifest.jsonl"
    lines = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
    urls = {row["file"]: row.get("url") for row in map(json.loads, filter(str.strip, lines))}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        page = path.with_name(path.name.replace(".gold.json", ".html.gz"))
        if gold["kind"] == "article" and page.is_file():
            yield Known(
                name=page.name,
                page=unzipped(page),
                url=urls.get(page.name),
                gold=gold,
                noise=tuple(gold["noise"]),
                lead=gold.get("dateline") or "",
                date_raw=gold.get("date_published_raw"),
                is_real=True,
            )


def golden(folder: Path = FIXTURES) -> Iterator[Known]:
    """The golden files of articles in HTML that name the body."""
    for case in find_cases(folder):
        page, gold = case.page, case.expected
        is_article = gold.get("kind") == "article" and gold.get("article_body")
        if is_article and page is not None and ".html" in page.name:
            yield _golden(case, page)


def _golden(case: Case, page: Path) -> Known:
    facts = json.loads((case.folder / "page.json").read_text("utf-8"))
    record = case.actual
    return Known(
        name=case.name,
        page=unzipped(page),
        url=facts.get("url"),
        gold=case.expected,
        noise=tuple(item["text"] for item in record["metadata"]["removed"]),
        lead=record.get("dateline_raw") or "",
        date_raw=record.get("date_published_raw"),
        fetched_at=facts.get("fetched_at"),
        read=record,
    )


def unzipped(page: Path) -> bytes:
    """A page's bytes, unpacked where it is named so."""
    data = page.read_bytes()
    return gzip.decompress(data) if page.suffix == ".gz" else data
