"""Every declared layout is read by a golden file."""

from collections import defaultdict
from pathlib import Path

import pytest

from newsbot.golden.cases import find_cases
from newsbot.portals._loading import built_in

ROOT = Path(__file__).parents[2] / "fixtures"

SHARED = {
    ("fimela_bolacom", "kly-gallery"): "the network's; liputan6 has the page",
    ("fimela_bolacom", "kly-multi-page"): "the network's; liputan6 has the page",
    ("jawapos", "jawapos-read"): "the regional papers'; jawapos_radar has the page",
    ("jawapos_radar", "jawapos-next"): "the national paper's; jawapos has the page",
    ("liputan6", "kly-photo-tag-2020-2022"): "the network's; fimela_bolacom has the page",
    ("medcom", "metrotvnews-news-text"): "one template; metrotvnews has the page",
    ("tvonenews", "viva-main-content"): "one template; viva has the page",
}
"""Layouts that a portal has from its network and that a fixture of another member reads, with the member."""


@pytest.fixture(scope="module")
def read():
    layouts = defaultdict(set)
    for case in find_cases(ROOT):
        if "portal" in case.actual:
            layouts[case.actual["portal"]].add(case.actual["metadata"]["extraction"]["layout"])
    return layouts


def test_every_layout_of_every_portal_has_a_fixture_or_says_who_has(read):
    lacking = {
        (portal.id, layout.name)
        for portal in built_in()
        for layout in portal.layouts
        if layout.name not in read[portal.id]
    }
    assert lacking == set(SHARED)


def test_what_a_portal_lacks_another_has(read):
    everywhere = set().union(*read.values())
    assert {name for _, name in SHARED} <= everywhere
