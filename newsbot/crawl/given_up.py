"""The articles that are asked for no more, as a list that a crawl takes back (`newsbot crawl --urls`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsbot.durable.lines import write_whole

GIVEN_UP = "given-up.jsonl"
MOST = 100_000
"""Articles that are listed, the last first."""


def write_given_up(folder: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Replace the list in one step: a line an article with `url`, `portal`, `status`, `reason`, `attempts` and
    `last_seen`. A crawl that never gave anything up has no list. Raises OSError."""
    path = folder / GIVEN_UP
    lines: list[str] = []
    for row in rows:
        if len(lines) == MOST:
            break
        lines.append(
            json.dumps({name: row[name] for name in row if name != "is_new"}, ensure_ascii=False) + "\n"
        )
    if lines or path.exists():
        write_whole(path, "".join(lines))
