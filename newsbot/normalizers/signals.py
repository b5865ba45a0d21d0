"""Signs for and against a record: its headline, its date and its text, each held against what else the page says.

Every sign is a number from 0 (silent) to 1. They are read from the strings of the page and the record alone: nothing
is looked for in the tree again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import RawArticle, Witness
from newsbot.extractors.witnesses.headings import FEWEST_IN_SLUG, shared_words, slug_words
from newsbot.items import Article, FieldSource
from newsbot.language.text import fold, is_closed
from newsbot.lexicon import class_words
from newsbot.pages.selectors import Node


def read_signals(raw: RawArticle, article: Article) -> dict[str, float]:
    """What each sign says of a record, 0 to 1."""
    evidence = Evidence(raw, article)
    return {name: float(read(evidence)) for name, read in SIGNALS.items()}


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


def _share(words: list[str], among: frozenset[str]) -> float:
    return sum(word in among for word in words) / (len(words) or 1)


def _headline_contradicted(e: Evidence) -> float:
    """The share of what machines are told of the headline that is another one, a site's suffix aside."""
    stated = [fold(c.value) for c in e.raw.all("headline") if not c.printed]
    return sum(not _is_one(e.head, title) for title in stated) / (len(stated) or 1)


def _is_one(head: str, title: str) -> bool:
    shorter, longer = sorted((head, title), key=len)
    return shorter in longer and len(shorter) >= _LEAST_OF_TITLE * len(longer)


_LEAST_OF_TITLE = 0.5
"""Share of a stated title that a headline must be of to be the same one."""


def _address_of_another(e: Evidence) -> float:
    return bool(e.slug) and e.in_slug < _OWN_ADDRESS


_OWN_ADDRESS = 0.35
"""Share of an address's words below which it was not made of the headline, nor of an earlier one."""


def _headline_untold(e: Evidence) -> float:
    """The share of the headline's words that the text never says."""
    words = telling(e.head)
    return 1 - _share(words, e.said) if words else 0.0


def _summary_untold(e: Evidence) -> float:
    """The share of the summary's words that the text never says."""
    words = telling(e.article.description or "")[:_SUMMARY]
    return 1 - _share(words, e.said) if words else 0.0


_SUMMARY = 40
"""Words of a summary that are compared."""


def _date_agreed(e: Evidence) -> float:
    source = e.source("date_published")
    return bool(source and source.agrees)


def _date_contradicted(e: Evidence) -> float:
    source = e.source("date_published")
    return bool(source and source.disagrees and not source.agrees)


_DOUBTS = frozenset(
    ("weekday_mismatch", "impossible_day", "impossible_time", "improbable_year", "date_fallback")
)
_OTHER_DAY = frozenset(("date_contradicts_url",))
_MISFITS = frozenset(("layout_suspect", "body_disagrees", "body_unchecked"))


def _is_address_alone(e: Evidence) -> float:
    source = e.source("date_published")
    return source is not None and source.witness == "url"


def _date_told(e: Evidence) -> float:
    """Whether the text names a day of the week before, as a report of what happened does."""
    return any(-1 <= days <= _WEEK for days in e.told_days)


def _date_far_from_told(e: Evidence) -> float:
    return bool(e.told_days) and min(map(abs, e.told_days)) > _FAR


_WEEK, _FAR = 7, 20


def _read_by(witness: Witness) -> Callable[[Evidence], float]:
    return lambda e: e.raw.body.is_read_by(witness)


def _short_text(e: Evidence) -> float:
    return max(0.0, 1 - e.article.word_count / _ENOUGH)


_ENOUGH = 150
"""Words from which a text is not short."""


def _linked(e: Evidence) -> float:
    """The share of the text that stands in links."""
    return min(1.0, sum(b.link_length for b in e.blocks) / (sum(b.length for b in e.blocks) or 1))


def _title_in_text(e: Evidence) -> float:
    return any(map(_is_title, e.prose))


def _is_title(text: str) -> bool:
    """Whether a paragraph is printed as headlines are: no full stop, most words with a capital."""
    words = text.split()
    if is_closed(text, also=":;,") or not _SCRAP <= len(words) <= _LONGEST_TITLE:
        return False
    return 2 * sum(word[0].isupper() for word in words) > len(words)


_SCRAP, _LONGEST_TITLE = 6, 20
"""Words below which a paragraph is a label, and above which it is no headline."""


def _scraps(e: Evidence) -> float:
    return sum(len(text.split()) < _SCRAP for text in e.prose) / (len(e.prose) or 1)


def _other_box(e: Evidence) -> float:
    """Whether a part of the text stands in a box of its own."""
    return len(set(e.holders)) > 1


def _changes_of_box(e: Evidence) -> float:
    return sum(a != b for a, b in pairwise(e.holders)) / (len(e.holders) or 1)


def _text_stated(e: Evidence) -> float:
    """The share of words that the text and JSON-LD's text have in common; 0 without one."""
    return len(e.stated & e.said) / (len(e.stated | e.said) or 1)


def _other_text_stated(e: Evidence) -> float:
    return 1 - _text_stated(e) if e.raw.first("article_body") else 0.0


SIGNALS: dict[str, Callable[[Evidence], float]] = {
    "headline missing": lambda e: not e.head,
    "headline contradicted": _headline_contradicted,
    "headline in address": lambda e: e.in_slug,
    "address of another headline": _address_of_another,
    "headline untold": _headline_untold,
    "summary untold": _summary_untold,
    "date missing": lambda e: not e.article.date_published,
    "date without clock": lambda e: e.article.date_published_precision == "day",
    "date in address alone": _is_address_alone,
    "date agreed": _date_agreed,
    "date told": _date_told,
    "date contradicted": _date_contradicted,
    "date doubted": lambda e: e.has(_DOUBTS),
    "address of another day": lambda e: e.has(_OTHER_DAY),
    "date far from told": _date_far_from_told,
    "text by layout": _read_by("layout"),
    "text by data": _read_by("structured"),
    "text stated": _text_stated,
    "another text stated": _other_text_stated,
    "short text": _short_text,
    "layout doubted": lambda e: e.has(_MISFITS),
    "linked": _linked,
    "title in text": _title_in_text,
    "open paragraph": lambda e: e.open_paragraphs > 0,
    "open paragraphs": lambda e: e.open_paragraphs,
    "scraps": _scraps,
    "another box": _other_box,
    "changes of box": _changes_of_box,
}
"""The signs by name; what each weighs stands in `newsbot.normalizers.confidence`."""
