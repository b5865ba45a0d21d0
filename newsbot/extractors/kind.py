"""What kind of page it is: article, gallery, video, live, index, paywall, blocked, other."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.items import Kind
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached
from newsbot.pages.addresses import split_address
from newsbot.pages.page import Page

PHOTO_WORDS = 40
"""Words of a text that only says what the pictures show, where there are more of them than paragraphs."""
GALLERY_WORDS = 250
"""Words of a text that is more than a gallery's or a video's caption."""


@cached
def _path(kind: str) -> re.Pattern[str]:
    """A step of a path under which a kind of page lies."""
    steps = any_of(f"addresses.kinds.{kind}")
    return re.compile(
        rf"/{steps}(?:/|$)" if kind == "video" else rf"/{steps}(?:[/-]|$)|/d-\d+/foto-", re.IGNORECASE
    )


@cached
def _list_path() -> re.Pattern[str]:
    index, tags = any_of("addresses.kinds.index"), any_of("addresses.tags.steps")
    return re.compile(rf"/?|.*/{index}(?:[_-](?:berita|news|generator))?/?|/{tags}/[^/]+/?", re.IGNORECASE)


@cached
def announced(kind: Kind) -> re.Pattern[str]:
    """How a headline announces a kind, to be matched at its beginning."""
    return re.compile(rf"\W*{any_of(f'page_kinds.heads.{kind}')}\s*[:|\]]", re.IGNORECASE)


def kind_of(page: Page, raw: RawArticle, headline: str | None, words: int, fixed: Kind | None) -> Kind:
    """The kind of a page that is not blocked: what the layout fixes, then what headline and path say, then its text.

    A page without any headline and text of its own is an index where it is full of links, else `other`.
    """
    if fixed:
        return fixed
    if "live" in (raw.first("structured_kind"), raw.first("printed_kind")):
        return "live"
    parts = split_address(page.address)
    path, host = parts.path, parts.hostname or ""
    head = headline or ""
    if (
        (announced("gallery").match(head) and words < GALLERY_WORDS)
        or (_path("gallery").search(path) and words < GALLERY_WORDS)
        or host.startswith("foto.")
    ):
        return "gallery"
    if announced("video").match(head) or (
        (_path("video").search(path) or host.startswith(("video.", "20."))) and words < GALLERY_WORDS
    ):
        return "video"
    if words == 0:
        return _without_text(page, raw)
    if words <= PHOTO_WORDS and len(raw.pictures(raw.body)) > len(raw.body.blocks):
        return "gallery"
    if host and _list_path().fullmatch(path) and not re.search(r"\d", parts.query):
        return "index"  # a home page's teasers are text too (liputan6, 2021)
    return "live" if announced("live").match(head) else "article"


def calls_itself(raw: RawArticle, kind: str) -> bool:
    """Whether the page calls itself an `article` or a `video` by its og:type ("video.other")."""
    return fold(raw.first("og_type") or "").startswith(kind)


def _without_text(page: Page, raw: RawArticle) -> Kind:
    pictures = raw.pictures(raw.body)
    if calls_itself(raw, "video"):
        return "video"
    if raw.all("date_published") and (calls_itself(raw, "article") or len(pictures) > 0):
        return "gallery" if len(pictures) > 3 else "article"
    links = len(page.tagged("a"))
    return "index" if links > 15 else "other"
