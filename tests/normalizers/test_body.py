"""Datelines cut from the first paragraph, headings told from paragraphs, captions typed."""

import pytest

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.normalizers.body import cut_dateline, cut_writer, typed_blocks, typed_images
from tests.invented import ONE, TWO

BRANDS = ("KOMPAS.com", "Liputan6.com", "VIVA")


def paragraph(text, **facts):
    return TextBlock("paragraph", text, length=len(text), **facts)


def cut(*blocks, city_only=False):
    blocks = [paragraph(b) if isinstance(b, str) else b for b in blocks]
    found, blocks = cut_dateline(blocks, BRANDS, city_only)
    return found and (found.raw, found.place), [block.text for block in blocks]


@pytest.mark.parametrize(
    ("prefix", "place"),
    [
        ("TELUK BIRU, KOMPAS.com - ", "TELUK BIRU"),
        ("Liputan6.com, Teluk Biru - ", "Teluk Biru"),
        ("KOMPAS.com – ", None),
        ("VIVA – ", None),
        ("TELUK BIRU - ", "TELUK BIRU"),
    ],
)
def test_dateline_is_cut_from_the_first_paragraph(prefix, place):
    assert cut(prefix + ONE, TWO) == ((prefix.strip(), place), [ONE, TWO])


def test_dateline_in_a_node_of_its_own():
    assert cut(paragraph("TELUK BIRU, KOMPAS.com -"), ONE) == (
        ("TELUK BIRU, KOMPAS.com -", "TELUK BIRU"),
        [ONE],
    )


def test_bold_dateline_without_a_dash():
    block = paragraph(f"Liputan6.com, Teluk Biru {ONE}", lead_bold="Liputan6.com, Teluk Biru")
    assert cut(block) == (("Liputan6.com, Teluk Biru", "Teluk Biru"), [ONE])


def test_dateline_behind_one_short_block():
    assert cut("Ringkasan berita", f"TELUK BIRU, KOMPAS.com - {ONE}") == (
        ("TELUK BIRU, KOMPAS.com -", "TELUK BIRU"),
        ["Ringkasan berita", ONE],
    )


def test_a_signed_dateline_behind_a_caption_or_summary_is_cut():
    assert cut(ONE, f"TELUK BIRU, KOMPAS.com - {TWO}") == (
        ("TELUK BIRU, KOMPAS.com -", "TELUK BIRU"),
        [ONE, TWO],
    )
    assert cut(ONE, "TELUK BIRU, KOMPAS.com -", TWO) == (
        ("TELUK BIRU, KOMPAS.com -", "TELUK BIRU"),
        [ONE, TWO],
    )


@pytest.mark.parametrize("later", [f"SAMARINDA - {TWO}", f"KOMPAS.com - {TWO}", f"Samarinda: {TWO}"])
def test_what_may_begin_any_paragraph_is_no_dateline_of_a_later_one(later):
    assert cut(ONE, later, city_only=True)[0] is None


def test_dateline_behind_two_paragraphs_is_text():
    assert cut(ONE, TWO, f"TELUK BIRU, KOMPAS.com - {TWO}")[0] is None


def test_city_alone_counts_where_the_outlet_signs_so():
    assert cut(f"Teluk Biru - {ONE}", city_only=True) == (("Teluk Biru -", "Teluk Biru"), [ONE])
    assert cut(f"Teluk Biru - {ONE}") == (None, [f"Teluk Biru - {ONE}"])


def test_heading_is_no_dateline():
    block = TextBlock("heading", "TELUK BIRU - Garam Naik", level=2)
    assert cut(block, ONE)[0] is None


def typed(*blocks):
    return [(block.type, block.text) for block in typed_blocks([*blocks, paragraph("akhir.")])][:-1]


def linked(text):
    return TextBlock("paragraph", text, length=len(text), link_length=len(text))


def bold(text):
    return TextBlock("paragraph", text, length=len(text), bold_length=len(text))


@pytest.mark.parametrize(
    ("block", "type_"),
    [
        (bold("Gudang Baru di Pesisir"), "heading"),
        (bold("1. Gudang Baru."), "heading"),
        (bold("Mengapa harga naik?"), "heading"),
        (bold("Bahan:"), "heading"),
        (bold("Kami senang."), "paragraph"),
        (bold("“Kami senang!”"), "paragraph"),
        (bold("kata " * 15), "paragraph"),
        (linked("Gudang Baru di Pesisir"), "heading"),
        (paragraph("Gudang Baru di Pesisir"), "paragraph"),
        (TextBlock("list_item", "Gudang Baru", length=11, bold_length=11), "list_item"),
    ],
)
def test_sub_heading_without_a_heading_element(block, type_):
    assert typed(block) == [(type_, block.text)]


def test_pictures():
    one, two, three = typed_images(
        [
            RawImage("a.jpg", "Tambak garam. (Foto: Wira/ANTARA)", width="640px", height="x"),
            RawImage("b.jpg", "Tambak", "(Wira)"),
            RawImage("c.jpg", "Wira/ANTARA", "Wira/ANTARA"),
        ]
    )
    assert (one.caption, one.credit, one.width, one.height, one.is_main) == (
        "Tambak garam.",
        "Wira/ANTARA",
        640,
        None,
        True,
    )
    assert (two.caption, two.credit, two.is_main) == ("Tambak", "Wira", False)
    assert (three.caption, three.credit) == (None, "Wira/ANTARA")


@pytest.mark.parametrize(
    ("last", "writers"),
    [
        ("Wira Teluk", ["Wira Teluk"]),
        ("wira teluk", ["Wira Teluk"]),
        ("Budaya Malu", []),
        ("Laksmi Asih", []),
    ],
)
def test_a_bold_last_line_is_the_writer_where_the_page_names_him(last, writers):
    raw = RawArticle()
    raw.add("structured_author", "Wira Teluk", "structured", "NewsArticle.author")
    body = cut_writer(raw, Body(blocks=(paragraph(ONE), paragraph(last, bold_length=len(last)))))
    assert [block.text for block in body.blocks] == ([ONE] if writers else [ONE, last])
    assert [candidate.value for candidate in body.bylines] == ([last] if writers else [])
