"""What a pager says in print: that the page at hand is the first of several, though no link leads on ("1 dari 6")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsbot import lexicon
from newsbot.language.element_names import container_bin
from newsbot.language.text import fold
from newsbot.pages.measures import UNSEEN, names_of
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

_LONGEST = 60
"""Characters of a pager in print: its label, some ten numbers, and words that lead on."""
_CLIMB = 3
"""Elements above its own in which a pager's parts stand together: a label, a list and its items (merdeka 2021)."""
_MOST = 60
"""Pages or pictures of one article."""
_MOST_TRIED = 200
"""Places of a page that are looked at: none has so many that begin as a pager does."""
_BETWEEN = rb"(?:[\s|]|&nbsp;|\xc2\xa0|<[^<>]{0,200}>)"
_NEAR = 200
"""Bytes before a word within which its number stands."""
_OTHERS = frozenset(("comments", "related", "ad", "promo"))
_ASIDE = frozenset(("aside", "footer", "select", "form"))


class Pager(NamedTuple):
    """The number of this page or picture, how many there are, which of both is counted, and whether words behind it
    lead on ("Next")."""

    here: int
    last: int
    of_pictures: bool = False
    leads_on: bool = False

    @property
    def notation(self) -> str:
        return f"{self.here} of {self.last}" + (" pictures" if self.of_pictures else "")


def printed_pager(page: Page) -> Pager | None:
    """What the page's pager says where it is not the last of several; None where none says so.

    A pager is a short text of its own: a number of so many ("1 of 8 Next", "Halaman 1/4", "1 dari 8 foto") or a label
    with numbers that count up from one ("Halaman: 1 2 3"). Counters of different numbers stand in a document that holds
    all of its pages, and so does a later number that leads nowhere: it parts two of them (liputan6 2021). A pager among
    comments or other stories is not the article's.
    """
    if not _may_print(page.source):
        return None
    found = list(dict.fromkeys(islice(_pagers(page.root), _MOST)))
    if len({pager.here for pager in found}) != 1:
        return None
    pager = max(found, key=lambda pager: pager.leads_on)
    return pager if pager.here < pager.last <= _MOST and (pager.here == 1 or pager.leads_on) else None


def _may_print(source: bytes) -> bool:
    """A search in the page's bytes: numbers beside a pager's words, whatever markup is between."""
    of, label, before = _in_bytes()
    if any(pattern.search(source) for pattern in label):
        return True
    found = (match.start() for pattern in of for match in pattern.finditer(source))
    return any(before.search(source, max(0, start - _NEAR), start) for start in found)


@lexicon.cached
def _in_bytes() -> tuple[list[re.Pattern[bytes]], list[re.Pattern[bytes]], re.Pattern[bytes]]:
    """A pattern for each word between numbers and for each label, which it begins with: such a search is as fast as one
    for the word. The first letter of a label may be a capital, so it is left out. And one for what stands before such a
    word, a number that begins a text or follows a label."""
    behind = _BETWEEN + rb"{1,8}\d"
    label = rb"[:.\s]*+" + _BETWEEN + rb"{0,8}1(?:/\d|" + behind + rb")"
    units = lexicon.any_of("furniture.pager.label", "furniture.pager.pictures").encode()
    return (
        [re.compile(word.encode() + behind) for word in lexicon.words("furniture.pager.of")],
        [re.compile(word[1:].encode() + label) for word in lexicon.words("furniture.pager.lists")],
        re.compile(rb"(?:>\s*+|(?i:" + units + rb")[\s:.]*+)\d{1,2}" + _BETWEEN + rb"{1,8}\Z"),
    )


def _pagers(root: Node) -> Iterator[Pager]:
    for element in islice(_beginnings(root), _MOST_TRIED):
        if (pager := _above(element)) and not _is_among_others(element):
            yield pager


def _beginnings(root: Node) -> Iterator[Node]:
    """The elements with a run of text of their own that may be the beginning of a pager."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            if _begins(element.text):
                yield element
            if _begins(element.tail):
                yield element.getparent()


def _begins(text: str | None) -> bool:
    """Whether an element's own text may be the beginning of a pager."""
    if not text or len(text) > _LONGEST:
        return False
    return bool(_beginning().match(text))


@lexicon.cached
def _beginning() -> re.Pattern[str]:
    words = lexicon.any_of("furniture.pager.label", "furniture.pager.pictures")
    return re.compile(rf"\W*(?:{words}\b|\d{{1,2}}\b)", re.IGNORECASE)


def _above(element: Node) -> Pager | None:
    """The pager that an element or one of those around it is, of which it is the beginning."""
    for _ in range(_CLIMB + 1):
        text = _short_text(element) if element is not None else None
        if text is None:
            return None
        if pager := _read(fold(text)):
            return pager
        element = element.getparent()
    return None


def _short_text(element: Node) -> str | None:
    """The text of an element with a blank between its runs; None where it is longer than a pager's."""
    text = ""
    for run in element.itertext():
        text = f"{text} {run.strip()}" if run.strip() else text
        if len(text) > _LONGEST:
            return None
    return text


def _read(text: str) -> Pager | None:
    """What a text says that is nothing but a pager.

    >>> _read("1 of 8 next »")
    Pager(here=1, last=8, of_pictures=False, leads_on=True)
    >>> _read("halaman: 1 2 3").last, _read("3/10")
    (3, None)
    """
    counted, listed = _printed()
    if match := counted.fullmatch(text):
        is_labelled = any(match[name] for name in ("before", "unit", "on"))
        if match["slash"] and not is_labelled:
            return None
        units = f"{match['before'] or ''} {match['unit'] or ''}"
        of_pictures = any(word in units.split() for word in lexicon.words("furniture.pager.pictures"))
        return Pager(int(match["here"]), int(match["last"]), of_pictures, bool(match["on"]))
    if match := listed.fullmatch(text):
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        if numbers == list(range(1, len(numbers) + 1)):
            return Pager(1, numbers[-1], leads_on=bool(match["on"]))
    return None


@lexicon.cached
def _printed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The two forms of a pager in print, folded."""
    of, label, lists, pictures, on = (
        lexicon.any_of(f"furniture.pager.{name}") for name in ("of", "label", "lists", "pictures", "on")
    )
    units = f"(?:{label}|{pictures})"
    tail = rf"(?P<on>(?:[\s|:»›>-]*{on})*)[\s|.»›>-]*"
    counted = (
        rf"(?:(?P<before>{units})[\s:.]*)?(?P<here>\d{{1,2}})\s*(?:{of}|(?P<slash>/))\s*(?P<last>\d{{1,2}})"
        rf"(?:\s*(?P<unit>{units}))?{tail}"
    )
    listed = rf"{lists}[\s:]*(?P<numbers>1(?:[\s|.]+\d{{1,2}}){{1,20}}){tail}"
    return re.compile(counted), re.compile(listed)


def _is_among_others(element: Node) -> bool:
    """Whether the pager turns pages of comments or of other stories."""
    for around in (element, *element.iterancestors()):
        if around.tag in _ASIDE:
            return True
        found = container_bin(names_of(around))
        if found and found[0] in _OTHERS:
            return True
    return False
