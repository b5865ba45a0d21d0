"""What a manifest line or a page's sibling JSON file says of a page: `{url, fetched_at, status, headers}`."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from newsbot.archive._body import reason_of
from newsbot.archive._names import bare_stem, shown
from newsbot.archive._page import PageInfo
from newsbot.items import Reject

MAX_ROW = 1_000_000
"""Bytes of one manifest line or sibling file; headers of a real page stay under ten thousand."""


def read_object(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`. Raises ValueError that says what is wrong with it."""
    try:
        row = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no JSON ({error})") from error
    if not isinstance(row, dict):
        raise ValueError(f"a JSON object is expected, not {type(row).__name__}")
    return row


def parse_info(row: dict[str, Any]) -> tuple[PageInfo, list[str]]:
    """What the row says, and what of it cannot be used. A bad value costs that value and not the page."""
    faults: list[str] = []
    info = PageInfo(
        url=_text(row, "url", faults),
        fetched_at=_moment(row, faults),
        status=_status(row, faults),
        headers=_headers(row, faults),
    )
    return info, faults


def sibling_info(path: Path) -> tuple[PageInfo, Reject | None]:
    """What `<stem>.json` beside a page says of it, and a reject where that file is no good."""
    sibling = path.with_name(bare_stem(path) + ".json")
    try:
        with sibling.open("rb") as file:
            data = file.read(MAX_ROW + 1)
    except FileNotFoundError:
        return PageInfo(), None
    except OSError as error:
        return PageInfo(), Reject(shown(sibling), None, reason_of(error), error.strerror or str(error))
    return _from_sibling(sibling, data)


def _from_sibling(sibling: Path, data: bytes) -> tuple[PageInfo, Reject | None]:
    try:
        if len(data) > MAX_ROW:
            raise ValueError(f"more than {MAX_ROW} bytes")
        info, faults = parse_info(read_object(data))
    except ValueError as error:
        info, faults = PageInfo(), [str(error)]
    if not faults:
        return info, None
    return info, Reject(shown(sibling), info.url, "bad_page_json", "; ".join(faults))


def _text(row: dict[str, Any], key: str, faults: list[str]) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return _valid(value) or None
    faults.append(f"{key} is no string")
    return None


def _moment(row: dict[str, Any], faults: list[str]) -> str | None:
    text = _text(row, "fetched_at", faults)
    if text is None or _is_zoned(text):
        return text
    faults.append(f"fetched_at is not ISO 8601 with an offset: {text[:40]}")
    return None


def _is_zoned(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _status(row: dict[str, Any], faults: list[str]) -> int | None:
    value = row.get("status")
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    faults.append("status is no whole number")
    return None


def _headers(row: dict[str, Any], faults: list[str]) -> dict[str, str]:
    value = row.get("headers")
    if value is None:
        return {}
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return {_valid(name) or "": _valid(text) or "" for name, text in value.items()}
    faults.append("headers is no object of strings")
    return {}


def _valid(text: str | None) -> str | None:
    """JSON may spell half a surrogate pair, which no UTF-8 output can hold."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
