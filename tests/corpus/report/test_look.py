"""The report in a browser: two widths, both schemes, hostile strings, and keys alone."""

import pytest

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
pytest.importorskip("jinja2", reason="the extra `report` is not installed")
pytest.importorskip("websockets", reason="a browser is spoken to through websockets")

from tests.browser import looking, needs_browser
from tests.corpus.export.made import BARE, FULL
from tests.corpus.report.test_page import HOSTILE, marked, page

pytestmark = needs_browser
COPIED = (marked(FULL, "contoh:1"), marked({**BARE, "headline": "Garam mahal"}, "contoh:1", "wire_copy"))
LONG = {
    **FULL,
    "portal": "media-yang-namanya-panjang-sekali.example",
    "section": "a" * 500,
    "headline": "b" * 500,
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """A tab, and the address of a page of invented records and of one that is hostile in every field."""
    folder = tmp_path_factory.mktemp("report")
    addresses = {}
    for name, records in (("plain", (*COPIED, LONG)), ("hostile", (HOSTILE, LONG))):
        file = folder / f"{name}.html"
        file.write_text(page(*records), "utf-8")
        addresses[name] = file.as_uri()
    with looking(folder) as tab:
        yield tab, addresses


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["plain", "hostile"])
def test_it_fits_has_no_errors_and_asks_for_nothing(seen, name, width, scheme):
    tab, addresses = seen
    tab.open(addresses[name], width, scheme)
    tab.say("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert tab.say("document.documentElement.scrollWidth <= innerWidth")
    assert tab.say("document.title") == "Korpus"
    assert tab.errors == []
    assert [url for url in tab.asked if not url.startswith("data:")] == [addresses[name]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_and_paper_follow_the_scheme(seen, scheme):
    tab, addresses = seen
    tab.open(addresses["plain"], 1280, scheme)
    paper = tab.say("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")


def test_a_table_is_sorted_by_keys_alone(seen):
    tab, addresses = seen
    tab.open(addresses["plain"])
    first = "document.querySelector('#coverage + .wide tbody tr').textContent"
    tab.say("document.querySelector('#coverage + .wide').focus()")
    assert "contoh" in tab.say(first)
    tab.press("Tab", 9)
    assert tab.say("document.activeElement.textContent") == "portal"
    tab.press("Enter", 13, "\r")
    assert "media-yang" in tab.say(first)
    assert tab.say("document.activeElement.parentElement.ariaSort") == "descending"
    tab.press("Enter", 13, "\r")
    assert "contoh" in tab.say(first)
