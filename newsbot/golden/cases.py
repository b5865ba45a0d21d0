"""Golden files: a saved page, and what its record must say, key by key.

A case is a folder `fixtures/<portal>/<case>` with `page.html` or `page.txt`, `page.json` (url, fetched_at,
headers), `expected.json` (the keys of the record that the case is about) and `about.md`. A reject is expected
by `{"reject": "<reason>"}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsbot.archive import read_sources
from newsbot.items import Outcome, Reject
from newsbot.stream import process
from newsbot.workers.pages import guarded

PAGES = ("page.html", "page.htm", "page.txt", "page.html.gz", "page.txt.gz")
FIRST_FIELDS = (
    "kind", "headline", "alternative_headline", "dateline", "dateline_raw", "article_body", "date_published",
    "date_published_precision", "date_modified", "authors", "editors", "contributors", "initials", "images",
    "section", "breadcrumbs", "keywords", "topic", "related", "next_page_url", "page_count", "is_complete",
    "is_based_on", "canonical_url",
)  # fmt: skip
"""What a new case expects unless fields are named."""

_FIRST_KEYS = {
    "authors": ("name",),
    "editors": ("name",),
    "contributors": ("name",),
    "images": ("caption", "credit"),
    "related": ("text",),
}
_MISSING = object()


@dataclass(frozen=True)
class Case:
    """One folder of golden files."""

    folder: Path

    @property
    def name(self) -> str:
        """`portal/case`."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def page(self) -> Path | None:
        """The saved page, or None where the folder holds none."""
        pages = (self.folder / name for name in PAGES)
        return next((page for page in pages if page.is_file()), None)

    @cached_property
    def expected(self) -> dict[str, Any]:
        """The keys that the case is about, with their values; empty for a new case."""
        try:
            expected = json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        if not isinstance(expected, dict):
            raise ValueError(f"{self.folder / 'expected.json'} is no JSON object")
        return expected

    @cached_property
    def actual(self) -> dict[str, Any]:
        """The record that the stream gives now, or `{"reject": reason, "detail": ...}`."""
        if self.page is None:
            raise FileNotFoundError(f"{self.folder} holds no page")
        items = list(read_sources(self.page))
        last = items[-1]
        outcome = Outcome(reject=last) if isinstance(last, Reject) else guarded(process, last)
        if outcome.article is not None:
            return outcome.article.to_dict()
        return {"reject": outcome.reject.reason, "detail": outcome.reject.detail} if outcome.reject else {}

    def seen(self, key: str) -> Any:
        """The record's value of a key, cut to what the case says of it."""
        return project(self.actual.get(key, "(no such key)"), self.expected.get(key, _MISSING))

    def changes(self) -> list[str]:
        """The keys whose value is not as expected."""
        return [key for key in self.expected if self.seen(key) != self.expected[key]]

    def accepted(self, key: str) -> Any:
        """What to write for a key: the value, with objects cut to the keys that are watched."""
        value = self.actual[key]
        if not _is_objects(value):
            return project(value, self.expected.get(key, _MISSING))
        return _cut(value, self._watched(key))

    def _watched(self, key: str) -> set[str]:
        before = self.expected.get(key)
        objects = before if isinstance(before, list) else []
        names = {name for item in objects if isinstance(item, dict) for name in item}
        return names or set(_FIRST_KEYS.get(key, ()))

    def write(self, expected: dict[str, Any]) -> None:
        """Write expected.json."""
        text = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
        (self.folder / "expected.json").write_text(text, encoding="utf-8")


def first_expected(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a new case of a record expects: the usual fields, objects cut to the keys that are watched."""
    return {
        key: _cut(record[key], set(_FIRST_KEYS.get(key, ()))) if _is_objects(record[key]) else record[key]
        for key in FIRST_FIELDS
    }


def find_cases(*folders: Path) -> Iterator[Case]:
    """The cases in folders, in order: a case's own folder, a portal's, or the folder of all."""
    for folder in folders:
        files = (file for name in PAGES for file in folder.rglob(name))
        for case in sorted({file.parent for file in files}):
            yield Case(case)


def project(actual: Any, expected: Any) -> Any:
    """The actual value, with objects cut to the keys that the expected ones give.

    >>> project([{"name": "Hendra", "role": "editor"}], [{"name": "?"}])
    [{'name': 'Hendra'}]
    """
    if isinstance(actual, dict) and isinstance(expected, dict):
        return {key: project(actual.get(key), value) for key, value in expected.items()}
    if _is_objects(actual) and _is_objects(expected) and len(actual) == len(expected):
        return [project(*pair) for pair in zip(actual, expected, strict=True)]
    return actual


def _cut(items: list[dict[str, Any]], watched: set[str]) -> list[dict[str, Any]]:
    """The objects with the watched keys alone; whole where none are."""
    return [{name: item[name] for name in item if name in watched} if watched else item for item in items]


def _is_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
