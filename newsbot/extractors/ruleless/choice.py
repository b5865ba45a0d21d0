"""Which element holds the article of a page without rules, and which of its paragraphs are known to be the article's.

newsbot reads first: the element whose paragraphs weigh most. Where signs speak against it the arbiter is asked, then
the names that many templates give their bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsbot.extractors.kind import calls_itself
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.arbiter import told_paragraphs
from newsbot.extractors.ruleless.doubt import Reading, is_doubtful, named_bodies
from newsbot.extractors.ruleless.holder import holder_of, with_sections
from newsbot.extractors.ruleless.weights import MIN_TEXT, RUN, Weights, weigh
from newsbot.extractors.witnesses.headings import is_titled, titles
from newsbot.language.text import is_closed
from newsbot.pages.measures import BLOCKS, running_text
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_DOUBTFUL = 800
"""Characters of the arbiter's text below which the densest element has a vote: it may be a caption only."""
_SHORT = 80
"""Characters of a text that is an article at all: the last page of one, a line of breaking news."""


class Choice(NamedTuple):
    """The element of the article, the paragraphs in it that are known, folded, and the rule that chose it."""

    node: Node
    paragraphs: list[str]
    rule: str


def choose(page: Page, raw: RawArticle, heading: Node | None) -> Choice | None:
    """The element that holds the article, None where the page has no text; `heading` prints its headline."""
    weights = weigh(page)
    dense = weights.densest()
    own = None if dense is None else with_sections(dense)
    if own is not None and not is_doubtful(Reading(page, weights, own, heading)):
        return Choice(_inline_holder(own, heading), [], "densest element")
    chosen = next(_in_doubt(page, raw, own, told_paragraphs(page)), None)
    return chosen and chosen._replace(
        node=_inline_holder(_beside_columns(chosen.node, heading, weights), heading)
    )


def _inline_holder(node: Node, heading: Node | None) -> Node:
    """The inline element in the chosen one that holds its text, parted by line breaks: a label of ASP.NET, beside
    whose text the cell prints title, picture, counts and other stories in labels of their own."""
    if heading is None or node not in heading.iterancestors():
        return node  # what stands beside the text are its own last lines
    for inner in islice(node.iterdescendants("span", "font"), _MOST_LABELS):
        if len(list(islice(inner.iter("br"), 2))) == 2 and next(inner.iterdescendants(*BLOCKS), None) is None:
            held = running_text(inner, RUN + 1)
            if held > MIN_TEXT and held >= _NEARLY_ALL * running_text(node, RUN + 1):
                return inner
    return node


_MOST_LABELS = 20
_NEARLY_ALL = 0.8
"""Share of the running text: beside it stand the caption and a summary at most."""


def _beside_columns(node: Node, heading: Node | None, weights: Weights) -> Node:
    """The column in the element that holds headline and text, where another column of text stands before it: grids of
    Bootstrap print the sidebar first and push it to the right."""
    path = [] if heading is None else [heading, *heading.iterancestors()]
    for column in reversed(path[: path.index(node)] if node in path else []):
        held = weights.held.get(column, 0)
        rest = weights.all_of(node) - weights.all_of(column)
        before = sum(map(weights.all_of, column.itersiblings(preceding=True)))
        if held > MIN_TEXT and before > RUN and rest - before <= _REST * held:
            node = column
    return node


_REST = 0.3
"""Running text behind a column, against its own, from which on the article may go on there."""


def _in_doubt(page: Page, raw: RawArticle, own: Node | None, told: list[str]) -> Iterator[Choice]:
    """What else may be the article's element, the likeliest first; `told` are the arbiter's paragraphs."""
    total = sum(map(len, told))
    if own is not None and total < _DOUBTFUL and running_text(own, RUN + 1) > 2 * total > 0:
        yield Choice(own, [], "densest element")
    if total >= MIN_TEXT and (node := holder_of(page, told)) is not None:
        yield Choice(with_sections(node), told, "trafilatura text")
    for selector, node in named_bodies(page):
        if running_text(node, RUN + 1, enough=MIN_TEXT) > MIN_TEXT:
            yield Choice(node, [], selector)
    if own is not None:
        yield Choice(own, [], "densest element")
    elif calls_itself(raw, "article") and (short := _short_holder(page, told)) is not None:
        yield Choice(short, told, "short text below the headline")


def _short_holder(page: Page, told: list[str]) -> Node | None:
    """The element of a text too short to be told by its length, of a page that calls itself an article: whole sentences
    stand behind the heading that its title repeats."""
    sentences = [line for line in told if is_closed(line)]
    if not 2 <= len(sentences) == len(told) or sum(map(len, sentences)) < _SHORT:
        return None
    known = titles(page)
    heading = next((node for node in page.tagged("h1", "h2") if is_titled(text_of(node), known)), None)
    node = holder_of(page, told)
    if heading is None or node is None or node.tag in ("body", "html"):
        return None
    is_below = node in heading.iterancestors() or page.in_order([node, heading])[0] is heading
    return node if is_below else None
