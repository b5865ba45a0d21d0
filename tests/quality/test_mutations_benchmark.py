"""The benchmark of changed templates: what each change does to a page, the same at every run."""

import pytest
from lxml import html

from benchmarks.known import Known
from benchmarks.mutations import CHANGES, changed, table
from tests.invented import STORY, TWO, URL

TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><nav>Kanal</nav><article class='isi isi'><h1>{TITLE}</h1>"
    f"<div id='teks' itemprop='articleBody'>{STORY * 3}</div></article></body></html>"
)
BODY = "\n".join(STORY.replace("<p>", "").split("</p>") * 3)
SAMPLE = Known("satu", PAGE.encode(), URL, {"article_body": BODY})


def tree(change):
    return html.document_fromstring(changed(SAMPLE, change))


@pytest.mark.parametrize("change", CHANGES)
def test_text_of_the_page_stays_and_the_change_is_the_same_twice(change):
    assert TWO in " ".join(tree(change).text_content().split())
    assert changed(SAMPLE, change) == changed(SAMPLE, change)


def test_names_become_others_and_alike_ones_stay_alike():
    names = [(node.get("class"), node.get("id")) for node in tree("renamed").iter("article", "div")]
    assert "isi" not in str(names)
    first, second = names[0][0].split()
    assert first == second


@pytest.mark.parametrize(
    ("change", "gone"), [("p as div", "p"), ("p as br", "p"), ("boxes as div", "article")]
)
def test_elements_become_others(change, gone):
    assert not tree(change).xpath(f"//{gone}")


@pytest.mark.parametrize(("change", "box"), [("teasers", "bawah"), ("comments", "komentar")])
def test_lists_stand_below(change, box):
    assert tree(change).xpath(f"//body/*[last()][@class='{box}' or @id='{box}']")


def test_table_has_a_line_for_each_change():
    assert [line.split("  ")[0] for line in table([SAMPLE])][1:] == list(CHANGES)
