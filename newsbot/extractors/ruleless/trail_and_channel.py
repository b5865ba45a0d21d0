"""The trail and the channel of a page that no rule knows.

A trail leads down from the home page and stands at the headline; a menu lists channels side by side. A channel printed
alone at the headline is called so by its class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.places import Places
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, class_words, word_set
from newsbot.pages.addresses import split_address
from newsbot.pages.measures import names_of
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_AT_DATE = re.compile(r"\s*[A-Z][A-Za-z ]{2,40}\s[|»/]\s")
"""A channel printed before the date."""
_CLOSE = 25
"""Elements between the trail and the headline right below it."""
_ABOVE, _BELOW = 12, 6
"""Elements above and below the headline's among which a channel of its own is looked for: teasers begin behind."""
_LONGEST_TRAIL = 5
_LONGEST_STEP = 40
_LONGEST = 30
_MOST_HOMES = 20
"""Links to the home page that are looked at."""
_MOST_HIGHLIGHTED = 3


def note_trail(raw: RawArticle, places: Places) -> None:
    """Add the names of the trail above the headline, where none is known.

    Links from the home page down, parted by arrows or in a short list; else the links of what a class calls a trail.
    """
    if raw.lists.get("breadcrumbs"):
        return
    if names := _from_home(places) or _behind_home(places):
        raw.add_list("breadcrumbs", names, "generic", "links from the home page")
    else:
        raw.add_list("breadcrumbs", _named_trail(places), "generic", "links that a class calls a trail")


def note_channel(raw: RawArticle, places: Places) -> None:
    """Add the channel at the headline or highlighted in the menu, where none is printed at the date line."""
    if any(_AT_DATE.match(candidate.value) for candidate in raw.all("visible_date")):
        return
    if printed := _printed_channel(places):
        raw.add("section", printed[0], "generic", printed[1])
    elif highlighted := _highlighted(places):
        raw.add("section", highlighted, "generic", "the menu's highlighted channel")
    else:
        raw.add("section", _of_address(places), "generic", "the address's channel, as the menu calls it")


def _of_address(places: Places) -> str | None:
    """What the menu calls the first step of the page's address: "/ekonomi/..." under a link "Ekonomi" to "/ekonomi"."""
    url = split_address(places.page.url or "")
    step = next(iter(url.path.strip("/").split("/")), "").lower()
    if (
        len(url.path.strip("/").split("/")) < 2
        or not step.isalpha()
        or step in word_set("addresses.no_channel.steps")
    ):
        return None
    for link in islice(places.page.tagged("a"), _MOST_MENU):
        href = split_address(link.get("href") or "")
        is_own = href.netloc in ("", url.netloc)
        if is_own and href.path.strip("/").lower() == step and 2 < len(name := text_of(link)) <= _LONGEST:
            return name if fold(name).replace(" ", "").startswith(step[:4]) else None
    return None


_MOST_MENU = 300
"""Links from the top of a page among which its menu stands."""


def _from_home(places: Places) -> list[str]:
    """The last trail above the headline that begins with a link to the home page."""
    homes = (
        (node, place)
        for node, place in places.between(0, places.start + 1)
        if node.tag == "a" and _leads_home(node)
    )
    best: list[str] = []
    for node, place in islice(homes, _MOST_HOMES):
        best = _trail_at(node, places.start - place) or best
    return best


def _leads_home(link: Node) -> bool:
    """Whether a link is called the home page, or leads to it under another name with an arrow behind it."""
    if fold(text_of(link)) in word_set("furniture.boxes.home"):
        return True
    href = link.get("href") or ""
    is_home = href == "/" or (href.startswith("http") and not split_address(href).path.strip("/"))
    return is_home and bool(text_of(link)) and (link.tail or "").strip()[:1] in _ARROWS


_ARROWS = tuple("»›>→/")


def _behind_home(places: Places) -> list[str]:
    """The links of a short line at the headline that begins with the home page as mere text ("Home » Malang Raya")."""
    for node, _ in places.between(places.start - _CLOSE, places.start):
        own = (node.text or "").strip() if isinstance(node.tag, str) else ""
        first, mark = own.rstrip("»›>→/ "), own[-1:]
        if mark not in _ARROWS or fold(first) not in word_set("furniture.boxes.home"):
            continue
        names = [text_of(link) for link in node.iter("a") if text_of(link)]
        if 0 < len(names) <= _LONGEST_TRAIL and _are_steps(names):
            return names
    return []


def _trail_at(home: Node, distance: int) -> list[str]:
    for box in islice(home.iterancestors(), 3):
        links = list(islice((link for link in box.iter("a") if text_of(link)), _LONGEST_TRAIL + 1))
        if len(links) < 2:
            continue
        names = [text_of(link) for link in links]
        is_trail = len(links) <= _LONGEST_TRAIL and _are_steps(names) and _leads_down(box, links, distance)
        return names if is_trail else []
    return []


def _are_steps(names: list[str]) -> bool:
    return all(len(name) <= _LONGEST_STEP for name in names)


def _leads_down(box: Node, links: list[Node], distance: int) -> bool:
    """Whether the links of a box are a trail and no menu, by arrows, class, addresses or place."""
    whole = text_of(box)
    outside = len(whole) - sum(len(text_of(link)) + 1 for link in links)
    arrows = any(mark in whole for mark in "»›>→/")
    named = bool(class_words("trail").search(box.get("class") or ""))
    if outside > _MOST_BESIDE or (not arrows and not named and _beside(links)):
        return False
    return arrows or distance <= _CLOSE or _nested(links)


_MOST_BESIDE = 60
"""Characters of a trail that stand in none of its links: the arrows, the last step."""


def _named_trail(places: Places) -> list[str]:
    """A trail without its home page (kompas 2015, "breadcrump"), or whose links bear the class (viva 2026)."""
    for node, _ in places.between(places.start - _CLOSE, places.start):
        if not isinstance(node.tag, str) or not class_words("trail").search(names_of(node)):
            continue
        box = node.getparent() if node.tag == "a" else node
        links = [link for link in box.iter("a") if text_of(link)]
        names = [text_of(link) for link in links]
        if len(links) == 1 and not split_address(links[0].get("href") or "").path.strip("/"):
            continue  # the home page alone
        if 0 < len(names) <= _LONGEST_TRAIL and _are_steps(names):
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
    steps = [(link.get("href") or "").split("?")[0].rstrip("/").rpartition("/")[::2] for link in links[1:]]
    return any(above == below and one != two for (above, one), (below, two) in pairwise(steps))


def _printed_channel(places: Places) -> tuple[str, str] | None:
    """The one channel at the headline that a class calls so, with that class; None where two are called so."""
    found: dict[str, tuple[str, str]] = {}
    for node, _ in places.between(places.start - _ABOVE, places.start + _BELOW + 1):
        names = _called(node)
        if not class_words("channel").search(names) or class_words("no_channel").search(names):
            continue
        if not _holds_story(node, places):
            for text in _channel_texts(node):
                found.setdefault(fold(text), (text, f"class {names[:60]}"))
    return next(iter(found.values())) if len(found) == 1 else None


def _called(node: Node) -> str:
    if not isinstance(node.tag, str):
        return ""
    return " ".join(filter(None, (node.get("class"), node.get("itemprop"), node.get("rel"))))


def _holds_story(node: Node, places: Places) -> bool:
    """Whether the element holds the story ("post category-ekonomi" of WordPress), is part of it or of another."""
    if places.holds_heading(node) or places.is_elsewhere(node):
        return True
    body = places.body
    if body is None or places.holds_heading(body):
        return False
    return places.is_inside(node) or node is body or node in body.iterancestors()


def _channel_texts(node: Node) -> Iterator[str]:
    """The links of an element, or its text where it has none: a date may stand beside the link (merdeka 2021)."""
    if any(above.tag == "nav" for above in node.iterancestors()):
        return
    links = [text for text in map(text_of, node.iter("a")) if text]
    for text in links or [text_of(node)]:
        channel = _label().sub("", text).strip()
        if _is_channel(channel) and not _no_channel().search(channel):
            yield channel


def _highlighted(places: Places) -> str | None:
    """The channel that the menu above the headline highlights."""
    found: list[str] = []
    for node, _ in places.between(0, places.start):
        if node.tag not in ("li", "a") or not class_words("current").search(node.get("class") or ""):
            continue
        link = node if node.tag == "a" else next((child for child in node if child.tag == "a"), None)
        text = text_of(link) if link is not None else ""
        if _is_channel(text):
            found.append(text)
    return found[0] if 0 < len(set(found)) <= _MOST_HIGHLIGHTED else None


def _is_channel(text: str) -> bool:
    return 2 < len(text) <= _LONGEST and fold(text) not in word_set("furniture.boxes.home")


@cached
def _label() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('furniture.boxes.channel_labels')}\b[\s:]*", re.IGNORECASE)


@cached
def _no_channel() -> re.Pattern[str]:
    return re.compile(rf"\d|{any_of('furniture.boxes.no_channel')}", re.IGNORECASE)
