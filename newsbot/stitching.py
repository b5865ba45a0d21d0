"""Several pages of one article become one record: the grouping step between the stream and a writer."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Protocol

from newsbot._uniting import blocks_of, fill, one_main, repeats, unite_metadata, united
from newsbot.items import Article, JoinedPage, Outcome, Problem
from newsbot.pages.paging import is_whole_article, page_number, without_page
from newsbot.portals import Paging, registry

WINDOW = 256
"""How many inputs may lie between the first and the last page of one article.

A crawl has 64 articles on the way and asks for a next page when it has read the one before, so its WARC may hold an
article's four pages that far apart."""

MISSING_PAGE = "missing_page"

_KINDS = frozenset({"article", "gallery", "live"})
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


class Unread(Protocol):
    """What is behind a page that an earlier run has read and joined: its article knows only what grouping asks for."""

    @property
    def read(self) -> Callable[[], Outcome]:
        """Reads the page."""

    def joined(self, pages: list[Result]) -> Result | None:
        """The record as it was written, where these pages are those that it was made of."""


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome and the numbers of the inputs it was made of, in input order; `line` is its record as it is written,
    where that is known already. Of a record that an earlier run wrote there is `line`, and `record` as plain JSON
    types, and no outcome; of a page of such a record `unread`, until it is joined. `lead` is the input in whose place
    the record stands, where that is not the first."""

    outcome: Outcome
    inputs: tuple[int, ...]
    line: str | None = None
    record: dict[str, Any] | None = None
    lead: int | None = None
    unread: Unread | None = None

    @property
    def place(self) -> int:
        """The number of the input in whose place the record stands."""
        return self.inputs[0] if self.lead is None else self.lead


def number(outcomes: Iterable[Outcome], start: int = 0) -> Iterator[Result]:
    """Each outcome with its own number: what `stitch` takes."""
    return (Result(outcome, (count,)) for count, outcome in enumerate(outcomes, start))


def stitch(results: Iterable[Result], *, window: int = WINDOW) -> Iterator[Result]:
    """The results with the pages of one article joined; all else passes in its order, unchanged.

    Only an article that says it is one of several pages is grouped: it names a next page, its URL has a page
    number over 1, or its URL is the show-all form. Two captures of the same page are two records. The joined
    record stands where its first page stood. A group waits until `window` inputs have come after its first
    one, so at most `window` results are held; pages that lie further apart become records of their own, each
    incomplete and saying `missing_page`. Whatever the window, every input number comes out exactly once.
    """
    buffer = _Buffer(window)
    for result in results:
        yield from buffer.before(result.inputs[0])
        buffer.add(result)
    yield from buffer.rest()


@dataclass(slots=True)
class _Group:
    """The pages of one article that are at hand, in input order."""

    first: int
    pages: list[Result] = field(default_factory=list)

    def lacks(self, place: object) -> bool:
        return all(_place(page) != place for page in self.pages)

    def lead(self) -> Result:
        """The page in whose place the record stands: the lowest page number, the first of equals."""
        return min(self.pages, key=lambda page: _number(page_of(page)))


@dataclass(slots=True)
class _Buffer:
    """Results that wait for a group before them to close."""

    window: int
    slots: deque[tuple[Result, _Group | None]] = field(default_factory=deque)
    groups: dict[str, list[_Group]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        self.slots.append((result, self._group(result)))

    def before(self, now: int) -> Iterator[Result]:
        """What need not wait any longer when input `now` arrives."""
        while self.slots and not self._waits(self.slots[0][1], now):
            yield from self._pop()

    def rest(self) -> Iterator[Result]:
        while self.slots:
            yield from self._pop()

    def _waits(self, group: _Group | None, now: int) -> bool:
        return group is not None and now - group.first < self.window

    def _pop(self) -> Iterator[Result]:
        result, group = self.slots.popleft()
        if group is None:
            yield result
            return
        self._close(group)
        if group.lead() is result:
            yield from _results(group)

    def _group(self, result: Result) -> _Group | None:
        """The open group that lacks this page, a new one, or None for a page that stands alone."""
        article = result.outcome.article
        if article is None or not is_one_of_several(article):
            return None
        now, open_groups = result.inputs[0], self.groups.setdefault(article.id, [])
        fitting = (g for g in open_groups if self._waits(g, now) and g.lacks(_place(result)))
        group = next(fitting, None)
        if group is None:
            group = _Group(now)
            open_groups.append(group)
        group.pages.append(result)
        return group

    def _close(self, group: _Group) -> None:
        article_id = page_of(group.pages[0]).id
        still_open = [other for other in self.groups.get(article_id, []) if other is not group]
        if still_open:
            self.groups[article_id] = still_open
        else:
            self.groups.pop(article_id, None)


def is_one_of_several(article: Article) -> bool:
    """Whether the article itself says that it is a page of several, or all of them in one document."""
    if article.kind not in _KINDS:
        return False
    bare = without_page(article.url or "", paging=_paging(article))
    is_own = article.is_complete and page_number(bare, _paging(article))  # a number of the article's
    return article.next_page_url is not None or (_number(article) > 1 and not is_own) or _is_whole(article)


def page_of(result: Result) -> Article:
    """The article of a result that is known to have one."""
    if result.outcome.article is None:
        raise TypeError("a reject is no page of an article")
    return result.outcome.article


def _is_whole(article: Article) -> bool:
    return article.url is not None and is_whole_article(article.url, _paging(article))


def _number(article: Article) -> int:
    return (article.url and page_number(article.url, _paging(article))) or 1


def _paging(article: Article) -> Paging | None:
    """What the article's portal declares of its pages."""
    portal = registry().get(article.portal)
    return portal.pages if portal else None


def _place(result: Result) -> object:
    """What a group can hold only one of: the whole document, or a page of some number."""
    article = page_of(result)
    return "whole" if _is_whole(article) else _number(article)


def _results(group: _Group) -> Iterator[Result]:
    """The record of the pages. Those that an earlier run has read are read again only where the record is another one
    now; a page that gives none then is a reject by itself."""
    unread = next((page.unread for page in group.pages if page.unread), None)
    if unread and (known := unread.joined(group.pages)):
        yield dataclasses.replace(known, lead=group.lead().inputs[0])
        return
    read = [Result(page.unread.read(), page.inputs) if page.unread else page for page in group.pages]
    yield from (page for page in read if page.outcome.article is None)
    group.pages = [page for page in read if page.outcome.article is not None]
    if group.pages:
        yield _joined(group)


def _derive(article: Article) -> None:
    from newsbot.normalizers.derive import derive  # of use to joined pages alone

    derive(article)


def _joined(group: _Group) -> Result:
    pages = [page_of(page) for page in group.pages]
    whole = _whole(pages)
    article = whole or _merged(pages)
    if article is pages[0] and len(pages) == 1:
        return group.pages[0]  # with its line, which is not to be written again
    if len(pages) > 1:
        metadata = dataclasses.replace(article.metadata, pages=_others(pages, is_whole=whole is not None))
        article = dataclasses.replace(article, metadata=metadata)
    inputs = tuple(page.inputs[0] for page in group.pages)
    return Result(Outcome(article=article), inputs, lead=group.lead().inputs[0])


def _others(pages: list[Article], *, is_whole: bool) -> list[JoinedPage]:
    """The documents beside the first in reading order, which is the show-all one where that was taken: what
    `metadata` tells of is the first."""
    in_order = sorted(pages, key=lambda page: (_is_whole(page) != is_whole, _number(page)))
    return [_as_joined(page) for page in in_order[1:]]


def _as_joined(page: Article) -> JoinedPage:
    told = page.metadata
    return JoinedPage(page.url, told.fetched_at, told.http, told.payload_digest, told.origin)


def _whole(pages: list[Article]) -> Article | None:
    """The show-all document, unless a part has more text: some portals wall that form only.

    What it leaves out comes from the parts: sindonews (2026) prints its structured data on the first page alone.
    """
    longest = max(page.word_count for page in pages)
    whole = next((page for page in pages if _is_whole(page) and page.word_count >= longest), None)
    parts = sorted((page for page in pages if not _is_whole(page)), key=_number)
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
    parts = sorted((page for page in pages if not _is_whole(page)), key=_number) or pages
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
    return _number(later) in (_number(part) + 1, page_number(part.next_page_url, _paging(part)))


def _is_complete(parts: list[Article]) -> bool:
    linked = all(_follows(part, later) for part, later in pairwise(parts))
    return linked and _number(parts[0]) == 1 and parts[-1].next_page_url is None


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
