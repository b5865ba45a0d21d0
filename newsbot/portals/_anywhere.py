"""What the layouts of a portal read by names that are its own: rules for a page that none of the layouts matches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from newsbot.portals._layout import ImageRule, Layout, Selectors

_OWN = re.compile(r"#[A-Za-z][\w-]*|\.[A-Za-z0-9]*(?:[a-z][A-Z]|[-_])[\w-]*")
"""An id, or a class of several words: the name of one template. What is called ".date" or "figure" may be anything."""
_FIELDS = (
    "alternative_headline",
    "topic",
    "date",
    "modified",
    "byline",
    "authors",
    "editors",
    "photographers",
    "section",
    "breadcrumbs",
    "keywords",
    "source",
)
"""Fields whose rules may hold in another template; the headline and the body have to be found anew."""


NOTHING_KNOWN = Layout(name="anywhere", probe="html", headline=())
"""What holds on any page where no portal is known."""


def rules_anywhere(layouts: Iterable[Layout]) -> Layout:
    """The rules of all layouts, the first layout's first, by whose names an element is known in any template. Paths are
    their layout's alone, and so are names that every other site uses as well; what stands behind such a one was meant
    for where that gives nothing.

    >>> one = Layout(name="x", probe="h1", authors=(".read__author a", ".author", ".read__name"))
    >>> rules_anywhere([one]).authors
    ('.read__author a',)
    """
    known = list(layouts)
    fields = {name: _own(getattr(one, name) for one in known) for name in _FIELDS}
    images = dict.fromkeys(rule for one in known for rule in _boxes(one.images))
    return NOTHING_KNOWN.but(images=tuple(images), **fields)


def _own(rules: Iterable[Selectors]) -> Selectors:
    return tuple(dict.fromkeys(selector for listed in rules for selector in takewhile(_is_own, listed)))


def _is_own(selector: str) -> bool:
    return not selector.startswith("xpath:") and bool(_OWN.search(selector))


def _boxes(rules: Iterable[ImageRule]) -> Iterator[ImageRule]:
    """The rules with those of their boxes that are the portal's own."""
    for rule in rules:
        if boxes := [box for box in rule.box.split(", ") if _is_own(box)]:
            yield replace(rule, box=", ".join(boxes))
