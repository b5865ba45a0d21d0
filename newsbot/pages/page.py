"""Page: the bytes decoded and parsed once, and the few things everybody asks of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from lxml import etree

from newsbot import lexicon
from newsbot.items import NotAPage, Problem
from newsbot.language.text import clean
from newsbot.pages.addresses import join_address
from newsbot.pages.bounds import refuse_excess, refuse_nesting
from newsbot.pages.decode import decode, refuse
from newsbot.pages.measures import BLOCKS, UNSEEN, shown
from newsbot.pages.name_index import attributes
from newsbot.pages.selectors import NameIndex, Node, Placed, compile_selector
from newsbot.snapshot import Snapshot

_XML_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(slots=True, weakref_slot=True)
class Page:
    """One parsed page. `source` is its UTF-8 text as bytes, `root` the lxml tree, parsed once."""

    url: str | None
    root: Node
    source: bytes
    charset: str
    problems: list[Problem] = field(default_factory=list)
    _base: str | None = None
    _metas: dict[str, list[str]] | None = None
    _index: NameIndex | None = None
    _found: dict[str, Placed] = field(default_factory=dict)

    @classmethod
    def parse(cls, snapshot: Snapshot) -> Page:
        """The page of a snapshot; raises NotAPage where there is none in the bytes."""
        if error := refuse(snapshot):
            raise error
        decoded = decode(snapshot.body, snapshot.headers.get("content-type"))
        source = snapshot.body
        if (
            decoded.charset != "utf-8"
            or decoded.lossy
            or b"\x00" in source
            or source.lstrip()[:5] == b"<?xml"
        ):
            source = _XML_PROLOG.sub("", decoded.text, count=1).replace("\x00", "").encode("utf-8", "replace")
        index = NameIndex(_tree(source))
        if error := refuse_nesting(index.root, len(index.elements), len(source)):
            raise error
        page = cls(snapshot.url, index.root, source, decoded.charset, _index=index)
        if _is_cut(source):
            page.problems.append(
                Problem("truncated", None, "warning", "the document begins <html> and never ends it")
            )
        if decoded.lossy:
            page.problems.append(
                Problem("bad_bytes", None, "warning", f"bytes that are not {decoded.charset}")
            )
        return page

    def select(self, expression: str, within: Node = None) -> list[Node]:
        """Everything the selector matches, in document order; `within` limits it to one element."""
        selector = compile_selector(expression)
        if within is None:
            return selector.everywhere(self.root, self.source, self._names)
        if selector.is_local:
            return selector.within(within)
        found = self._found.get(expression)
        if found is None:
            nodes = selector.elements(self.source, self._names)
            found = self._found[expression] = Placed(nodes, self._names())
        return selector.values(found.inside(within))

    def tagged(self, *tags: str) -> list[Node]:
        """The elements of these tags, tag by tag, in document order; lower-case HTML tags only."""
        index = self._names()
        return [element for tag in tags for element in index.tagged(tag)]

    def addressed(self, *tags: str) -> Iterable[tuple[Node, str]]:
        """The elements of these tags that have an address (`href`), with that as it is printed."""
        nodes = self.tagged(*tags)
        return ((node, href) for node, href in zip(nodes, attributes(nodes, "href"), strict=True) if href)

    @property
    def elements(self) -> list[Node]:
        """All elements in document order."""
        return self._names().elements

    def in_order(self, elements: Collection[Node]) -> list[Node]:
        """The elements in document order."""
        return self._names().in_order(elements)

    def _names(self) -> NameIndex:
        if self._index is None:
            self._index = NameIndex(self.root)
        return self._index

    def cut(self, boxes: list[Node]) -> None:
        """Take elements out of the tree."""
        for box in boxes:
            box.getparent().remove(box)
        self._found.clear()
        if self._index is not None:
            self._index.forget(boxes)

    def has(self, expression: str) -> bool:
        """Whether the selector matches anything."""
        return bool(self.select(expression))

    @property
    def metas(self) -> dict[str, list[str]]:
        """Contents of the meta tags by lower-cased name, property or itemprop, in page order."""
        if self._metas is None:
            self._metas = {}
            for meta in self.tagged("meta"):
                content = clean(meta.get("content") or "")
                for attribute in ("name", "property", "itemprop"):
                    if (name := meta.get(attribute)) and content:
                        self._metas.setdefault(name.lower(), []).append(content)
        return self._metas

    @property
    def base(self) -> str | None:
        """The address at which the page's relative links start: what `base href` says (custom systems name their front
        page there), else the page's own, which a saved file may only state itself."""
        if self._base is None:
            stated = next((href for base in self.tagged("base") if (href := base.get("href"))), "")
            joined = join_address(self.address, stated)
            self._base = joined if joined and joined.startswith("http") else self.url
        return self._base

    @property
    def canonical_links(self) -> list[str]:
        """What `link rel=canonical` says, in page order; publishers leave it empty (antaranews 2017)."""
        links = [
            link for link in self.tagged("link") if "canonical" in (link.get("rel") or "").lower().split()
        ]
        return [href for href in (clean(link.get("href") or "") for link in links) if href]

    @property
    def address(self) -> str | None:
        """The page's own address: where it was fetched, else what it states of itself (canonical link, og:url), which
        is all that a saved file knows."""
        return self.url or next(iter(self.canonical_links), None) or self.meta("og:url")

    def meta(self, *names: str) -> str | None:
        """The content of the first of these meta tags that has any."""
        for name in names:
            for content in self.metas.get(name, ()):
                return content
        return None


def _tree(source: bytes) -> Node:
    """The tree of a document's UTF-8 text; raises NotAPage where there is none, or one too costly to parse."""
    if error := refuse_excess(source):
        raise error
    try:
        root = etree.fromstring(source, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotAPage("not_html", str(error)) from error
    if root is None:
        raise NotAPage("not_html", "no element in the bytes")
    return root


_OPENS = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_CLOSES = re.compile(rb"</(?:html|body)\s*>?", re.IGNORECASE)


def _is_cut(source: bytes) -> bool:
    """Whether a document was begun and its end is missing: a transfer or a file that broke off.

    A document inside the document closes itself, so what was opened is counted against what was closed.
    """
    if _CLOSES.search(source, max(0, len(source) - 20_000)):
        return False
    return len(_OPENS.findall(source)) > len(_CLOSES.findall(source))


def _parser() -> etree.HTMLParser:
    """A fresh parser a page: lxml parsers hold a lock and state; huge_tree lifts the depth limit of 256.

    Not lxml.html's parser: its class look-up runs Python code for every element touched, half of a record's cost.
    The network is never touched by the HTML parser.
    """
    return etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        collect_ids=False,  # a table that nobody asks, for a twentieth of the parse
    )


def text_of(node: Node) -> str:
    """The visible text of an element as one clean line; block elements and line breaks count as a space."""
    if _is_leaf(node):
        return clean(node.text or "") if node.tag not in UNSEEN else ""
    return clean("".join(_parts(node, " ", SPACED)))


def short_text(node: Node, most: int) -> str:
    """The text of an element that shows at most so many letters and marks, empty where it shows more: that is read no
    farther, so many elements inside one another do not cost the page's text each.

    >>> from lxml import etree
    >>> page = etree.fromstring("<div><p>Beras naik</p></div>")
    >>> short_text(page, 9), short_text(page, 8)
    ('Beras naik', '')
    """
    return "" if shown(node, most) is None else text_of(node)


def separated_text(node: Node) -> str:
    """The visible text of an element as one line with " | " wherever a block, a line or another link begins: names
    that only markup keeps apart ("<li>A</li><li>B</li>") stay apart, and so does a day that is glued to one
    ("<b>Wira</b><i>Selasa, 27 September</i>")."""
    if _is_leaf(node):
        return text_of(node).strip("| ")
    runs = "".join(_parts(node, _BAR, _SEPARATED))
    if _day().search(runs):  # a look for a word is far cheaper than one for a place between two letters
        runs = _glued_day().sub(_BAR, runs)
    return clean(" | ".join(filter(None, map(str.strip, runs.split(_BAR))))).strip("| ")


_BAR = "\x00"
"""Between names that only markup keeps apart: a character that no parsed text holds."""


@lexicon.cached
def _day() -> re.Pattern[str]:
    return re.compile(lexicon.alternation(map(str.capitalize, lexicon.words("calendar.weekdays"))))


@lexicon.cached
def _glued_day() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z])(?={_day().pattern},?\s\d)")


def _is_leaf(node: Node) -> bool:
    """Whether it is an element that holds nothing but text, as most do: that is read without a walk."""
    return not isinstance(node, str) and not len(node) and isinstance(node.tag, str)


def _parts(node: Node, mark: str, marked: frozenset[str]) -> list[str]:
    """The runs of text in an element that are seen, with the mark where one of the marked begins and ends."""
    if isinstance(node, str):
        return [node]
    parts: list[str] = []
    if isinstance(node.tag, str):
        _add_parts(parts, node, mark, marked, _SHALLOW)
    return parts


def _add_parts(parts: list[str], node: Node, mark: str, marked: frozenset[str], levels: int) -> None:
    """By recursion, which costs two thirds of a walk, as far down as some levels."""
    tag = node.tag
    marks = (mark,) if tag in marked else ()
    parts += marks
    if tag not in UNSEEN:
        parts.append(node.text or "")
    for child in node:
        if isinstance(child.tag, str):
            if levels:
                _add_parts(parts, child, mark, marked, levels - 1)
            else:
                parts += _walked(child, mark, marked)
        parts.append(child.tail or "")
    parts += marks


def _walked(node: Node, mark: str, marked: frozenset[str]) -> list[str]:
    parts: list[str] = []
    for event, element in etree.iterwalk(node, events=("start", "end")):
        if element.tag in marked:
            parts.append(mark)
        if event == "end":
            parts.append("" if element is node else element.tail or "")
        elif element.tag not in UNSEEN:
            parts.append(element.text or "")
    return parts


_SHALLOW = 24
"""Levels below an element that are read by recursion."""
SPACED = BLOCKS | {"br", "small"}
_SEPARATED = SPACED | {"a"}
