import re

import pytest

pytest.importorskip("jinja2", reason="the extra `report` is not installed")

from newsbot.corpus.health.check import check
from newsbot.corpus.health.moments import Series
from newsbot.corpus.health.page import health_page
from tests.browser import HIT, document_of, looking, needs_browser
from tests.corpus.health.made import quiet


def broken(word=HIT, url="https://contoh.id/rusak"):
    """A history that ends with an alarm, its names being as hostile as names can be."""
    series = quiet(1)
    last = series.moments[-1].measures
    last.missing[word] = last.thin = last.articles
    last.examples = {f"missing/{word}": [url, HIT]}
    return check(Series(word, word, word, series.moments), series.moments[-1].when)


def test_an_alarm_is_shown_with_figure_cause_and_pages():
    page = health_page([broken("authors")])
    assert "missing/authors: 100 %" in page
    assert "the page says it no more" in page
    assert 'href="https://contoh.id/rusak"' in page


def test_a_figure_that_moved_has_a_line_and_its_alarm_a_dot():
    page = health_page([broken("authors")])
    assert page.count('<polyline class="line"') == page.count("<svg")
    assert '<circle class="out"' in page


def test_nothing_judged_has_a_page():
    assert "Nothing was judged" in health_page([])


def test_the_page_asks_for_nothing():
    page = health_page([broken("authors")])
    assert not re.findall(r'(?:src|href)="(?!data:|https://contoh\.id/)', page)
    assert not re.findall(r"url\(|@import|<link(?! rel=\"icon\")", page)


def test_hostile_names_and_addresses_are_text():
    page = health_page([broken()])
    assert "<img" not in page
    assert len(re.findall("<script", page)) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://contoh.id/a b"])
def test_only_addresses_of_the_web_are_links(address):
    assert "<a " not in health_page([broken("authors", address)])


@needs_browser
def test_a_browser_runs_nothing_of_a_history(tmp_path):
    shown = document_of(health_page([broken()]), tmp_path)
    assert "<title>Health: 2 alarms</title>" in shown
    assert '<button type="button">figure</button>' in shown


@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
def test_page_is_no_wider_than_its_screen_however_long_a_name_is(tmp_path, width):
    pytest.importorskip("websockets")
    page = tmp_path / "health.html"
    page.write_text(health_page([broken("a" * 300 + HIT)]), "utf-8")
    with looking(tmp_path) as tab:
        tab.open(page.as_uri(), width)
        assert tab.say("document.documentElement.scrollWidth") <= width
