"""The generic path: a page that no rule knows, or whose rule gave an empty or suspicious body.

trafilatura says which text is the article; newsbot finds the element that holds it and walks that with all it
knows of the press: block structure, inserts, captions, datelines. So the text keeps its paragraphs and the noise
its bins. trafilatura costs some forty parses, so it runs here only.
"""

from __future__ import annotations

import logging
import re
from functools import partial
from itertools import islice, takewhile
from typing import Any

from lxml import etree

from newsbot.extractors.blocks import TextBlock, Walk
from newsbot.extractors.body import fill_body
from newsbot.extractors.headings import is_titled, titles
from newsbot.extractors.layout import read_fields
from newsbot.extractors.nearby import fill_gaps, headline_node, lead_image
from newsbot.extractors.page import Page, text_of
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.selectors import Node
from newsbot.extractors.sorting import drop_repeats
from newsbot.extractors.teasers import drop_teasers, is_teaser
from newsbot.extractors.unruled import Unruled
from newsbot.language.dates import parse_date
from newsbot.language.phrases import furniture
from newsbot.language.text import fold
from newsbot.portals import Layout

COMMON = Layout(
    name="generic",
    probe="html",
    headline=(),
    breadcrumbs=(
        "[itemtype*=BreadcrumbList] [itemprop=name]",
        ".breadcrumb a",
        ".breadcrumbs a",
        "ul[class*=breadcrumb] li",
        "[class*=breadcrumb] a",
        "[id*=breadcrumb] a",
    ),
)
_BODIES = (
    "[itemprop=articleBody]",
    ".entry-content",
    ".article-content",
    ".post-content",
    ".td-post-content",
    ".detail__body-text",
    ".read__content",
    ".detail-text",
    ".article-body",
    ".news-content",
    ".content-detail",
    ".detail-content",
    ".body-content",
    ".txt-article",
    ".article__content",
    "article",
)
"""Class names under which many templates keep the body; a hint beside trafilatura, never alone."""
_DATES = (
    "[itemprop=datePublished]",
    "time",
    "[class*=date]",
    "[class*=tanggal]",
    "[class*=time]",
    "[class*=publish]",
    "[class*=tgl]",
    "[class*=schedule]",
    "[id*=date]",
    "[class*=meta]",
    "[class*=info]",
)
_MIN_TEXT = 200
_TAIL = 20
"""Blocks behind the text among which its list of related stories may stand."""
_SECTION = 150
"""Characters of running text of a section beside others."""


def read_generic(page: Page, raw: RawArticle) -> None:
    """Fill a raw article without any rule of its portal."""
    _headline(page, raw)
    read_fields(page, COMMON, raw)
    container, wanted, rule = _container(page)
    if container is not None:
        _read(page, raw, container, wanted, rule)
    containers = [] if container is None else [container]
    heading = headline_node(page, raw)
    finder = Unruled(page, raw, heading, container) if heading is not None else None
    if finder:
        finder.read()
        if not _leads(raw, containers):
            lead_image(page, raw, heading, containers)
    fill_gaps(page, raw, containers)
    if not raw.all("visible_date"):
        _dates(page, raw)
    if finder:
        finder.channel()


def _leads(raw: RawArticle, containers: list[Node]) -> bool:
    """Whether the body itself begins with a captioned picture."""
    return bool(raw.images and raw.images[0].caption and raw.images[0].rule == "picture near the headline")


def rescue_body(page: Page, raw: RawArticle, layout: Layout) -> None:
    """Read the body generically where the layout's is too thin; the longer of the two stays, with a problem."""
    container, wanted, rule = _container(page)
    if container is None:
        return
    other = RawArticle(candidates=dict(raw.candidates))
    _read(page, other, container, wanted, rule)
    if _size(other) > 2 * _size(raw) + _MIN_TEXT:
        raw.blocks, raw.removed, raw.body_witness = other.blocks, other.removed, other.body_witness
        raw.related = other.related
        raw.images = raw.images or other.images
        raw.problem(
            "layout_suspect", "article_body", f"the body rule of layout {layout.name} gave almost no text"
        )


def compare(page: Page, raw: RawArticle) -> None:
    """Note `body_disagrees` where the generic extraction keeps clearly other text than the layout's body."""
    text = _trafilatura(page)
    words, ours = set(fold(text or "").split()), set(fold(" ".join(b.text for b in raw.blocks)).split())
    if words and len(words & ours) < 0.7 * min(len(words), len(ours) or 1):
        raw.problem("body_disagrees", "article_body", f"{len(words & ours)} of {len(words)} words shared")


def _size(raw: RawArticle) -> int:
    return sum(len(block.text) for block in raw.blocks)


def _headline(page: Page, raw: RawArticle) -> None:
    """The heading that the title tag or og:title begins with; else the only h1.

    A logo may repeat the whole title, outlet and all (okezone 2015): a heading without them comes first.
    """
    known = titles(page)
    for tag in ("h1", "h2", "h3"):
        titled = [text for text in map(text_of, page.root.iter(tag)) if is_titled(text, known)]
        if titled:
            shorter = (text for text in titled if fold(titled[0]).startswith(f"{fold(text)} "))
            text = next(shorter, titled[0])
            raw.add("headline", text, "generic", f"{tag} that the title repeats")
            return
    heads = [text for text in map(text_of, page.root.iter("h1")) if len(text) > 12]
    if heads:
        raw.add("headline", max(heads, key=len), "generic", "longest h1")
    elif known:
        title = next(iter(page.root.iter("title")), None)
        if title is not None:
            raw.add(
                "headline", max(re.split(r"\s+(?:[|»–—]|-|::)\s+", text_of(title)), key=len), "title", "title"
            )


def _dates(page: Page, raw: RawArticle) -> None:
    """Short texts of elements named like dates that the grammar reads, those with a clock first."""
    days = []
    for selector in _DATES:
        for node in page.select(selector)[:40]:
            text = text_of(node)
            if not 6 <= len(text) <= 160 or not any(c.isdigit() for c in text):
                continue
            reading = parse_date(text, fallback=False)
            if reading and reading.value and reading.precision != "day":
                raw.add("visible_date", text, "generic", selector)
                return
            if reading and reading.value:
                days.append((text, selector))
    for text, selector in days[:1]:
        raw.add("visible_date", text, "generic", selector)


def _trafilatura(page: Page) -> str | None:
    """The text that trafilatura takes for the article, paragraphs on lines of their own, or None.

    It reads the tree as it stands, without comments and following stories, and without the entries of story lists:
    it would take an `article` element of another story for this one, and excerpts for paragraphs.
    """
    import trafilatura
    from lxml import html

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it tells of every page it gives up, to nobody's use
    try:
        tree = html.document_fromstring(
            etree.tostring(page.root, encoding="utf-8", method="html"),
            parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True),
        )
        drop_teasers(tree)
        text = trafilatura.extract(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            include_images=False,
            deduplicate=False,
            fast=False,
            output_format="txt",
        )
    except Exception:  # noqa: BLE001 - a third-party extractor on hostile bytes: its failure is no answer
        return None
    return text if isinstance(text, str) else None


def _container(page: Page) -> tuple[Any, list[str], str]:
    """The smallest element that holds nearly all of the article's text, the paragraphs looked for, and the rule."""
    text = _trafilatura(page)
    wanted = [
        key
        for key in (fold(line.strip("-• ")) for line in (text or "").splitlines())
        if len(key) > 40 and key[0] != "|"
    ]
    if sum(map(len, wanted)) >= _MIN_TEXT:
        node = holder_of(page, wanted)
        if node is not None:
            return _with_sections(node), wanted, "trafilatura text"
    for selector in _BODIES:
        for node in page.select(selector):
            if _running_text(node) > _MIN_TEXT:
                return node, [], selector
    node = _densest(page)
    return node, [], "densest element"


def holder_of(page: Page, wanted: list[str]) -> Node | None:
    """The element that holds the wanted paragraphs: from the innermost with most of their characters outwards, as
    long as an outer one adds more of them than other text.

    Single paragraphs stand elsewhere on the page: a consent banner, a promoted story, a pop-up.
    """
    path = _path_to_most(page, wanted)
    held = [_held(node, wanted) for node in path]
    total = held[0][0]
    chosen = len(path) - 1
    for outer in range(len(path) - 2, -1, -1):
        gain = held[outer][0] - held[chosen][0]
        extra = held[outer][1] - held[chosen][1]
        if gain > 0 and (gain >= _WORTH * extra or gain >= _MUCH * total):
            chosen = outer
    return path[chosen]


_WORTH = 0.4
"""Share of wanted text in what an outer element adds, from which on it is the better holder."""
_MUCH = 0.3
"""Share of all wanted text that outweighs whatever stands between."""


def _path_to_most(page: Page, wanted: list[str]) -> list[Node]:
    """The elements from the body down, each the child with most of the wanted text, while that is half of it."""
    node = next(page.root.iter("body"), page.root)
    path, goal = [node], 0.5 * _held(node, wanted)[0]
    while True:
        inner = [child for child in node if isinstance(child.tag, str) and child.tag not in ("script", "style")]
        best = max(inner, key=lambda child: _held(child, wanted)[0], default=None)
        if best is None or _held(best, wanted)[0] < max(goal, 1):
            return path
        node = best
        path.append(node)


def _held(node: Node, wanted: list[str]) -> tuple[int, int]:
    """Characters of the wanted paragraphs that the element holds, and of all its text."""
    text = fold(text_of(node))
    return sum(len(full) for full in wanted if full[:60] in text), len(text)


def _with_sections(node: Node) -> Node:
    """The element that holds all the sections of the article, where the node is one of several of the same classes
    (merdeka 2021 shows them one by one behind a pager)."""
    for inner in (node, *islice(node.iterancestors(), 3)):
        parent = inner.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        if any(_running_text(twin) > _SECTION and not is_teaser(twin) for twin in _twins(inner, parent)):
            return parent
    return node


def _twins(inner: Node, parent: Node) -> list[Node]:
    """The elements beside one whose classes are its own, some of the later sections' own aside."""
    names = set((inner.get("class") or "").split())
    return [
        sibling
        for sibling in parent
        if sibling is not inner
        and sibling.tag == inner.tag
        and names
        and len(names & (other := set((sibling.get("class") or "").split()))) == min(len(names), len(other)) > 0
    ]


def _running_text(node: Node) -> int:
    return sum(len(t.strip()) for t in node.itertext() if len(t.strip()) > 40)


def _densest(page: Page) -> Node | None:
    """The element whose own paragraphs and text nodes hold the most running text (Readability's idea, one level)."""
    scores: dict[Node, int] = {}
    for node in page.root.iter("p", "div", "td", "span", "article", "section", "font", "center"):
        own = sum(len(t.strip()) for t in (node.text, *(c.tail for c in node)) if t and len(t.strip()) > 40)
        if own:
            holder = node.getparent() if node.tag == "p" and node.getparent() is not None else node
            scores[holder] = scores.get(holder, 0) + own
    best = max(scores, key=lambda n: scores[n], default=None)
    return best if best is not None and scores[best] > _MIN_TEXT else None


def _read(page: Page, raw: RawArticle, container: Node, wanted: list[str], rule: str) -> None:
    fill_body(page, raw, [container], trim=partial(_trim, wanted=wanted))
    raw.body_witness = ("generic", rule)
    headline = raw.all("headline")
    raw.blocks = drop_repeats(raw.blocks, headline[0].value if headline else None, None)


def _trim(result: Walk, wanted: list[str]) -> None:
    """Cut what stands before the first and behind the last paragraph that trafilatura keeps.

    A sub-heading or short block right before a kept paragraph stays: trafilatura drops short bold lines.
    """
    if not wanted:
        return
    text = "\n".join(wanted)
    hits = [
        i for i, block in enumerate(result.blocks) if len(block.text) > 25 and (fold(block.text)[:60] in text)
    ]
    if not hits:
        return
    first, last = hits[0], hits[-1]
    while first > 0 and (_city_node(result.blocks[first - 1].text) or _is_running(result.blocks[first - 1])):
        first -= 1
    while (step := _to_next_running(result.blocks[last + 1 : last + _TAIL])) is not None:
        last += step + 1
    last += _listed(result.blocks[last], result.blocks[last + 1 :])
    result.dropped = [d for d in result.dropped if first <= d.before <= last]
    result.blocks = result.blocks[first : last + 2] + _related_tail(result.blocks[last + 2 : last + _TAIL])
    for dropped in result.dropped:
        dropped.before = max(0, dropped.before - first)


def _to_next_running(tail: list[TextBlock]) -> int | None:
    """How many blocks stand before the next paragraph, where that is near: furniture between does not count, since
    paging and inserts part the sections of an article."""
    others = 0
    for count, block in enumerate(tail):
        if _is_running(block):
            return count
        others += furniture(block.text) is None
        if others > 1:
            return None
    return None


def _listed(last: TextBlock, tail: list[TextBlock]) -> int:
    """How many short lines right behind the text are a list that ends it: prices, a timetable, requirements.

    trafilatura drops short lines. They are the article's where the last paragraph announces them by a colon, or where
    most of them are rows, items or hold figures.
    """
    lines = list(takewhile(lambda b: b.text and b.link_length < 0.3 * b.length and furniture(b.text) is None, tail))
    figures = sum(b.type in ("list_item", "table_row") or any(c.isdigit() for c in b.text) for b in lines)
    if lines and (last.text.endswith(":") or (len(lines) > 1 and figures >= 0.5 * len(lines))):
        return len(lines)
    return 0


def _related_tail(tail: list[TextBlock]) -> list[TextBlock]:
    """A labelled list of related stories right below the text ("Baca juga:" and its links, merdeka 2021)."""
    for start, block in enumerate(tail[:3]):
        found = furniture(block.text)
        if found and found.opens:
            return [block, *takewhile(lambda other: other.all_linked, tail[start + 1 :])]
    return []


def _is_running(block: TextBlock) -> bool:
    """A paragraph or list item of running text: what stands beside the kept ones in their element is of the article."""
    if block.link_length >= 0.3 * block.length:
        return False
    return block.type == "list_item" or (len(block.text) > 80 and block.text[-1] in '.!?"”’)…')


def _city_node(text: str) -> bool:
    return 2 < len(text) < 40 and text.rstrip().endswith(("-", "–", "—"))
