"""Gold: what a page says by a person's reading, in the form in which records are scored against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def gold_of(record: Mapping[str, Any], base: str, noise: Iterable[str]) -> dict[str, Any]:
    """The gold of a page whose record is right. `base` is the page's file name without its suffix, by which records
    find it; `noise` are the texts between headline and end that are not the article's."""
    return {
        "base": base,
        "kind": record.get("kind"),
        "headline": record.get("headline"),
        "alternative_headline": record.get("alternative_headline"),
        "topic": record.get("topic"),
        "dateline": record.get("dateline_raw"),
        "dateline_place": record.get("dateline"),
        "captions": [
            {"caption": image.get("caption"), "credit": image.get("credit")}
            for image in record.get("images") or ()
            if image.get("caption") or image.get("credit")
        ],
        "authors": _names(record, "authors"),
        "editors": _names(record, "editors"),
        "contributors": _names(record, "contributors"),
        "initials": record.get("initials"),
        "source_credit": record.get("is_based_on"),
        "date_published": record.get("date_published"),
        "date_modified": record.get("date_modified"),
        "section": record.get("section"),
        "breadcrumbs": list(record.get("breadcrumbs") or ()),
        "keywords": list(record.get("keywords") or ()),
        "multi_page": bool(record.get("next_page_url")) or (record.get("page_count") or 1) > 1,
        "next_page": record.get("next_page_url"),
        "canonical_url": record.get("canonical_url"),
        "article_body": record.get("article_body") or "",
        "related": [item["text"] for item in record.get("related") or ()],
        "noise": list(noise),
    }


def _names(record: Mapping[str, Any], key: str) -> list[str]:
    return [person["name"] for person in record.get(key) or ()]
