"""Answers that a crawler must survive: each under `/bermusuhan/NAME`, or in the place of a robots.txt.

`PAGES` are asked for as articles, `DOCUMENTS` as sitemaps, feeds and indexes.
"""

from __future__ import annotations

from newsbot.loopback.hostile import documents, leading, pages, robots, wire
from newsbot.loopback.hostile._parts import story, urlset
from newsbot.loopback.reply import Reply

_PAGES = pages.PAGES | leading.LEADING | wire.WIRE
PAGES = {name: meaning for name, (meaning, _) in _PAGES.items()}
"""What stands in an article's place: name to what it is."""
DOCUMENTS = {name: meaning for name, (meaning, _) in documents.DOCUMENTS.items()}
"""What stands in the place of a discovery document: name to what it is."""
ROBOTS = {name: meaning for name, (meaning, _) in robots.ROBOTS.items()}
"""What stands in the place of a robots.txt: name to what it is."""


HONEST = "sehat"
"""What an honest sitemap beside the document NAME is called, as NAME/HONEST.xml: it announces NAME/t/HONEST."""


def answer(name: str, base: str, asked: int) -> Reply:
    """The reply of that name; `asked` counts how often its path was asked for, this time included."""
    portal, _, own = name.partition("/")
    if own == f"{HONEST}.xml":
        return urlset(f"{base}/bermusuhan/{portal}/t/{HONEST}")
    if own.startswith("t/") or portal == "t":
        return Reply(200, story(name.replace("/", " ")))
    _, make = _PAGES.get(name) or documents.DOCUMENTS.get(name) or ("", Reply(404, "<h1>404</h1>"))
    return make if isinstance(make, Reply) else make(base, asked)


def robots_answer(name: str, base: str) -> Reply:
    """The reply in the place of a robots.txt."""
    _, make = robots.ROBOTS[name]
    return make if isinstance(make, Reply) else make(base, 1)
