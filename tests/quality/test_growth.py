"""Nothing grows faster than its document: twice as much of one shape costs at most twice the calls, on any machine.

What grows within one call (a search in a longer text, a copy of it) is not seen here: `python -m benchmarks.growth`
measures the time.
"""

from collections import Counter
from functools import cache

import pytest

from benchmarks.calls import Counting
from benchmarks.growth import told
from benchmarks.shapes import PATHS
from newsbot.items import Outcome, Reject
from newsbot.stream import process

SIZE = 40_000
MOST = 2.2
"""Times the calls of a document of the size that one of twice the size may cost, those of the story aside."""
_APART = 1_000_000
REPEATED = ("menus", "sign-offs")
"""Shapes without a number of their own in each entry: words without figures are what they are."""


def calls(name, shape, size):
    """Calls by function of a document that no other has had a part of."""
    path = PATHS[name]
    snapshot, found = path.snapshot(shape, size, size * _APART), Counter()
    with Counting(found):
        process(snapshot, options=path.options)
    return found


@cache
def of_the_story(name):
    """The calls of the story alone, when what is loaded once has been."""
    calls(name, "paragraphs", 0)
    return calls(name, "paragraphs", 0)


@pytest.mark.parametrize(
    ("name", "shape"), [(name, shape) for name, path in PATHS.items() for shape in path.shapes]
)
def test_twice_as_much_costs_no_more_than_twice(name, shape):
    """Where a decision turns between two sizes (another element is the text) the next doubling has to hold."""
    story = of_the_story(name)
    for size in (SIZE, 2 * SIZE):
        single, double = (calls(name, shape, one) - story for one in (size, 2 * size))
        if double.total() <= MOST * single.total() + story.total():
            return
    grew = {one: (single[one], said) for one, said in double.most_common() if said > MOST * single[one]}
    pytest.fail(f"{single.total()} calls -> {double.total()}; what grew most: {list(grew.items())[:5]}")


@pytest.mark.parametrize("name", PATHS)
def test_a_shape_is_as_large_as_it_is_asked_to_be_and_reaches_the_reader(name):
    path = PATHS[name]
    for shape in path.shapes:
        assert 30_000 < len(path.snapshot(shape, 30_000).body) < 35_000
    assert process(path.snapshot("paragraphs", 30_000), options=path.options).article.word_count > 2_000


@pytest.mark.parametrize("name", PATHS)
def test_documents_of_a_shape_share_no_entry(name):
    for shape, entry in PATHS[name].shapes.items():
        if shape not in REPEATED:
            assert entry(3) != entry(3 + _APART), shape


def test_what_became_of_the_largest_is_told():
    assert told(Outcome(reject=Reject(None, None, "too_deep", "", None))) == "rejected: too_deep"
