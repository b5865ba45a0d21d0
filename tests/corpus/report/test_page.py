import re

import pytest

from newsbot.corpus.figures.sums import Sums
from newsbot.corpus.selection import Choice, Selection
from tests.corpus.export.made import BARE, FULL

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
pytest.importorskip("jinja2", reason="the extra `report` is not installed")

from newsbot.corpus.report.page import report_page
from tests.browser import HIT, document_of, needs_browser

NASTY = f"{HIT}\x00\x1b[31m\ufffe\u202e"
"""What no page runs, and what no XML holds: in a drawing one of these signs would end the run."""


def page(*records, title="Korpus"):
    sums = Sums()
    for record in records:
        sums.add(record)
    return report_page(sums, records, title)


def hostile(value):
    """The record with the hostile string in every text."""
    if isinstance(value, str):
        return NASTY
    if isinstance(value, list):
        return [hostile(item) for item in value]
    if isinstance(value, dict):
        return {key: hostile(item) for key, item in value.items()}
    return value


HOSTILE = {
    **hostile(FULL),
    **dict.fromkeys(("cluster_id", "duplicate_of", "relation"), NASTY),
    "date_published": FULL["date_published"],
}


def test_figures_and_sample_are_shown():
    shown = page(FULL, BARE)
    assert FULL["headline"] in shown
    assert all(paragraph in shown for paragraph in FULL["article_body"].split("\n\n"))
    assert "Beli sepatu" in shown
    assert shown.count("<svg") == 5


def marked(record, of, relation=None):
    return {**record, "cluster_id": of, "duplicate_of": of if relation else None, "relation": relation}


def test_the_largest_clusters_are_shown_with_head_members_and_their_places_in_the_sample():
    shown = page(
        marked(FULL, "contoh:1"),
        marked({**BARE, "headline": "Garam mahal"}, "contoh:1", "wire_copy"),
        marked({**BARE, "id": "lain:3"}, None),
    )
    assert shown.count("<svg") == 5, "one bar of clusters of two would say nothing"
    assert "3 records were compared: 1 have copies, and 1 are copies." in shown
    (row,) = re.findall(r'<a href="#cluster-1">Harga garam naik, petani senang</a>.*', shown)
    assert "1 wire_copy" in row
    (cluster,) = re.findall(r'<div id="cluster-1">.*?</details>', shown, re.DOTALL)
    assert re.findall(r'<td class="whole">(head|wire_copy)</td>', cluster) == ["head", "wire_copy"]
    assert re.findall(r'href="#(sample-\d)"', cluster) == ["sample-1", "sample-2"]
    assert "Garam mahal" in cluster
    assert all(f'id="{place}"' in shown for place in ("sample-1", "sample-2"))
    assert "wire_copy of contoh:1" in shown


def test_it_is_said_where_nobody_looked_for_duplicates_and_where_none_were_found():
    assert "Not looked for: <code>newsbot dedupe</code>" in page(FULL)
    assert "None; 1 records were compared" in page(marked(FULL, None))


def test_it_is_said_by_what_records_were_chosen():
    choice = Choice(Selection(since="2023-01-01", drop_opt_out=True))
    assert choice.takes({**BARE, "date_published": "2023-02-01"})
    shown = report_page(Sums(), [], "Korpus", choice)
    assert "Chosen of 1 record by since 2023-01-01, opt-out drop; left out by none of them." in shown


def test_a_corpus_of_nothing_has_a_page():
    assert "No record was read" in page()


def test_the_page_asks_for_nothing():
    assert not re.findall(r'(?:src|href)="(?!data:|https://contoh\.id/)', page(FULL))
    assert not re.findall(r"url\(|@import|<link(?! rel=\"icon\")", page(FULL))


def test_hostile_strings_are_text_everywhere():
    shown = page(HOSTILE, title=HIT)
    assert "<img" not in shown
    assert len(re.findall("<script", shown)) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://contoh.id/a b"])
def test_only_addresses_of_the_web_are_links(address):
    assert "<a " not in page({**FULL, "url": address})


@needs_browser
def test_a_browser_runs_nothing_of_a_record(tmp_path):
    shown = document_of(page(HOSTILE), tmp_path)
    assert "<title>Korpus</title>" in shown
    assert '<button type="button">portal</button>' in shown


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (["2023-09-13", "2023-09-14"], "day"),
        (["2022-12-31", "2023-06-01"], "month"),
        (["2008-07-17", "2026-08-31"], "year"),
    ],
)
def test_long_times_are_drawn_by_longer_periods(days, period):
    shown = page(*({**FULL, "date_published": day} for day in days))
    assert f"Records by {period} of publication" in shown


def test_a_drawing_of_some_portals_says_that_there_are_more():
    text = page(*({**BARE, "portal": f"media-{number}"} for number in range(23)))
    assert "Records by portal, the 20 largest" in text


def test_articles_are_counted_by_portal_and_period():
    days = ("2023-09-13", "2023-09-14", "2023-09-14")
    shown = page(*({**FULL, "date_published": day} for day in days), BARE)
    assert "Records by portal and day" in shown
    (row,) = re.findall(r'<tr><th scope="row" class="name">contoh</th>(<td class="number".*?)</tr>', shown)[
        :1
    ]
    assert re.findall(r">(\d*)</td>", row) == ["1", "2"]
    assert "Records by portal and" not in page(BARE)


def test_no_time_is_passed_over_in_silence():
    days = ("2010-05-01", "2021-02-03", "2024-01-01")
    shown = page(*({**FULL, "date_published": day} for day in days))
    assert re.findall(r'class="number">(20\d\d)</th>', shown) == [str(year) for year in range(2010, 2025)]
    assert all(f">{year}</text>" in shown for year in (2010, 2014, 2018))
    assert ">0202<" in page({**FULL, "date_published": "0202-01-01"}, FULL)


def test_one_portal_is_no_drawing():
    assert "Records by portal<" not in page(FULL)
    assert "Records by portal<" in page(FULL, BARE)


def test_counts_that_lack_something_have_their_share():
    assert '1 <small class="soft">50 %</small>' in page(FULL, BARE)
    assert "below 1 %" in page(*[FULL] * 250, BARE)


def test_no_text_is_too_long_to_be_shown():
    assert len(page({**FULL, "headline": "a" * 1_000_000, "section": "b" * 1_000_000})) < 200_000
