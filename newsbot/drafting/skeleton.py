"""A page's markup with other words in it: a fixture that shows the template and carries nobody's sentences."""

from __future__ import annotations

import copy
import re
from itertools import count
from typing import Any

from lxml import etree

from newsbot.language.dates import parse_date
from newsbot.lexicon import alternation, cached, labels, words
from newsbot.pages.measures import UNSEEN
from newsbot.pages.page import Page

_GONE = (*UNSEEN, "svg", "iframe", "form", "object", "link", "base")
_KEPT = frozenset(
    (
        "id",
        "class",
        "itemprop",
        "itemtype",
        "itemscope",
        "rel",
        "name",
        "property",
        "type",
        "datetime",
        "charset",
        "lang",
    )
)
_MACHINE = re.compile(r"date|time|type|locale|viewport|robots|charset", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FILLER = (
    "warga desa pasar kebun sungai jalan rumah sekolah kapal nelayan panen gudang kelompok pagi sore hujan musim kota "
    "lampu jembatan taman sepeda kopi beras garam ikan kayu bambu tenun batik petani guru murid perahu pantai bukit"
).split()


@cached
def _labels() -> re.Pattern[str]:
    """What the press calls things on a page: labels of bylines and credits, inserts, tags, buttons."""
    bylines = labels("line").keys() | labels("dump").keys()
    listed = words("pictures.labels", "pictures.colon_labels", "furniture.kept.labels")
    return re.compile(alternation({*bylines, *listed}), re.IGNORECASE)


def skeleton(page: Page) -> bytes:
    """The page as UTF-8 HTML: elements, classes and ids as they were, every sentence invented.

    Dates and the labels that the press uses ("Baca juga", "Editor") stay; addresses, pictures, scripts and comments go.
    """
    root = copy.deepcopy(page.root)
    for node in list(root.iter(*_GONE)):
        _drop(node)
    words = count()
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        _attributes(node, words)
        node.text, node.tail = _other(node.text, words), _other(node.tail, words)
    return b"<!DOCTYPE html>\n" + etree.tostring(root, encoding="utf-8", method="html")


def _drop(node: Any) -> None:
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _attributes(node: Any, words: count[int]) -> None:
    for name, value in list(node.attrib.items()):
        if name == "content":
            told = " ".join(filter(None, (node.get("name"), node.get("property"), node.get("itemprop"))))
            node.set(name, value if _MACHINE.search(told) else _told(value, words))
        elif name == "href":
            node.set(name, "/contoh/judul-yang-dikarang")
        elif name not in _KEPT:
            del node.attrib[name]


def _told(value: str, words: count[int]) -> str:
    return "https://contoh.example/" if "://" in value else _other(value, words) or ""


def _other(text: str | None, words: count[int]) -> str | None:
    """Text of the same shape in other words; a date line stays."""
    if not text or not text.strip():
        return text
    if len(text) < 80 and parse_date(text, fallback=False):
        return text
    kept = {match.span() for match in _labels().finditer(text)} if len(text) < 200 else set()

    def replaced(match: re.Match[str]) -> str:
        if any(start <= match.start() and match.end() <= end for start, end in kept):
            return match[0]
        word = _FILLER[next(words) * 7 % len(_FILLER)]
        if match[0].isupper() and len(match[0]) > 1:
            return word.upper()
        return word.capitalize() if match[0][0].isupper() else word

    return _WORD.sub(replaced, text)
