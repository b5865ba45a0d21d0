import re

import pytest
from lxml import etree

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.inspector.flow import Flow, squeezed
from newsbot.inspector.placing import AMBIGUOUS, NOT_THERE, place
from newsbot.inspector.texts import Told
from newsbot.items import Origin
from tests.inspector.made import BROKEN, HEADLINE, looked_at
from tests.invented import ONE, THREE, TWO


def flow(markup):
    return Flow.of(etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser()))


def kept(name, text):
    return Told("kept", name, "kept", text, squeezed(text))


def taken(name, text, count=1, *, is_cut=False):
    return Told("removed", name, "ad", text, squeezed(text), count, is_cut)


def texts(found, placed, name):
    return [found.letters[begin:end] for begin, end in placed.spans[name]]


def test_the_flow_is_what_a_reader_sees():
    found = flow(
        "<p>Beras <script>var a</script><b>naik</b>\u00a0lagi &amp;amp; gula</p><noscript>x</noscript>"
    )
    assert found.letters == "Berasnaiklagi&gula"


def test_letters_know_their_places():
    found = flow("<p>Cafe\u0301 &amp;quot;Biru&amp;quot; di</p>")
    run = found.runs[0]
    source = run.node.text
    assert found.letters == 'Café"Biru"di'
    assert source[slice(*run.offsets[3])] == "e\u0301"
    assert source[slice(*run.offsets[4])] == "&quot;"


def test_a_block_over_many_nodes_is_placed():
    found = flow("<p>Harga <b>beras</b> naik,<br>kata <i>petani</i>.</p>")
    placed = place(found, [kept("a", "Harga beras naik, kata petani.")])
    assert texts(found, placed, "a") == ["Hargaberasnaik,katapetani."]


def test_order_says_which_of_two_is_meant():
    found = flow("<p>Harga</p><h2>Satu hal lain</h2><p>Harga</p><h2>Dua hal lain</h2>")
    blocks = [kept("a", "Satu hal lain"), kept("b", "Harga"), kept("c", "Dua hal lain")]
    placed = place(found, blocks)
    assert placed.unplaced == {}
    assert placed.spans["b"][0][0] > placed.spans["a"][0][0]


def test_what_stands_twice_without_a_neighbour_has_no_place():
    found = flow("<p>Harga beras</p><p>Harga beras</p>")
    assert place(found, [kept("a", "Harga beras")]).unplaced == {"a": AMBIGUOUS}


def test_what_is_not_printed_has_no_place():
    assert place(flow("<p>Harga</p>"), [kept("a", "Gula")]).unplaced == {"a": NOT_THERE}


def test_a_block_with_something_taken_out_of_its_midst_is_placed_in_pieces():
    found = flow(f"<p>{ONE[:60]}<span>IKLAN SPONSOR</span>{ONE[60:]}</p>")
    placed = place(found, [kept("a", ONE), taken("b", "IKLAN SPONSOR")])
    assert texts(found, placed, "a") == [squeezed(ONE[:60]), squeezed(ONE[60:])]
    assert texts(found, placed, "b") == ["IKLANSPONSOR"]


def test_noise_is_placed_as_often_as_it_was_met():
    markup = "<p>Panen garam naik</p><p>IKLAN</p><p>Harga garam turun</p><p>IKLAN</p>"
    blocks = [kept("a", "Panen garam naik"), kept("b", "Harga garam turun")]
    assert len(place(flow(markup), [*blocks, taken("c", "IKLAN", 2)]).spans["c"]) == 2
    once = place(flow(markup), [*blocks, taken("c", "IKLAN")])
    assert [begin for begin, _ in once.spans["c"]] == [flow(markup).letters.index("IKLAN")], (
        "the one in the text"
    )


def test_noise_among_which_nothing_chooses_has_no_place():
    markup = "<p>Panen garam naik</p><p>IKLAN</p><p>IKLAN</p><p>Harga garam turun</p>"
    blocks = [kept("a", "Panen garam naik"), kept("b", "Harga garam turun")]
    assert place(flow(markup), [*blocks, taken("c", "IKLAN")]).unplaced == {"c": AMBIGUOUS}


def test_a_cut_text_ends_where_its_element_ends():
    found = flow(f"<div><p>{ONE}</p>{TWO}</div><p>{THREE}</p>")
    placed = place(found, [taken("a", ONE[:50], is_cut=True)])
    assert texts(found, placed, "a") == [squeezed(ONE)]


def test_the_headline_is_the_one_in_the_heading():
    record, found = looked_at(BROKEN)
    assert record["headline"] == HEADLINE
    assert re.search(r"<h1[^>]*><mark[^>]*nbtest-field[^>]*>Panen", found.document)


def test_paragraphs_of_line_breaks_are_marked_one_by_one():
    record, found = looked_at(BROKEN)
    assert [block["text"] for block in record["blocks"]][:3] == [ONE, TWO, THREE]
    assert found.unplaced == []
    marks = re.findall(r'<mark class="nbtest nbtest-(\w+)[^"]*"[^>]*>(.*?)</mark>', found.document, re.DOTALL)
    assert [text for group, text in marks if group == "kept"][:3] == [ONE, TWO, THREE]
    assert [text for group, text in marks if group == "kept"][3:] == [
        "Rombongan petani ", "pulang", " dengan ", "perahu",
        " sewaan pada sore hari, sebelum air laut surut\njauh.",
    ]  # fmt: skip
    insert = " ".join("".join(text for group, text in marks if group == "related").split())
    assert insert == "Baca juga: Gudang garam baru di muara"


def test_marks_change_no_text():
    _, found = looked_at(BROKEN)
    shown, plain = (re.search(r"(<body.*)", page, re.DOTALL)[1] for page in (found.document, BROKEN))
    assert squeezed(re.sub(r"<[^>]+>", "", shown)) == squeezed(re.sub(r"<[^>]+>", "", plain))


def test_text_dumps_are_marked_too():
    lines = (HEADLINE, "Rabu, 13 September 2023 14:05 WIB", ONE, "Baca juga: Gudang garam baru", TWO, THREE)
    dump = "\n\n".join(lines)
    record, found = looked_at(dump, origin=Origin(kind="text"))
    assert len(record["blocks"]) == 3
    assert found.counts["kept"] == 3


@pytest.mark.parametrize("depth", [50, 1200])
def test_deep_pages_are_marked(depth):
    deep = f"<html><body><h1>{HEADLINE}</h1>{'<div>' * depth}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    record, found = looked_at(deep)
    assert found.counts["kept"] == len(record["blocks"]) == 3
