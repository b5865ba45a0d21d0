"""The full-size fixtures are as they are laid, and what is put into an article is what its record is held against."""

import json
from itertools import combinations

import pytest

from tests.laying.dress import DRESSES
from tests.laying.lay import FIXTURES, core, lay, names

KILOBYTES = range(40, 90)


@pytest.mark.parametrize("name", names())
def test_fixture_is_as_it_is_laid(name):
    folder, laid = FIXTURES.joinpath(*name.split(".", 1)), lay(name)
    assert folder.joinpath("page.html").read_text("utf-8") == laid.page
    assert json.loads(folder.joinpath("expected.json").read_text("utf-8")) == laid.expected
    assert len(laid.page.encode()) // 1000 in KILOBYTES


def test_no_two_pages_share_more_than_a_paragraph_of_what_was_put_in():
    bodies = [set(lay(name).expected["article_body"].split("\n\n")) for name in names()]
    own = {text for name in names() for text in core(name)["article_body"].split("\n\n")}
    put_in = [{text for text in body - own if len(text) > 40} for body in bodies]
    assert max(len(one & other) for one, other in combinations(put_in, 2)) <= 1


def test_every_dress_is_worn():
    worn = {
        dress.name for dress in DRESSES for name in names() if f'class="{dress.following}"' in lay(name).page
    }
    assert worn == {dress.name for dress in DRESSES}
