"""Noise: what stands inside the article area and is not the article, each piece into its bin, nothing into the void."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from newsbot.extractors.addresses import join_address, split_address
from newsbot.extractors.blocks import Dropped, Judge, TextBlock, Verdict, Walk
from newsbot.extractors.page import Page, separated_text, text_of
from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.extractors.selectors import Node
from newsbot.items import Bin, Related, Removed
from newsbot.language.byline import person_name, split_reporter_credit, split_sign_off
from newsbot.language.phrases import Evidence, container_bin, furniture
from newsbot.language.text import fold

_INLINE_FREE = frozenset(
    ("a", "em", "i", "u", "sup", "sub", "mark", "font", "label", "img", "br", "abbr", "time")
)
_INLINE_SOME = frozenset(("span", "strong", "b", "small"))
_INLINE_BINS = frozenset(("related", "ad", "widget", "paging"))
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NOT_OF_HEADINGS = frozenset(("paging", "navigation", "caption", "byline"))
"""Bins that class words of a heading do not send it to: `title-dt-paging` heads a section (merdeka 2021)."""
_TEASER = etree.XPath("boolean(.//*[self::h2 or self::h3 or self::h4 or self::h5][a])")
"""An entry of a story list: its heading is a link (mediaindonesia 2025)."""
_EMBED = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|threads-post|bluesky-embed)\b"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE_SECTION = re.compile(r"paging|page|detail_paging|item-page", re.IGNORECASE)
_LIMITS: dict[str, int] = {
    "caption": 1500,
    "byline": 400,
    "ad": 600,
    "widget": 600,
    "related": 1500,
    "navigation": 600,
    "promo": 600,
    "paging": 0,
}
_PROSE = 80
"""Characters of a run of text that is no furniture label."""


def make_judge(explicit: dict[Node, Verdict], pictures: dict[Node, str]) -> Judge:
    """A judge for the body walk: the layout's noise, the picture boxes, then class words, embeds and hidden parts.

    Class words alone never drop a container with much running text: an unclosed ad div swallows the article.
    """

    def judge(element: Node) -> Verdict | None:
        if element in explicit:
            return explicit[element]
        if element in pictures:
            return "caption", f"picture {pictures[element]}"
        if element.tag in _INLINE_FREE:
            return None
        return _by_attributes(element)

    return judge


def _by_attributes(element: Node) -> Verdict | None:
    tag = element.tag
    names = element.get("class") or ""
    if tag == "blockquote" and _EMBED.search(names):
        return "widget", "embedded post"
    if tag in ("nav", "form", "footer", "aside") and not _is_prose(element, 300):
        return "navigation", f"<{tag}>"
    if tag == "li" and _TEASER(element):
        return "related", "list item headed by a link"
    if identity := element.get("id"):
        names = f"{identity} {names}"
    if names and (found := container_bin(names)):
        bin_, word = found
        inline = tag in _INLINE_SOME
        exempt = (inline and bin_ not in _INLINE_BINS) or (tag in _HEADING_TAGS and bin_ in _NOT_OF_HEADINGS)
        if not exempt and not _is_prose(element, _LIMITS.get(bin_, 10_000)):
            return bin_, f"class word: {word}"
    style = element.get("style")
    if style and _HIDDEN.search(style) and not _PAGE_SECTION.search(names) and not _is_prose(element, 200):
        return "widget", "hidden"
    return None


def _is_prose(element: Node, limit: int) -> bool:
    """Whether an element holds more running text outside links than `limit` characters, in runs like sentences."""
    total = 0
    for text in element.itertext():
        size = len(text.strip())
        if size >= _PROSE and not _in_script(text):
            total += size
            if total > limit:
                return _link_share(element) < 0.5
    return False


def _in_script(text: str) -> bool:
    """Whether a text node is the inside of a script (lxml's text nodes know their element)."""
    parent = getattr(text, "getparent", lambda: None)()
    return (
        bool(getattr(text, "is_text", True))
        and parent is not None
        and parent.tag in ("script", "style", "noscript")
    )


def _link_share(element: Node) -> float:
    total = sum(len(t.strip()) for t in element.itertext()) or 1
    return float(sum(len(t.strip()) for a in element.iter("a") for t in a.itertext()) / total)


def explicit_noise(page: Page, noise: Mapping[str, str], body: list[Node]) -> dict[Node, Verdict]:
    """Elements inside the body that the layout's own noise rules name."""
    return {
        element: (cast("Bin", bin_), selector)
        for bin_, selector in noise.items()
        for container in body
        for element in page.select(selector, within=container)
        if element is not container
    }


@dataclass(slots=True)
class _Sorter:
    """Runs over the blocks of a walk once and sorts out what is furniture."""

    page: Page
    raw: RawArticle
    host: str
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
        item = Related(text.strip(' •»"“”'), self.absolute(url))
        if item.text and item not in self.raw.related:
            self.raw.related.append(item)

    def absolute(self, url: str | None) -> str | None:
        return join_address(self.page.url, url) if url else None

    def block(self, block: TextBlock) -> None:
        if block.type == "embed":
            self.kept.append(block)
            return
        evidence = Evidence(block.link_length, bool(block.links), block.type == "heading")
        found = furniture(block.text, evidence)
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
        match = _INLINE_INSERT.search(block.text)
        if (
            match
            and len(title) > 15
            and fold(match["title"]).startswith(fold(title)[:60])
            and match.start() > 20
        ):
            self.add_related(title, url)
            self.remove("inline insert", "related", block.text[match.start() :])
            block.text = block.text[: match.start()].rstrip()

    def _to_bin(self, block: TextBlock, bin_: Bin, rule: str) -> None:
        self.remove(rule, bin_, block.text)
        if bin_ == "related" and (block.links or ":" in block.text or rule == "video-insert"):
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
            self.raw.body_bylines.append(Candidate(separated_text(dropped.element), "body", dropped.rule))
        if text:
            self.remove(dropped.rule, dropped.bin, text)


_INLINE_INSERT = re.compile(
    r"\s*\(?(?:baca|lihat|simak)\s+(?:juga|pula)\s*[:\-]\s*(?P<title>\S.{15,250})$", re.IGNORECASE
)
_QUOTED_TITLE = re.compile(r"^[^\"“]{4,30}[\"“](?P<title>[^\"”]{4,200})[\"”]")
_TAG_PAGE = re.compile(r"/(?:tag|tags|topic|topik)/", re.IGNORECASE)
_NOT_ARTICLE = re.compile(
    r"/(?:tag|tags|topic|topik|search|cari|author|penulis|profile|me|kategori|category|indeks|kanal)(?:/|\?|$)",
    re.IGNORECASE,
)


def _looks_like_article(url: str) -> bool:
    parts = split_address(url)
    if parts.scheme not in ("http", "https") or _NOT_ARTICLE.search(parts.path):
        return False
    return len(parts.path) > 20 and parts.path.count("-") + parts.path.count("_") + parts.path.count(".") >= 3


def _is_link_only(block: TextBlock) -> bool:
    return block.all_linked and len(block.text.split()) >= 2


def sort_blocks(page: Page, walk: Walk, raw: RawArticle, host: str) -> None:
    """Fill `raw.blocks`, `raw.removed`, `raw.related`, `raw.initials` and the bylines that stand in the body."""
    sorter = _Sorter(page, raw, host)
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
    _sign_offs(raw, sorter.remove)
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


def split_off_signs(raw: RawArticle) -> None:
    """Take sign-offs out of a raw article that was not read from markup."""

    def remove(rule: str, bin_: Bin, text: str) -> None:
        raw.removed.append(Removed(rule, bin_, text))

    _sign_offs(raw, remove)


def _sign_offs(raw: RawArticle, remove: Callable[[str, Bin, str], None]) -> None:
    """Sign-off initials, reporter credits and a writer's name in bold capitals at the end of the text.

    Initials may come before a last stock section (liputan6 2021), so blocks of their own are looked for in the
    whole second half; at the end of a paragraph only the last one is read.
    """
    texts = [i for i, block in enumerate(raw.blocks) if block.text]
    gone: set[int] = set()
    for i in texts[len(texts) // 2 :]:
        rest, mark = split_sign_off(raw.blocks[i].text, alone=True)
        if mark and not rest:
            gone.add(i)
            raw.initials = raw.initials or _initials(mark)
            remove("sign-off", "byline", raw.blocks[i].text)
    left = [i for i in texts if i not in gone]
    if left:
        _last_block(raw, left, gone, remove)
    raw.blocks = [block for i, block in enumerate(raw.blocks) if i not in gone]


def _initials(mark: str) -> str | None:
    return None if mark.startswith("*") else mark


def _last_block(
    raw: RawArticle, left: list[int], gone: set[int], remove: Callable[[str, Bin, str], None]
) -> None:
    block = raw.blocks[left[-1]]
    if block.all_bold and _is_writer(block.text) and len(left) > 1:
        gone.add(left[-1])
        raw.body_bylines.append(Candidate(block.text, "body", "writer at the end"))
        remove("writer at the end", "byline", block.text)
        return
    rest, mark = split_sign_off(block.text)
    if rest != block.text:
        raw.initials = raw.initials or _initials(mark or "*")
        remove("sign-off", "byline", block.text[len(rest) :].strip())
        block.text = rest
    rest, name = split_reporter_credit(block.text)
    if name:
        raw.body_bylines.append(Candidate(f"Kontributor: {name}", "body", "reporter credit"))
        remove("reporter credit", "byline", block.text[len(rest) :].strip())
        block.text = rest
    if not block.text:
        gone.add(left[-1])


def _is_writer(text: str) -> bool:
    words = text.replace("|", " ").split()
    return text.isupper() and 1 < len(words) <= 6 and any(person_name(part) for part in text.split("|"))


def drop_repeats(blocks: list[TextBlock], headline: str | None, summary: str | None) -> list[TextBlock]:
    """The blocks without a leading copy of the headline or of the page's own summary line."""
    keys = {fold(text) for text in (headline, summary) if text}
    start = 0
    while start < min(2, len(blocks)) and fold(blocks[start].text) in keys and len(blocks) > start + 1:
        start += 1
    return blocks[start:]
