"""Structured data: JSON-LD and meta tags as witnesses. They are heard, never trusted blindly."""

from __future__ import annotations

import json
import re
from typing import Any

from newsbot.extractors.raw import RawArticle
from newsbot.language.text import clean
from newsbot.pages.page import Page

_ARTICLE_TYPES = re.compile(r"\w*Article|(?:Live)?BlogPosting|Report")
_MAX_SCRIPT = 2_000_000
_MAX_NODES = 5_000
_ENTITY = re.compile(r"&(?:amp|quot|lt|gt|#0?39|apos|nbsp);")
_ENTITIES = {
    "&amp;": "&",
    "&quot;": '"',
    "&lt;": "<",
    "&gt;": ">",
    "&#39;": "'",
    "&#039;": "'",
    "&apos;": "'",
    "&nbsp;": " ",
}

META_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "content_publisheddate",
    "publishdate",
    "dtk:publishdate",
    "pubdate",
    "og:article:published_time",
    "date",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
)
META_CREATED = ("datecreated", "createdate")
META_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)


def json_ld(page: Page) -> list[dict[str, Any]]:
    """Every JSON-LD object of the page, `@graph` and lists opened, in page order; broken scripts are skipped."""
    objects: list[dict[str, Any]] = []
    for script in page.tagged("script"):
        if (
            "ld+json" in (script.get("type") or "").lower()
            and script.text
            and len(script.text) <= _MAX_SCRIPT
        ):
            _collect(_loads(script.text), objects)
    return objects


def _loads(text: str) -> Any:
    text = (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
        .strip()
        .rstrip(";")
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _collect(value: Any, objects: list[dict[str, Any]]) -> None:
    queue = [value]
    while queue and len(objects) < _MAX_NODES:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            objects.append(item)
            queue.extend(v for k, v in item.items() if k == "@graph")


def _types(item: dict[str, Any]) -> list[str]:
    value = item.get("@type")
    return [t for t in (value if isinstance(value, list) else [value]) if isinstance(t, str)]


def _text(value: Any) -> str | None:
    """A string of any of the shapes publishers use: a string, {"name": …}, {"@id": …}, {"url": …}, a list's first."""
    if isinstance(value, str):
        return clean(_ENTITY.sub(lambda m: _ENTITIES[m[0]], value)) or None
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


def witness_structured(page: Page, raw: RawArticle) -> None:
    """Add what JSON-LD and meta tags say to the raw article, under the witnesses `jsonld` and `meta`."""
    objects = json_ld(page)
    for item in objects:
        if any(_ARTICLE_TYPES.fullmatch(t) for t in _types(item)):
            _article(item, raw)
            break
    else:
        for item in objects:
            if item.get("datePublished"):
                raw.add(
                    "date_published",
                    _text(item.get("datePublished")),
                    "jsonld",
                    f"{'/'.join(_types(item))}.datePublished",
                )
    for item in objects:
        if "BreadcrumbList" in _types(item):
            raw.add_list("breadcrumbs", _crumbs(item), "jsonld", "BreadcrumbList")
    _metas(page, raw)


def _article(item: dict[str, Any], raw: RawArticle) -> None:
    kind = "/".join(_types(item))
    for name, key in (
        ("headline", "headline"),
        ("description", "description"),
        ("date_published", "datePublished"),
        ("date_created", "dateCreated"),
        ("date_modified", "dateModified"),
        ("section", "articleSection"),
    ):
        raw.add(name, _text(item.get(key)), "jsonld", f"{kind}.{key}")
    raw.add(
        "url",
        _text(item.get("mainEntityOfPage")) or _text(item.get("url")),
        "jsonld",
        f"{kind}.mainEntityOfPage",
    )
    for key in ("author", "creator"):
        for name in _texts_no_split(item.get(key)):
            raw.add(f"structured_{key}", name, "jsonld", f"{kind}.{key}")
    raw.add_list("keywords", _texts(item.get("keywords")), "jsonld", f"{kind}.keywords")
    raw.add("image", _text(item.get("image")), "jsonld", f"{kind}.image")
    free = item.get("isAccessibleForFree")
    if free is not None:
        raw.add("is_accessible_for_free", str(free).lower(), "jsonld", f"{kind}.isAccessibleForFree")
    body = item.get("articleBody")
    if isinstance(body, str) and len(body) > 200:
        raw.add("article_body", body, "jsonld", f"{kind}.articleBody")


def _texts_no_split(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [text for text in map(_text, items) if text]


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


def _metas(page: Page, raw: RawArticle) -> None:
    stated = page.metas

    def first(field_name: str, *metas: str) -> None:
        for name in metas:
            if name in stated:
                raw.add(field_name, stated[name][0], "meta", name)

    first("headline", "og:title", "twitter:title", "originaltitle")
    first("description", "og:description", "description", "twitter:description")
    first("date_published", *META_PUBLISHED)
    first("date_created", *META_CREATED)
    first("date_modified", *META_MODIFIED)
    first("structured_author", "content_author", "author", "dable:author", "article:author", "dtk:author")
    first("structured_editor", "content_editor", "editor")
    first(
        "section",
        "content_subcategory",
        "content_category",
        "article:section3",
        "article:section2",
        "article:section",
        "section",
        "articlesection",
        "subkanal",
    )
    first("image", "og:image", "twitter:image")
    first("og_type", "og:type")
    first("site_name", "og:site_name")
    raw.add_list(
        "keywords",
        [k for k in (clean(x) for x in (page.meta("keywords", "news_keywords") or "").split(",")) if k],
        "meta",
        "keywords",
    )
    raw.add("url", page.meta("og:url"), "meta", "og:url")
