"""Cheap signs that a portal's rules no longer fit its pages: the problem `layout_suspect`.

They compare what was read with what the page says of itself, so they run on every page; only `--verify` extracts a
second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsbot.extractors.kind import kind_of
from newsbot.extractors.raw import RawArticle
from newsbot.pages.page import Page
from newsbot.portals import Layout, Portal

CODE = "layout_suspect"
_WORD_COUNT = re.compile(rb'"wordCount"\s*:\s*"?(\d{1,6})\b')
_TAG = re.compile(r"<[^<>]{0,2000}>")
_FAR_SHORTER = 0.4
"""Share of the promised words below which a body is too short: counts take captions and inserts along."""
_MISSING_WORDS = 60
_DESCRIPTION_WORDS = 20
_STORY_WORDS = 60
"""Words of running text that an error page does not have."""


def note_suspicions(page: Page, raw: RawArticle, portal: Portal | None, layout: Layout | None) -> None:
    """Note `layout_suspect` on an article page where no layout matches at an article's address of the portal, where
    the layout found no headline, or where its body is far shorter than the page's own counts promise."""
    words = raw.body.words
    headline = next((candidate.value for candidate in raw.all("headline")), None)
    if kind_of(page, raw, headline, words, raw.kind) != "article":
        return
    if layout is None:
        _note_unknown(page, raw, portal, words)
        return
    if layout.headline and words and not _by_layout(raw, "headline"):
        raw.problem(CODE, "headline", f"the headline rule of layout {layout.name} gave nothing")
    if not _is_part(raw):
        _note_short(page, raw, layout, words)


def _note_unknown(page: Page, raw: RawArticle, portal: Portal | None, words: int) -> None:
    if portal is None or not portal.layouts or words < _STORY_WORDS:
        return
    stated = (candidate.value for candidate in (*raw.all("canonical"), *raw.all("url")))
    url = page.url or next(stated, "")
    if any(pattern.search(url) for pattern in portal.article_patterns):
        detail = f"an article's address of {portal.id}, and none of its {len(portal.layouts)} layouts matches"
        raw.problem(CODE, None, detail)


def _by_layout(raw: RawArticle, name: str) -> bool:
    """Whether a rule of the portal gave the field, as nothing else does where a layout reads what is printed."""
    return any(candidate.printed for candidate in raw.all(name))


def _is_part(raw: RawArticle) -> bool:
    """A page of several, or what stands before a paywall: shorter than promised by right."""
    is_closed = any(candidate.value == "false" for candidate in raw.all("is_accessible_for_free"))
    return bool(raw.page > 1 or raw.all("next_page") or raw.all("paywall") or is_closed)


def _note_short(page: Page, raw: RawArticle, layout: Layout, words: int) -> None:
    if any((problem.code, problem.field) == (CODE, "article_body") for problem in raw.problems):
        return
    for promised, said_by in _promises(page, raw):
        if words < _FAR_SHORTER * promised and promised - words >= _MISSING_WORDS:
            _note_body(raw, layout, words, f"{said_by} promises {promised}")
            return
    for description in raw.all("description"):
        told = len(description.value.split())
        if 0 < words < told and told >= _DESCRIPTION_WORDS:
            _note_body(raw, layout, words, f"the description ({description.rule}) has {told}")
            return


def _note_body(raw: RawArticle, layout: Layout, words: int, promise: str) -> None:
    raw.problem(CODE, "article_body", f"the body of layout {layout.name} has {words} words; {promise}")


def _promises(page: Page, raw: RawArticle) -> Iterator[tuple[int, str]]:
    """How many words the page says the article has. Several counts are several articles': then nobody knows whose."""
    counts = set(_WORD_COUNT.findall(page.source)) if b'"wordCount"' in page.source else set()
    if len(counts) == 1:
        yield int(counts.pop()), "wordCount"
    for candidate in raw.all("article_body"):
        told = candidate.value
        yield len((_TAG.sub(" ", told) if "<" in told else told).split()), candidate.rule
