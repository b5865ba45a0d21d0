"""Several pages of one article become one record: the grouping step between the stream and a writer."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from newsbot.items import Article, Outcome
from newsbot.joining import is_whole, joined, number_of, paging_of
from newsbot.pages.paging import page_number, without_page
from newsbot.tally import Tally

WINDOW = 256
"""How many inputs may lie between the first and the last page of one article.

A crawl has 64 articles on the way and asks for a next page when it has read the one before, so its WARC may hold an
article's four pages that far apart."""

_KINDS = frozenset({"article", "gallery", "live"})


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
    where that is known already. Of a record that an earlier run wrote, and of an article that stands alone and another
    process has read, there is `line`, and `tally` for the figures, and no outcome; of a page of a joined record of an
    earlier run `unread`, until it is joined. `lead` is the input in whose place the record stands, where that is not
    the first."""

    outcome: Outcome
    inputs: tuple[int, ...]
    line: str | None = None
    tally: Tally | None = None
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
        return min(self.pages, key=lambda page: number_of(page_of(page)))


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
    bare = without_page(article.url or "", paging=paging_of(article))
    is_own = article.is_complete and page_number(bare, paging_of(article))  # a number of the article's
    return article.next_page_url is not None or (number_of(article) > 1 and not is_own) or is_whole(article)


def page_of(result: Result) -> Article:
    """The article of a result that is known to have one."""
    if result.outcome.article is None:
        raise TypeError("a reject is no page of an article")
    return result.outcome.article


def _place(result: Result) -> object:
    """What a group can hold only one of: the whole document, or a page of some number."""
    article = page_of(result)
    return "whole" if is_whole(article) else number_of(article)


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


def _joined(group: _Group) -> Result:
    pages = [page_of(page) for page in group.pages]
    article = joined(pages)
    if article is pages[0]:
        return group.pages[0]  # with its line, which is not to be written again
    inputs = tuple(page.inputs[0] for page in group.pages)
    return Result(Outcome(article=article), inputs, lead=group.lead().inputs[0])
