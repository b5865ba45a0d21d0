"""Which element holds the article of a page without rules, and which of its paragraphs are known to be the article's.

newsbot reads first: the element whose paragraphs weigh most. Where signs speak against it the arbiter is asked, then
the names that many templates give their bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsbot.extractors.body.caption import is_named_caption
from newsbot.extractors.body.picture import PICTURES, is_icon, is_portrait, is_thumbnail
from newsbot.extractors.kind import calls_itself
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.arbiter import note_unasked, told_paragraphs
from newsbot.extractors.ruleless.doubt import Reading, is_doubtful, named_bodies
from newsbot.extractors.ruleless.holder import holder_of, with_opening, with_sections
from newsbot.extractors.ruleless.weights import MIN_TEXT, RUN, Weights, weigh
from newsbot.extractors.witnesses.headings import is_titled, titles
from newsbot.language.text import is_closed
from newsbot.pages.around import behind
from newsbot.pages.measures import BLOCKS, running_text
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_DOUBTFUL = 800
"""Characters of the arbiter's text below which the densest element has a vote: it may be a caption only."""
_SHORT = 80
"""Characters of a text that is an article at all: the last page of one, a line of breaking news."""

PHOTOS = "paragraph of a page of pictures"
"""The rule that chose where a page has a single paragraph, and pictures."""


class Choice(NamedTuple):
    """The element of the article, the paragraphs in it that are known, folded, and the rule that chose it."""

    node: Node
    paragraphs: list[str]
    rule: str


def choose(page: Page, raw: RawArticle, heading: Node | None) -> Choice | None:
    """The element that holds the article, None where the page has no text; `heading` prints its headline."""
    weights = weigh(page)
    dense = weights.densest()
    own = None if dense is None else with_sections(with_opening(dense))
    if own is not None and not is_doubtful(Reading(page, weights, own, heading)):
        return Choice(_inline_holder(own, heading), [], "densest element")
    told = [] if note_unasked(page, raw) else told_paragraphs(page)
    chosen = next(_in_doubt(page, raw, own, told), None)
    if chosen is None:
        return _photo_text(page, heading, weights)
    if heading is not None and (below := _below_headline(page, heading, chosen.node, weights)) is not None:
        return Choice(below, [], "densest element below the headline")
    return chosen._replace(node=_inline_holder(_beside_columns(chosen.node, heading, weights), heading))


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
        is_side = before > RUN or _is_sidebar(column, rest, held)
        if held > MIN_TEXT and is_side and rest - before <= _REST * held:
            node = column
    return node


def _is_sidebar(column: Node, rest: int, held: int) -> bool:
    """Whether what stands behind a column is another of its grid, with little text and links to other stories."""
    behind = next(column.itersiblings("div", "aside"), None)
    if (
        behind is None
        or not 0 < rest <= _LITTLE * held
        or not _stem(column)
        or _stem(behind) != _stem(column)
    ):
        return False
    return len(list(islice(behind.iter("a"), _STORIES))) == _STORIES


def _stem(column: Node) -> str:
    """The name of a column without its width: "col-md-" of "col-md-8 utama"."""
    return _WIDTH.sub("", (column.get("class") or "").split(" ")[0]) if column.get("class") else ""


_WIDTH = re.compile(r"\d.*$")
_LITTLE = 0.15
_STORIES = 3


_REST = 0.3
"""Running text behind a column, against its own, from which on the article may go on there."""


def _below_headline(page: Page, heading: Node, node: Node, weights: Weights) -> Node | None:
    """The densest element behind the headline where the chosen one ends before that and holds hardly more: teasers of a
    sidebar that stands first."""
    if node in heading.iterancestors() or page.in_order([heading, node])[0] is heading:
        return None
    own = {other: size for other, size in weights.own.items() if size > MIN_TEXT}
    ordered = page.in_order([heading, *own]) if own else []
    behind = ordered[ordered.index(heading) + 1 :] if ordered else []
    behind += [
        above for above in heading.iterancestors() if above in own and above not in node.iterancestors()
    ]
    best = max(behind, key=lambda other: own[other], default=None)
    return best if best is not None and own[best] >= _NEARLY * weights.held.get(node, 0) else None


_NEARLY = 0.4
"""Share of the text above the headline that the text below it holds, from which on it is the article."""


def _in_doubt(page: Page, raw: RawArticle, own: Node | None, told: list[str]) -> Iterator[Choice]:
    """What else may be the article's element, the likeliest first; `told` are the arbiter's paragraphs."""
    total = sum(map(len, told))
    if own is not None and total < _DOUBTFUL and running_text(own, RUN + 1) > 2 * total > 0:
        yield Choice(own, [], "densest element")
    if total >= MIN_TEXT and (node := holder_of(page, told)) is not None:
        yield Choice(with_sections(with_opening(node)), told, "trafilatura text")
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


def _photo_text(page: Page, heading: Node | None, weights: Weights) -> Choice | None:
    """The one paragraph of a page of pictures: below the heading that the page's title repeats stand a picture and the
    whole sentences of a single element, in either order."""
    if heading is None or not is_titled(text_of(heading), titles(page)):
        return None
    nodes = list(behind(heading, _BESIDE_PICTURE))
    if not any(_is_shown(node) for node in nodes):
        return None
    texts = (node for node in nodes if weights.held.get(node, 0) > RUN and not is_named_caption(node))
    text = next((node for node in texts if next(node.iter(*PICTURES), None) is None), None)
    return Choice(text, [], PHOTOS) if _is_story(text) else None


def _is_shown(node: Node) -> bool:
    return node.tag in PICTURES and not (is_icon(node) or is_portrait(node) or is_thumbnail(node))


def _is_story(text: Node | None) -> bool:
    return text is not None and len(text_of(text)) >= _SHORT and is_closed(text_of(text))


_BESIDE_PICTURE = 40
"""Elements behind the heading among which a page of pictures says what they show."""
