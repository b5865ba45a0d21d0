"""What a crawl knew of an address when it asked, and what a page reserves, as fields of a WARC metadata record.

`via` is the standard's name for what led to the address (ISO 28500:2017, 6.6); the others are newsbot's own
(docs/evidence.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsbot.crawl.figures import asked_for_by
from newsbot.pages.opt_out import opt_outs
from newsbot.snapshot import header_map

if TYPE_CHECKING:
    from scrapy import Request

    from newsbot.items import Discovery
    from newsbot.workers.reading import Reading

_OPT_OUT = "opt_out"
Fields = list[tuple[str, str]]


def known_of(request: Request, headers: Iterable[tuple[str, str]], *, obeys_robots: bool) -> Fields:
    """What is known when an answer comes: whose it is, what announced it and when, by which address it was reached,
    whether robots.txt was asked, and what the headers reserve."""
    found = [("portal", asked_for_by(request) or "")]
    known, document = (request.cb_kwargs.get(name) for name in ("known", "document"))
    if known is not None:
        found += _announced(known.discovery)
    elif document is not None:
        found += [("document", document.kind), ("source", document.source)]
    found += (("redirected-from", url) for url in request.meta.get("redirect_urls", ()))
    if not request.meta.get("dont_obey_robotstxt"):
        found.append(("robots", "allowed" if obeys_robots else "not asked"))
    found += (("opt-out", sign) for sign in opt_outs(header_map(headers), {}))
    return [(name, value) for name, value in found if value]


def _announced(discovery: Discovery) -> Iterator[tuple[str, str]]:
    yield "via", discovery.url or ""
    yield "announced-as", discovery.kind
    yield "announced-date", discovery.date or ""
    yield "announced-lastmod", discovery.lastmod or ""
    yield "announced-title", discovery.title or ""
    for other in discovery.others:
        yield "also-announced", " ".join(word for word in (other.kind, other.url) if word)


def reserved_by(reading: Reading) -> Fields:
    """What a page reserves by its own words, as its record tells; what its headers say stands with the answer."""
    if reading.line is None or not any(code == _OPT_OUT for code, _ in reading.problems):
        return []
    problems = json.loads(reading.line)["metadata"]["problems"]
    signs = (one.get("detail") or "" for one in problems if one["code"] == _OPT_OUT)
    return [("opt-out", sign) for sign in signs if not sign.startswith("header ")]
