"""schema.org in JSON-LD, one object a line. The names of the record are schema.org's, so few need a rule."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsbot.corpus.added import LANGUAGE, languages_of
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record

_TYPES = {"video": "VideoObject", "gallery": "ImageGallery", "live": "LiveBlogPosting"}
"""By kind; all else that is read is a news article."""
_DEFAULT = "NewsArticle"
_TOLD_APART = ("kind", "in_language", LANGUAGE)
"""Fields that the type and the language are made of."""

_MEDIA = {
    "url": "contentUrl",
    "caption": "caption",
    "credit": "creditText",
    "width": "width",
    "height": "height",
}


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """One object a record; what the record does not know is not stated."""
    with lines_to(path) as file:
        for record in records:
            stated = news_article(record.fields, projection)
            file.write(json.dumps(stated, ensure_ascii=False, separators=(",", ":")))


def news_article(record: Mapping[str, Any], projection: Projection) -> dict[str, Any]:
    """The record in schema.org's terms, as far as its fields are kept.

    >>> news_article({"kind": "article", "headline": "Panen raya", "authors": [{"name": "Sari", "url": None}]},
    ...              Projection(("headline", "authors"), ()))  # doctest: +NORMALIZE_WHITESPACE
    {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': 'Panen raya',
     'author': [{'@type': 'Person', 'name': 'Sari'}]}
    """
    stated: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(record.get("kind") or "", _DEFAULT),
    }
    kept = projection.of(record)
    for name, (term, make) in _TERMS.items():
        value = kept.get(name)
        if value is not None and value not in ("", []):
            stated[term] = make(value)
    if codes := languages_of(kept):
        stated["inLanguage"] = codes if len(codes) > 1 else codes[0]
    return stated


def unplaced(projection: Projection) -> list[str]:
    """The kept fields that schema.org has no term for here, those of `metadata` dotted."""
    own = (name for name in projection.fields if name not in (*_TERMS, *_TOLD_APART, "metadata"))
    return [*own, *(f"metadata.{name}" for name in projection.metadata)]


def _same(value: Any) -> Any:
    return value


def _people(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_typed("Person", {"name": person["name"], "url": person.get("url")}) for person in people]


def _media(kind: str) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    return lambda items: [
        _typed(kind, {term: item.get(name) for name, term in _MEDIA.items()}) for item in items
    ]


def _typed(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": kind, **{term: value for term, value in values.items() if value is not None}}


def _publisher(publisher: Mapping[str, Any]) -> dict[str, Any]:
    return _typed(
        "NewsMediaOrganization", {"name": publisher["name"], "url": f"https://{publisher['domain']}/"}
    )


def _credited(outlet: str) -> dict[str, Any]:
    """What an agency or another outlet is credited for: schema.org wants a work there, and no name."""
    return _typed("NewsArticle", {"publisher": _typed("NewsMediaOrganization", {"name": outlet})})


def _trail(steps: list[str]) -> dict[str, Any]:
    items = [{"@type": "ListItem", "position": place, "name": step} for place, step in enumerate(steps, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


_TERMS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "id": ("identifier", _same),
    "url": ("url", _same),
    "canonical_url": ("mainEntityOfPage", _same),
    "headline": ("headline", _same),
    "alternative_headline": ("alternativeHeadline", _same),
    "description": ("description", _same),
    "dateline": ("dateline", _same),
    "article_body": ("articleBody", _same),
    "date_published": ("datePublished", _same),
    "date_modified": ("dateModified", _same),
    "authors": ("author", _people),
    "editors": ("editor", _people),
    "contributors": ("contributor", _people),
    "images": ("image", _media("ImageObject")),
    "videos": ("video", _media("VideoObject")),
    "section": ("articleSection", _same),
    "breadcrumbs": ("breadcrumb", _trail),
    "keywords": ("keywords", _same),
    "is_accessible_for_free": ("isAccessibleForFree", _same),
    "is_based_on": ("isBasedOn", _credited),
    "word_count": ("wordCount", _same),
    "publisher": ("publisher", _publisher),
}
"""Field, term of schema.org, and how the value is told there; of the language two fields tell."""
