"""Which element holds the article's text, where no rule of its portal names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsbot.extractors.ruleless.folded import Wanted, fold_text
from newsbot.extractors.ruleless.teasers import is_teaser
from newsbot.extractors.ruleless.weights import RUN
from newsbot.language.dateline import split_dateline
from newsbot.language.text import is_closed
from newsbot.lexicon import class_words
from newsbot.pages.measures import HIDDEN, names_of, running_text
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

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
    (merdeka 2021 shows them one by one behind a pager), or where the opening has an element of its own (K2 of Joomla).
    """
    before = node.getprevious()
    if before is not None and class_words("opening").search(names_of(before)) and _is_in_box(node):
        return node.getparent()
    for inner in (node, *islice(node.iterancestors(), 3)):
        parent = inner.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        if any(
            running_text(twin, RUN + 1, enough=_SECTION) > _SECTION and not is_teaser(twin)
            for twin in (*_twins(inner, parent), *_folded_away(inner))
        ):
            return parent
    return node


def with_opening(node: Node) -> Node:
    """The element around the node where the text begins in it without one of its own: "Jakarta (ANTARA) - Petani ...
    <div><br>...</div>" (antara 2016), "<strong>Jakarta</strong> - <p>...</p>" (detik 2015)."""
    parent = node.getparent()
    if parent is None or parent.tag not in _BOXES or not _is_opening(_bare_text_before(node, parent)):
        return node
    return parent


_BOXES = ("div", "td", "section", "article")
_LONGEST_OPENING = 800
_OPENING_WORDS = 8


def _bare_text_before(node: Node, parent: Node) -> str:
    """What an element prints before one of its children, where that stands in no block; else nothing."""
    parts = [parent.text or ""]
    for sibling in parent:
        if sibling is node:
            return " ".join("".join(parts).split())
        if isinstance(sibling.tag, str) and sibling.tag not in _WITHIN_LINE:
            return ""
        parts += text_of(sibling) if isinstance(sibling.tag, str) else "", sibling.tail or ""
    return ""


_WITHIN_LINE = frozenset(("b", "strong", "em", "i", "u", "span", "font", "br", "a"))


def _is_opening(text: str) -> bool:
    """Whether a text is a sentence, or a dateline that waits for one."""
    if not text or len(text) > _LONGEST_OPENING:
        return False
    if len(text.split()) >= _OPENING_WORDS:
        return is_closed(text)
    found = split_dateline(f"{text} Warga", unknown=True) if text[-1] in "-–—" else None
    return found is not None and found.rest == "Warga"


def _is_in_box(node: Node) -> bool:
    return node.getparent() is not None and node.getparent().tag not in ("body", "html")


def _folded_away(inner: Node) -> Iterator[Node]:
    """What stands right behind an element, of its kind, and is hidden until a reader asks for the rest."""
    behind = next(inner.itersiblings(inner.tag), None)
    if behind is not None and HIDDEN.search(behind.get("style") or ""):
        yield behind


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
