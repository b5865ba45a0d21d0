"""Listings that are JSON: an application's payload or the data that a page carries for its scripts.

Keys differ from site to site and year to year, so nothing but the common names is asked: an object is an article where
one of its texts is an address that is an article's. Nuxt writes its payload flat, as one array in which the objects'
values are positions (tempo, 2026); these are followed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from newsbot.discovery import _model
from newsbot.discovery._addresses import link
from newsbot.discovery._dates import machine_date
from newsbot.discovery._model import Entry
from newsbot.discovery._problems import TOO_MANY, Tally
from newsbot.discovery._texts import short
from newsbot.lexicon import words

_TITLES = ("title", "headline", "judul")
_MAX_OBJECTS = 200_000
_MAX_TEXTS = 200
"""Texts of one object that are tried as its address."""


def read_json(text: str, url: str, accepts: Callable[[str], bool], tally: Tally) -> list[Entry]:
    """The articles of a JSON document, each address once: `accepts` says of an address whether it is one. What
    lies beyond a bound is `too_many`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return []
    entries: dict[str, Entry] = {}
    for number, thing in enumerate(_objects(data)):
        if len(entries) >= _model.ALLOWED or number >= _MAX_OBJECTS:
            tally.count(TOO_MANY, f"more than {len(entries)} articles in {number} objects", "error")
            break
        address = _address(thing, url, accepts)
        if address is None or address in entries:
            continue
        written = next(
            (thing[key] for key in words("element_names.json_dates.keys") if isinstance(thing.get(key), str)),
            None,
        )
        title = next((thing[key] for key in _TITLES if isinstance(thing.get(key), str)), None)
        entries[address] = Entry(
            url=address,
            source=url,
            kind="index",
            date=machine_date(written),
            date_raw=short(written),
            title=short(title),
        )
    return list(entries.values())


def _address(thing: dict[str, Any], url: str, accepts: Callable[[str], bool]) -> str | None:
    for value in list(thing.values())[:_MAX_TEXTS]:
        if not isinstance(value, str) or "/" not in value or " " in value.strip():
            continue
        if (address := link(value, url)) and accepts(address):
            return address
    return None


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a document in its order; those of a flat payload with their positions followed one step."""
    flat = data if isinstance(data, list) else []
    stack = [data]
    while stack:
        thing = stack.pop()
        if isinstance(thing, dict):
            yield {key: _followed(value, flat) for key, value in thing.items()}
            stack += [value for value in reversed(thing.values()) if isinstance(value, dict | list)]
        elif isinstance(thing, list):
            stack += [value for value in reversed(thing) if isinstance(value, dict | list)]


def _followed(value: Any, flat: list[Any]) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(flat):
        return flat[value]
    return value
