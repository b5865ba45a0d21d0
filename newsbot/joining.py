"""What the record says that is made of several pages of one article, or of the document that shows them all."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from newsbot._uniting import blocks_of, fill, one_main, repeats, unite_metadata, united
from newsbot.items import Article, JoinedPage, Problem
from newsbot.pages.paging import is_whole_article, page_number
from newsbot.portals import Paging, registry

MISSING_PAGE = "missing_page"

_UNITED = ("authors", "editors", "contributors", "images", "videos", "keywords", "related")
_FILLED = (
    ("headline",),
    ("date_published", "date_published_raw", "date_published_precision"),
    ("date_modified", "date_modified_raw"),
    ("initials",),
    ("section",),
    ("topic",),
    ("is_based_on",),
)
_LISTED = ("authors", "editors", "contributors", "keywords", "images", "breadcrumbs")


def paging_of(article: Article) -> Paging | None:
    """What the article's portal declares of its pages."""
    portal = registry().get(article.portal)
    return portal.pages if portal else None


def number_of(article: Article) -> int:
    """Which page of its article it is by its address, 1 where that does not say."""
    return (article.url and page_number(article.url, paging_of(article))) or 1


def is_whole(article: Article) -> bool:
    """Whether its address is that of the document that shows all pages."""
    return article.url is not None and is_whole_article(article.url, paging_of(article))


def joined(pages: list[Article]) -> Article:
    """The record of the pages at hand: of the document that shows them all where that has most text, else of the parts
    in page order, incomplete and saying `missing_page` where one of them lacks. A lone page that has said so already
    comes back as it is."""
    whole = _whole(pages)
    article = whole or _merged(pages)
    if len(pages) > 1:
        metadata = dataclasses.replace(article.metadata, pages=_others(pages, begins_whole=whole is not None))
        article = dataclasses.replace(article, metadata=metadata)
    return article


def _others(pages: list[Article], *, begins_whole: bool) -> list[JoinedPage]:
    """The documents beside the first in reading order, which is the show-all one where that was taken: what
    `metadata` tells of is the first."""
    in_order = sorted(pages, key=lambda page: (is_whole(page) != begins_whole, number_of(page)))
    return [_as_joined(page) for page in in_order[1:]]


def _as_joined(page: Article) -> JoinedPage:
    told = page.metadata
    return JoinedPage(page.url, told.fetched_at, told.http, told.payload_digest, told.origin)


def _whole(pages: list[Article]) -> Article | None:
    """The show-all document, unless a part has more text: some portals wall that form only.

    What it leaves out comes from the parts: sindonews (2026) prints its structured data on the first page alone.
    """
    longest = max(page.word_count for page in pages)
    whole = next((page for page in pages if is_whole(page) and page.word_count >= longest), None)
    parts = sorted((page for page in pages if not is_whole(page)), key=number_of)
    if whole is None or not parts:
        return whole
    article = dataclasses.replace(whole, metadata=dataclasses.replace(whole.metadata))
    for names in _FILLED:
        fill(article, names, [whole, *parts])
    for name in _LISTED:
        fill(article, (name,), [whole, *parts])
    kept = [
        p
        for p in article.metadata.problems
        if p.code != "missing" or not getattr(article, p.field or "", None)
    ]
    article.metadata.problems = kept
    _derive(article)
    return article


def _merged(pages: list[Article]) -> Article:
    parts = sorted((page for page in pages if not is_whole(page)), key=number_of) or pages
    parts = [parts[0], *(part for part in parts[1:] if not repeats(parts[0], part))]
    if len(parts) == 1:
        return _lone(parts[0])
    article = dataclasses.replace(parts[0], metadata=dataclasses.replace(parts[0].metadata))
    article.blocks = blocks_of(parts)
    for name in _UNITED:
        setattr(article, name, united(getattr(part, name) for part in parts))
    article.images = one_main(article.images)
    for names in _FILLED:
        fill(article, names, parts)
    unite_metadata(article, parts)
    article.page_count = len(parts)
    article.next_page_url = _first_missing(parts)
    _derive(article)
    return _marked(article, complete=_is_complete(parts))


def _lone(article: Article) -> Article:
    """A page without its fellows stays as the stream left it, if the stream has said that they are missing."""
    is_said = any(problem.code == MISSING_PAGE for problem in article.metadata.problems)
    return article if is_said and not article.is_complete else _marked(article, complete=False)


def _first_missing(parts: list[Article]) -> str | None:
    """The address of the first document that no part is, as the part before it gives it."""
    followed = zip(parts, [*parts[1:], None], strict=True)
    gaps = (part.next_page_url for part, later in followed if later is None or not _follows(part, later))
    return next((url for url in gaps if url), None)


def _follows(part: Article, later: Article) -> bool:
    """Whether nothing lies between two parts. Numbers alone do not tell: sindonews counts its pages by paragraphs, 5
    behind 1 and 10 behind 5."""
    return number_of(later) in (number_of(part) + 1, page_number(part.next_page_url, paging_of(part)))


def _is_complete(parts: list[Article]) -> bool:
    linked = all(_follows(part, later) for part, later in pairwise(parts))
    return linked and number_of(parts[0]) == 1 and parts[-1].next_page_url is None


def _marked(article: Article, *, complete: bool) -> Article:
    """The article with its completeness and the one problem that goes with it."""
    kept = [problem for problem in article.metadata.problems if problem.code != MISSING_PAGE]
    if not complete:
        kept.append(_missing(article))
    metadata = dataclasses.replace(article.metadata, problems=kept)
    return dataclasses.replace(article, is_complete=complete, metadata=metadata)


def _missing(article: Article) -> Problem:
    """The stream's own words where it has said it already."""
    said = (problem for problem in article.metadata.problems if problem.code == MISSING_PAGE)
    detail = f"not at hand: {article.next_page_url or 'an earlier page'}"
    return next(said, Problem(MISSING_PAGE, "article_body", "warning", detail))


def _derive(article: Article) -> None:
    from newsbot.normalizers.derive import derive  # of use to joined pages alone

    derive(article)
