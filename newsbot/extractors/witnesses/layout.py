"""Layout rules: choose the template of a page by probe and date, and read each field where the layout says."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.raw import RawArticle, Witness
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.headings import own_heading
from newsbot.pages.addresses import join_address
from newsbot.pages.measures import link_share
from newsbot.pages.page import Page, separated_text, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import Layout, Portal, Selectors

_YEAR = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})(?:/|$)")
_PEOPLE = ("byline", "authors", "editors", "photographers")
_SINGLE = ("headline", "alternative_headline", "topic", "date", "modified", "section", "source")


def choose_layout(page: Page, portal: Portal, fetched_at: str | None) -> Layout | None:
    """The layout whose probe matches; where several do, the one whose years hold the page's date, else the first."""
    matching = [layout for layout in portal.layouts if page.has(layout.probe)]
    if len(matching) < 2:
        return matching[0] if matching else None
    month = _month(page.url, fetched_at)
    dated = [layout for layout in matching if month and _valid(layout, month)]
    return (dated or matching)[0]


def _month(url: str | None, fetched_at: str | None) -> str | None:
    if fetched_at:
        return fetched_at[:7]
    match = _YEAR.search(url or "")
    return f"{match[1]}-{int(match[2]):02d}" if match else None


def _valid(layout: Layout, month: str) -> bool:
    return (layout.since or "") <= month and (layout.until is None or month <= layout.until + "\uffff")


def read_fields(page: Page, layout: Layout, raw: RawArticle, witness: Witness = "layout") -> None:
    """Add what the visible page says by the layout's rules; `witness` says whose rules they are."""
    for name in _SINGLE:
        _read_single(page, raw, name, getattr(layout, name), witness)
    for name in _PEOPLE:
        _read_people(page, raw, name, getattr(layout, name), witness)
    for name in ("breadcrumbs", "keywords"):
        _read_list(page, raw, name, getattr(layout, name), witness)
    for selector in layout.paywall:
        if page.has(selector):
            raw.add("paywall", selector, witness, selector)


def _read_single(page: Page, raw: RawArticle, name: str, selectors: Selectors, witness: Witness) -> None:
    """The first text that a selector gives; dates are read from all selectors, for not every text is one."""
    for selector in selectors:
        nodes = [node for node in page.select(selector) if text_of(node)]
        if name == "headline" and len(nodes) > 1:
            nodes = [own_heading(page, nodes)]
        text = text_of(nodes[0]) if nodes else None
        if text:
            raw.add(_TARGET.get(name, name), text, witness, selector)
            if name not in _TARGET:
                return


def _read_people(page: Page, raw: RawArticle, name: str, selectors: Selectors, witness: Witness) -> None:
    """Names of the first selector that matches; a byline's parts may stand in several places (#penulis, #editor)."""
    for selector in selectors:
        nodes = _of_the_article(page, page.select(selector))
        for node in nodes:
            raw.add(f"printed_{name}", separated_text(node), witness, selector, _href(page, node))
        if nodes and name != "byline":
            return


def _of_the_article(page: Page, nodes: list[Node]) -> list[Node]:
    """Of several elements those that stand on no card of another story; all where that leaves none."""
    if len(nodes) < 2 or any(isinstance(node, str) for node in nodes):
        return nodes
    area = OwnArea(page, page.tagged("h1"))
    own = [node for node in nodes if not any(map(area.is_card, islice(node.iterancestors(), _CARD)))]
    return own or nodes


_CARD = 3
"""Elements around a name among which the card of another story is."""


def _read_list(page: Page, raw: RawArticle, name: str, selectors: Selectors, witness: Witness) -> None:
    for selector in selectors:
        nodes = [node for node in page.select(selector) if not _in_a_sentence(node)]
        if "breadcrumb" in selector:
            nodes = [node for node in nodes if not _is_of_body_class(node)]
        if texts := [text for text in map(text_of, nodes) if text]:
            raw.add_list(name, texts, witness, selector)
            return


def _is_of_body_class(node: Node) -> bool:
    """Whether nothing but the class of the page itself speaks of a trail ("genesis-breadcrumbs-hidden")."""
    above = next(
        (
            box
            for box in (node, *node.iterancestors())
            if any("breadcrumb" in said.lower() for said in box.values())
        ),
        None,
    )
    return above is not None and above.tag in ("body", "html")


def _in_a_sentence(node: Node) -> bool:
    """Whether it is a word of the text: stories link their words to tag pages too, and these are no tags."""
    parent = None if isinstance(node, str) else node.getparent()
    return parent is not None and parent.tag == "p" and link_share(parent) < _LINKS_OF_A_LIST


_LINKS_OF_A_LIST = 0.5
"""The share of a paragraph that stands in links where it is a list of them, its label aside."""
_TARGET = {"date": "visible_date", "modified": "visible_modified"}


def _href(page: Page, node: Node) -> str | None:
    """The address that an element or the first link in it leads to; a mark in the page or a script is none."""
    if isinstance(node, str):
        return None
    link = node if node.tag == "a" else next(node.iter("a"), None)
    href = "" if link is None else (link.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:", "mailto:")):
        return None
    return join_address(page.base, href)


def body_containers(page: Page, layout: Layout) -> tuple[list[Node], str]:
    """The elements that hold the body, in order and none inside another, and the selector that found them."""
    for selector in layout.body:
        found = [node for node in page.select(selector) if not isinstance(node, str)]
        if found:
            chosen = set(found)
            return [n for n in found if not any(a in chosen for a in n.iterancestors())], selector
    return [], ""
