"""What signs for and against a record are read from: the record beside the strings that the page says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.witnesses.headings import FEWEST_IN_SLUG, shared_words, slug_words
from newsbot.items import Article, FieldSource
from newsbot.language.text import fold, is_closed
from newsbot.lexicon import class_words
from newsbot.pages.selectors import Node

_TELLING = re.compile(r"[^\W\d_]{4,}")
"""Words that tell one story from another; shorter ones stand in any."""


def telling(text: str) -> list[str]:
    """The telling words of a text, in lower case.

    >>> telling("Harga beras di Pasar Induk naik lagi")
    ['harga', 'beras', 'pasar', 'induk', 'naik', 'lagi']
    """
    return _TELLING.findall(text.lower())


@dataclass(frozen=True)
class Evidence:
    """A record beside the raw article it was made of, with what several signs ask for."""

    raw: RawArticle
    article: Article

    @cached_property
    def head(self) -> str:
        """The headline, folded."""
        return fold(self.article.headline or "")

    @cached_property
    def paragraphs(self) -> list[str]:
        """The texts of paragraphs and quotes."""
        return [b.text for b in self.article.blocks if b.type in ("paragraph", "quote") and b.text]

    @cached_property
    def prose(self) -> list[str]:
        """The paragraphs without lines that are a list by right: behind a colon, rows of figures or of labels with what
        they announce (a team, a life), the times of a report's entries."""
        kept: list[str] = []
        labelled = [text for text in self.paragraphs if _LABELLED.match(text) and _is_open(text)]
        rows = frozenset(labelled if len(labelled) >= _ROWS else ())
        told = [text for text in self.paragraphs if text not in rows and not _TIME.fullmatch(text)]
        for is_open, run in groupby(told, _is_open):
            lines = list(run)
            if not (is_open and _is_list(lines, kept[-1:])):
                kept += lines
        return kept

    @cached_property
    def blocks(self) -> list[TextBlock]:
        """The blocks with text, as they were walked."""
        return [block for block in self.raw.body.blocks if block.text]

    @cached_property
    def holders(self) -> list[Hashable]:
        """Of each paragraph which element holds it among others, as far as that tells of another box.

        Sections of one class are one box, the opening may stand before the text's, and lists, tables and headings have
        boxes of their own.
        """
        listed = set(self.paragraphs).difference(self.prose)
        boxes = Counter(id(block.box) for block in self.blocks)
        told = [
            b for b in self.blocks if b.type in _TELLING_TYPES and b.box is not None and b.text not in listed
        ]
        found = [_holder(block, is_alone=boxes[id(block.box)] == 1) for block in told]
        if len(found) > 1 and _opens(*found[:2]):
            del found[0]
        return [_kind_of(node) for node in found]

    @cached_property
    def said(self) -> frozenset[str]:
        """The telling words of the text."""
        return frozenset(telling(self.article.article_body))

    @cached_property
    def stated(self) -> frozenset[str]:
        """The telling words of JSON-LD's text."""
        return frozenset(telling(self.raw.first("article_body") or ""))

    @cached_property
    def open_paragraphs(self) -> float:
        """The share of paragraphs that end without a mark, as labels and titles do."""
        return sum(map(_is_open, self.prose)) / (len(self.prose) or 1)

    @cached_property
    def slug(self) -> frozenset[str]:
        """The words of the address, empty where they are too few to tell."""
        found = slug_words(self.article.url or self.article.canonical_url)
        return found if len(found) >= FEWEST_IN_SLUG else frozenset()

    @cached_property
    def in_slug(self) -> float:
        """The share of the address's words that the headline holds."""
        return shared_words(self.slug, self.head) / (len(self.slug) or 1)

    @cached_property
    def told_days(self) -> list[int]:
        """How many days before publication the whole dates lie that the text names."""
        published = self.article.date_published
        whole = (m.date for m in self.article.date_mentions if m.relative_to is None and m.precision == "day")
        return [_days(published, day) for day in whole if day] if published else []

    def source(self, name: str) -> FieldSource | None:
        """Where a field's value came from."""
        return self.article.metadata.fields.get(name)

    def has(self, codes: frozenset[str]) -> bool:
        """Whether one of the problems was noted."""
        return any(problem.code in codes for problem in self.article.metadata.problems)


def _is_open(text: str) -> bool:
    return not is_closed(text, also=":;,")


def _is_list(lines: list[str], before: list[str]) -> bool:
    if before and before[0].endswith(":"):
        return True
    figures = sum(any(map(str.isdecimal, line)) for line in lines)
    return len(lines) >= _ROWS and figures >= _FIGURES * len(lines)


_ROWS = 3
"""Lines behind one another from which on they may be a list that nothing announces."""
_FIGURES = 0.6
"""Share of the lines of such a list that have figures."""


_LABELLED = re.compile(r"[^\W\d_][^:.!?]{1,40}: \S")
_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?WI(?:B|TA?))?", re.IGNORECASE)
_TELLING_TYPES = frozenset(("paragraph", "quote"))


def _opens(first: Node, second: Node) -> bool:
    """Whether the text's first paragraph stands right before the box of the others: in the element around that, or in
    one that is called the opening's."""
    if first is None or second is None or first is second:
        return False
    return first in second.iterancestors() or bool(class_words("opening").search(first.get("class") or ""))


def _kind_of(box: Node) -> Hashable:
    """What makes two boxes one: their class, and without one the element around them."""
    if box is None:
        return None
    return (box.tag, box.get("class")) if box.get("class") else (box.tag, id(box.getparent()))


def _holder(block: TextBlock, *, is_alone: bool) -> Node:
    """The element around a block's own one, lists and tables aside; where bare text is split by line breaks its element
    holds several blocks and is the holder."""
    box = block.box
    if box is not None and is_alone:
        box = box.getparent()
    while box is not None and box.tag in _WITHIN_TEXT:
        box = box.getparent()
    return box


_WITHIN_TEXT = frozenset("p ul ol li table tbody tr td th blockquote dl dt dd".split())


def _days(published: str, day: str) -> int:
    return (date.fromisoformat(published[:10]) - date.fromisoformat(day)).days
