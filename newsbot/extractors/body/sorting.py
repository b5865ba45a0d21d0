"""Blocks sorted into text and noise: what stands between the paragraphs goes into its bin, nothing into the void."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsbot.extractors.body.blocks import Dropped, TextBlock, Walk
from newsbot.extractors.body.sign_offs import note_lone_sign_off, take_sign_offs
from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.items import Bin, Related, Removed
from newsbot.language.phrases import Evidence, furniture
from newsbot.language.text import fold
from newsbot.pages.addresses import join_address, leads_to_listing, split_address
from newsbot.pages.page import Page, separated_text, text_of


@dataclass(slots=True)
class _Sorter:
    """Runs over the blocks of a walk once and sorts out what is furniture."""

    page: Page
    raw: RawArticle
    kept: list[TextBlock] = field(default_factory=list)
    open_label: str | None = None
    removed: dict[tuple[str, Bin, str], int] = field(default_factory=dict)

    def remove(self, rule: str, bin_: Bin, text: str) -> None:
        key = (rule, bin_, text[:500])
        self.removed[key] = self.removed.get(key, 0) + 1

    def related(self, block: TextBlock) -> None:
        links = [(text, url) for text, url in block.links if text and url]
        if links:
            for text, url in links:
                self.add_related(text, url)
        else:
            quoted = _QUOTED_TITLE.search(block.text)
            self.add_related(quoted["title"] if quoted else re.sub(r"^[^:]{0,30}:\s*", "", block.text), None)

    def add_related(self, text: str, url: str | None) -> None:
        item = Related(_LABEL.sub("", text.strip(' •»"“”')), self.absolute(url))
        if item.text and item not in self.raw.related:
            self.raw.related.append(item)

    def absolute(self, url: str | None) -> str | None:
        return join_address(self.page.url, url) if url else None

    def block(self, block: TextBlock) -> None:
        if block.type == "embed":
            self.kept.append(block)
            return
        evidence = Evidence(block.link_length, bool(block.links), block.type == "heading")
        found = furniture(_parted(block), evidence)
        if found:
            self.open_label = found.rule if found.opens else None
            self._to_bin(block, found.bin, found.rule)
        elif self.open_label and _is_link_only(block):
            self.remove(self.open_label, "related", block.text)
            self.related(block)
        elif self._is_linked_insert(block):
            self.remove("linked paragraph", "related", block.text)
            self.related(block)
        else:
            self.open_label = None
            self._cut_inline_insert(block)
            self.kept.append(block)

    def _cut_inline_insert(self, block: TextBlock) -> None:
        """An insert glued to the end of a paragraph: "... tautan berikut Baca juga: <a>Judul</a>" (kompas 2022)."""
        if not block.links:
            return
        title, url = block.links[-1]
        match = _INLINE_INSERT.search(block.text) if len(title) > 15 else None
        if match and match.start() > 20 and fold(match["title"]).startswith(fold(title)[:60]):
            self.add_related(title, url)
            self.remove("inline insert", "related", block.text[match.start() :])
            block.text = block.text[: match.start()].rstrip()

    def _to_bin(self, block: TextBlock, bin_: Bin, rule: str) -> None:
        self.remove(rule, bin_, block.text)
        if bin_ == "related" and (
            block.links or ":" in block.text or rule in ("video-insert", "titled-insert")
        ):
            self.related(block)
        if bin_ in ("byline", "legal"):
            self.raw.body_bylines.append(Candidate(block.text, "body", rule))

    def _is_linked_insert(self, block: TextBlock) -> bool:
        """A paragraph that is nothing but a link to another article of the press, with or without a bullet."""
        if (
            block.type not in ("paragraph", "list_item", "quote")
            or not block.all_linked
            or len(block.text.split()) < 4
        ):
            return False
        if block.text.endswith((".", '!"', '."')) and not block.text.startswith("•"):
            return False
        url = self.absolute(block.links[0][1]) if block.links else None
        return bool(url) and _looks_like_article(url or "")

    def dropped(self, dropped: Dropped) -> None:
        text = text_of(dropped.element)
        if dropped.bin == "related":
            for link in dropped.element.iter("a"):
                if title := text_of(link):
                    self.add_related(title, link.get("href"))
        if dropped.rule == "embedded post":
            url = next(
                (a.get("href") for a in reversed(list(dropped.element.iter("a"))) if a.get("href")), None
            )
            self.kept.append(TextBlock("embed", "", url=dropped.element.get("cite") or url))
        if dropped.bin == "byline" and text:
            note_lone_sign_off(self.raw, text)  # "(zik)" in div.editor (sindonews)
            self.raw.body_bylines.append(Candidate(separated_text(dropped.element), "body", dropped.rule))
        if text:
            self.remove(dropped.rule, dropped.bin, text)


def _parted(block: TextBlock) -> str:
    """The block's text with a blank before a link that markup glues to its label: "Baca Juga<a>Judul</a>"."""
    title = block.links[0][0] if block.links else ""
    at = block.text.find(title) if title else 0
    if 0 < at <= _LONGEST_LABEL and block.text[at - 1].isalnum():
        return f"{block.text[:at]} {block.text[at:]}"
    return block.text


_LONGEST_LABEL = 30
_INLINE_INSERT = re.compile(
    r"\s*\(?(?:baca|lihat|simak)\s+(?:juga|pula)\s*[:\-]\s*(?P<title>\S.{15,250})$", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\s*[:：–-]\s*", re.IGNORECASE)
"""The label of an insert where it stands inside the link."""
_QUOTED_TITLE = re.compile(r"^[^\"“]{4,30}[\"“](?P<title>[^\"”]{4,200})[\"”]")
_TAG_PAGE = re.compile(r"/(?:tag|tags|topic|topik)/", re.IGNORECASE)


def _looks_like_article(url: str) -> bool:
    parts = split_address(url)
    if parts.scheme not in ("http", "https") or leads_to_listing(url):
        return False
    return len(parts.path) > 20 and parts.path.count("-") + parts.path.count("_") + parts.path.count(".") >= 3


def _is_link_only(block: TextBlock) -> bool:
    return block.all_linked and len(block.text.split()) >= 2


def sort_blocks(page: Page, walk: Walk, raw: RawArticle) -> None:
    """Fill `raw.blocks`, `raw.removed`, `raw.related`, `raw.initials` and the bylines that stand in the body."""
    sorter = _Sorter(page, raw)
    pending = iter(walk.dropped)
    next_drop = next(pending, None)
    for index, block in enumerate(walk.blocks):
        while next_drop is not None and next_drop.before <= index:
            sorter.dropped(next_drop)
            next_drop = next(pending, None)
        sorter.block(block)
    while next_drop is not None:
        sorter.dropped(next_drop)
        next_drop = next(pending, None)
    raw.blocks = sorter.kept
    _trailing_tags(raw, sorter)
    take_sign_offs(raw, sorter.remove)
    raw.removed = [Removed(rule, bin_, text, count) for (rule, bin_, text), count in sorter.removed.items()]
    if walk.overflow:
        raw.problem("body_too_long", "article_body", "the body was cut at its block limit")


def _trailing_tags(raw: RawArticle, sorter: _Sorter) -> None:
    """A tag list that ends the body container: short blocks that are nothing but links to tag pages."""
    while raw.blocks and raw.blocks[-1].all_linked and len(raw.blocks[-1].text.split()) <= 6:
        block = raw.blocks[-1]
        if not all(url and _TAG_PAGE.search(url) for _, url in block.links):
            return
        sorter.remove("tag list", "navigation", block.text)
        raw.blocks.pop()


def drop_repeats(blocks: list[TextBlock], headline: str | None, summary: str | None) -> list[TextBlock]:
    """The blocks without a leading copy of the headline or of the page's own summary line."""
    keys = {fold(text) for text in (headline, summary) if text}
    start = 0
    while start < min(2, len(blocks)) and fold(blocks[start].text) in keys and len(blocks) > start + 1:
        start += 1
    return blocks[start:]
