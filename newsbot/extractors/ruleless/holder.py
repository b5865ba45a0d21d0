"""Which element holds the article's text, where no rule of its portal names it."""

from __future__ import annotations

from itertools import islice

from newsbot.extractors.ruleless.folded import Wanted, fold_text
from newsbot.extractors.ruleless.teasers import is_teaser
from newsbot.language.phrases import container_bin
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

MIN_TEXT = 200
"""Characters of running text below which an element holds no article."""
_SECTION = 150
"""Characters of running text of a section beside others."""


def holder_of(page: Page, wanted: list[str]) -> Node | None:
    """The element that holds the wanted paragraphs: from the innermost with most of their characters outwards, as
    long as an outer one adds more of them than other text.

    Single paragraphs stand elsewhere on the page: a consent banner, a promoted story, a pop-up.
    """
    folded = fold_text(next(page.root.iter("body"), page.root))
    found = Wanted.find(folded, wanted)
    path = _path_to_most(page, found)
    held = [(found.held(node), folded.length(node)) for node in path]
    total = held[0][0]
    chosen = len(path) - 1
    for outer in range(len(path) - 2, -1, -1):
        gain = held[outer][0] - held[chosen][0]
        extra = held[outer][1] - held[chosen][1]
        if gain > 0 and (gain >= _WORTH * extra or (gain >= _MUCH * total and gain >= _LEAST * extra)):
            chosen = outer
    return path[chosen]


_WORTH = 0.4
"""Share of wanted text in what an outer element adds, from which on it is the better holder."""
_MUCH = 0.3
"""Share of all wanted text that outweighs what stands between, lists of stories and advertisements."""
_LEAST = 0.1
"""Share below which what an outer element adds is the whole page: its footer is read as text (kompas 2023)."""


def _path_to_most(page: Page, found: Wanted) -> list[Node]:
    """The elements from the body down, each the child with most of the wanted text, while that is half of it."""
    node = next(page.root.iter("body"), page.root)
    path, goal = [node], 0.5 * found.held(node)
    while True:
        inner = [
            child for child in node if isinstance(child.tag, str) and child.tag not in ("script", "style")
        ]
        best = max(inner, key=found.held, default=None)
        if best is None or found.held(best) < max(goal, 1):
            return path
        node = best
        path.append(node)


def with_sections(node: Node) -> Node:
    """The element that holds all the sections of the article, where the node is one of several of the same classes
    (merdeka 2021 shows them one by one behind a pager)."""
    for inner in (node, *islice(node.iterancestors(), 3)):
        parent = inner.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        if any(running_text(twin) > _SECTION and not is_teaser(twin) for twin in _twins(inner, parent)):
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
        and len(names & (other := set((sibling.get("class") or "").split())))
        == min(len(names), len(other))
        > 0
    ]


def running_text(node: Node) -> int:
    """Characters of the text nodes that are longer than a label."""
    return sum(len(t.strip()) for t in node.itertext() if len(t.strip()) > 40)


def densest(page: Page) -> Node | None:
    """The element whose own paragraphs and text nodes hold the most running text (Readability's idea, one level)."""
    scores: dict[Node, int] = {}
    elsewhere: dict[Node, bool] = {}
    for node in page.root.iter("p", "div", "td", "span", "article", "section", "font", "center"):
        own = sum(len(t.strip()) for t in (node.text, *(c.tail for c in node)) if t and len(t.strip()) > 40)
        if not own:
            continue
        box = node.getparent()
        if box not in elsewhere:
            elsewhere[box] = _is_elsewhere(box)
        if not elsewhere[box]:
            holder = box if node.tag == "p" and box is not None else node
            scores[holder] = scores.get(holder, 0) + own
    best = max(scores, key=lambda n: scores[n], default=None)
    return best if best is not None and scores[best] > MIN_TEXT else None


def _is_elsewhere(box: Node | None) -> bool:
    """Whether a box is or stands in comments, a story list or a footer, by its boxes' own names."""
    for above in (box, *islice(box.iterancestors(), 7)) if box is not None else ():
        if above.tag in ("footer", "aside", "nav", "form"):
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        found = container_bin(names) if names.strip() else None
        if found and found[0] in ("comments", "related", "ad"):
            return True
    return False
