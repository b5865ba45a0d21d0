"""JSON Lines: the wanted records with the kept fields, which every command of newsbot reads again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """One record a line: as it is where nothing is left out, also keys that newsbot does not know; else the kept
    fields, with `schema`, `id` and `metadata`, by which a line is known as a record."""
    with lines_to(path) as file:
        for record in records:
            file.write(
                json.dumps(_kept(record.fields, projection), ensure_ascii=False, separators=(",", ":"))
            )


def _kept(record: dict[str, Any], projection: Projection) -> dict[str, Any]:
    if projection.is_whole:
        return record
    known = {"schema": record["schema"], "id": record["id"]}
    rest: dict[str, Any] = {} if "metadata" in projection.fields else {"metadata": {}}
    return {**known, **projection.of(record), **rest}
