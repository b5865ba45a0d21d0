"""The body as blocks: one walk over the containers that a layout names, whatever the markup does.

Paragraphs come as one <p> split by <br>, as styled divs, doubled or nested <p>, or as bare text between other
nodes; sections hidden by CSS are later pages of the same article (merdeka, fimela, liputan6). So the walk does
not look for paragraphs: it runs through the text, and block elements and line breaks end a block.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from newsbot.extractors.body.blocks import Dropped, Judge, TextBlock, Verdict, Walk
from newsbot.extractors.body.players import PLAYERS, player_address
from newsbot.items import BlockType
from newsbot.language.text import clean, joined
from newsbot.pages.measures import BLOCKS, HEADINGS, UNSEEN
from newsbot.pages.selectors import Node

_CONTROLS = frozenset(("select", "button", "textarea", "canvas", "map"))
"""Elements whose text is the page's own: it leaves the body by its element's name."""
_SILENT = (
    UNSEEN
    | frozenset(PLAYERS)
    | frozenset(
        (
            "svg option input head embed "
            "audio video source track link meta title amp-ad amp-embed amp-social-share"
        ).split()
    )
)
_LAYOUT_ROW = etree.XPath("boolean(.//table | .//tr | .//ul | .//ol | .//br[3] | .//p[2] | .//div[2])")
"""A row of a layout table rather than of data: its cells hold blocks (hand-made pages before 2010)."""
_BOLD = frozenset(("b", "strong"))
MAX_BLOCKS = 100_000
"""Blocks of one body; the longest honest article seen has about 300, a live report of 2 MB may have some thousand."""


def walk(containers: Iterable[Node], judge: Judge) -> Walk:
    """Blocks of the containers in order; `judge` says of an element whether it leaves the body, and to which bin."""
    result = Walk()
    for container in containers:
        _Walker(result, judge).run(container)
    return result


@dataclass(slots=True)
class _State:
    """The open inline context while the walk runs."""

    link: Node = None
    link_text: list[str] = field(default_factory=list)
    link_begins: int = 0
    link_ended: int = 0
    """Runs of the block before the link, and up to the end of the last one."""
    bold: int = 0
    heading: int | None = None
    item: int = 0
    quote: int = 0
    cell: int = 0
    parts: list[str] = field(default_factory=list)
    block: TextBlock = field(default_factory=TextBlock)
    lead_open: bool = True
    lead: list[str] = field(default_factory=list)
    row: list[str] | None = None
    box: Node = None


class _Walker:
    """One container's walk: an explicit stack, since hostile pages nest two thousand deep."""

    def __init__(self, result: Walk, judge: Judge) -> None:
        self.result = result
        self.judge = judge
        self.state = _State()

    def run(self, container: Node) -> None:
        stack: list[tuple[Node, bool]] = [(container, False)]
        self.state.box = container
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                if element is not container:
                    self._text(element.tail)
            elif element is not container and self._dropped(element):
                self._text(element.tail)
            else:
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element) if isinstance(child.tag, str))
            if len(self.result.blocks) > MAX_BLOCKS:
                self.result.overflow = True
                return
        self._flush()

    def _dropped(self, element: Node) -> bool:
        tag = element.tag
        if tag == "br":
            return False
        if tag in _SILENT:
            if tag in PLAYERS:
                self._embed(player_address(element))
            if tag == "object":
                self.result.dropped.append(Dropped("widget", "<object>", element, len(self.result.blocks)))
            return True
        verdict: Verdict | None = ("widget", f"<{tag}>") if tag in _CONTROLS else self.judge(element)
        if verdict is None:
            return False
        if tag in BLOCKS:
            self._flush()
        self.result.dropped.append(Dropped(verdict[0], verdict[1], element, len(self.result.blocks)))
        return True

    def _enter(self, element: Node) -> None:
        tag, state = element.tag, self.state
        if tag in BLOCKS:
            self._enter_block(element)
        elif tag == "br":
            self._line_break()
        elif tag == "a":
            state.link, state.link_text, state.link_begins = element, [], len(state.parts)
        elif tag in _BOLD:
            state.bold += 1
        self._text(element.text)

    def _enter_block(self, element: Node) -> None:
        tag, state = element.tag, self.state
        self._break(ends=tag not in ("td", "th") and state.row is None)
        state.box = element
        if tag in HEADINGS:
            state.heading = HEADINGS[tag]
        elif tag == "li":
            state.item += 1
        elif tag == "blockquote":
            state.quote += 1
        elif tag == "tr" and not _LAYOUT_ROW(element):
            state.row = []

    def _line_break(self) -> None:
        """A line break ends a block, but not inside a heading or a table cell."""
        if self.state.heading is not None or self.state.row is not None:
            self._text(" ")
        else:
            self._flush()

    def _leave(self, element: Node) -> None:
        tag, state = element.tag, self.state
        if tag in BLOCKS:
            self._leave_block(tag)
            state.box = element.getparent()
        elif tag == "a" and state.link is element:
            self._note_link(element)
            state.link = None
        elif tag in _BOLD:
            state.bold = max(0, state.bold - 1)

    def _note_link(self, element: Node) -> None:
        """Note a link that ends; one right behind another of the same address goes on with its title."""
        state, text, href = self.state, "".join(self.state.link_text), element.get("href")
        links, between = state.block.links, "".join(state.parts[state.link_ended : state.link_begins])
        if links and href and links[-1][1] == href and not between.strip():
            text = f"{links.pop()[0]}{between}{text}"
        links.append((clean(text), href))
        state.link_ended = len(state.parts)

    def _leave_block(self, tag: str) -> None:
        state = self.state
        if tag in ("td", "th") and state.row is not None:
            state.row.append(clean("".join(state.parts)))
            state.parts.clear()
            return
        self._break(ends=state.row is None)
        if tag in HEADINGS:
            state.heading = None
        elif tag == "li":
            state.item = max(0, state.item - 1)
        elif tag == "blockquote":
            state.quote = max(0, state.quote - 1)
        elif tag == "tr" and state.row is not None:
            self._row()

    def _row(self) -> None:
        state = self.state
        cells, state.row = state.row or [], None
        if any(cells):
            block = state.block
            filled = [cell for cell in cells if cell]
            block.type, block.text = (
                ("table_row", "\t".join(cells).rstrip("\t")) if len(filled) > 1 else ("paragraph", filled[0])
            )
            self.result.blocks.append(block)
        self._fresh()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        state, block = self.state, self.state.block
        state.parts.append(text)
        size = len(text.strip())
        if not size:
            if state.lead_open and state.lead:
                state.lead.append(text)
            return
        block.length += size
        if state.link is not None:
            block.link_length += size
            state.link_text.append(text)
        if state.bold:
            block.bold_length += size
            if state.lead_open:
                state.lead.append(text)
        else:
            state.lead_open = False

    def _embed(self, url: str | None) -> None:
        if url:
            self._flush()
            self.result.blocks.append(TextBlock("embed", "", url=url))

    def _break(self, *, ends: bool) -> None:
        """A block boundary: it ends the running block, or is a mere space inside a table cell."""
        if ends:
            self._flush()
        elif self.state.parts and self.state.parts[-1] != " ":
            self.state.parts.append(" ")

    def _flush(self) -> None:
        state = self.state
        if not (state.parts or state.block.length or state.block.links):
            return  # between two elements, as most often
        text = clean(joined(state.parts))
        if text:
            block = state.block
            block.text, block.box = self._drop_cap(text) + text, state.box
            block.lead_bold = clean("".join(state.lead))
            block.type, block.level = self._type()
            if state.link is not None:
                block.links.append((clean("".join(state.link_text)), state.link.get("href")))
                state.link_text = []
            self.result.blocks.append(block)
        self._fresh()

    def _drop_cap(self, text: str) -> str:
        """The capital that opens the text and stands in a block of its own before it (thejakartapost 2026)."""
        blocks = self.result.blocks
        if not blocks or len(blocks[-1].text) != 1 or not (blocks[-1].text.isupper() and text[0].islower()):
            return ""
        return blocks.pop().text

    def _type(self) -> tuple[BlockType, int | None]:
        state = self.state
        if state.heading is not None:
            return "heading", state.heading
        if state.item:
            return "list_item", None
        return ("quote", None) if state.quote else ("paragraph", None)

    def _fresh(self) -> None:
        state = self.state
        state.parts, state.lead, state.lead_open, state.link_ended = [], [], True, 0
        state.block = TextBlock()
