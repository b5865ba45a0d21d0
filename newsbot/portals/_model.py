"""What a portal declaration may say. A portal is data: it declares and does not act."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from newsbot.portals._anywhere import rules_anywhere
from newsbot.portals._layout import Layout, Selectors
from newsbot.portals._paging import Paging

SourceKind = Literal["news_sitemap", "sitemap", "feed", "index"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a portal announces its articles.

    `url` may hold `{date}` (written as `date_format` says, in the letters YYYY MM M DD D), `{page}` (from
    `first_page` on, `step` apart, never above `last_page`: the number from which a site repeats itself) and
    names of `values` (`{section}`), each of which gives one address. `items` selects the links of an index page,
    `item_date` the dates beside them. `unverified` says that nobody has seen the address answer.
    """

    kind: SourceKind
    url: str
    date_format: str | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first_page: int = 1
    last_page: int | None = None
    step: int = 1
    items: Selectors = ()
    item_date: Selectors = ()
    unverified: bool = False
    note: str | None = None

    def __post_init__(self) -> None:
        known = {"page", "date", *self.values}
        if unknown := set(_PLACEHOLDER.findall(self.url)) - known:
            raise ValueError(f"source {self.url!r}: no values for {sorted(unknown)}")
        if ("{date}" in self.url) != bool(self.date_format):
            raise ValueError(f"source {self.url!r}: {{date}} and date_format go together")


_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


_NO_RULES = frozenset(("licence",))
"""What a declaration says that changes no reading."""


@dataclass(frozen=True, kw_only=True)
class Portal:
    """One portal or one network of hosts with one template.

    `domains` are hosts; `*.x` stands for every host below x, `host/path` for the addresses of a host that begin
    so. `timezone` is the IANA zone of times without a printed one, `zones` says which hosts differ. `article` are
    URL patterns, `(?P<id>…)` the site's own article number, `examples` whole addresses that they must accept;
    `drop` are patterns of addresses that are no articles. `paging` is how a next page is asked for and how all of
    them at once, in the notation of `Paging`: "?page=N; ?page=all for all".
    `brands` are what datelines sign with. `names` gives the outlet's name for a host. `access` says what an
    honest crawler meets, `licence` on which terms the publisher lets others use its texts, where it does;
    `unverified` names the facts that no stored page confirms, each as "field: why".
    """

    id: str
    name: str
    domains: tuple[str, ...]
    network: str | None = None
    timezone: str = "Asia/Jakarta"
    zones: dict[str, str] = field(default_factory=dict)
    brands: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    city_dateline: bool = False
    hidden_pages: bool = False
    article: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    paging: str | None = None
    layouts: tuple[Layout, ...] = ()
    sources: tuple[Source, ...] = ()
    access: str | None = None
    licence: str | None = None
    status: Literal["verified", "documented", "broken"] = "documented"
    checked: str = ""
    unverified: tuple[str, ...] = ()

    @cached_property
    def article_patterns(self) -> tuple[re.Pattern[str], ...]:
        """The article URL rules, compiled."""
        return tuple(re.compile(pattern) for pattern in self.article)

    def __post_init__(self) -> None:
        if self.paging is not None:
            Paging.read(self.paging)

    @cached_property
    def noise(self) -> dict[str, str]:
        """What is noise in any of the layouts: for a page that none of them matches. Paths are its layout's alone."""
        found: dict[str, list[str]] = {}
        for layout in self.layouts:
            for name, selector in layout.noise.items():
                if not selector.startswith("xpath:") and selector not in found.setdefault(name, []):
                    found[name].append(selector)
        return {name: ", ".join(selectors) for name, selectors in found.items() if selectors}

    @cached_property
    def anywhere(self) -> Layout:
        """What the layouts read by names of the portal's own: for a page that none of them matches."""
        return rules_anywhere(self.layouts)

    @cached_property
    def pages(self) -> Paging | None:
        """What `paging` means; None where nothing is known of the portal's pages."""
        return Paging.read(self.paging) if self.paging else None

    @property
    def pages_in_path(self) -> bool:
        """Whether pages of an article differ by what stands behind its path."""
        return bool(self.pages and self.pages.is_in_path)

    @property
    def pages_by_offset(self) -> bool:
        """Whether the number of a page is that of its first paragraph."""
        return bool(self.pages and self.pages.place == "offset")

    @cached_property
    def digest(self) -> str:
        """`sha256:` and the hex digest of the declaration: it changes when a rule changes."""
        rules = {name: value for name, value in dataclasses.asdict(self).items() if name not in _NO_RULES}
        text = json.dumps(rules, sort_keys=True, ensure_ascii=False)
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()

    def name_of(self, host: str) -> str:
        """The outlet's name on a host: a Tribun regional title rather than the network's."""
        return self.names.get(host, self.name)

    def zone_of(self, host: str) -> str:
        """The IANA time zone of a host."""
        return self.zones.get(host, self.timezone)

    def article_number(self, url: str) -> str | None:
        """The site's own number of the article at the URL, or None where the URL carries none."""
        for pattern in self.article_patterns:
            if (match := pattern.search(url)) and "id" in pattern.groupindex and match["id"]:
                return match["id"]
        return None
