"""Scripts that are nearly JSON, as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbot.pages.lenient_json import read_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'{"a": "Jum\'at"}', {"a": "Jum'at"}),
        (r'{"a": "Jum\x27at"}', {"a": "Jum'at"}),
        ('{"a": "Kata "siaga" dipakai"}', {"a": 'Kata "siaga" dipakai'}),
        ('{"a": "Kata "siaga", lalu "aman"", "b": 1}', {"a": 'Kata "siaga", lalu "aman"', "b": 1}),
        ('{"a": 1, /* catatan */ "b": 2} // akhir', {"a": 1, "b": 2}),
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": {"b": "terputus di ten', {"a": {"b": "terputus di ten"}}),
        ("{a: 'x', b: true}", {"a": "x", "b": True}),
        (r'{"a": "emoji \ud83d\ude00", "b": undefined}', {"a": "emoji \U0001f600", "b": None}),
        (r'{"a": "sendiri \ud83d", }', {"a": "sendiri \ufffd"}),
    ],
)
def test_what_is_nearly_json_is_read_as_far_as_it_goes(text, value):
    assert read_json(text) == ([value], True)


@pytest.mark.parametrize("text", ['<!-- {"a": 1} -->', '//<![CDATA[\n{"a": 1}\n//]]>', '{"a": 1};'])
def test_a_wrapped_script_is_json(text):
    assert read_json(text) == ([{"a": 1}], False)


def test_objects_after_one_another_are_all_read():
    assert read_json('{"a": 1}\n{"b": 2}') == ([{"a": 1}, {"b": 2}], True)


@pytest.mark.parametrize("text", ["", "   ", "<!-- -->"])
def test_an_empty_script_is_nothing_and_not_broken(text):
    assert read_json(text) == ([], False)


def test_nesting_ends_at_its_bound():
    values, repaired = read_json('{"a":' * 5_000)
    assert repaired
    assert len(str(values)) < 1_000


@given(st.text(alphabet='{}[]":,\\/*x19 \n\ud83d', max_size=200))
def test_no_text_raises(text):
    values, _ = read_json(text)
    assert isinstance(values, list)
