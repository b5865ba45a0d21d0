"""One entry looked at: its record, its page, and where on the page the record's texts stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from newsbot.corpus.diff.fields import changes
from newsbot.inspector.flow import Flow
from newsbot.inspector.marking import mark
from newsbot.inspector.placing import Placed, place
from newsbot.inspector.saved import saved_document
from newsbot.inspector.shelf import Entry
from newsbot.inspector.texts import Told, texts_of
from newsbot.items import Article, NotAPage, Reject
from newsbot.normalizers.confidence import Confidence
from newsbot.pages.decode import decode
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node
from newsbot.snapshot import Snapshot
from newsbot.stitching import number, stitch
from newsbot.stream import Examined, Options, examine

_APART = frozenset(("metadata.extraction.version", "metadata.extraction.portal_rules_digest"))
"""What any other version differs in."""
MOST_PAGES = 20
"""Documents of one record in which its texts are looked for at a time."""
_FOUND = ("metadata.origin", "metadata.discovery", "metadata.fetched_at", "metadata.http", "metadata.pages")
"""What is known of a page and not read from it."""


@dataclass(slots=True)
class Reading:
    """What comes of a page now: a record, or why there is none."""

    record: dict[str, Any] | None = None
    confidence: Confidence | None = None
    reject: str = ""


@dataclass(slots=True)
class Inspection:
    """What is known of an entry. `absent` says why there is no page, `differs` in which fields the page would be read
    otherwise now than its record, which was written before, says. `page` is which of the documents `pages` of the
    record is looked at, from 1; those of them that are there are in `documents` by number."""

    entry: Entry
    record: dict[str, Any] | None = None
    snapshot: Snapshot | None = None
    page: int = 1
    pages: int = 1
    documents: dict[int, Snapshot] = field(default_factory=dict)
    confidence: Confidence | None = None
    absent: str = ""
    differs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Marked:
    """A saved page with its marks: the document, the ids of marks by the names of texts, and what has no place."""

    document: str
    told: list[Told]
    placed: Placed
    anchors: dict[str, str]

    @property
    def counts(self) -> Counter[str]:
        """How many texts are marked, by how their marks look."""
        return Counter(one.group for one in self.told if one.name in self.anchors)

    @property
    def unplaced(self) -> list[tuple[Told, str]]:
        """The texts of the body, of what left it and of pictures that have no place, and why. Fields are told beside
        their values."""
        reasons = self.placed.unplaced
        return [(one, reasons[one.name]) for one in self.told if one.name in reasons and one.role != "field"]


def inspect(entry: Entry, page: int = 1) -> Inspection:
    """Look at an entry, and of a record of several documents at this one: of a run its record as it was written, else
    the one that its page gives now."""
    try:
        written = entry.source.record()
        pages = 1 + len((written or {}).get("metadata", {}).get("pages") or ())
        shown = min(max(page, 1), pages)
        wanted = {*range(1, min(pages, MOST_PAGES) + 1), shown}
        found = {at: entry.source.page(at, written) for at in sorted(wanted)}
    except (OSError, ValueError, KeyError) as error:
        return Inspection(entry, absent=f"the record cannot be read again: {error}")
    documents = {at: one for at, one in found.items() if isinstance(one, Snapshot)}
    looked = Inspection(entry, written, documents.get(shown), shown, pages, documents)
    if isinstance(reject := found[shown], Reject):
        looked.absent = f"{reject.reason}: {reject.detail}"
    elif written is None:
        now = read(reject)
        looked.record, looked.confidence, looked.absent = now.record, now.confidence, now.reject
    elif len(documents) == pages:
        _compare(looked, read_joined(list(documents.values())))
    return looked


def _compare(looked: Inspection, now: Reading) -> None:
    """Say in what the record would be another one if it were made now."""
    if now.record is None:
        looked.differs = [now.reject]
        return
    looked.differs = [name for name in changes(looked.record or {}, now.record) if _tells(name)]
    looked.confidence = None if looked.differs else now.confidence


def _tells(name: str) -> bool:
    return name not in _APART and not name.startswith(_FOUND)


def read(page: Snapshot, *, generic: bool = False) -> Reading:
    """Read a page now, with the portal's rules or without."""
    examined: Examined = examine(page, options=Options(generic=generic))
    article: Article | None = examined.outcome.article
    if article is not None:
        return Reading(article.to_dict(), examined.confidence)
    reject = examined.outcome.reject
    return Reading(reject=f"{reject.reason}: {reject.detail}" if reject else "nothing came of it")


def read_joined(pages: Sequence[Snapshot]) -> Reading:
    """What comes now of the documents of one record: joined, where they are several."""
    if len(pages) == 1:
        return read(pages[0])
    articles = [result.outcome.article for result in stitch(number(examine(page).outcome for page in pages))]
    joined = articles[0] if len(articles) == 1 else None
    if joined is None:
        return Reading(reject="its documents are not joined now")
    return Reading(joined.to_dict())


def placed_elsewhere(looked: Inspection, here: Marked) -> dict[str, int]:
    """The texts without a place on the document that is shown, each by its name with the first other document that it
    stands on."""
    missing = [one for one in here.told if one.name in here.placed.unplaced]
    places: dict[str, int] = {}
    for at, page in looked.documents.items() if missing else ():
        if at != looked.page:
            unplaced = place(Flow.of(_tree(page)), here.told).unplaced
            for one in missing:
                if one.name not in unplaced:
                    places.setdefault(one.name, at)
    return places


def marked(page: Snapshot, record: dict[str, Any] | None, prefix: str, *, styled: bool = True) -> Marked:
    """The saved page with the texts of a record marked in it; a page without a record has no marks."""
    root = _tree(page)
    flow = Flow.of(root)
    told = texts_of(record) if record else []
    placed = place(flow, told)
    marks = mark(flow, told, placed, prefix)
    return Marked(saved_document(root, marks, prefix, styled=styled), told, placed, marks.anchors)


def _tree(page: Snapshot) -> Node:
    """The page's elements; plain text stands in one of them, as it is."""
    if page.origin.kind != "text":
        try:
            return Page.parse(page).root
        except NotAPage as error:
            return _as_text(f"{error.reason}: {error.detail}")
    return _as_text(decode(page.body, page.headers.get("content-type")).text)


def _as_text(text: str) -> Node:
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    lines = etree.SubElement(body, "pre")
    lines.text = _NO_TEXT.sub("", text)
    return root


_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a tree cannot hold."""
