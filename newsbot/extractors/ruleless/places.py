"""Where the elements of a page stand: their order, the headline's element, the body's, and whose a box between is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from newsbot.extractors.ruleless.teasers import is_teaser
from newsbot.language.element_names import container_bin
from newsbot.language.text import fold
from newsbot.lexicon import is_called
from newsbot.pages.measures import names_of, shown
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

_ELSEWHERE = frozenset(("related", "comments", "ad", "caption"))
_UNDER = 40
"""Elements behind the headline among which its own lines stand."""
_UNDER_INSIDE = 12
"""The same where the text's own box holds the headline."""
MOST_MENU = 300
"""Links from the top of a page among which its menu stands."""
_LONGEST_ENTRY = 30
_DEEPEST = 40
"""Elements above one that are asked whose it is."""


class Places:
    """The elements of a page by their order, with the places of its heading and the end of its body.

    `body` is the element that holds the text, None where none was found.
    """

    def __init__(self, page: Page, heading: Node, body: Node | None) -> None:
        self.page = page
        self.heading = heading
        self.body = body
        self.elements = page.elements
        self._place = {node: place for place, node in enumerate(self.elements)}
        self._above_heading = {heading, *heading.iterancestors()}
        self.start = self.of(heading)
        self.body_end = self.start if body is None else max(map(self.of, body.iter()))

    @cached_property
    def text_start(self) -> int:
        """The place where the text begins at the latest: its box, or close behind a headline inside that."""
        box = self.of(self.body)
        return min(box, self.start + _UNDER) if box > self.start else self.start + _UNDER_INSIDE

    @cached_property
    def menu(self) -> dict[str, list[Node]]:
        """The links of few letters at the top of the page, among which its menu stands, by their folded texts."""
        entries: dict[str, list[Node]] = {}
        for link in islice(self.page.tagged("a"), MOST_MENU):
            text = shown(link, _LONGEST_ENTRY) if len(link) else link.text
            if text and len(text) <= 2 * _LONGEST_ENTRY:  # a leaf's with the blanks around it
                entries.setdefault(fold(text), []).append(link)
        return entries

    def of(self, node: Node | None) -> int:
        """The place of an element in document order; 0 for none."""
        return 0 if node is None else self._place.get(node, 0)

    def between(self, first: int, last: int) -> Iterator[tuple[Node, int]]:
        """The elements from one place to before another, with their places."""
        first = max(first, 0)
        return ((node, place) for place, node in enumerate(self.elements[first : max(first, last)], first))

    def holds_heading(self, node: Node) -> bool:
        """Whether an element is the heading or holds it."""
        return node in self._above_heading

    def is_inside(self, node: Node) -> bool:
        """Whether an element stands inside the body's."""
        return self.body is not None and self.body in node.iterancestors()

    def is_elsewhere(
        self, node: Node, *, lists: bool = True, unless: Callable[[Node], bool] | None = None
    ) -> bool:
        """Whether an element stands in a picture's box, a story list, an advertisement or the comments.

        Without `lists` an entry of a story list counts for nothing; `unless` may say of a box that is named as related
        stories that it is none.
        """
        for above in (node, *islice(node.iterancestors(), _DEEPEST)):
            if above.tag in ("body", "html") or above is self.body or self.holds_heading(above):
                return False
            if above.tag in ("figure", "figcaption") or (lists and _is_entry(above)):
                return True
            names = names_of(above)
            named = _box(names)
            if named == "related" and unless is not None and unless(above):
                continue
            if named is not None or (above is not node and is_called(names, "picture")):
                return True
        return False


def _box(names: str) -> str | None:
    """The bin of a box that is no part of the story, by its names."""
    found = container_bin(names) if names.strip() else None
    return found[0] if found and found[0] in _ELSEWHERE else None


def _is_entry(node: Node) -> bool:
    return node.tag in ("li", "article") and is_teaser(node)
