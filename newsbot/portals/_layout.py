"""What a layout may say: one page template of a portal, and where each field stands in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args

from newsbot.items import Bin, Kind

Selectors = tuple[str, ...]
"""CSS (with `::attr()` and `::text`) or `xpath:` expressions; the first that gives anything is taken."""
Group = Annotated[str, "selectors"]
"""A selector of what is wanted in any of several forms (".a, .b"); a declaration file may give it as a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRule:
    """Pictures of the article: `box` holds one each; `caption` and `credit` are looked for inside the box.

    `caption_attr` names an attribute of the box (or of its img) that holds the caption where no text does.
    """

    box: Group
    caption: Selectors = ()
    credit: Selectors = ()
    caption_attr: str | None = None
    bare: bool = False
    """True where all the text in the box, credit aside, is the caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One page template of a portal: the probe that tells it, its years, and where each field stands.

    `since` and `until` are "YYYY" or "YYYY-MM"; where two probes match, the page's date decides.
    `byline` texts go through the byline grammar; `authors`, `editors` and `photographers` are names already.
    `noise` is what this layout puts inside the body, by bin. `embedded` reads an article that stands in a script.
    """

    name: str
    probe: Group
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None
    headline: Selectors = ("h1",)
    alternative_headline: Selectors = ()
    topic: Selectors = ()
    body: Selectors = ()
    date: Selectors = ()
    modified: Selectors = ()
    byline: Selectors = ()
    authors: Selectors = ()
    editors: Selectors = ()
    photographers: Selectors = ()
    images: tuple[ImageRule, ...] = ()
    section: Selectors = ()
    breadcrumbs: Selectors = ()
    keywords: Selectors = ()
    source: Selectors = ()
    paywall: Selectors = ()
    noise: Mapping[str, Group] = field(default_factory=dict)
    embedded: Embedded | None = None

    def __post_init__(self) -> None:
        if unknown := set(self.noise) - set(get_args(Bin)):
            raise ValueError(f"layout {self.name!r}: no such bins: {sorted(unknown)}")

    def but(self, **changes: Any) -> Layout:
        """The layout with some rules changed: how a member of a network says only what differs."""
        return dataclasses.replace(self, **changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """An article that the page carries as JSON in a script, and where its fields stand in it.

    `script` selects the script element, `path` goes down to the article ("props.pageProps.article"); each field
    names keys below it ("author.name"), of which the first that gives anything is taken. `body` may be HTML.
    """

    script: str
    path: str = ""
    headline: Selectors = ()
    alternative_headline: Selectors = ()
    body: Selectors = ()
    date: Selectors = ()
    modified: Selectors = ()
    authors: Selectors = ()
    editors: Selectors = ()
    section: Selectors = ()
    keywords: Selectors = ()
    image: Selectors = ()
    caption: Selectors = ()
