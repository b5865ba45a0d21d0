"""The rows that Next.js streams into a page (React Server Components): `self.__next_f.push([1,"5:[\\"$\\",...]\\n"])`.

All pushed strings are one text of rows. A row is `id:JSON`, or `id:T` with a size in bytes, written in hexadecimals, a
comma and so much bare text. Where a value is the string "$5", it is the row of that id.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

_PUSHED = re.compile(r"\s*\(?self\.__next_f\s*=?.{0,60}?\.push\(\s*(?=\[)")
_ROW = re.compile(rb"(?P<id>[0-9a-f]{1,8}):(?:T(?P<size>[0-9a-f]{1,7}),)?")
_REFERENCE = re.compile(r"\$([0-9a-f]{1,8})")
_LONGEST = 5_000_000
"""Characters of all rows of a page."""
_MOST_ROWS = 5_000
_DEEPEST = 60


def rows_of(scripts: Iterable[str]) -> list[Any]:
    """The values of all rows that the scripts push, with texts in the places of their references; never raises.

    >>> rows_of(['self.__next_f.push([1,"1:T5,Panen2:{\\\\"isi\\\\":\\\\"$1\\\\"}\\\\n"])'])
    [{'isi': 'Panen'}]
    """
    pushed, size = [], 0
    for script in scripts:
        found = _PUSHED.match(script[:_HEAD])
        text = _string_of(script[found.end() :]) if found else ""
        size += len(text)
        if size > _LONGEST:
            break
        pushed.append(text)
    texts: dict[str, str] = {}
    values: list[Any] = []
    _read("".join(pushed).encode("utf-8", "replace"), texts, values)
    return [_with_texts(value, texts, 0) for value in values] if texts else values


_HEAD = 200


def _string_of(text: str) -> str:
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return ""
    return value[1] if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str) else ""


def _read(source: bytes, texts: dict[str, str], values: list[Any]) -> None:
    at = 0
    while at < len(source) and len(texts) + len(values) < _MOST_ROWS:
        row = _ROW.match(source, at)
        if row is None:
            at = source.find(b"\n", at) + 1 or len(source)
        elif row["size"]:
            at = row.end() + int(row["size"], 16)
            texts[row["id"].decode()] = source[row.end() : at].decode("utf-8", "replace")
        else:
            end = source.find(b"\n", row.end())
            end = len(source) if end < 0 else end
            if source[row.end() : row.end() + 1] in (b"[", b"{"):
                with suppress(ValueError, RecursionError):  # a row of another kind
                    values.append(json.loads(source[row.end() : end]))
            at = end + 1


def _with_texts(value: Any, texts: dict[str, str], depth: int) -> Any:
    if isinstance(value, str):
        found = _REFERENCE.fullmatch(value)
        return texts.get(found[1], value) if found else value
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _with_texts(inner, texts, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_texts(inner, texts, depth + 1) for inner in value]
    return value
