"""Structured data: JSON-LD and meta tags as witnesses. They are heard, never trusted blindly."""

from __future__ import annotations

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.witnesses.json_ld import witness_json_ld
from newsbot.language.text import clean
from newsbot.pages.page import Page

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
    "publication_date",
)
_OWN_AUTHOR = "_news_author"
"""How metas end that a site names after itself ("jpnncom_news_author")."""
META_CREATED = ("datecreated", "createdate")
META_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)


def witness_structured(page: Page, raw: RawArticle) -> None:
    """Note what JSON-LD and meta tags say, under the witnesses `structured` and `meta`."""
    witness_json_ld(page, raw)
    _metas(page, raw)


def _metas(page: Page, raw: RawArticle) -> None:
    stated = page.metas

    def first(field_name: str, *metas: str) -> None:
        for name in metas:
            if name in stated:
                raw.hear(field_name, stated[name][0], "meta", name)

    first("headline", "og:title", "twitter:title", "originaltitle")
    first("description", "og:description", "description", "twitter:description")
    first("date_published", *META_PUBLISHED)
    first("date_created", *META_CREATED)
    first("date_modified", *META_MODIFIED)
    first("structured_author", "content_author", "author", "dable:author", "article:author", "dtk:author")
    first("structured_author", *(name for name in stated if name.endswith(_OWN_AUTHOR)))
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
    raw.hear_list(
        "keywords",
        [k for k in (clean(x) for x in (page.meta("keywords", "news_keywords") or "").split(",")) if k],
        "meta",
        "keywords",
    )
    raw.hear("url", page.meta("og:url"), "meta", "og:url")
