"""The bytes of a discovery document: unpacked within a bound, decoded, and read as XML that may be broken.

Fetched bytes are hostile. A gzip file is unpacked to `MAX_BYTES` and no further, document types and entity
declarations are cut out before parsing, and the parser keeps libxml2's own bounds on depth and text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import Any, TypeVar

from lxml import etree

from newsbot.discovery import _model
from newsbot.discovery._problems import Span, Tally
from newsbot.durable.gzip import MAGIC, gunzip
from newsbot.pages.decode import decode

Element = Any
"""An lxml element; lxml's own types are untyped."""
T = TypeVar("T")

_LAYERS = 2
"""A `.xml.gz` that its server packs once more for the wire arrives in two layers where a client unpacks none."""
_CHUNK = 1 << 20
_PROLOG = re.compile(r"<\?xml[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,500}", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s*>")
_ENDS = re.compile(r"</(?:[\w-]{1,20}:)?(?:urlset|sitemapindex|rss|rdf|feed|channel)\s*>", re.IGNORECASE)
_TAIL = 2_000
"""Characters in which the end of the root is looked for: a comment of the software that wrote it may follow."""
_ENTITY = re.compile(r"<!ENTITY[^>]*>?", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CDATA = r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
_START = re.compile(r"\s*<[^<>]{1,2000}>")
_TO_MEND = re.compile(
    rf"{_CDATA}|&(#\d{{1,7}};|#x[0-9a-fA-F]{{1,6}};|\w{{2,30}};)?|<(?![\w:/!?])|<(?=\d)", re.DOTALL
)
"""What may need mending, and stretches of text that need none. A tag's name begins with a letter: "nilai < 5", "<3"."""
_LIMIT = re.compile("huge", re.IGNORECASE)
"""What libxml2 says, in each of its versions, of what it would read were it told to trust a document."""
_XML_NAMES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def unpacked(body: bytes, tally: Tally) -> bytes:
    """The bytes of a document with gzip taken off; what is left of it where the gzip is torn or above the bound."""
    for _ in range(_LAYERS):
        if not body.startswith(MAGIC):
            break
        body = _gunzip(body, tally)
    if len(body) > _model.MAX_BYTES:
        tally.count("too_large", f"{len(body)} bytes, read to {_model.MAX_BYTES}", "error")
        body = body[: _model.MAX_BYTES]
    return body


def _gunzip(body: bytes, tally: Tally) -> bytes:
    """Unpack within the bound; what came before a fault is read."""
    found = gunzip(body, _model.MAX_BYTES)
    if found.fault == "too_large":
        tally.count("too_large", found.detail, "error")
    elif found.fault:
        tally.count("bad_gzip", found.detail, "error")
    return found.data


def text_of_bytes(body: bytes) -> str:
    """The text of a document without white space, byte order mark and XML declaration before it.

    Real feeds begin with a newline before the declaration (detik and kapanlagi, 2015) and declare iso-8859-1 over
    UTF-8 (kapanlagi): the declaration is not asked where the bytes are valid UTF-8.
    """
    text = decode(body).text.lstrip("\ufeff \t\r\n\x00")
    return _PROLOG.sub("", text, count=1).lstrip() if text.startswith("<?xml") else text


def read_elements(
    text: str, wanted: frozenset[str], convert: Callable[[Element], T | None], span: Span, tally: Tally
) -> tuple[Element | None, list[T]]:
    """The root and what `convert` made of each element whose local name is in `wanted`, of those that `span` has.

    Well-formed XML is read as such; broken XML is mended (bare ampersands and `<`, HTML's entities, characters that
    XML forbids) and read once more as far as the parser recovers, with the problem `broken_xml`, `torn_xml` where its
    end is missing, `beyond_limits` where it is deeper or has longer texts than libxml2 reads, and `lost_entries` where
    fewer elements came out than begin in it.
    """
    text = _ENTITY.sub("", _without_doctype(text)) if "<!" in text else text
    try:
        return _collect(text.encode("utf-8", "replace"), wanted, convert, span, tally)
    except etree.XMLSyntaxError as error:
        tally.count("broken_xml", str(error))
        if _LIMIT.search(str(error)):
            tally.count("beyond_limits", str(error), "error")
        if not _ENDS.search(text, max(0, len(text) - _TAIL)):
            tally.count("torn_xml", "the document breaks off before its end", "error")
    return _each_alone(mended(text), wanted, convert, span, tally)


def _each_alone(
    text: str, wanted: frozenset[str], convert: Callable[[Element], T | None], span: Span, tally: Tally
) -> tuple[Element | None, list[T]]:
    """What broken XML holds: each entry is read by itself, so that a stray tag spoils the one in which it stands. An
    entry at the end that breaks off is none: half an address leads elsewhere."""
    begins = [match.start() for match in _entries_of(wanted).finditer(text) if match["name"]]
    root, found = _recovered(text[: begins[0]] if begins else text, frozenset(), convert, tally)
    around = match[0] if (match := _START.match(text)) else ""
    whole = 0
    for begin, end in pairwise([*begins, len(text)][span.start : span.end + 1]):
        if end < len(text) or _ends(text, begin, wanted):
            whole += 1
            found += _recovered(around + text[begin:end], wanted, convert, tally)[1]
    if len(begins) > span.end:
        tally.more(span)
    if lost := whole - len(found):
        tally.count("lost_entries", f"{lost} of {whole}", "error")
    return root, found


def _ends(text: str, begin: int, wanted: frozenset[str]) -> bool:
    """Whether the last entry has its end."""
    return bool(re.search(rf"</(?:[\w-]{{1,20}}:)?(?:{'|'.join(sorted(wanted))})\s*>", text[begin:]))


def _recovered(
    text: str, wanted: frozenset[str], convert: Callable[[Element], T | None], tally: Tally
) -> tuple[Element | None, list[T]]:
    try:
        return _collect(text.encode("utf-8", "replace"), wanted, convert, Span(), tally, recover=True)
    except etree.XMLSyntaxError:
        return None, []


@lru_cache(maxsize=4)
def _entries_of(wanted: frozenset[str]) -> re.Pattern[str]:
    """Where entries begin; what stands in CDATA is text, and matches without a name."""
    return re.compile(rf"{_CDATA}|<(?:[\w-]{{1,20}}:)?(?P<name>{'|'.join(sorted(wanted))})[\s>]", re.DOTALL)


def _without_doctype(text: str) -> str:
    """The text without its first document type and what that declares. Looked for once: a text may hold a million
    beginnings and no end."""
    begin = _DOCTYPE.search(text)
    if begin is None:
        return text
    if text.startswith("[", begin.end()):
        end = _SUBSET_END.search(text, begin.end())
        return text if end is None else text[: begin.start()] + text[end.end() :]
    return text[: begin.start()] + text[begin.end() + 1 :]


def _collect(
    source: bytes,
    wanted: frozenset[str],
    convert: Callable[[Element], T | None],
    span: Span,
    tally: Tally,
    *,
    recover: bool = False,
) -> tuple[Element | None, list[T]]:
    root: Element | None = None
    found: list[T] = []
    number = -1
    for event, element in _events(source, recover=recover):
        if event == "start":
            root = element if root is None else root
            continue
        if local_name(element) not in wanted:
            continue
        number += 1
        if number >= span.end:
            tally.more(span)
            break
        item = convert(element) if number >= span.start else None
        element.clear(keep_tail=False)
        if item is not None:
            found.append(item)
    return root, found


def _events(source: bytes, *, recover: bool) -> Iterator[tuple[str, Element]]:
    yield from etree.iterparse(
        BytesIO(source),
        events=("start", "end"),
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def mended(text: str) -> str:
    """XML text with bare ampersands and bare `<` written out, HTML's named entities as characters and forbidden
    characters gone.

    >>> mended("<loc>https://contoh.id/?a=1&b=2</loc>&nbsp;")
    '<loc>https://contoh.id/?a=1&amp;b=2</loc>\\xa0'
    >>> mended("<p>nilai < 5 & > 3</p>")
    '<p>nilai &lt; 5 &amp; > 3</p>'
    """
    return _NOT_XML.sub("", _TO_MEND.sub(_mend, text))


def _mend(match: re.Match[str]) -> str:
    name = match[1]
    if match[0] == "<":
        return "&lt;"
    if not match[0].startswith("&") or name in _XML_NAMES:
        return match[0]
    if not name:
        return "&amp;"
    character = html.unescape(f"&{name}")
    if character.startswith("&"):
        return f"&amp;{name}"
    return html.escape(character)


def local_name(element: Element) -> str:
    """The element's name without namespace, also where its prefix was never declared; lower case.

    Empty for what is no element: a comment, an entity.
    """
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def text_of(element: Element | None) -> str:
    """All text below an element, white space outside trimmed."""
    if element is None:
        return ""
    return "".join(part for part in element.itertext() if isinstance(part, str)).strip()
