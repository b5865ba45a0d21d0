import html
import re

import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.inspector.shelf import Entry, Shelf
from newsbot.inspector.sources import PageSource, of_page
from newsbot.items import Origin, Reject
from tests.inspector.made import BROKEN, HEADLINE, HIT, HOSTILE, URL, served
from tests.invented import THREE, TWO, snapshot


@pytest.fixture
def asking(tmp_path):
    with served(BROKEN, HOSTILE, "", folder=tmp_path / "kept") as found:
        yield found


def test_the_list_names_every_page_and_rejects_with_their_reason(asking):
    text = asking.get()
    assert "3 of 3" in text
    assert "empty: " in text


def test_the_list_is_chosen_from(asking):
    assert "1 of 3" in asking.get("?kind=reject")
    assert "0 of 3" in asking.get("?words=kereta")
    assert "2 of 3" in asking.get("?words=panen+garam&kind=article")
    assert "0 of 3" in asking.get("?below=0")
    assert "3 of 3" in asking.get("?below=banyak&from=x")


def test_what_was_asked_for_goes_along(asking):
    kinds = [entry.kind for entry in asking.inspector.shelf.entries]
    assert kinds == ["article", "article", "reject"]
    assert 'rel="next"' in asking.get("p/1")
    text = asking.get("p/1?kind=article&below=1")
    assert 'rel="next"' not in text
    assert f'rel="prev" href="{asking.inspector.home}/p/0?kind=article&amp;below=1"' in text
    assert "?kind=article&amp;below=1&amp;styles=off" in text
    assert f'{asking.inspector.home}/p/1?kind=article"' in asking.get("?kind=article")


def test_the_list_says_what_was_corrected_and_kept(asking):
    assert "corrected</span>" not in asking.get()
    asking.post("p/0/correct", do="correct", name="headline", text="Judul yang benar")
    assert "corrected</span>" in asking.get()
    asking.post("p/0/keep", do="gold", name="panen")
    assert "kept</span>" in asking.get()


def test_a_page_tells_witnesses_and_rules(asking):
    number = next(entry.number for entry in asking.inspector.shelf.entries if entry.place == "0.html")
    text = asking.get(f"p/{number}")
    row = text.partition('id="field-headline"')[2].partition("</tr>")[0]
    assert HEADLINE in row
    assert "<b>generic</b>" in row
    assert "Not placed: 0" in text
    assert 'target="saved">on the page' in row
    assert "date in address alone" not in text
    assert re.search(r"<h2>Confidence 0\.\d+</h2>", text)


def test_every_link_into_the_page_leads_to_a_mark(asking):
    text, saved = asking.get("p/0"), asking.get("p/0/saved")
    anchors = set(re.findall(r'/saved#([\w-]+)"', text))
    assert len(anchors) > 5
    assert anchors <= set(re.findall(r' id="([\w-]+)"', saved))


def test_rules_on_and_off_stand_side_by_side(asking):
    text = asking.get("p/0/rules")
    assert text.count("<iframe") == 2
    assert re.findall(r'saved\?rules=(\w+)#nb\w+-field-headline"', text) == ["on", "off"]
    assert "paragraphs alike" in text


def test_what_a_page_says_is_shown_as_text(asking):
    number = next(entry.number for entry in asking.inspector.shelf.entries if entry.place == "1.html")
    for path in ("", f"p/{number}", f"p/{number}/rules"):
        text = asking.get(path)
        assert f"<script>{HIT}" not in text
        assert len(re.findall(r"<script", text)) == 1
        assert not re.findall(r"<[^>]*\son\w+=", text)
        assert html.escape(f"<script>{HIT}</script>", quote=False).replace("'", "&#39;") in text


def test_a_page_without_a_record_says_why(asking):
    text = asking.get("p/2")
    assert "There is no record: empty" in text


def test_a_correction_is_shown_and_taken_back(asking):
    assert asking.post("p/0/correct", do="correct", name="headline", text="Judul yang benar")[0] == 200
    text = asking.get("p/0")
    assert "Judul yang benar" in text
    assert "1 corrected: headline" in text
    assert asking.post("p/0/correct", do="undo", name="headline")[0] == 200
    assert "Nothing is corrected" in asking.get("p/0")


def test_a_block_is_dropped_and_a_removed_text_taken_back_with_a_click(asking):
    number = next(entry.number for entry in asking.inspector.shelf.entries if entry.place == "0.html")
    for name in ("block-0", "removed-0"):
        assert asking.post(f"p/{number}/correct", do="turn", name=name)[0] == 200
    body = asking.inspector.changes.corrections[number].values["article_body"]
    assert body.startswith(f"{TWO}\n\nBaca juga: Gudang garam baru di muara\n\n{THREE}"), "in its place"
    text = asking.get(f"p/{number}")
    assert '<li class="kept gone">' in text
    assert '<li class="related back">' in text


def test_a_wrong_correction_is_refused_with_its_reason(asking):
    status, said = asking.post("p/0/correct", do="correct", name="date_published", text="kemarin")
    assert status == 409
    assert "kemarin" in said["refused"]
    assert asking.post("p/0/correct", do="turn", name="block-99")[0] == 409
    assert asking.post("p/2/correct", do="correct", name="headline", text="x")[0] == 409


def test_the_least_trusted_come_first():
    source = PageSource(Reject(None, None, "x", "y"))
    found = [
        Entry(0, "a", source, confidence=0.9),
        Entry(0, "b", source, confidence=None, kind="index"),
        Entry.rejected(Reject("c", None, "empty", ""), source),
        Entry(0, "d", source, confidence=0.1),
        Entry(0, "e", source, confidence=0.0),
    ]
    shelf = Shelf(found)
    assert [entry.place for entry in shelf.entries] == ["e", "d", "a", "b", "c"]
    assert [entry.number for entry in shelf.entries] == [0, 1, 2, 3, 4]


def test_the_folder_of_all_is_named_once(tmp_path):
    pages = [snapshot(BROKEN, URL, origin=Origin(path=f"/data/halaman/{name}/page.html")) for name in "ab"]
    shelf = Shelf(entry for page in pages for entry in of_page(page))
    with served(folder=tmp_path / "kept", shelf=shelf) as asking:
        text = asking.get()
        assert "of <code>/data/halaman/</code>" in text
        assert re.findall(r'place">([^<]*)<', text) == ["a/page.html", "b/page.html"]
        assert "/data/halaman/a/page.html" in asking.get("p/0"), "a page has its whole place"
        assert "2 of 2" in asking.get("?words=halaman")


def test_a_shelf_is_bounded_and_tells_what_it_left_out():
    source = PageSource(Reject(None, None, "x", "y"))
    shelf = Shelf((Entry(0, str(at), source) for at in range(7)), most=5)
    assert (len(shelf), shelf.beyond) == (5, 2)
