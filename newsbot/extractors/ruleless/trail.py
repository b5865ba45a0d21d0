"""The trail of a page that no rule knows: it leads down from the home page and stands at the headline."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.places import Places
from newsbot.language.names import is_own_name
from newsbot.language.text import ANY_BLANKS, clean, fold
from newsbot.lexicon import is_called, word_set
from newsbot.pages.addresses import split_address
from newsbot.pages.measures import names_of, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_CLOSE = 25
"""Elements between the trail and the headline right below it."""
_LONGEST_TRAIL = 5
_LONGEST_STEP = 40
_MOST_HOMES = 20
"""Links to the home page that are looked at."""
_MARKS = "»›>→/‹"
_ARROWS = frozenset(_MARKS)
_STEPS = re.compile(rf"{ANY_BLANKS}[{_MARKS}]\s*+")


def note_trail(raw: RawArticle, places: Places, own: tuple[str, ...] = ()) -> None:
    """Add the names of the trail above the headline, where none is known.

    Links from the home page down, parted by arrows or in a short list; else the links of what a class calls a trail. A
    printed one may begin with one of the outlet's names, `own`.
    """
    if raw.lists.get("breadcrumbs"):
        return
    if names := _from_home(places) or _behind_home(places):
        raw.add_list("breadcrumbs", names, "generic", "links from the home page")
    elif names := _printed_trail(places, own):
        raw.add_list("breadcrumbs", names, "generic", "printed trail")
    elif names := _named_trail(places):
        raw.add_list("breadcrumbs", names, "generic", "links that a class calls a trail")
    else:
        raw.add_list("breadcrumbs", _above_address(places), "generic", "links to steps of the page's address")


def _from_home(places: Places) -> list[str]:
    """The last trail above the headline that begins with a link to the home page."""
    homes = (
        (node, place)
        for node, place in places.between(0, places.start + 1)
        if node.tag == "a" and _leads_home(node)
    )
    best: list[str] = []
    for node, place in islice(homes, _MOST_HOMES):
        best = _trail_at(node, places.start - place, places) or best
    return best


def _leads_home(link: Node) -> bool:
    """Whether a link is called the home page, or leads to it under another name with an arrow behind it."""
    if shown(link, _LONGEST_HOME) is None:  # nested links would each be read to the end of the page
        return False
    text = text_of(link)
    if fold(text) in word_set("furniture.boxes.home"):
        return True
    href = link.get("href") or ""
    is_home = href == "/" or (href.startswith("http") and not split_address(href).path.strip("/"))
    return is_home and bool(text) and (link.tail or "").strip()[:1] in _ARROWS


_LONGEST_HOME = 100
"""Characters of the longest name of a home page in a trail."""


def _behind_home(places: Places) -> list[str]:
    """The links of a short line at the headline that begins with the home page as mere text ("Home » Malang Raya")."""
    for node, _ in places.between(places.start - _CLOSE, places.start):
        own = (node.text or "").strip() if isinstance(node.tag, str) else ""
        first, mark = own.rstrip(f"{_MARKS} "), own[-1:]
        if mark not in _ARROWS or fold(first) not in word_set("furniture.boxes.home"):
            continue
        names = [text_of(link) for link in node.iter("a") if text_of(link)]
        if 0 < len(names) <= _LONGEST_TRAIL and _are_steps(names):
            return names
    return []


def _printed_trail(places: Places, own: tuple[str, ...]) -> list[str]:
    """The steps of a line without links above the headline: "Home > Hukum > Judul", "Portal Lintang ‹ Hukum"."""
    for node in reversed(places.elements[max(0, places.start - _CLOSE) : places.start]):
        is_line = isinstance(node.tag, str) and node.tag != "title" and not len(node)
        text = text_of(node) if is_line else ""
        first, *steps = _STEPS.split(text) if text else [""]
        if steps and (fold(first) in word_set("furniture.boxes.home") or is_own_name(first, own)):
            names = [step for step in steps if step and fold(step) != fold(text_of(places.heading))]
            return [first, *names] if names and _are_steps(names) else []
    return []


def _trail_at(home: Node, distance: int, places: Places) -> list[str]:
    for box in islice(home.iterancestors(), 3):
        links = list(islice(filter(_is_step, box.iter("a")), _LONGEST_TRAIL + 1))
        if len(links) < 2:
            continue
        names = [text_of(link) for link in links]
        is_trail = (
            len(links) <= _LONGEST_TRAIL and _are_steps(names) and _leads_down(box, links, distance, places)
        )
        return [*names, *_bare_step(links[-1])] if is_trail else []
    return []


def _bare_step(last: Node) -> list[str]:
    """The step behind the last link that leads nowhere: "<a>Home</a> / <a>Industri</a> / Agribisnis" (kontan 2013)."""
    tail = clean(last.tail or "")
    if tail[:1] not in _ARROWS or last.getnext() is not None:
        return []
    step = tail.lstrip("".join(_ARROWS) + " ")
    if fold(step) in word_set("furniture.boxes.general", "furniture.boxes.page_types"):
        return []
    is_step = 2 < len(step) <= _LONGEST_BARE and len(step.split()) <= _MOST_WORDS and step[0].isupper()
    return [step] if is_step else []


_LONGEST_BARE = 25
_MOST_WORDS = 3
"""Characters and words of a step without a link: the headline stands there as well."""


def _are_steps(names: list[str]) -> bool:
    return all(len(name) <= _LONGEST_STEP for name in names)


def _is_step(link: Node) -> bool:
    """Whether a link has a text and no name within the page for its target: such a one opens the menu."""
    href = link.get("href") or ""
    return (len(href) < 2 or href[0] != "#") and bool(text_of(link))


def _leads_down(box: Node, links: list[Node], distance: int, places: Places) -> bool:
    """Whether the links of a box are a trail and no menu, by arrows, class, addresses or place."""
    own = split_address(places.page.address or "").path
    whole = text_of(box).removesuffix(text_of(places.heading))
    outside = len(whole) - sum(len(text_of(link)) + 1 for link in links)
    arrows = any(mark in whole for mark in _ARROWS)
    named = is_called(box.get("class") or "", "trail")
    is_barred = len(links) > _HOME_AND_CHANNEL and whole.count("|") >= len(links) - 1
    if not arrows and not named and (is_barred or _leads_elsewhere(links, own)):
        return False
    if outside > _MOST_BESIDE or (not arrows and not named and (_beside(links) or _is_menu(box, links))):
        return False
    return arrows or named or distance <= _CLOSE or _nested(links)


def _leads_elsewhere(links: list[Node], own: str) -> bool:
    """Whether the last step lies beside the page's own address and an earlier one above it: a menu, for a trail ends at
    its page ("Home, News, Griya, Resep" above /news/griya/judul)."""
    above = [_is_above(link, own) for link in links[1:]]
    return len(above) > 1 and any(above[:-1]) and not above[-1]


def _is_above(link: Node, own: str) -> bool:
    step = split_address(link.get("href") or "").path.rstrip("/")
    return bool(step) and own.startswith(f"{step}/")


def _is_menu(box: Node, links: list[Node]) -> bool:
    """Whether links are set below each other, or more than home and one channel in what a class calls a menu and
    nothing a trail."""
    if next(box.iter("br"), None) is not None:
        return True
    if len(links) <= _HOME_AND_CHANNEL:
        return False
    said = " ".join(
        f"{names_of(above)} {above.get('aria-label') or ''}"
        for above in (box, *islice(box.iterancestors(), 2))
    )
    return is_called(said, "menu") and not is_called(said, "trail")


_HOME_AND_CHANNEL = 2
_MOST_BESIDE = 60
"""Characters of a trail that stand in none of its links: the arrows, the last step."""


def _named_trail(places: Places) -> list[str]:
    """A trail without its home page (kompas 2015, "breadcrump"), or whose links bear the class (viva 2026)."""
    for node, _ in places.between(places.start - _CLOSE, places.start):
        if not isinstance(node.tag, str) or node.tag in ("body", "html"):
            continue
        if not is_called(names_of(node), "trail"):
            continue
        box = node.getparent() if node.tag == "a" else node
        links = [link for link in box.iter("a") if text_of(link)]
        names = [text_of(link) for link in links]
        if len(links) == 1 and not split_address(links[0].get("href") or "").path.strip("/"):
            continue  # the home page alone
        if 0 < len(names) <= _LONGEST_TRAIL and _are_steps(names):
            return names
    return []


def _above_address(places: Places) -> list[str]:
    """The short row of links at the headline that lead to the steps of the page's own address, each deeper than the one
    before: "Sorong / Daerah" above /sorong/daerah/judul."""
    own = split_address(places.page.address or "").path
    rows: dict[Node, list[Node]] = {}
    for node, _ in places.between(places.start - _CLOSE, places.text_start):
        if node.tag == "a" and text_of(node):
            rows.setdefault(node.getparent(), []).append(node)
    for links in rows.values():
        steps = [split_address(link.get("href") or "").path.rstrip("/") for link in links]
        is_down = all(step and own.startswith(f"{step}/") for step in steps) and steps == sorted(
            set(steps), key=len
        )
        if 1 < len(steps) <= _LONGEST_TRAIL and is_down and _are_steps(names := list(map(text_of, links))):
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
