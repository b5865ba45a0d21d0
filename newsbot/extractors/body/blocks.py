"""The blocks of a body: runs of text with what markup says of them, and what was taken out between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from newsbot.items import Bin, BlockType
from newsbot.pages.selectors import Node

Verdict = tuple[Bin, str]
"""The bin an element goes to and the rule that sends it there."""
Judge = Callable[[Node], Verdict | None]


@dataclass(slots=True)
class TextBlock:
    """One run of text. Lengths count characters of the uncleaned runs, so they are shares, not offsets."""

    type: BlockType = "paragraph"
    text: str = ""
    level: int | None = None
    url: str | None = None
    links: list[tuple[str, str | None]] = field(default_factory=list)
    length: int = 0
    link_length: int = 0
    bold_length: int = 0
    lead_bold: str = ""
    box: Node = None
    """The innermost block element around the text."""

    @property
    def all_linked(self) -> bool:
        """Whether the block is nothing but links."""
        return self.length > 0 and self.link_length >= 0.9 * self.length

    @property
    def all_bold(self) -> bool:
        """Whether the block is nothing but bold text."""
        return self.length > 0 and self.bold_length >= 0.98 * self.length


@dataclass(slots=True)
class Dropped:
    """An element taken out whole: its bin, the rule, and its text and links for the bins."""

    bin: Bin
    rule: str
    element: Node
    before: int
    """How many blocks stood before it."""


@dataclass(slots=True)
class Walk:
    """What a walk over the body gives: blocks and dropped elements in reading order."""

    blocks: list[TextBlock] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    overflow: bool = False
    cut: list[tuple[TextBlock, str, Bin]] = field(default_factory=list)
    """Blocks that were cut off above or below the article, each with the rule and the bin."""

    def cut_to(self, start: int, end: int, rule: str, bin_: Bin, *, but: Sequence[TextBlock] = ()) -> None:
        """Keep the blocks from `start` up to `end`; the others are noted as cut, `but` some that are sorted out later.
        What was dropped among them goes with them, lists of related stories aside."""
        known = set(map(id, but))
        outside = [b for b in (*self.blocks[:start], *self.blocks[end:]) if b.text and id(b) not in known]
        self.cut += [(block, rule, bin_) for block in outside]
        self.blocks = [*self.blocks[start:end], *but]
        self.dropped = [
            replace(dropped, before=min(max(0, dropped.before - start), end - start))
            for dropped in self.dropped
            if start <= dropped.before <= end or (dropped.bin == "related" and dropped.before > end)
        ]
