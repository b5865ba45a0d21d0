"""Pages spoilt as templates, redesigns and careless saving spoil them: what `benchmarks/confidence.py` reads.

A change gets the tree of a page, what is known of its story, another story, and a random source; it changes the tree
and says whether it could. What is right of the page stays what it was: who reads another text, headline or date from
it is wrong.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from benchmarks.known import Known
from benchmarks.mutations import rename
from newsbot.language.text import fold
from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot

Element = Any


Change = Callable[[Element, Known, Known, random.Random], bool]


def spoilt(story: Known, name: str, other: Known, chance: random.Random) -> bytes | None:
    """The page's bytes after a change, None where there is nothing to change."""
    root = Page.parse(Snapshot(story.page, story.url, 200)).root
    if not CHANGES[name](root, story, other, chance):
        return None
    return bytes(etree.tostring(root, encoding="utf-8", method="html"))


def as_it_is(_root: Element, _story: Known, _other: Known, _chance: random.Random) -> bool:
    """Nothing."""
    return True


def renamed(root: Element, _story: Known, _other: Known, chance: random.Random) -> bool:
    """Every class name and id becomes another word, the same one wherever it stands."""
    rename(root, chance)
    return True


def headline_gone(root: Element, story: Known, _other: Known, _chance: random.Random) -> bool:
    """The printed headline is not there; the page's title still says it."""
    found = _headlines(root, story)
    for element in found:
        _drop(element)
    return bool(found)


def all_titles_gone(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
    """The headline is neither printed nor stated."""
    for element in [*root.iter("title", "meta", "script")]:
        said = f"{element.get('name')} {element.get('property')} {element.get('type')}".lower()
        if element.tag == "title" or "title" in said or "ld+json" in said:
            _drop(element)
    return headline_gone(root, story, other, chance)


def headline_of_other(root: Element, story: Known, other: Known, _chance: random.Random) -> bool:
    """Another story's headline stands in the headline's place."""
    found = _headlines(root, story)
    for element in found:
        _set_text(element, other.headline or other.text[:60])
    return bool(found)


def titles_of_other(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
    """Printed headline and all that the head states are another story's."""
    for element in root.iter("title", "meta", "script"):
        is_data = element.tag == "script" and "ld+json" in (element.get("type") or "")
        if element.tag == "script" and not is_data:
            continue
        if element.get("content"):
            element.set("content", _swap(element.get("content"), story, other))
        if element.text:
            element.text = _swap(element.text, story, other)
    return headline_of_other(root, story, other, chance)


def print_date_gone(root: Element, story: Known, _other: Known, _chance: random.Random) -> bool:
    """The printed date is not there."""
    return _change_dates(root, story, lambda _text: "")


def all_dates_gone(root: Element, story: Known, _other: Known, _chance: random.Random) -> bool:
    """No date is printed, and none is stated."""
    _change_dates(root, story, lambda _text: "")
    for element in [*root.iter("meta", "time", "script")]:
        said = f"{element.get('name')} {element.get('property')} {element.get('type')}".lower()
        if element.tag == "time" or any(word in said for word in ("date", "time", "ld+json")):
            _drop(element)
    return True


def date_of_other(root: Element, story: Known, other: Known, _chance: random.Random) -> bool:
    """Another story's date is printed in the date's place."""
    raw = other.date_raw
    return bool(raw) and _change_dates(root, story, lambda _text: raw or "")


def year_shifted(root: Element, story: Known, _other: Known, chance: random.Random) -> bool:
    """The printed date is of another year: a template that prints the year of its making."""
    step = chance.choice((-2, -1, 1))
    return _change_dates(root, story, lambda text: _YEAR.sub(lambda m: str(int(m[0]) + step), text))


def other_in_text(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
    """A box with two or three of another story's paragraphs stands between the paragraphs."""
    found = _own(root, story)
    if len(found) < _FEW:
        return False
    place = chance.choice(found[1:])
    _put_behind(place, _box(other.paragraphs[: chance.choice((1, 2, 3))]))
    return True


def other_at_end(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
    """Another story's headline and first paragraphs stand behind the last paragraph, without a name."""
    found = _own(root, story)
    if not found:
        return False
    count = chance.choice((1, 2, 4))
    _put_behind(found[-1], _box([other.headline or "", *other.paragraphs[:count]]))
    return True


def teasers_in_text(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
    """A list of linked sentences stands between the paragraphs."""
    found = _own(root, story)
    if len(found) < _FEW:
        return False
    box = etree.Element("div", {"class": f"k{chance.randrange(100)}"})
    for number, text in enumerate(other.paragraphs[:6]):
        link = etree.SubElement(etree.SubElement(box, "p"), "a", {"href": f"/lain/{number}"})
        link.text = " ".join(text.split()[:14])
    _put_behind(chance.choice(found[1:]), box)
    return True


def menu_in_text(root: Element, story: Known, _other: Known, chance: random.Random) -> bool:
    """Lines of a menu stand between the paragraphs, unlinked."""
    found = _own(root, story)
    if len(found) < _FEW:
        return False
    lines = [f"{chance.choice(_MENU)} {chance.choice(_MENU)}" for _ in range(chance.randrange(3, 20))]
    _put_behind(chance.choice(found[1:]), _box(lines))
    return True


def longer_story_below(root: Element, _story: Known, other: Known, _chance: random.Random) -> bool:
    """Another story stands whole below, and is the longer one."""
    body = next(root.iter("body"), root)
    body.append(_box([other.headline or "", *other.paragraphs * 2]))
    return True


def longer_story_above(root: Element, _story: Known, other: Known, _chance: random.Random) -> bool:
    """Another story stands whole above, and is the longer one."""
    body = next(root.iter("body"), root)
    body.insert(0, _box([other.headline or "", *other.paragraphs * 2]))
    return True


def text_of_other(root: Element, story: Known, other: Known, _chance: random.Random) -> bool:
    """Another story's text stands in this one's template."""
    found = _own(root, story)
    if not found or not other.paragraphs:
        return False
    for number, element in enumerate(found):
        _set_text(element, other.paragraphs[number % len(other.paragraphs)])
    return True


def half_beside(root: Element, story: Known, _other: Known, _chance: random.Random) -> bool:
    """The second half of the paragraphs stands in a box of its own behind the one of the text."""
    found = _own(root, story)
    if len(found) < 2 * _FEW - 2 or found[0].getparent().tag in ("body", "html"):
        return False
    box = etree.Element("div")
    _put_behind(found[0].getparent(), box)
    for element in found[len(found) // 2 :]:
        box.append(copy.deepcopy(element))
        box[-1].tail = None
        _drop(element)
    return True


def text_gone(root: Element, story: Known, _other: Known, _chance: random.Random) -> bool:
    """All paragraphs but the first are drawn by a script that nobody ran."""
    found = _own(root, story)
    for element in found[1:]:
        _drop(element)
    return len(found) > _FEW


def _after(first: Change, second: Change) -> Change:
    def both(root: Element, story: Known, other: Known, chance: random.Random) -> bool:
        return first(root, story, other, chance) and second(root, story, other, chance)

    return both


CHANGES: dict[str, Change] = {
    "as it is": as_it_is,
    "renamed": renamed,
    "headline gone": headline_gone,
    "all titles gone": all_titles_gone,
    "headline of another": headline_of_other,
    "titles of another": titles_of_other,
    "printed date gone": print_date_gone,
    "all dates gone": all_dates_gone,
    "date of another": date_of_other,
    "year shifted": year_shifted,
    "another in the text": other_in_text,
    "another at the end": other_at_end,
    "teasers in the text": teasers_in_text,
    "menu in the text": menu_in_text,
    "longer story below": longer_story_below,
    "longer story above": longer_story_above,
    "text of another": text_of_other,
    "half beside": half_beside,
    "text gone": text_gone,
    "renamed, another in the text": _after(other_in_text, renamed),
    "renamed, another at the end": _after(other_at_end, renamed),
    "renamed, half beside": _after(half_beside, renamed),
    "renamed, printed date gone": _after(print_date_gone, renamed),
}

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEW = 3
_MENU = (
    "Beranda",
    "Nasional",
    "Ekonomi",
    "Olahraga",
    "Gaya Hidup",
    "Indeks",
    "Foto",
    "Video",
    "Terpopuler",
    "Daerah",
)
_BEGINNING = 40
"""Folded characters by which a paragraph is known again."""


def _own(root: Element, story: Known) -> list[Element]:
    """The elements that hold one paragraph of the story each, innermost, in order."""
    starts = {fold(text)[:_BEGINNING] for text in story.paragraphs if len(text) >= _BEGINNING}
    found = []
    for element in root.iter("p", "div", "li", "span", "font", "td"):
        text = fold("".join(element.itertext())[: 4 * _BEGINNING])
        if text[:_BEGINNING] in starts and not any(_begins_so(child, text) for child in element):
            found.append(element)
    return found


def _begins_so(child: Element, text: str) -> bool:
    is_block = child.tag in ("p", "div", "li", "td", "font", "span")
    return is_block and fold("".join(child.itertext())[: 4 * _BEGINNING])[:_BEGINNING] == text[:_BEGINNING]


def _headlines(root: Element, story: Known) -> list[Element]:
    """The innermost elements of the page's body that hold the headline and nothing else."""
    head = fold(story.headline or "")
    body = next(root.iter("body"), root)
    tags = ("h1", "h2", "h3", "h4", "div", "span", "p", "a", "strong")
    same = [e for e in body.iter(*tags) if head and fold("".join(e.itertext())) == head]
    return [e for e in same if not any(child in same for child in e)]


def _change_dates(root: Element, story: Known, change: Callable[[str], str]) -> bool:
    """Change the printed date wherever it stands whole in one run of text."""
    raw = " ".join((story.date_raw or "").split())
    body, done = next(root.iter("body"), root), False
    for element in body.iter(etree.Element) if raw else ():
        for attribute in ("text", "tail"):
            run = " ".join((getattr(element, attribute) or "").split())
            if raw in run and element.tag not in ("script", "style"):
                setattr(element, attribute, run.replace(raw, change(raw)))
                done = True
    return done


def _swap(text: str, story: Known, other: Known) -> str:
    return text.replace(story.headline or "\0", other.headline or "")


def _box(texts: list[str]) -> Element:
    box = etree.Element("div")
    for text in filter(None, texts):
        etree.SubElement(box, "p").text = text
    return box


def _put_behind(element: Element, new: Element) -> None:
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def _set_text(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _drop(element: Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
