"""No regular expression of the package begins a search again at each blank of a run: a page of blanks would cost the
square of its length. `python -m benchmarks.patterns` measures how they grow with texts that were made to be hard."""

import re

import pytest

from benchmarks.attacks import begins_with_blanks
from benchmarks.pattern_finder import ANCHORED, found, makers_unseen
from newsbot.language.text import ANY_BLANKS, BLANKS

LEFT = {
    "newsbot.extractors.plaintext.converters._MARKS_BEFORE": "replaced once, and only where it matches the beginning",
    "newsbot.pages.bounds._BETWEEN": "a run that no value follows is taken whole by the other branch",
}
"""Patterns that begin with a run of white space all the same, and why that costs nothing."""


def test_all_functions_that_make_patterns_are_known():
    assert makers_unseen() == []


def test_no_search_begins_again_at_each_blank_of_a_run():
    searched = (one for one in found() if one.ways - ANCHORED)
    assert {one.name for one in searched if begins_with_blanks(one.pattern)} == set(LEFT)


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
