"""Blocks of figures alone: the numbers of pages and slides, or a year, a score, a row of a table that is content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.furniture import furniture

_FIGURES = re.compile(r"[\s/|.,:–-]*+\d[\d\s/|.,:–-]*+")
_COUNTER = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")
_NUMBER = re.compile(r"\d+")
_LONGEST_LABEL = 30
"""Characters of a block that may be a word of a pager: "Halaman Selanjutnya"."""
_PAGE_DIGITS = 2
_ITEMS = frozenset(("table_row", "list_item", "heading"))
"""Blocks whose type says what their figures are."""


def is_figures(text: str) -> bool:
    """Whether a block's text is nothing but figures.

    >>> is_figures("120\\t98\\t76"), is_figures("1 dari 8")
    (True, False)
    """
    return bool(_FIGURES.fullmatch(text))


def content_figures(blocks: Sequence[TextBlock]) -> frozenset[int]:
    """Where among the blocks figures stand that are content: everywhere but where pages are.

    Pages are where figures are links or stand beside such, beside a pager's words, in a row that counts up from one
    to the next ("1 2 3"), and behind the text ("1": jawapos 2026); slides where a number of so many is alone ("3/8").
    """
    alone = [index for index, block in enumerate(blocks) if is_figures(block.text)]
    runs = [run for run in _runs(alone) if not _is_pager(blocks, run)]
    if runs and runs[-1] == [len(blocks) - 1] and _ends(blocks[-1]):
        runs.pop()
    return frozenset(index for run in runs for index in run if not _counts(blocks[index]))


def _runs(indices: list[int]) -> list[list[int]]:
    """The indices in runs of neighbours."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_pager(blocks: Sequence[TextBlock], run: list[int]) -> bool:
    """Whether one of the run is a link, or a word of a pager stands before or behind it."""
    beside = (index for index in (run[0] - 1, run[-1] + 1) if 0 <= index < len(blocks))
    return any(blocks[index].links for index in run) or any(_says_pages(blocks[index]) for index in beside)


def _says_pages(block: TextBlock) -> bool:
    if len(block.text) > _LONGEST_LABEL:
        return False
    found = furniture(block.text)
    return found is not None and found.bin == "paging"


def _ends(block: TextBlock) -> bool:
    """Whether a block behind the text is the number of a page."""
    return block.type not in _ITEMS and block.text.isdecimal() and len(block.text) <= _PAGE_DIGITS


def _counts(block: TextBlock) -> bool:
    """Whether the figures of one block are the numbers of pages or of a slide."""
    if block.type in _ITEMS:
        return False
    if counter := _COUNTER.fullmatch(block.text):
        return int(counter[1]) <= int(counter[2])
    numbers = [int(number) for number in _NUMBER.findall(block.text[:100])]
    return len(numbers) > 1 and numbers[0] == 1 and all(later == one + 1 for one, later in pairwise(numbers))
