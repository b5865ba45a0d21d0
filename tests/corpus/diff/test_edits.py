import pytest

from newsbot.corpus.diff.edits import edits
from newsbot.corpus.diff.fields import MISSING


def told(before, after):
    return [(edit.path, edit.before, edit.after) for edit in edits(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a", "a", []),
        (None, "a", [("", None, "a")]),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [("b", 2, 3)]),
        ({"a": 1}, {"b": 1}, [("a", 1, MISSING), ("b", MISSING, 1)]),
        (["a", "b"], ["b"], [("[0]", "a", MISSING)]),
        (["a"], ["a", "b"], [("[1]", MISSING, "b")]),
        (["a", "b"], ["b", "a"], [("(order)", ["a", "b"], ["b", "a"])]),
        ([{"name": "Laras", "url": None}], [{"name": "Laras", "url": "/l"}], [("[0].url", None, "/l")]),
        (["a"], [{"name": "a"}], [("[0]", "a", MISSING), ("[0]", MISSING, {"name": "a"})]),
        ([], None, [("", [], None)]),
    ],
)
def test_the_smallest_difference_is_told(before, after, expected):
    assert told(before, after) == expected


def test_an_object_is_known_by_what_names_it_when_another_goes():
    before = [{"url": "/a", "is_main": True}, {"url": "/b", "is_main": False}]
    assert told(before, [{"url": "/b", "is_main": True}]) == [
        ("[1].is_main", False, True),
        ("[0]", before[0], MISSING),
    ]


def test_objects_that_nothing_names_are_paired_in_order():
    assert told([{"caption": "a"}], [{"caption": "b"}]) == [("[0].caption", "a", "b")]


def test_nesting_has_an_end():
    deep_a, deep_b = 1, 2
    for _ in range(50):
        deep_a, deep_b = {"x": deep_a}, {"x": deep_b}
    assert len(edits(deep_a, deep_b)[0].path) < 20


def test_long_lists_of_the_same_thing_are_compared_without_their_order():
    before, after = [*["a"] * 5000, "b"], [*["a"] * 4999, "c"]
    assert told(before, after) == [("[5000]", "b", MISSING), ("[4999]", MISSING, "c")]
