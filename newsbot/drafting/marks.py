"""Selectors that name an element by what a template's author called it, not by where it happens to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsbot.lexicon import any_of, cached
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

CLIMB = 4
"""Ancestors by whose names an element without one of its own is found."""
_NAME = re.compile(r"[A-Za-z][A-Za-z_-]*(?:\d{1,2}[A-Za-z_-]*)?")
_LONGEST = 60
"""Characters of a name; what is longer nobody wrote by hand."""
_LITTLE = 20
"""Characters that an element around another may hold besides."""
_ATTRIBUTES = ("itemprop", "data-qa-id", "data-testid", "role")


@cached
def _generated() -> re.Pattern[str]:
    """Names that a build tool makes."""
    begun = any_of("element_names.generated.begins")
    return re.compile(rf"{begun}[-_]|[A-Za-z]+_[A-Za-z]+__\w{{5}}$", re.IGNORECASE)


@cached
def _style() -> re.Pattern[str]:
    """Names that say how an element looks."""
    sized, families = any_of("element_names.style.sized"), any_of("element_names.style.families")
    whole = any_of("element_names.style.whole")
    return re.compile(rf"-?{sized}-?\d*|{whole}|{families}-[\w-]+", re.IGNORECASE)


def stable(name: str) -> bool:
    """Whether a class or id is a template's own name: no digest, no number of an article, no style word.

    >>> [name for name in ("read__content", "css-1x2y3z", "post-129231", "mt-4", "txt-article") if stable(name)]
    ['read__content', 'txt-article']
    """
    return bool(
        1 < len(name) <= _LONGEST
        and _NAME.fullmatch(name)
        and not _generated().match(name)
        and not _style().fullmatch(name)
    )


def own_marks(node: Node) -> list[str]:
    """Selectors by the element's own id, attributes and classes, the most telling first."""
    found = []
    if (name := node.get("id")) and stable(name):
        found.append(f"#{name}")
    found += [
        f"[{attribute}={value}]"
        for attribute in _ATTRIBUTES
        if (value := node.get(attribute))
        and len(value) <= _LONGEST
        and re.fullmatch(r"[A-Za-z][\w-]*", value)
    ]
    classes = [name for name in (node.get("class") or "").split() if stable(name)]
    found += [f"{node.tag}.{name}" for name in classes]
    if len(classes) > 1:
        found.append(f"{node.tag}.{'.'.join(classes[:3])}")
    return found


def around_marks(node: Node) -> list[str]:
    """The marks of the element and of the two around it that add next to no text: a body's text often stands in a
    nameless box of a named one (kompas 2021). A box that holds the headline and the date as well is another
    (tempo 2015)."""
    most = len(text_of(node)) + _LITTLE
    boxes = takewhile(lambda box: len(text_of(box)) <= most, islice(node.iterancestors(), 2))
    return [mark for box in (node, *boxes) for mark in own_marks(box)]


def candidates(node: Node) -> Iterator[str]:
    """Selectors that may name the element: its own marks, its tag below a marked ancestor, a heading's tag alone."""
    yield from own_marks(node)
    step = str(node.tag)
    for ancestor in list(node.iterancestors())[:CLIMB]:
        for mark in own_marks(ancestor):
            yield f"{mark} {step}"
            for own in own_marks(node):
                yield f"{mark} {own}"
    if node.tag in ("h1", "article", "time", "figcaption"):
        yield step
