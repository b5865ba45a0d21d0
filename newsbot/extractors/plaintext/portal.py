"""Which portal a dump is of: the brand in its dateline, else the site named in its copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.raw import RawArticle
from newsbot.language.dateline import split_dateline
from newsbot.language.names import is_place, name_letters
from newsbot.language.text import fold
from newsbot.portals import Portal, Registry, registry

_LEAST_LETTERS = 5
"""Letters of a name below which another word begins with it."""
_RIGHTS = re.compile(r"©|copyright|hak cipta|all rights? reserved")
_BEHIND_PLACE = r"(?:[^.]{0,40}\W)?"
_BEFORE_NAME = r"(?:[^.,]{3,40}, ?|(?=[^-–—:]{2,60}[-–—:]))"
"""Before a brand that is no address ("IDN Times"): a place and a comma, or nothing where a dash soon follows."""
_BEHIND_NAME = r"(?:, ?[^.,:–—-]{3,40})? ?(?:--?|[–—:])"
_ANYWHERE = r"(?:.*[^\w.])?"
_ALONE = re.compile(
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w+){0,2})(?:, [A-Z][A-Za-z ]{2,30}?)? [-–—|] (?=[\"“]?[A-Z])"
)
"""What a text begins with that may be the site's name, a place behind it or none: "KabarLintang - Hujan turun", "Kabar
Lintang, Sorong - Hujan turun"."""
_NETWORK = re.compile(r"\bnetwork\b|\bgroup\b")
"""A network's copyright line stands on all its titles' pages (tribun)."""


def note_signatures(lines: Sequence[Line], raw: RawArticle) -> None:
    """Keep the copyright lines for `portal_of`, and the name with which the text and the page itself begin."""
    for line in lines:
        if line.words <= 25 and _RIGHTS.search(line.key) and not _NETWORK.search(line.key):
            raw.add("signature", line.text, "text", "copyright line")
    if name := _own_name(lines, raw):
        raw.add("own_name", name, "text", "name in the page's first line or copyright line")


def _own_name(lines: Sequence[Line], raw: RawArticle) -> str | None:
    """What stands before the text as a place does ("KABAR LINTANG - Hujan turun"), and is the site's name: its first
    line begins with it, or its copyright line holds it."""
    first = raw.body.blocks[0].text if raw.body.blocks else ""
    begins = name_letters(first[:_LEAST_LETTERS])
    named = [name_letters(candidate.value) for candidate in raw.all("signature")]
    above = name_letters(lines[0].text)
    if not above.startswith(begins) and not any(begins in text for text in named):
        return None  # as nearly always: no dateline need be read
    alone = _ALONE.match(first)
    if alone and name_letters(alone["name"]) == above and len(above) >= _LEAST_LETTERS:
        return alone["name"]
    found = split_dateline(first, unknown=True)
    name = name_letters(found.place or "") if found else ""
    if found is None or len(name) < _LEAST_LETTERS or is_place(found.place or ""):
        return None
    return found.place if above.startswith(name) or any(name in text for text in named) else None


def portal_of(raw: RawArticle) -> Portal | None:
    """The portal whose brand signs the dateline of the first paragraph, else its copyright line; one or none."""
    head = fold(raw.body.blocks[0].text[:80]) if raw.body.blocks else ""
    if portal := _only(_by_name(head), head):
        return portal
    signatures = ((fold(candidate.value), _ANYWHERE) for candidate in raw.all("signature"))
    for text, before in ((head, _BEHIND_PLACE), *signatures):
        if portal := _only(_signed(text, before), text):
            return portal
    return None


def _signed(text: str, before: str) -> list[tuple[Portal, str]]:
    """The portals whose address stands behind a place or a copyright sign."""
    return [
        (portal, brand)
        for portal, brand, key in _brands(registry())
        if "." in brand and key in text and re.match(rf"{before}{re.escape(key)}(?![\w/])", text)
    ]


def _by_name(head: str) -> list[tuple[Portal, str]]:
    """The portals that sign a dateline with a name that is no address: "Maumere, IDN Times -", "KBRN, Kediri:"."""
    return [
        (portal, brand)
        for portal, brand, key in _brands(registry())
        if "." not in brand and len(brand) > 3 and key in head
        if re.match(rf"{_BEFORE_NAME}{re.escape(key)}{_BEHIND_NAME}", head)
    ]


@lru_cache(maxsize=1)
def _brands(known: Registry) -> tuple[tuple[Portal, str, str], ...]:
    """Every brand of the portals in use with its portal and its folded form."""
    return tuple(
        (portal, brand, fold(brand))
        for portal in known.portals
        for brand in dict.fromkeys((*portal.brands, portal.name))
    )


def _only(signed: Iterable[tuple[Portal, str]], text: str) -> Portal | None:
    found = list(signed)
    own = [portal for portal, brand in found if fold(brand) == fold(portal.name)] or [
        portal for portal, _ in found
    ]
    return own[0] if text and own and all(portal is own[0] for portal in own) else None
