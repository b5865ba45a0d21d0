"""Trail and channel of a page that no rule knows.

A trail leads down from the home page and stands at the headline; a menu lists channels side by side. A channel printed
alone at the headline is called so by its class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from urllib.parse import urlsplit

from newsbot.language.text import fold
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_HOME = frozenset(("home", "beranda", "homepage", "depan"))
_TRAIL_CLASS = re.compile(r"bread[\s_-]?(?:crum|come)|crumb", re.IGNORECASE)
_CHANNEL_CLASS = re.compile(
    r"(?:^|[^a-z])(?:kanal|channel|rubrik|kategori|categor(?:y|i)|articlesection)(?:[^a-z]|$)", re.IGNORECASE
)
_NO_CHANNEL_CLASS = re.compile(
    r"whatsapp|youtube|telegram|google|share|social|sosmed|follow|menu", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:kategori|kanal|rubrik|categor(?:y|ies))\b[\s:]*", re.IGNORECASE)
_NO_CHANNEL = re.compile(
    r"\d|ikuti|follow|gabung|whatsapp|google|telegram|youtube|subscribe|langganan|share|bagikan|baca|lihat",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"(?:^|[\s_-])(?:active|current|selected|aktif)(?:$|[\s_-])|current[-_]?menu|is-active", re.IGNORECASE
)
_CLOSE = 25
"""Elements between the trail and the headline right below it."""
_ABOVE, _BELOW = 12, 6
"""Elements above and below the headline's among which a channel of its own is looked for: teasers begin behind."""
_LONGEST_TRAIL = 5
_LONGEST = 30


def read_trail(places: dict[Node, int], start: int) -> tuple[list[str], str]:
    """The names of the trail above the headline and what told it, or none.

    Links from the home page down, parted by arrows or in a short list; else the links of what a class calls a trail.
    """
    best: list[str] = []
    for node, place in places.items():
        if node.tag == "a" and place <= start and fold(text_of(node)) in _HOME:
            best = _trail_at(node, start - place) or best
    if best:
        return best, "links from the home page"
    return _named_trail(places, start), "links that a class calls a trail"


def _trail_at(home: Node, distance: int) -> list[str]:
    for box in islice(home.iterancestors(), 3):
        links = list(islice((link for link in box.iter("a") if text_of(link)), _LONGEST_TRAIL + 1))
        if len(links) < 2:
            continue
        if len(links) > _LONGEST_TRAIL:
            return []
        names = [text_of(link) for link in links]
        whole, linked = text_of(box), sum(map(len, names))
        outside = len(whole) - linked - len(names)
        short = all(len(name) <= 40 for name in names)
        arrows = any(mark in whole for mark in "»›>→/")
        menu = not arrows and not _TRAIL_CLASS.search(box.get("class") or "") and _beside(links)
        told = arrows or distance <= _CLOSE or _nested(links)
        return names if short and outside <= 60 and not menu and told else []
    return []


def _named_trail(places: dict[Node, int], start: int) -> list[str]:
    """A trail without its home page (kompas 2015, "breadcrump"), or whose links bear the class (viva 2026)."""
    for node, place in places.items():
        if not start - _CLOSE <= place < start or not isinstance(node.tag, str):
            continue
        if not _TRAIL_CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            continue
        box = node.getparent() if node.tag == "a" else node
        links = [link for link in box.iter("a") if text_of(link)]
        names = [text_of(link) for link in links]
        if len(links) == 1 and not urlsplit(links[0].get("href") or "").path.strip("/"):
            continue  # the home page alone
        if 0 < len(names) <= _LONGEST_TRAIL and all(len(name) <= 40 for name in names):
            return names
    return []


def _nested(links: list[Node]) -> bool:
    """Whether the links lead down: each address begins with the one before it."""
    paths = [(link.get("href") or "").rstrip("/") for link in links[1:]]
    return len(paths) > 1 and all(later.startswith(earlier) for earlier, later in pairwise(paths))


def _beside(links: list[Node]) -> bool:
    """Whether two links behind the first lie side by side, /ekonomi after /daerah: a short menu (merdeka 2015), for a
    trail leads down.
    """
    places = [(link.get("href") or "").split("?")[0].rstrip("/").rpartition("/")[::2] for link in links[1:]]
    return any(above == below and one != two for (above, one), (below, two) in pairwise(places))


def printed_channel(
    places: dict[Node, int], start: int, is_no_label: Callable[[Node], bool]
) -> tuple[str, str] | None:
    """The one channel at the headline that a class calls so, with that class; None where two are called so."""
    found: dict[str, tuple[str, str]] = {}
    for node, place in places.items():
        if not start - _ABOVE <= place <= start + _BELOW or not isinstance(node.tag, str):
            continue
        names = " ".join(filter(None, (node.get("class"), node.get("itemprop"), node.get("rel"))))
        if not _CHANNEL_CLASS.search(names) or _NO_CHANNEL_CLASS.search(names) or is_no_label(node):
            continue
        for text in _channel_texts(node):
            found.setdefault(fold(text), (text, f"class {names[:60]}"))
    return next(iter(found.values())) if len(found) == 1 else None


def _channel_texts(node: Node) -> Iterator[str]:
    """The links of an element, or its text where it has none: a date may stand beside the link (merdeka 2021)."""
    if any(above.tag == "nav" for above in node.iterancestors()):
        return
    links = [text for text in map(text_of, node.iter("a")) if text]
    for text in links or [text_of(node)]:
        channel = _LABEL.sub("", text).strip()
        if 2 < len(channel) <= _LONGEST and fold(channel) not in _HOME and not _NO_CHANNEL.search(channel):
            yield channel


def highlighted_channel(places: dict[Node, int], start: int) -> str | None:
    """The channel that the menu above the headline highlights."""
    found: list[str] = []
    for node, place in places.items():
        if place >= start or node.tag not in ("li", "a") or not _CURRENT.search(node.get("class") or ""):
            continue
        link = node if node.tag == "a" else next((child for child in node if child.tag == "a"), None)
        text = text_of(link) if link is not None else ""
        if 2 < len(text) <= _LONGEST and fold(text) not in _HOME:
            found.append(text)
    return found[0] if 0 < len(dict.fromkeys(found)) <= 3 else None
