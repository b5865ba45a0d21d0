"""Blocks sorted into text and noise: what stands between the paragraphs goes into its bin, nothing into the void."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from newsbot import lexicon
from newsbot.extractors.body.blocks import Dropped, TextBlock, Walk
from newsbot.extractors.body.draft import Draft
from newsbot.extractors.body.figures import content_figures
from newsbot.extractors.body.players import PLAYERS, PLAYERS_CAPTION, absolute, player_address
from newsbot.extractors.body.sign_offs import note_lone_sign_off, take_sign_offs
from newsbot.extractors.furniture import Evidence, furniture, story_title
from newsbot.items import Bin
from newsbot.language.text import ANY_BLANKS, clean, fold
from newsbot.pages.addresses import join_address, leads_to_listing, leads_to_tag, split_address
from newsbot.pages.measures import HEADINGS, visible_runs
from newsbot.pages.page import separated_text, text_of
from newsbot.pages.selectors import Node


def sort_blocks(url: str | None, walk: Walk) -> Draft:
    """What stays of a walk over the body of a page whose links start at `url`, and what everything else in it is."""
    sorter = _Sorter(url, Draft("body"))
    content = content_figures(walk.blocks)
    pending = iter(walk.dropped)
    next_drop = next(pending, None)
    for index, block in enumerate(walk.blocks):
        while next_drop is not None and next_drop.before <= index:
            sorter.dropped(next_drop)
            next_drop = next(pending, None)
        sorter.block(block, is_content=index in content)
    while next_drop is not None:
        sorter.dropped(next_drop)
        next_drop = next(pending, None)
    for cut, rule, bin_ in walk.cut:
        sorter.draft.remove(rule, bin_, cut.text)
    _cut_tag_list(sorter.draft)
    take_sign_offs(sorter.draft)
    return sorter.draft


def _cut_tag_list(draft: Draft) -> None:
    """A tag list that ends the body container: short blocks that are nothing but links to tag pages."""
    while draft.blocks and draft.blocks[-1].all_linked and len(draft.blocks[-1].text.split()) <= 6:
        block = draft.blocks[-1]
        if not all(leads_to_tag(url) for _, url in block.links):
            return
        draft.remove("tag list", "navigation", block.text)
        draft.blocks.pop()


@dataclass(slots=True)
class _Sorter:
    """Runs over the blocks of a walk once and sorts out what is furniture."""

    url: str | None
    draft: Draft
    open_label: str | None = None

    def relate(self, block: TextBlock) -> None:
        """Note the stories that an insert leads to."""
        links = [(text, url) for text, url in block.links if text and url]
        if links:
            for text, url in links:
                self.add_related(text, url)
        else:
            quoted = _QUOTED_TITLE.search(block.text)
            self.add_related(quoted["title"] if quoted else re.sub(r"^[^:]{0,30}:\s*", "", block.text), None)

    def add_related(self, text: str, url: str | None) -> None:
        self.draft.relate(story_title(text), self.absolute(url))

    def absolute(self, url: str | None) -> str | None:
        return join_address(self.url, url) if url else None

    def block(self, block: TextBlock, *, is_content: bool = False) -> None:
        if block.type == "embed" or is_content:
            url = block.url and absolute(self.url, block.url)
            self.draft.blocks.append(block if url == block.url else replace(block, url=url))
            return
        evidence = Evidence(block.link_length, bool(block.links), block.type == "heading")
        found = furniture(_parted(block), evidence)
        if found:
            self.open_label = found.rule if found.opens else None
            self._to_bin(block, found.bin, found.rule, is_label=found.opens)
        elif self._is_writers_life(block):
            self.draft.remove("writer's life", "byline", block.text)
        elif _is_tag_row(block):
            self.draft.remove("tag list", "navigation", block.text)
        elif _is_dead_link(block):
            self.draft.remove("link that leads nowhere", "widget", block.text)
        elif self.open_label and (_is_link_only(block) or _is_entry(block)):
            self.draft.remove(self.open_label, "related", block.text)
            self.relate(block)
        elif self._is_linked_insert(block):
            self.draft.remove("linked paragraph", "related", block.text)
            self.relate(block)
        else:
            self.open_label = None
            self.draft.blocks.append(self._without_insert(block))

    def _is_writers_life(self, block: TextBlock) -> bool:
        """Whether the text's first line says who the writer is that the byline right above it names ("Guru SMP di
        Lombok Utara, pegiat taman baca"): it begins with what people are in the world, and is no sentence."""
        is_first = bool(self.draft.bylines) and all(above.type == "heading" for above in self.draft.blocks)
        if not is_first or block.type == "heading" or len(block.text) > _LONGEST_LIFE:
            return False
        return block.text[-1] not in ".?!:" and bool(_job_first().match(fold(block.text)))

    def _without_insert(self, block: TextBlock) -> TextBlock:
        """A block without an insert glued to its end: "... tautan berikut Baca juga: <a>Judul</a>" (kompas 2022)."""
        if not block.links:
            return block
        title, url = block.links[-1]
        match = _glued_insert().search(block.text) if len(title) > 15 else None
        if not match or match.start() <= 20 or not fold(match["title"]).startswith(fold(title)[:60]):
            return block
        self.add_related(title, url)
        self.draft.remove("inline insert", "related", block.text[match.start() :])
        return replace(block, text=block.text[: match.start()].rstrip())

    def _to_bin(self, block: TextBlock, bin_: Bin, rule: str, *, is_label: bool) -> None:
        self.draft.remove(rule, bin_, block.text)
        if is_label:
            pass  # the stories stand behind it, and where it is a link its words are no title
        elif bin_ == "related" and (
            block.links or ":" in block.text or rule in ("video-insert", "titled-insert")
        ):
            self.relate(block)
        if bin_ in ("byline", "legal"):
            self.draft.byline(block.text, rule)

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
        is_insert = dropped.bin in _SITE_BINS and _is_insert(dropped.element)
        if dropped.bin == "related" or is_insert:
            for link in dropped.element.iter("a"):
                title, url = _title_in(link), link.get("href")
                if title and not (is_insert and (len(title) < _TITLE or leads_to_listing(url))):
                    self.add_related(title, url)
        if dropped.rule == "embedded post":
            url = next(
                (a.get("href") for a in reversed(list(dropped.element.iter("a"))) if a.get("href")), None
            )
            self.draft.blocks.append(TextBlock("embed", "", url=dropped.element.get("cite") or url))
        if dropped.rule == PLAYERS_CAPTION:  # the player's own box
            players = map(player_address, dropped.element.iter(*PLAYERS))
            embeds = [TextBlock("embed", "", url=absolute(self.url, url)) for url in players if url]
            self.draft.blocks += embeds
        if dropped.bin == "byline" and text:
            note_lone_sign_off(self.draft, text)  # "(zik)" in div.editor (sindonews)
            self.draft.byline(separated_text(dropped.element), dropped.rule)
        if text:
            self.draft.remove(dropped.rule, dropped.bin, text)


def _title_in(link: Node) -> str:
    """The title in a link around a whole card with excerpt and outlet: its heading, or what a class calls so."""
    if len(link):
        for node in islice(link.iter(), 1, _MOST_IN_CARD):
            is_title = node.tag in HEADINGS or lexicon.class_words("headline").search(node.get("class") or "")
            if is_title and (title := text_of(node)):
                return title
    return text_of(link)


_MOST_IN_CARD = 20
_TITLE = 20
"""Characters of a link that is a story's title."""
_SITE_BINS = ("navigation", "widget", "ad", "promo")


def _is_insert(box: Node) -> bool:
    """Whether a box that left by its tag or name begins with the label of an insert: `<aside>` with "Baca juga"."""
    first = next((text for run in visible_runs(box) if (text := clean(run))), "")
    found = furniture(first) if len(first) <= _LONGEST_LABEL else None
    return found is not None and found.bin == "related" and found.opens


def _parted(block: TextBlock) -> str:
    """The block's text with a blank before a link that markup glues to its label: "Baca Juga<a>Judul</a>"."""
    title = block.links[0][0] if block.links else ""
    at = block.text.find(title) if title else 0
    if 0 < at <= _LONGEST_LABEL and block.text[at - 1].isalnum():
        return f"{block.text[:at]} {block.text[at:]}"
    return block.text


_LONGEST_LABEL = 30
_QUOTED_TITLE = re.compile(r"^[^\"“]{4,30}[\"“](?P<title>[^\"”]{4,200})[\"”]")


_LONGEST_LIFE = 160


@lexicon.cached
def _job_first() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:penulis adalah |seorang )?{lexicon.any_of('names.jobs')}\b")


@lexicon.cached
def _glued_insert() -> re.Pattern[str]:
    """An insert glued to the end of a paragraph."""
    labels = lexicon.any_of("furniture.inserts.labels")
    return re.compile(rf"{ANY_BLANKS}\(?{labels}\s*+[:\-]\s*+(?P<title>\S.{{15,250}})$", re.IGNORECASE)


def _looks_like_article(url: str) -> bool:
    parts = split_address(url)
    if parts.scheme not in ("http", "https") or leads_to_listing(url):
        return False
    return len(parts.path) > 20 and parts.path.count("-") + parts.path.count("_") + parts.path.count(".") >= 3


def _is_link_only(block: TextBlock) -> bool:
    return block.all_linked and len(block.text.split()) >= 2


def _is_entry(block: TextBlock) -> bool:
    """Whether a block is a linked title with no more beside it than a date, an age or an outlet's name."""
    beside = block.length - block.link_length
    is_title = any(len(text) >= _TITLE for text, _ in block.links)
    return is_title and beside <= min(_BESIDE_TITLE, block.link_length) and block.text[-1] not in ".!?:"


def _is_tag_row(block: TextBlock) -> bool:
    """Whether a block is nothing but two or more links to tags; the words of a heading are linked to them as well, by
    the portal's machine (kompas 2020)."""
    if block.type == "heading" or block.all_bold or len(block.links) < 2 or not block.all_linked:
        return False
    return all(leads_to_tag(url) for _, url in block.links)


def _is_dead_link(block: TextBlock) -> bool:
    """Whether a block is buttons: a few linked words for a script each ("Laporkan tulisan", "Sebarkan Cetak")."""
    if not block.links or not block.all_linked or block.type != "paragraph":
        return False
    return all(
        len(text.split()) <= _WORDS_OF_BUTTON
        and ((url or "") == "#" or (url or "").startswith("javascript:"))
        for text, url in block.links
    )


_WORDS_OF_BUTTON = 4
_BESIDE_TITLE = 40
"""Characters beside the title of an entry of a list: "kabarNEWS 5 jam", "20/05/2008"."""


def drop_repeats(draft: Draft, said: tuple[str, ...]) -> None:
    """Take a copy of the headline or of the page's own summary line off the top of the text."""
    keys = {fold(text) for text in said}
    start = 0
    while start < min(2, len(draft.blocks) - 1) and fold(draft.blocks[start].text) in keys:
        start += 1
    for block in draft.blocks[:start]:
        draft.remove("repeated headline", "byline", block.text)
    del draft.blocks[:start]


def drop_pull_quotes(draft: Draft) -> None:
    """Take the quotes out that the text says again: a sentence of it, set large between its paragraphs."""
    quotes = [block for block in draft.blocks if block.type == "quote" and len(block.text) >= _PULLED]
    if not quotes:
        return
    told = [fold(block.text) for block in draft.blocks if block.type == "paragraph"]
    for quote in quotes:
        key = fold(quote.text).strip(_QUOTED)
        if any(key in text for text in told):
            draft.remove("pull quote", "widget", quote.text)
            draft.blocks.remove(quote)


_PULLED = 25
_QUOTED = " .…,\"“”'‘’«»"
