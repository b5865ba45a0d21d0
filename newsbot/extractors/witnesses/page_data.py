"""The article that a page carries as data only: JSON in scripts and attributes, found by its shape, not its names.

A page that a script fills (`__NEXT_DATA__`, Nuxt, Inertia's `data-page`, a state assigned to `window`) or that shows a
teaser prints no text for a reader without scripts, and carries it whole as JSON: the object with the headline, a date
and the longest text beside it. Schema.org's `articleBody` is the same by a known name.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsbot import lexicon
from newsbot.extractors.body.read import BodyRules, read_markup
from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.witnesses.headings import is_titled, titles
from newsbot.language.dates import parse_machine
from newsbot.language.text import clean
from newsbot.pages.lenient_json import read_json
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

MIN_TEXT = 200
"""Characters of a text that is an article's body and no teaser."""
_CARRIERS = ("div", "main", "article", "section", "body", "template", "astro-island")
"""Elements whose attributes hold a page's data (Inertia's `data-page`, `data-props`, Vue's `:article`)."""
_MAX_SOURCES = 60
_MAX_OBJECTS = 20_000
_MAX_REVIVED = 2_000
_MAX_PARTS = 2_000
_NESTED = 3
_MOST_NAMES = 10
_LONGEST_HEADLINE = 300
_LONGEST_NAME = 120
_ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?(?P<name>[\w$.\[\]\"']{3,80}?)\s*=\s*(?=[{\[])")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_NO_LETTER = re.compile(r"[^a-z]")


class PageData(NamedTuple):
    """An article as the page's data hold it.

    `body` is markup, or text whose lines are paragraphs; the other fields as the data say them, None where they do not.
    `rule` names the element and the key.
    """

    body: str
    rule: str
    headline: str
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()


def read_page_data(page: Page, raw: RawArticle, *, above: int) -> Body | None:
    """The body that the page's data hold, of more than `above` characters, and beside it what they say of headline,
    dates and writers.

    All under the witness `structured`. None, and nothing noted, where the data hold no such article of this page.
    """
    found = find_page_data(page)
    body = found and read_markup(page.url, found.body, BodyRules(said=raw.said()), ("structured", found.rule))
    if not found or not body or body.size <= above:
        return None
    raw.hear("headline", found.headline, "structured", found.rule)
    raw.hear("date_published", found.published, "structured", found.rule)
    raw.hear("date_modified", found.modified, "structured", found.rule)
    for author in found.authors:
        raw.hear("structured_author", author, "structured", found.rule)
    return body


def find_page_data(page: Page) -> PageData | None:
    """The article of the page's data with the longest text; None where the data hold none that is this page's: one
    whose headline the page's titles repeat. A page without a title has the longest."""
    known = titles(page)
    best: PageData | None = None
    for data, where in islice(_sources(page), _MAX_SOURCES):
        for item in _objects(data):
            found = _article(item, where)
            if (
                found
                and (not known or is_titled(found.headline, known))
                and (best is None or len(found.body) > len(best.body))
            ):
                best = found
    return best


def _sources(page: Page) -> Iterator[tuple[list[Any], str]]:
    """What the scripts and attributes of the page hold as JSON, each with its name."""
    for script in page.tagged("script"):
        text = script.text or ""
        if len(text) < MIN_TEXT:
            continue
        if "json" in (script.get("type") or "").lower():
            values = read_json(text)[0]
            is_flat = (script.get("id") or "") == "__NUXT_DATA__"
            yield (_revived(values[0]) if is_flat and values else values), _named(script)
        elif assigned := _ASSIGNED.match(text[:_LONGEST_NAME]):
            yield read_json(text[assigned.end() :])[0][:1], assigned["name"]
    for node in page.root.iter(*_CARRIERS):
        for name, value in node.attrib.items():
            if len(value) >= MIN_TEXT and value.lstrip()[:1] in ("{", "["):
                yield read_json(value)[0], f"{node.tag}[{name}]"


def _named(script: Node) -> str:
    identity = script.get("id")
    return f"script#{identity}" if identity else f"script[type='{script.get('type')}']"


def _revived(flat: Any) -> list[Any]:
    """The objects of Nuxt's flat list, in which every value is the place of another in the list."""
    if not isinstance(flat, list):
        return []

    def value_at(place: Any, depth: int) -> Any:
        if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < len(flat):
            return None
        value = flat[place]
        if depth and isinstance(value, dict):
            return {key: value_at(inner, depth - 1) for key, inner in value.items()}
        if depth and isinstance(value, list):
            return [value_at(inner, depth - 1) for inner in value[:_MAX_PARTS]]
        return None if isinstance(value, (dict, list)) else value

    objects = (place for place, value in enumerate(flat) if isinstance(value, dict))
    return [value_at(place, _NESTED) for place in islice(objects, _MAX_REVIVED)]


def _objects(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Every object inside, outer ones first."""
    queue = deque(values)
    seen = 0
    while queue and seen < _MAX_OBJECTS:
        value = queue.popleft()
        seen += 1
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, (dict, list)))


def _article(item: dict[str, Any], where: str) -> PageData | None:
    """What an object says, if it is an article: a headline and a text that is longer than a teaser."""
    keys = {_bare(key): value for key, value in item.items()}
    headline = _said(keys, "headline")
    if headline is None or not 8 < len(headline) <= _LONGEST_HEADLINE:
        return None
    summaries = lexicon.word_set("page_data.summary")
    texts = [
        (text, key)
        for key, value in item.items()
        if _bare(key) not in summaries and (text := _text_of(value))
    ]
    body, key = max(texts, key=lambda found: len(found[0]), default=("", ""))
    if len(clean(_TAG.sub(" ", body))) < MIN_TEXT:
        return None
    published, modified = (_said(keys, name, parse_machine) for name in ("published", "modified"))
    return PageData(body, f"{where} {key}", headline, published, modified, tuple(_names(keys)))


def _bare(key: str) -> str:
    return _NO_LETTER.sub("", key.lower())


def _said(keys: dict[str, Any], concept: str, may_be: Callable[[str], object] = bool) -> str | None:
    for key in lexicon.words(f"page_data.{concept}"):
        value = keys.get(key)
        if isinstance(value, dict):
            value = value.get("rendered")  # WordPress
        if isinstance(value, str) and may_be(value):
            return clean(_TAG.sub(" ", value))
    return None


def _names(keys: dict[str, Any]) -> Iterator[str]:
    for key in lexicon.words("page_data.authors"):
        value = keys.get(key)
        for one in value[:_MOST_NAMES] if isinstance(value, list) else [value]:
            name = _inside(one, "name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip():
                yield clean(name)


def _inside(item: dict[str, Any], concept: str) -> Any:
    """The value of the first key of a kind, looked for in the object and in the `data` that some editors put it in."""
    for place in (item, item.get("data")):
        if isinstance(place, dict):
            for key in lexicon.words(f"page_data.{concept}"):
                if isinstance(place.get(key), str):
                    return place[key]
    return None


def _text_of(value: Any) -> str:
    """A text as the data hold it: a string, a list of paragraphs (strings or blocks), or an object of these."""
    if isinstance(value, str):
        return value if " " in value and len(value) >= MIN_TEXT else ""
    if isinstance(value, dict):
        inner = value.get("rendered") or value.get("blocks") or value.get("content")
        return _text_of(inner) if isinstance(inner, (str, list)) else ""
    if not isinstance(value, list):
        return ""
    parts = (_inside(one, "text") if isinstance(one, dict) else one for one in value[:_MAX_PARTS])
    texts = [part.strip() for part in parts if isinstance(part, str) and part.strip()]
    if sum(map(len, texts)) < MIN_TEXT:
        return ""
    return "".join(text if text.startswith("<p") else f"<p>{text}</p>" for text in texts)
