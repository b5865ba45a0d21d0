"""The second opinion on which text of a page is the article: trafilatura's, where the own reading is in doubt.

trafilatura knows pages of the whole world and costs some twenty parses; newsbot finds the element that holds the text
it names and walks that itself.
"""

from __future__ import annotations

import logging
from typing import Any

from lxml import etree

from newsbot.extractors.listed import whole
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.teasers import drop, drop_teasers
from newsbot.language.element_names import container_bin
from newsbot.language.text import fold
from newsbot.pages.bounds import IS_DEEP
from newsbot.pages.measures import HIDDEN, names_of, shown
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

MOST_ELEMENTS = 8_000
"""Elements of a page that is asked about, four times those of the largest honest one seen: each costs trafilatura a
tenth of a millisecond, and text between line breaks the square of their number (48,000 of them 18 seconds)."""
_LABEL = 40
"""Characters of a line that is no paragraph."""


def note_unasked(page: Page, raw: RawArticle) -> bool:
    """Whether a page is too large to be asked about; noted as `body_unchecked`."""
    number = len(page.elements)
    if number > MOST_ELEMENTS:
        detail = f"{number} elements, of at most {MOST_ELEMENTS} trafilatura is asked"
        raw.problem("body_unchecked", "article_body", detail)
    return number > MOST_ELEMENTS


def told_paragraphs(page: Page) -> list[str]:
    """The paragraphs, folded, of the text that trafilatura takes for the article; notices of the site's are none."""
    lines = (fold(line.strip("-• ")) for line in (told_text(page) or "").splitlines())
    return [
        line
        for line in lines
        if len(line) > _LABEL and line[0] != "|" and not whole("notices").fullmatch(line)
    ]


def told_text(page: Page) -> str | None:
    """The text that trafilatura takes for the article, paragraphs on lines of their own, or None.

    It reads the tree as it stands, without comments and following stories, and without the entries of story lists:
    it would take an `article` element of another story for this one, and excerpts for paragraphs.
    """
    import trafilatura
    from lxml import html

    # it tells of every page it gives up, to nobody's use
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = html.document_fromstring(
            etree.tostring(page.root, encoding="utf-8", method="html"),
            parser=_parser(),
        )
        etree.strip_elements(tree, *_MUTE, with_tail=False)
        _drop_comments(tree)
        _drop_hidden(tree)
        drop_teasers(tree)
        text = trafilatura.extract(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            include_images=False,
            deduplicate=False,
            # its second reading asks each element for all links in it, at each level anew
            fast=bool(IS_DEEP(tree)),
            output_format="txt",
        )
    except Exception:  # noqa: BLE001 - a third-party extractor on hostile bytes: its failure is no answer
        return None
    return text if isinstance(text, str) else None


def _parser() -> Any:
    """A parser whose elements are lxml.html's, as trafilatura asks, and all of one class: to look a class up by the tag
    runs Python code for each element at each touch."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


_MUTE = ("script", "style", "svg")
"""Elements that hold no text, which each of trafilatura's readings passes over for itself."""


def _drop_comments(root: Node) -> None:
    """Take readers' comments out, which trafilatura knows by their English names only; not what holds a headline, for
    the word may name the whole page."""
    for box in [node for node in root.iter("div", "section", "ul", "ol", "aside") if _is_comments(node)]:
        if next(box.iter("h1", "article"), None) is None:
            drop(box)


def _drop_hidden(root: Node) -> None:
    """Take short hidden boxes without a paragraph out: what a script shows when it is asked, the beginning of the next
    story. A part of the article that is folded away has paragraphs."""
    for box in _STYLED(root):
        is_plain = next(box.iter("p", "br"), None) is None
        if is_plain and HIDDEN.search(box.get("style")) and shown(box, _SHORT_BOX) is not None:
            drop(box)


_STYLED = etree.XPath("//body//*[contains(@style, 'none')]")
_SHORT_BOX = 500
"""Characters of a box that holds no rest of an article."""


def _is_comments(node: Node) -> bool:
    names = names_of(node)
    found = container_bin(names) if names else None
    return found is not None and found[0] == "comments"
