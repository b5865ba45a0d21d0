"""The stream: Snapshot -> Page -> RawArticle -> Article -> Outcome, on one screen.

Pure: no network, no clock, no environment, no state between pages. The spider and its pipelines call the same
steps one by one; replay and every bulk engine call `process`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from newsbot.extractors.extract import extract_raw
from newsbot.extractors.kind import kind_of
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.walls import blocked, error_page, may_be_wall, walled
from newsbot.items import Article, Extraction, Http, NotAPage, Outcome, Problem, Reject
from newsbot.normalizers.article import build_article
from newsbot.normalizers.confidence import Confidence, weigh
from newsbot.options import Options
from newsbot.pages.decode import refuse
from newsbot.pages.opt_out import opt_outs
from newsbot.pages.page import Page
from newsbot.portals import Layout, Portal, registry
from newsbot.snapshot import Snapshot
from newsbot.version import VERSION

__all__ = ["Examined", "Options", "examine", "process"]

_SOME_TEXT = 60
"""Words of running text above which a page is neither a challenge nor an error page."""


_WALLED = 150
"""Words below which the text of an article that is not free is what stands before the wall."""


class Examined(NamedTuple):
    """What became of one page, and the signs by which its record is trusted; None where nothing is weighed."""

    outcome: Outcome
    confidence: Confidence | None = None

    @classmethod
    def of(cls, article: Article, raw: RawArticle) -> Examined:
        """The article with the confidence that the raw one gives in it."""
        found = weigh(raw, article)
        article.metadata.confidence = found.value if found else None
        return cls(Outcome(article=article), found)


def process(snapshot: Snapshot, *, options: Options = Options()) -> Outcome:
    """What becomes of one page: an article of some kind, or a reject with its reason. Never raises on page content."""
    return examine(snapshot, options=options).outcome


def examine(snapshot: Snapshot, *, options: Options = Options()) -> Examined:
    """What `process` gives, and why it is trusted."""
    try:
        if snapshot.origin.kind == "text":
            return _from_text(snapshot, options)
        return _from_page(snapshot, Page.parse(snapshot), options)
    except NotAPage as error:
        origin = snapshot.origin
        reject = Reject(origin.path, snapshot.url, error.reason, error.detail, origin.offset)
        return Examined(Outcome(reject=reject))


def _from_page(snapshot: Snapshot, page: Page, options: Options) -> Examined:
    portal = registry().get(options.portal) if options.portal else registry().match(page.address)
    raw, layout = extract_raw(
        page, portal, snapshot.fetched_at, generic=options.generic, verify=options.verify
    )
    article = build_article(
        raw, portal=portal, url=snapshot.url, fetched_at=snapshot.fetched_at, payload_digest=snapshot.digest
    )
    _settle_kind(article, raw, page, snapshot.status)
    _settle_completeness(article, raw, page, portal)
    reserved = opt_outs(snapshot.headers, page.metas)
    article.metadata.problems += (Problem("opt_out", None, "info", sign) for sign in reserved)
    _finish(article, snapshot, portal, layout, page.charset)
    return Examined.of(article, raw)


def _from_text(snapshot: Snapshot, options: Options) -> Examined:
    from newsbot.extractors import plaintext  # its words and patterns are of no use to a page

    if error := refuse(snapshot):
        raise error
    portal = registry().get(options.portal) if options.portal else registry().match(snapshot.url)
    raw, charset = plaintext.read_text(snapshot.body, portal)
    portal = portal or plaintext.portal_of(raw)
    article = build_article(
        raw, portal=portal, url=snapshot.url, fetched_at=snapshot.fetched_at, payload_digest=snapshot.digest
    )
    _finish(article, snapshot, portal, None, charset)
    return Examined.of(article, raw)


def _settle_kind(article: Article, raw: RawArticle, page: Page, status: int | None) -> None:
    """Set the kind: what stands in the article's place (a challenge, a wall, an error) goes before what it says."""
    by_layout = raw.body.is_read_by("layout") and article.word_count > 0
    is_bare = article.word_count < _SOME_TEXT and not by_layout  # an article about a lost ship has its text
    sign = blocked(page, status) if is_bare else None
    if sign is None and not by_layout:
        sign = walled(page, raw, article.word_count)
    if sign:
        article.kind = "blocked"
        article.metadata.problems.append(Problem("blocked", None, "error", sign))
    elif (is_bare or (not by_layout and may_be_wall(raw, article.word_count))) and error_page(
        page, status, is_bare=is_bare
    ):
        article.kind = "other"
    else:
        article.kind = kind_of(page, raw, article.headline, article.word_count, raw.kind)


def _settle_completeness(article: Article, raw: RawArticle, page: Page, portal: Portal | None) -> None:
    """Note what of the article is on other pages, behind a paywall or lost."""
    problems = article.metadata.problems
    for candidate in raw.all("next_page"):
        article.next_page_url = candidate.value
    if article.next_page_url or raw.page > 1:
        article.is_complete = False
        by_offset = portal is not None and portal.pages is not None and portal.pages.place == "offset"
        here = f"this page begins at paragraph {raw.page}" if by_offset else f"this is page {raw.page}"
        missing = "a next page exists" if article.next_page_url else here
        problems.append(Problem("missing_page", "article_body", "warning", missing))
    if any(problem.code == "truncated" for problem in page.problems):
        article.is_complete = False
    if article.kind == "article" and _is_paywalled(article, raw):
        article.kind = "paywall"
    if article.kind in ("paywall", "blocked") or _stands_before_wall(raw):
        article.is_complete = False
    if article.kind == "article" and not article.article_body:
        article.is_complete = False
        problems.append(Problem("missing", "article_body", "error"))


def _is_paywalled(article: Article, raw: RawArticle) -> bool:
    """Whether a wall holds most of the text back; the page's data may hold what it hides."""
    is_closed = article.is_accessible_for_free is False and article.word_count < _WALLED
    return is_closed and not raw.body.is_read_by("structured")


def _stands_before_wall(raw: RawArticle) -> bool:
    """Whether a wall is printed in the place of the text's rest, which the page's data do not hold either."""
    return bool(raw.all("paywall")) and not raw.body.is_read_by("structured")


def _finish(
    article: Article, snapshot: Snapshot, portal: Portal | None, layout: Layout | None, charset: str
) -> None:
    meta, headers = article.metadata, snapshot.headers
    meta.http = Http(
        snapshot.status,
        headers.get("content-type"),
        charset,
        headers.get("etag"),
        headers.get("last-modified"),
    )
    meta.origin, meta.discovery = snapshot.origin, snapshot.discovery
    meta.extraction = Extraction(VERSION, portal.digest if portal else None, layout.name if layout else None)
    meta.problems = list(dict.fromkeys((*meta.problems, *snapshot.problems)))
    if any(problem.code == "truncated" for problem in snapshot.problems):
        article.is_complete = False
    article.images = [replace(image, is_main=index == 0) for index, image in enumerate(article.images)]
