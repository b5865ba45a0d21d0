"""Where a page's running text is: how much of it each element holds that may be the article's, and which holds most.

Runs of text are what tells an article from menus and lists of titles. What stands in links, in boxes that call
themselves comments, related stories or advertisements, and in entries of story lists is somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml import etree

from newsbot.extractors.ruleless.teasers import is_entry
from newsbot.extractors.whose import OTHERS, SITE, is_whole_page
from newsbot.language.element_names import container_bin
from newsbot.pages.measures import BLOCKS, HEADINGS, UNSEEN, names_of
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

RUN = 40
"""Characters up to which a run of text is a label."""
MIN_TEXT = 200
"""Characters of running text below which an element holds no article."""
_UNREAD = UNSEEN | {"textarea", "option", "title"}
_PARAGRAPHS = frozenset(("p", "li"))
"""Elements whose text counts for the one around them."""
_ONE_PARAGRAPH = 900
"""Characters below which a box without boxes in it is a paragraph."""
_LINES = 3
"""Line breaks with which a box holds several paragraphs."""
_PICTURES = frozenset(("figure", "figcaption"))
_NEAR = 8
"""Elements above a text whose names count: an advertisement that was never closed swallows the page."""


@dataclass(slots=True)
class Weights:
    """The running text of a page by its elements, in characters.

    `own` is what an element's paragraphs and its bare text hold, `held` what all of it holds at any depth, beside that
    `titles` in long headings and captions, and `theirs` in others' boxes.
    """

    own: dict[Node, int] = field(default_factory=dict)
    held: dict[Node, int] = field(default_factory=dict)
    titles: dict[Node, int] = field(default_factory=dict)
    theirs: dict[Node, int] = field(default_factory=dict)

    @property
    def sums(self) -> dict[str, dict[Node, int]]:
        """The text at any depth, by whose it is."""
        return {"own": self.held, "title": self.titles, "theirs": self.theirs}

    def all_of(self, node: Node) -> int:
        """Characters of an element's running text, whosever it is, titles aside."""
        return self.held.get(node, 0) + self.theirs.get(node, 0)

    def densest(self) -> Node | None:
        """The element whose own paragraphs hold the most (Readability's idea, one level); None where that is little."""
        best = max(self.own, key=lambda node: self.own[node], default=None)
        return best if best is not None and self.own[best] > MIN_TEXT else None

    def rival(self, node: Node) -> int:
        """The most that an element outside this one holds of its own."""
        return max((size for other, size in self.own.items() if not _holds(node, other)), default=0)


def weigh(page: Page) -> Weights:
    """The weights of a page's elements."""
    weights, owners = Weights(), _Owners()
    for block, size in _blocks(next(page.root.iter("body"), page.root)).items():
        sums = weights.sums[owners.of(block)]
        for above in (block, *block.iterancestors()):
            sums[above] = sums.get(above, 0) + size
        if sums is weights.held:
            holder = _around_lists(block.getparent()) if _is_paragraph(block, size) else block
            weights.own[holder] = weights.own.get(holder, 0) + size
    return weights


def _blocks(body: Node) -> dict[Node, int]:
    """The running text right in each block element, that in links aside."""
    found: dict[Node, int] = {}
    for box, size in _runs(body):
        block = _block_of(box)
        if block is not None:
            found[block] = found.get(block, 0) + size
    return found


def _runs(body: Node) -> Iterator[tuple[Node, int]]:
    """The runs of text that are no labels: the element around each, and its characters."""
    for node in body.iter(etree.Element):
        text, tail = node.text, node.tail
        if text and len(text) > RUN and node.tag not in _UNREAD and (size := _size(text)) > RUN:
            yield node, size
        if tail and len(tail) > RUN and node is not body and (size := _size(tail)) > RUN:
            yield node.getparent(), size


def _size(text: str) -> int:
    """The characters of a run as it is shown: blanks in a row are one, or two thousand would outweigh a story."""
    return len(" ".join(text.split()))


def _block_of(box: Node | None) -> Node | None:
    """The block element that an element is or stands in, None where a link stands between."""
    while box is not None and box.tag not in BLOCKS:
        if box.tag in ("a", "button"):
            return None
        box = box.getparent()
    return box


def _is_paragraph(block: Node, size: int) -> bool:
    """Whether a block is one paragraph, whose text counts for the element around it: a `p` or `li`, or any box of a
    little text and nothing else. One with line breaks is a text of its own (tempo 2015 sets all of it in one `p`)."""
    if block.getparent() is None or (size >= _ONE_PARAGRAPH and _has_lines(block)):
        return False
    return block.tag in _PARAGRAPHS or (
        size < _ONE_PARAGRAPH and not _has_blocks(block) and not _has_lines(block)
    )


def _around_lists(node: Node) -> Node:
    """The element for which a paragraph counts: an entry with paragraphs of its own is a section of the text around
    its list ("7 Warung Soto", each in an entry)."""
    entry = node
    while (
        node.tag in _LISTS and node.getparent() is not None and node.getparent().tag not in ("body", "html")
    ):
        node = node.getparent()
    return node if entry.tag == "li" else entry


_LISTS = frozenset(("li", "ul", "ol"))


def _has_lines(node: Node) -> bool:
    return len(list(islice(node.iter("br"), _LINES))) == _LINES


def _has_blocks(node: Node) -> bool:
    return next(node.iterdescendants(*BLOCKS), None) is not None


def _holds(node: Node, other: Node) -> bool:
    return other is node or node in other.iterancestors()


class _Owners:
    """Whose the text of blocks is, by the names and tags of the boxes around them; most of those stand around several
    blocks and are asked once."""

    def __init__(self) -> None:
        self._known: dict[Node, str | None] = {}

    def of(self, block: Node) -> str:
        """The article's `own`, a `title` of a text or a picture, or `theirs`, of comments, story lists, advertisements
        and the site."""
        if block.tag in HEADINGS:
            return "title"
        for above in chain((block,), islice(block.iterancestors(), _NEAR - 1)):
            if above not in self._known:
                self._known[above] = _called(above)
            if owner := self._known[above]:
                return owner
        return "own"


def _called(box: Node) -> str | None:
    """Whose the text of a box is by what it is and calls itself, None where that says nothing."""
    if box.tag in SITE or (box.tag == "form" and not is_whole_page(box)):
        return "theirs"
    names = names_of(box)
    found = container_bin(names) if names.strip() else None
    if box.tag in _PICTURES or (found and found[0] == "caption"):
        return "title"
    return "theirs" if (found and found[0] in OTHERS) or is_entry(box) else None
