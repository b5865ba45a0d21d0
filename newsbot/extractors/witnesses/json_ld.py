"""JSON-LD of a page: its objects, references followed, and what the article's object says of each field."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.witnesses.headings import is_titled, titles
from newsbot.language.text import clean
from newsbot.pages.lenient_json import read_json
from newsbot.pages.page import Page

_ARTICLE_TYPES = re.compile(r"\w*Article|(?:Live)?BlogPosting|Report")
_MAX_NODES = 5_000
_DEEPEST = 20
_ORGANISATION = re.compile(r"\w*Organi[sz]ation|Corporation|Company|WebSite|Brand")
"""Types of an author that is nobody's name."""


def json_ld(page: Page) -> list[dict[str, Any]]:
    """Every JSON-LD object of the page, `@graph` and lists opened, in page order."""
    return _read(page)[0]


def witness_json_ld(page: Page, raw: RawArticle) -> None:
    """Note what JSON-LD says, under the witness `structured`; a script that had to be repaired is a problem."""
    objects, broken = _read(page)
    if broken:
        raw.problem("jsonld_repaired", None, broken)
    for item in objects:
        if any(_ARTICLE_TYPES.fullmatch(t) for t in _types(item)):
            _article(item, objects, raw)
            break
    else:
        _other_dates(page, objects, raw)
    for item in objects:
        if "BreadcrumbList" in _types(item):
            raw.hear_list("breadcrumbs", _crumbs(item), "structured", "BreadcrumbList")


def _other_dates(page: Page, objects: list[dict[str, Any]], raw: RawArticle) -> None:
    """Note the dates of objects that are no article: a page's, and that of a video called as the page is."""
    for item in objects:
        if item.get("datePublished"):
            rule = f"{'/'.join(_types(item))}.datePublished"
            raw.hear("date_published", _text(item.get("datePublished")), "structured", rule)
        elif item.get("uploadDate") and is_titled(_text(item.get("name")) or "", titles(page)):
            raw.hear("date_published", _text(item["uploadDate"]), "structured", "VideoObject.uploadDate")


def _read(page: Page) -> tuple[list[dict[str, Any]], str | None]:
    """The objects, and how the first script begins that is not as JSON must be."""
    objects: list[dict[str, Any]] = []
    broken = None
    for script in page.tagged("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            values, repaired = read_json(script.text)
            if repaired:
                broken = broken or clean(script.text[:80])
            _collect(values, objects)
    return objects, broken


def _collect(values: list[Any], objects: list[dict[str, Any]]) -> None:
    queue = deque(values)
    while queue and len(objects) < _MAX_NODES:
        item = queue.popleft()
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            objects.append(item)
            queue.extend(v for k, v in item.items() if k == "@graph")


def _by_id(objects: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The objects that say something by the `@id` under which others refer to them."""
    known: dict[str, dict[str, Any]] = {}
    for item in _nested(objects):
        if isinstance(name := item.get("@id"), str) and len(item) > 1 and "name" in item:
            known.setdefault(name, item)
    return known


def _nested(objects: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    stack: list[tuple[Any, int]] = [(item, 0) for item in reversed(objects)]
    seen = 0
    while stack and seen < _MAX_NODES:
        value, depth = stack.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if depth < _DEEPEST:
            stack.extend((one, depth + 1) for one in inner if isinstance(one, (dict, list)))


def _types(item: dict[str, Any]) -> list[str]:
    value = item.get("@type")
    return [t for t in (value if isinstance(value, list) else [value]) if isinstance(t, str)]


def _text(value: Any) -> str | None:
    """A string of any of the shapes publishers use: a string, {"name": …}, {"@id": …}, {"url": …}, a list's first."""
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@id") or value.get("url") or value.get("contentUrl"))
    if isinstance(value, list) and value:
        return _text(value[0])
    return None


def _texts(value: Any) -> list[str]:
    if isinstance(value, str) and "," in value:
        return [t for t in (clean(part) for part in value.split(",")) if t]
    items = value if isinstance(value, list) else [value]
    flat = [x for item in items for x in (item if isinstance(item, list) else [item])]
    return [text for text in map(_text, flat) if text]


def _article(item: dict[str, Any], objects: list[dict[str, Any]], raw: RawArticle) -> None:
    kind = "/".join(_types(item))
    for name, key in (
        ("headline", "headline"),
        ("description", "description"),
        ("date_published", "datePublished"),
        ("date_created", "dateCreated"),
        ("date_modified", "dateModified"),
        ("section", "articleSection"),
    ):
        raw.hear(name, _text(item.get(key)), "structured", f"{kind}.{key}")
    raw.hear(
        "url",
        _text(item.get("mainEntityOfPage")) or _text(item.get("url")),
        "structured",
        f"{kind}.mainEntityOfPage",
    )
    if "LiveBlogPosting" in _types(item) or item.get("liveBlogUpdate"):
        raw.add("structured_kind", "live", "structured", kind)
    for key in ("author", "creator"):
        for name in _people(item.get(key), objects):
            raw.hear(f"structured_{key}", name, "structured", f"{kind}.{key}")
    raw.hear_list("keywords", _texts(item.get("keywords")), "structured", f"{kind}.keywords")
    raw.hear("image", _text(item.get("image")), "structured", f"{kind}.image")
    free = item.get("isAccessibleForFree")
    if free is not None:
        raw.hear("is_accessible_for_free", str(free).lower(), "structured", f"{kind}.isAccessibleForFree")
    body = item.get("articleBody")
    if isinstance(body, str) and len(body) > 200:
        raw.hear("article_body", body, "structured", f"{kind}.articleBody")


def _people(value: Any, objects: list[dict[str, Any]]) -> Iterator[str]:
    """The names of persons: a reference gives what it refers to, and an organisation names nobody."""
    items = value if isinstance(value, list) else [value]
    known = _by_id(objects) if any(map(_is_reference, items)) else {}
    for item in items:
        if _is_reference(item):
            item = known.get(item["@id"])  # noqa: PLW2901 - the object behind the reference
        if isinstance(item, dict) and any(_ORGANISATION.fullmatch(t) for t in _types(item)):
            continue
        if name := _text(item):
            yield name


def _is_reference(item: Any) -> bool:
    return isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str)


def _crumbs(item: dict[str, Any]) -> list[str]:
    elements = item.get("itemListElement")
    if not isinstance(elements, list):
        return []
    names = [
        _text(element.get("name")) or _text(element.get("item"))
        for element in elements
        if isinstance(element, dict)
    ]
    return [name for name in names if name and not name.startswith("http")]
