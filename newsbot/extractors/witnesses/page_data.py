"""The article that a page carries as data only: JSON in scripts and attributes, found by its shape, not its names.

A page that a script fills (`__NEXT_DATA__`, Nuxt, Inertia's `data-page`, a state assigned to `window`) or that shows a
teaser prints no text for a reader without scripts, and carries it whole as JSON: the object with the headline, a date
and the longest text beside it. Schema.org's `articleBody` is the same by a known name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import islice
from typing import Any, NamedTuple

from newsbot import lexicon
from newsbot.extractors.body.read import BodyRules, read_markup
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.witnesses.data_sources import MAX_PARTS, data_of, objects
from newsbot.extractors.witnesses.headings import is_titled, titles
from newsbot.language.dates import parse_machine
from newsbot.language.text import clean
from newsbot.pages.page import Page

MIN_TEXT = 200
"""Characters of a text that is an article's body and no teaser."""
_MAX_SOURCES = 60
_MOST_NAMES = 20
_CHANNEL_WORDS = 4
_LONGEST_HEADLINE = 300
_LONGEST_NAME = 120
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
    editors: tuple[str, ...] = ()
    section: str | None = None
    keywords: tuple[str, ...] = ()
    picture: RawImage | None = None


def read_page_data(page: Page, raw: RawArticle, *, above: int) -> Body | None:
    """The body that the page's data hold, of more than `above` characters, and beside it what they say of headline,
    dates, people, channel, tags and lead picture.

    All under the witness `structured`; channel and tags are what a script prints for readers. None, and nothing noted,
    where the data hold no such article of this page.
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
    for editor in found.editors:
        raw.hear("structured_editor", editor, "structured", found.rule)
    raw.add("section", found.section, "structured", found.rule)
    raw.add_list("keywords", list(found.keywords), "structured", found.rule)
    if found.picture and not (raw.leads or body.images):
        raw.leads.append(found.picture)
    return body


def find_page_data(page: Page) -> PageData | None:
    """The article of the page's data with the longest text; None where the data hold none that is this page's: one
    whose headline the page's titles repeat. A page without a title has the longest."""
    known = titles(page)
    best: PageData | None = None
    for data, where in islice(data_of(page, MIN_TEXT), _MAX_SOURCES):
        for item in objects(data):
            found = _article(item, where)
            if (
                found
                and (not known or is_titled(found.headline, known))
                and (best is None or len(found.body) > len(best.body))
            ):
                best = found
    return best


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
    if "<" not in body and "&lt;" in body:
        body = unescape(body)  # markup that was escaped once more
    if len(clean(_TAG.sub(" ", body))) < MIN_TEXT:
        return None
    published, modified = (_said(keys, name, parse_machine) for name in ("published", "modified"))
    authors, editors, sections, tags = (
        tuple(_names(keys, concept)) for concept in ("authors", "editors", "section", "keywords")
    )
    return PageData(
        body,
        f"{where} {key}",
        headline,
        published,
        modified,
        authors,
        editors,
        next(filter(_is_channel, sections), None),
        tags,
        _picture(keys),
    )


def _is_channel(name: str) -> bool:
    """Whether a name is a channel's and no number or address of one."""
    return name[:1].isupper() and len(name.split()) <= _CHANNEL_WORDS


def _picture(keys: dict[str, Any]) -> RawImage | None:
    """The lead picture, where the data caption or credit it."""
    for key in lexicon.words("page_data.picture"):
        value = keys.get(key)
        if not isinstance(value, dict):
            continue
        url, caption, credit = (_inside(value, concept) for concept in ("address", "caption", "credit"))
        if caption or credit:
            return RawImage(
                url, caption and clean(caption), credit and clean(credit), rule=key, witness="structured"
            )
    return None


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


def _names(keys: dict[str, Any], concept: str) -> Iterator[str]:
    """The names of people, channels or tags under the keys of a concept: strings, objects, or a list of either."""
    for key in lexicon.words(f"page_data.{concept}"):
        value = keys.get(key)
        for one in value[:_MOST_NAMES] if isinstance(value, list) else [value]:
            name = _inside(one, "name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip() and len(name) <= _LONGEST_NAME:
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
        inner = next(filter(None, map(value.get, lexicon.words("page_data.blocks"))), None)
        return _text_of(inner) if isinstance(inner, (str, list)) else ""
    if not isinstance(value, list):
        return ""
    texts = [text for one in value[:MAX_PARTS] for text in _paragraphs(one)]
    if sum(map(len, texts)) < MIN_TEXT:
        return ""
    return "".join(text if text.startswith("<p") else f"<p>{text}</p>" for text in texts)


def _paragraphs(block: Any) -> list[str]:
    """The paragraphs of a block: its text, by lines where an editor keeps a whole text in one run (Quill)."""
    text = _run(block, _NESTED)
    is_plain = "<" not in text and isinstance(block, dict) and "insert" in block
    return [line.strip() for line in (text.splitlines() if is_plain else [text]) if line.strip()]


def _run(block: Any, depth: int) -> str:
    """The text of a block, of its pieces where it has none itself (ProseMirror, Slate, Sanity)."""
    if isinstance(block, str):
        return block
    if not isinstance(block, dict) or not depth:
        return ""
    if isinstance(text := _inside(block, "text"), str):
        return text
    lists = (block.get(key) for key in lexicon.words("page_data.pieces"))
    pieces = next((pieces for pieces in lists if isinstance(pieces, list)), [])
    return "".join(_run(piece, depth - 1) for piece in pieces[:_MOST_PIECES])


_NESTED = 5
"""Blocks within blocks that are read."""
_MOST_PIECES = 200
