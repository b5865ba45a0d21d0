"""The line at the headline that announces the writer by a label."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.furniture import is_furniture_of
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.short_texts import short_texts
from newsbot.language.byline import names_author, parse_byline
from newsbot.language.dates import beside_date
from newsbot.language.text import fold
from newsbot.lexicon import cached, word_set, words
from newsbot.pages.page import separated_text, text_of
from newsbot.pages.selectors import Node

_LONGEST = 110
"""Characters of such a line, with the date in it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")


def labelled_line(nodes: list[Node], area: OwnArea) -> str | None:
    """The line that announces the writer; an editor read elsewhere tells nothing of one."""
    for node, text in short_texts(nodes, _LONGEST, separated_text):
        if not names_author(text) or _is_title(text) or not _is_byline(text):
            continue
        if not _is_menu(node) and area.whose(node) is None:
            return text
    return None


def _is_title(text: str) -> bool:
    """Whether a label without a mark and one common word are the title of a box: "Penulis Populer"."""
    *label, last = fold(text).split()
    return (
        ":" not in text
        and " ".join(label) in word_set("roles.labels")
        and last in word_set("names.no_person")
    )


def _is_menu(node: Node) -> bool:
    """Whether a label in an element is a link of its own, as a channel is ("Gagasan | Laporan | Ulasan")."""
    return any(
        fold(text_of(link)) in word_set("roles.labels") for link in islice(node.iter("a"), _MOST_LINKS)
    )


_MOST_LINKS = 10


def _is_byline(text: str) -> bool:
    """Whether a line is a byline whole: beside label, names and date it holds no more than a place ("Laporan Rina Ayu,
    Palu", "Ditulis oleh Rina Ayu pada Senin, 4 November 2013")."""
    if is_furniture_of(text, "byline"):
        return True
    beside, people = beside_date(text), parse_byline(text, "").people
    printed = beside.text if beside else text
    if beside and len(beside.pieces) > 1 and all(name.name in beside.pieces[0] for name in people):
        printed = beside.pieces[0]  # "... pada Senin, 4 November 2013 dalam kategori Warta Kota"
    said = set(map(fold, _WORD.findall(printed)))
    for name in people:
        said -= set(map(fold, _WORD.findall(name.name)))
    return len(said - _label_words()) <= _MOST_BESIDE


_MOST_BESIDE = 2


@cached
def _label_words() -> frozenset[str]:
    """The words of the labels and those that join them to a date."""
    labels = (word for label in words("roles.labels") for word in label.split())
    return frozenset((*labels, *words("names.nobody"), "wib", "wita", "wit", "dan", "and"))
