"""No regular expression of the package begins a search again at each blank of a run, and none has repeats that share a
text in many ways: a page of blanks would cost the square of its length, or never end. `python -m benchmarks.patterns`
measures how they grow with texts that were made to be hard."""

import re

import pytest

from benchmarks.adjacent import adjacent
from benchmarks.attacks import begins_with_blanks
from benchmarks.pattern_finder import ANCHORED, found, makers_unseen
from newsbot.language.phrases import furniture
from newsbot.language.text import ANY_BLANKS, BLANKS

LEFT = {
    "newsbot.extractors.plaintext.converters._MARKS_BEFORE": "replaced once, and only where it matches the beginning",
    "newsbot.pages.bounds._BETWEEN": "a run that no value follows is taken whole by the other branch",
}
"""Patterns that begin with a run of white space all the same, and why that costs nothing."""

SHARING = {
    "newsbot.language.names._signed()": "asked about names of at most 120 characters",
    "newsbot.pages.selectors._NEEDS": "asked about selectors of declarations, and not about pages",
}
"""Patterns with adjacent repeats of the same characters all the same, and why that costs nothing."""


def test_all_functions_that_make_patterns_are_known():
    assert makers_unseen() == []


def test_no_search_begins_again_at_each_blank_of_a_run():
    searched = (one for one in found() if one.ways - ANCHORED)
    assert {one.name for one in searched if begins_with_blanks(one.pattern)} == set(LEFT)


def test_no_two_repeats_share_a_text():
    assert {one.name for one in found() if adjacent(one.pattern)} == set(SHARING)


@pytest.mark.parametrize(
    ("pattern", "shared"),
    [
        (r"a*a*b", "a"),
        (r"\s*:?\s*x", " "),
        (r"x\s+(?:y\s*)?\s+z", " "),
        (r"(?:a+)+b", "a"),
        (r"(?:\s*\d+)*x", "1"),
        (r"(?:\s*\d+)+", None),
        (r"(a*|b)a*c", "a"),
        (r"(?i)a*[A]*b", "a"),
        (r"(?>x|a*a*b)c", "a"),
        (r"a*+a*b", None),
        (r"(?:\s*+\d++)*+x", None),
        (r"a*a*", None),
        (r"a*xa*b", None),
        (r"\s*\w*x", None),
        (r"a{0,12}a*b", None),
    ],
)
def test_repeats_that_share_a_text_are_told(pattern, shared):
    assert [pair.shared for pair in adjacent(re.compile(pattern))] == ([shared] if shared else [])


def test_a_pager_of_many_figures_is_read_at_once():
    """A figure that may be parted in many ways took twice as long with each digit."""
    assert furniture(f"halaman {'1' * 60}x") is None
    assert furniture("halaman 1 2 3").bin == "paging"


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\s*x", True),
        (r"(?:a|\s+b)c", True),
        (r",?\s+x", True),
        (r"^\s*x", False),
        (r"x\s*", False),
        (r"\s?x", False),
        (r"\s+", False),
        (BLANKS + "x", False),
        (ANY_BLANKS + "x", False),
    ],
)
def test_beginning_is_told(pattern, begins):
    assert begins_with_blanks(re.compile(pattern)) is begins
