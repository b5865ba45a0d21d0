"""Whether the own reading of a page is to be trusted: signs that do not hang on one another must agree.

The element whose paragraphs weigh most is the article's where no other weighs nearly as much, little else stands in it,
its headline stands above it and no class name points elsewhere. The limits come from real pages of many portals and
years, and from the same pages with their names and boxes changed (`benchmarks/mutations.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from newsbot.extractors.ruleless.weights import MIN_TEXT, Weights
from newsbot.lexicon import cached, words
from newsbot.pages.measures import link_share, running_text
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

_SHORT = 300
"""Characters of running text below which a caption or a consent banner may weigh as much."""
_RIVAL = 0.4
"""Share of its text that another element's paragraphs hold, from which on either may be the article."""
_SPLIT = 0.3
"""Share of its text that stands in one element's paragraphs, below which the text is put together of pieces."""
_MIXED = 0.15
"""Running text of others' boxes inside, against its own."""
_WIDER = 0.1
"""Share of its text that an outer element adds, from which on it is asked as well."""
_WORTH = 0.5
"""Share of running text in what an outer element adds, from which on that belongs to the article."""
_AROUND = 4
"""Elements above it that are asked."""
_NAMED_MORE, _NAMED_LESS = 1.15, 0.9
"""Shares of its text that an element with a body's name holds outside and inside it, where both mean the same text."""
_LINKED = 0.3
_LOOSE = 1.6
"""All its text, long titles aside, against its running text, from which on it holds a page's furniture."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An own reading: the element of the article, the weights that told it, and the headline's element."""

    page: Page
    weights: Weights
    node: Node
    heading: Node | None

    @property
    def held(self) -> int:
        """Characters of its running text."""
        return self.weights.held[self.node]


def is_doubtful(reading: Reading) -> bool:
    """Whether any sign speaks against the reading."""
    return any(sign(reading) for sign in SIGNS.values())


def named_bodies(page: Page) -> Iterator[tuple[str, Node]]:
    """The elements that a class name of many templates calls a body, with the selector; likeliest names first."""
    return ((selector, node) for selector in _body_selectors() for node in page.select(selector))


@cached
def _body_selectors() -> tuple[str, ...]:
    return (
        "[itemprop=articleBody]",
        *(f".{name}" for name in words("element_names.body.classes")),
        "article",
    )


def _is_short(reading: Reading) -> bool:
    return reading.held < _SHORT


def _is_mixed(reading: Reading) -> bool:
    """Whether others' boxes stand in the element: it is the page's, not the article's."""
    return reading.weights.theirs.get(reading.node, 0) > _MIXED * reading.held


def _has_no_headline(reading: Reading) -> bool:
    """Whether no heading is known, or the text stands above it."""
    heading, node = reading.heading, reading.node
    if heading is None:
        return True
    return node not in heading.iterancestors() and reading.page.in_order([heading, node])[0] is node


def _has_rival(reading: Reading) -> bool:
    return reading.weights.rival(reading.node) > _RIVAL * reading.held


def _is_split(reading: Reading) -> bool:
    own = max(size for node, size in reading.weights.own.items() if _is_in(node, reading.node))
    return own < _SPLIT * reading.held


def _is_in(node: Node, outer: Node) -> bool:
    return node is outer or outer in node.iterancestors()


def _is_named_elsewhere(reading: Reading) -> bool:
    """Whether elements have a body's name and none of them holds just this text."""
    held = reading.weights.held
    named = [node for _, node in named_bodies(reading.page) if held.get(node, 0) > MIN_TEXT]
    return bool(named) and not any(_is_same_text(node, reading) for node in named)


def _is_same_text(named: Node, reading: Reading) -> bool:
    held = reading.weights.held[named]
    if _is_in(reading.node, named):
        return held <= _NAMED_MORE * reading.held
    return _is_in(named, reading.node) and held >= _NAMED_LESS * reading.held


def _goes_on_outside(reading: Reading) -> bool:
    """Whether an element close around adds running text, and little else: paragraphs in boxes of their own."""
    held, total = reading.held, -1
    for outer in islice(reading.node.iterancestors(), _AROUND):
        if outer.tag in ("body", "html"):
            return False
        gain = reading.weights.held[outer] - held
        if gain < _WIDER * held:
            continue
        total = running_text(reading.node) if total < 0 else total
        if gain >= _WORTH * (running_text(outer) - total):
            return True
    return False


def _is_linked(reading: Reading) -> bool:
    return link_share(reading.node) > _LINKED


def _is_loose(reading: Reading) -> bool:
    most = int(_LOOSE * reading.held) + reading.weights.titles.get(reading.node, 0)
    return running_text(reading.node, enough=most) > most


SIGNS: dict[str, Callable[[Reading], bool]] = {
    "short": _is_short,
    "rival": _has_rival,
    "split": _is_split,
    "mixed": _is_mixed,
    "headline": _has_no_headline,
    "named elsewhere": _is_named_elsewhere,
    "loose": _is_loose,
    "linked": _is_linked,
    "goes on outside": _goes_on_outside,
}
"""The signs against a reading, the cheap ones first."""
