"""The next story, which many portals append under the first one as the reader scrolls.

It comes with a heading, a date line and a body box of its own, often of the same classes, so every rule and every
extractor would read two articles as one. It leaves the tree before anything is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsbot.extractors.raw import LONGEST_REMOVED
from newsbot.extractors.witnesses.headings import is_titled, own_heading, titles
from newsbot.items import Removed
from newsbot.language.dates import parse_date
from newsbot.language.text import fold
from newsbot.pages.measures import UNSEEN, running_text
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import Layout

_RUN = 60
"""Characters of a text node that is running text."""
_STORY = 200
"""Characters of running text without which there is no story."""
_HEADING = 20
_HEADLINE = 35
"""Characters of a heading of the second order below which it is a sub-heading or the name of a box."""
_MAX_STORIES = 40


def cut_following(page: Page, layout: Layout | None) -> list[Removed]:
    """Take the stories behind the page's own out of its tree; gives each that was removed, by its heading."""
    headings = _headings(page, layout)
    if len(headings) < 2:
        return []
    own = own_heading(page, headings)
    first = fold(text_of(own))
    body = layout.body if layout else ()
    later = sorted(headings[headings.index(own) + 1 :], key=lambda node: _is_lower(node, layout))
    for heading in later[:_MAX_STORIES]:
        text = text_of(heading)
        is_lower = _is_lower(heading, layout)
        if len(text) < (_HEADLINE if is_lower else _HEADING) or fold(text) == first:
            continue
        box = _story_box(page, own, heading, body, is_lower)
        if box is not None:
            stories = [text, *_cut(page, box)]
            return [Removed("next story", "related", story[:LONGEST_REMOVED]) for story in stories]
    return []


def _is_lower(heading: Node, layout: Layout | None) -> bool:
    """Whether nothing but its place says that a heading is a story's: an h2 where no rule names headlines."""
    return layout is None and heading.tag == "h2"


def _headings(page: Page, layout: Layout | None) -> list[Node]:
    """The headings of the first order and what the layout's headline rule finds, in document order; a lower one where
    only that is titled (kompas 2015)."""
    found = set(page.tagged("h1"))
    for selector in layout.headline if layout else ():
        if nodes := [node for node in page.select(selector) if not isinstance(node, str)]:
            found.update(nodes)
            break
    known = titles(page)
    if found and not any(is_titled(text_of(node), known) for node in found):
        lower = (node for node in page.tagged("h2", "h3") if is_titled(text_of(node), known))
        found.update([node for node in lower if node not in found][:1])
    if layout is None:  # a page that no rule knows may head its next story lower than its own
        found.update([node for node in page.tagged("h2") if node not in found][:_MAX_STORIES])
    return page.in_order(found) if len(found) > 1 else list(found)


def _story_box(page: Page, own: Node, heading: Node, body: tuple[str, ...], is_lower: bool) -> Node | None:
    """The largest element that begins with the heading, where it is another story; a sub-heading of the story itself
    stands among its paragraphs and opens no box of its own."""
    box, above_own = heading, {own, *own.iterancestors()}
    while (
        (parent := box.getparent()) is not None and parent not in above_own and not _text_before(parent, box)
    ):
        box = parent
    if box is heading or not _holds_story(box) or not _reads_between(own, box):
        return None
    is_story = _is_lower_story(heading, box) if is_lower else _is_story(page, box, body)
    return box if is_story else None


def _is_lower_story(heading: Node, box: Node) -> bool:
    """Whether a box headed by an h2 is a story: its heading leads elsewhere, or its text stands in a box of its own or
    under a date line, and no box like it stands beside it; sections and entries of a live report come in rows."""
    link = next(heading.iter("a"), None)
    if link is not None and "-" in (link.get("href") or "") and text_of(link) == text_of(heading):
        return True
    mark = (box.tag, box.get("class"))
    rows = (other for other in _beside(box) if (other.tag, other.get("class")) == mark)
    if any(
        running_text(other, _RUN, enough=0) and next(other.iter("h2"), None) is not None for other in rows
    ):
        return False
    boxed = any(_holds_story(inner) for inner in box.iterdescendants("div", "section", "td"))
    return box.tag == "article" or boxed or _has_date(box)


def _beside(box: Node) -> Iterator[Node]:
    yield from box.itersiblings()
    yield from box.itersiblings(preceding=True)


def _text_before(parent: Node, child: Node) -> bool:
    """Whether running text stands in the parent before the child."""
    total = _own(parent.text)
    for sibling in parent:
        if sibling is child:
            break
        total += running_text(sibling, _RUN) + _own(sibling.tail)
    return total >= _RUN


def _holds_story(node: Node) -> bool:
    return running_text(node, _RUN, enough=_STORY) >= _STORY


def _own(text: str | None) -> int:
    size = len(text.strip()) if text else 0
    return size if size >= _RUN else 0


def _reads_between(own: Node, box: Node) -> bool:
    """Whether a story's text stands between the page's heading and the box: without it the box holds the story."""
    total = 0
    inside = False
    for node in own.getroottree().getroot().iter():
        if node is box:
            return total >= _STORY
        inside = inside or node is own
        if inside and isinstance(node.tag, str) and node.tag not in UNSEEN:
            total += _own(node.text) + _own(node.tail)
    return False


def _is_story(page: Page, box: Node, body: tuple[str, ...]) -> bool:
    """Whether the box is a whole story: an article element, one with its own date line or address, or one whose body
    has the classes of the first body."""
    if box.tag == "article" or next(box.iter("article", "time"), None) is not None:
        return True
    if any(page.select(selector, within=box) for selector in body):
        return True
    return _has_date(box) or _has_twin(box)


def _has_date(box: Node) -> bool:
    """Whether one of the box's short texts is a date line with a clock."""
    for node in list(box.iter())[:60]:
        text = text_of(node) if isinstance(node.tag, str) and len(node) < 6 else ""
        if 10 < len(text) < 110 and sum(c.isdigit() for c in text) >= 6:
            reading = parse_date(text, fallback=False)
            if reading and reading.value and reading.precision != "day":
                return True
    return False


def _has_twin(box: Node) -> bool:
    """Whether text of the box stands in an element of the same classes as one before it that holds a story."""
    names = {
        (node.tag, node.get("class"))
        for node in box.iterdescendants("div", "section", "td")
        if node.get("class") and _holds_story(node)
    }
    if not names:
        return False
    above = set(box.iterancestors())
    for node in box.getroottree().getroot().iter("div", "section", "td"):
        if node is box:
            return False
        if (node.tag, node.get("class")) in names and node not in above and _holds_story(node):
            return True
    return False


def _cut(page: Page, box: Node) -> list[str]:
    """Take out the box and the stories behind it, and give the headings of those; tags, bylines and pagers behind it
    are of the first story."""
    mark = (box.tag, box.get("class"))
    stories = [
        sibling
        for sibling in (box, *box.itersiblings())
        if sibling is box
        or (mark[1] and (sibling.tag, sibling.get("class")) == mark)
        or next(sibling.iter("h1"), None) is not None
    ]
    page.cut(stories)
    return list(filter(None, map(_heading_of, stories[1:])))


def _heading_of(story: Node) -> str:
    heads = (head for tag in ("h1", "h2", "h3") for head in story.iter(tag))
    return text_of(next(heads, story))
