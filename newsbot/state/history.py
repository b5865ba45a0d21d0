"""The history of a crawl: its runs, and what each portal's pages were like in each of them.

A state keeps one row a run with its report, and one a run and portal with the `Measures` of the pages that were read:
small figures by which a later run can be held against earlier ones. `past_runs(path)` reads both, also while a crawl
holds the state.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from newsbot.durable.lock import Conflict
from newsbot.state._file import read_only

EXAMPLES = 3
"""Addresses that are kept for each figure."""
GENERIC = "generic"
"""Where no layout matched, in the place of a layout's name."""
MAX_ADDRESS = 2_000
"""Characters of an address that is kept as an example."""


@dataclass(slots=True)
class Measures:
    """What the pages of one portal were like in one run; all are counts unless said.

    `pages` were read, records and rejects together, also those that settled nothing or said nothing new; `kinds` are
    those of their records, `rejects` the reasons of the others. `missing` (by key of the record), `layouts` (by name,
    `generic` where none matched), `thin`, `future` (dated after it was fetched) and `duplicates` (the text of another
    article of the run) are of records of kind `article` alone, so their share is of `kinds["article"]`. `without_page`
    are articles that gave no page, by name: gone, failed/NAME, refused/NAME. `latency` has the number of `answers`, and
    of their seconds `median`, `p95` and `slowest`. `examples` are three addresses at most, by figure: `thin`, `future`,
    `duplicates`, `generic`, `missing/KEY`, `kinds/KIND` (but for articles), `rejects/REASON`, `failed/NAME` and so on.
    """

    pages: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    rejects: dict[str, int] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)
    layouts: dict[str, int] = field(default_factory=dict)
    thin: int = 0
    future: int = 0
    duplicates: int = 0
    without_page: dict[str, int] = field(default_factory=dict)
    latency: dict[str, float] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """Records of kind `article`."""
        return self.kinds.get("article", 0)

    def share_missing(self, name: str) -> float:
        """The share of articles without a value for a field, 0 to 1."""
        return self.missing.get(name, 0) / self.articles if self.articles else 0.0

    @property
    def share_generic(self) -> float:
        """The share of articles that no layout matched, 0 to 1."""
        return self.layouts.get(GENERIC, 0) / self.articles if self.articles else 0.0

    def add(self, table: str, name: str, url: str | None) -> None:
        """Count under a name of a table, with the page's address as an example."""
        counts: dict[str, int] = getattr(self, table)
        counts[name] = counts.get(name, 0) + 1
        if table != "layouts" and (table, name) != ("kinds", "article"):
            self.show(name if table == "without_page" else f"{table}/{name}", url)

    def show(self, figure: str, url: str | None) -> None:
        """Keep an example of a figure."""
        shown = self.examples.setdefault(figure, [])
        if url and len(url) <= MAX_ADDRESS and len(shown) < EXAMPLES and url not in shown:
            shown.append(url)

    def to_json(self) -> str:
        """As the state keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def measures_of(text: str) -> Measures:
    """The measures that `to_json` gave; what this version does not know of is left out."""
    known = {one.name for one in fields(Measures)}
    return Measures(**{name: value for name, value in json.loads(text).items() if name in known})


@dataclass(frozen=True, slots=True)
class PastRun:
    """One run of a crawl: when it began, when it came to its end (None where it ended early, or goes on), what was
    asked for, its report (None where it could not leave one) and the measures of its portals, by id."""

    run: int
    started: str
    ended: str | None
    options: dict[str, Any]
    report: dict[str, Any] | None
    measures: dict[str, Measures]


def past_runs(path: Path, *, last: int | None = None) -> list[PastRun]:
    """The runs of the state in a file, the oldest first; the `last` so many where a number is given.

    Nothing is written and no lock is taken. Raises Conflict where the file cannot be read as a state.
    """
    try:
        with closing(read_only(path)) as db:
            return _runs(db, last if last is not None else -1)
    except sqlite3.Error as error:
        raise Conflict(f"{path} cannot be read as the state of a crawl: {error}") from error


def _runs(db: sqlite3.Connection, last: int) -> list[PastRun]:
    measured: dict[int, dict[str, Measures]] = {}
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'measures'").fetchone():  # not in older states
        for run, portal, figures in db.execute("SELECT run, portal, figures FROM measures ORDER BY portal"):
            measured.setdefault(run, {})[portal] = measures_of(figures)
    sql = "SELECT id, started, ended, options, report FROM runs ORDER BY id DESC LIMIT ?"
    rows = db.execute(sql, (last,)).fetchall()
    return [
        PastRun(
            run,
            started,
            ended,
            json.loads(options),
            json.loads(report) if report else None,
            measured.get(run, {}),
        )
        for run, started, ended, options, report in reversed(rows)
    ]
