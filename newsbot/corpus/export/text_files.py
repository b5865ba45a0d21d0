"""Plain text with YAML front matter, one file a record, as text tools and static sites read it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from newsbot.corpus.export.flat import Value, flat_row, unplaced
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record

__all__ = ["unplaced", "write"]

_DIGITS = 16
"""Of the digest in a file's name: names come from newsbot and never from a page."""
_FENCE = "---\n"
_BODY = "article_body"
_LISTS = ("authors", "editors", "contributors", "keywords", "breadcrumbs")
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that JSON takes as they are and YAML 1.1 or 1.2 does not."""


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """`ab/abcdef0123456789.txt` for each, by the digest of its id; a second record of the same id gets `-2`."""
    for record in records:
        text = front_matter(record.fields, projection) + _body(record.fields, projection)
        with _new(path, record.fields["id"]).open("x", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)


def front_matter(record: Mapping[str, Any], projection: Projection) -> str:
    """The kept fields but the text, between two fences; every value is JSON, which is YAML too."""
    values: dict[str, Value | list[str]] = dict(flat_row(record, projection))
    values.pop(_BODY, None)
    for name in _LISTS:
        if name in values:
            values[name] = [
                item if isinstance(item, str) else item["name"] for item in record.get(name) or ()
            ]
    lines = (f"{name}: {_yaml(value)}\n" for name, value in values.items() if value not in (None, "", []))
    return _FENCE + "".join(lines) + _FENCE


def _yaml(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _body(record: Mapping[str, Any], projection: Projection) -> str:
    text = record.get(_BODY) if _BODY in projection.fields else None
    return f"\n{text}\n" if text else ""


def _new(folder: Path, name: str) -> Path:
    digest = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]
    room = folder / digest[:2]
    room.mkdir(exist_ok=True)
    names = (f"{digest}-{number}.txt" if number > 1 else f"{digest}.txt" for number in count(1))
    return next(path for name in names if not (path := room / name).exists())
