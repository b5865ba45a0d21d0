"""What kind of page it is: article, gallery, video, live, index, paywall, blocked, other."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.items import Kind
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, forms, words
from newsbot.pages.addresses import split_address
from newsbot.pages.page import Page, text_of

GALLERY_WORDS = 250
"""Words of a text that is more than a gallery's or a video's caption."""


@cached
def _titled(place: str) -> re.Pattern[str]:
    return re.compile(forms(place), re.IGNORECASE)


@cached
def _path(kind: str) -> re.Pattern[str]:
    """A step of a path under which a kind of page lies."""
    steps = any_of(f"addresses.kinds.{kind}")
    return re.compile(
        rf"/{steps}(?:/|$)" if kind == "video" else rf"/{steps}(?:[/-]|$)|/d-\d+/foto-", re.IGNORECASE
    )


@cached
def _list_path() -> re.Pattern[str]:
    index = any_of("addresses.kinds.index")
    return re.compile(
        rf"/?|.*/{index}(?:[_-](?:berita|news|generator))?/?|/{any_of('addresses.tags.lists')}/[^/]+/?",
        re.IGNORECASE,
    )


@cached
def announced(kind: Kind) -> re.Pattern[str]:
    """How a headline announces a kind, to be matched at its beginning."""
    return re.compile(rf"\W*{any_of(f'page_kinds.heads.{kind}')}\s*[:|\]]", re.IGNORECASE)


def blocked(page: Page, status: int | None) -> str | None:
    """The sign of a challenge, a block page or a consent wall, or None. Such pages also come with status 200."""
    title = next((text_of(t) for t in page.tagged("title")), "")
    if status in (401, 403, 429, 503) and len(page.source) < 60_000:
        return f"status {status}"
    if len(page.source) < 100_000:
        if (
            (match := _titled("page_kinds.blocked.titles").search(title))
            and len(title) < 80
            and not page.select("article, h1 + p + p")
        ):
            return f"title {match[0]!r}"
        for mark in words("page_kinds.blocked.marks"):
            if len(page.source) < 30_000 and mark.encode() in page.source:
                return mark
    return _consent_wall(page)


def _consent_wall(page: Page) -> str | None:
    """The heading of a page that asks for consent in the article's place, with the button to give it."""
    if not page.tagged("button", "form", "input"):
        return None
    heads = (text_of(node) for node in page.tagged("title", "h1", "h2")[:4])
    return next(
        (
            f"consent wall {match[0]!r}"
            for text in heads
            if (match := _titled("page_kinds.consent.titles").search(text))
        ),
        None,
    )


def error_page(page: Page, status: int | None) -> bool:
    """Whether the page is a portal's error page."""
    title = next((text_of(t) for t in page.tagged("title")), "")
    return bool(_titled("page_kinds.error.titles").search(title)) or (status is not None and status >= 400)


def kind_of(page: Page, raw: RawArticle, headline: str | None, words: int, fixed: Kind | None) -> Kind:
    """The kind of a page that is not blocked: what the layout fixes, then what headline and path say, then its text.

    A page without any headline and text of its own is an index where it is full of links, else `other`.
    """
    if fixed:
        return fixed
    parts = split_address(page.url)
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
    if host and _list_path().fullmatch(path) and not re.search(r"\d", parts.query):
        return "index"  # a home page's teasers are text too (liputan6, 2021)
    return "live" if announced("live").match(head) else "article"


def _without_text(page: Page, raw: RawArticle) -> Kind:
    og_type, pictures = raw.all("og_type"), raw.pictures(raw.body)
    if og_type and fold(og_type[0].value).startswith("video"):
        return "video"
    if raw.all("date_published") and ((og_type and fold(og_type[0].value) == "article") or len(pictures) > 0):
        return "gallery" if len(pictures) > 3 else "article"
    links = len(page.tagged("a"))
    return "index" if links > 15 else "other"
