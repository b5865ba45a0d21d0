"""The selectors of declarations that newsbot did not test itself: compiled once before the first page is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from newsbot.pages.selectors import compile_selector
from newsbot.portals import Layout, Portal

_NO_SELECTORS = frozenset(("name", "since", "until", "kind", "images", "noise", "embedded"))


def refuse_bad_selectors(portals: Iterable[Portal]) -> None:
    """Raises ValueError, which names portal, layout and key, for a selector that is none.

    >>> bad = Layout(name="x", probe="h1", body=("p[",))
    >>> refuse_bad_selectors([Portal(id="contoh", name="Contoh", domains=("contoh.id",), layouts=(bad,))])
    Traceback (most recent call last):
      ...
    ValueError: portal.contoh: layout.x.body: bad selector 'p[': Expected ident or '*', got <EOF at 2>
    """
    for portal in portals:
        for place, selector in selectors_of(portal):
            try:
                compile_selector(selector)
            except ValueError as error:
                raise ValueError(f"portal.{portal.id}: {place}: {error}") from error


def selectors_of(portal: Portal) -> Iterator[tuple[str, str]]:
    """The selectors that a portal declares, each behind its place."""
    for layout in portal.layouts:
        yield from ((f"layout.{layout.name}.{key}", selector) for key, selector in _of_layout(layout))
    for number, source in enumerate(portal.sources):
        for key in ("items", "item_date"):
            yield from ((f"sources[{number}].{key}", selector) for selector in getattr(source, key))


def _of_layout(layout: Layout) -> Iterator[tuple[str, str]]:
    for one in fields(layout):
        value = getattr(layout, one.name)
        if one.name not in _NO_SELECTORS:
            yield from ((one.name, selector) for selector in ((value,) if isinstance(value, str) else value))
    for number, image in enumerate(layout.images):
        for selector in (image.box, *image.caption, *image.credit):
            yield f"images[{number}]", selector
    yield from ((f"noise.{name}", selector) for name, selector in layout.noise.items())
    if layout.embedded:
        yield "embedded.script", layout.embedded.script
