"""The head's lines and the labels of boxes that stand in the element of a body no rule names."""

import lxml.html
import pytest

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.ruleless.date_lines import is_date_line
from newsbot.extractors.ruleless.page_lines import drop_page_lines
from tests.invented import ONE, STORY, THREE, TWO, URL, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SUMMARY = "Harga garam ikut naik di tingkat petani."


def read(markup):
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    return record(f"<html>{head}<body><article><h1>{TITLE}</h1>{markup}</article></body></html>", URL)


def body_of(markup):
    return read(markup).article_body


@pytest.mark.parametrize(
    "head",
    [
        "<p>Tayang: Rabu, 13 September 2023 14:05 WIB</p>",
        "<div><a href='/penulis/wira'>Wira Samudra</a></div><p>13 September 2023 | 14.05 WIB</p>",
        "<p>13 September 2023 | 14.05 WIB</p><p><a href='/penulis/wira'>Wira Samudra</a></p>",
        "<div>Wira Samudra 13 September 2023</div>",
        f"<p>Kabar Pesisir</p><h2>{TITLE}</h2><p>13 September 2023 14.05 WIB</p>",
        f"<p>{SUMMARY}</p><p>Rabu, 13 September 2023 14:05</p>",
        "<h3>Instagram/wirasamudra</h3><ul><li>Kabar Teluk</li><li>13 September 2023 14:05</li></ul>",
        "<ul><li>Penulis, Wira Samudra</li><li>Peranan, Kabar Teluk</li></ul><p>13 September 2023</p>",
    ],
)
def test_head_lines_above_the_text_are_not_paragraphs(head):
    article = read(head + STORY)
    assert article.article_body == BODY
    assert article.date_published.startswith("2023-09-13")


def test_lines_headed_by_their_time_stay():
    entries = f"<p>13 September 2023 14.05 WIB</p><p>{ONE}</p><p>13 September 2023 15.10 WIB</p><p>{TWO}</p>"
    assert "15.10 WIB" in body_of(f"{entries}<p>{THREE}</p>")


def test_long_text_above_a_date_line_stays():
    assert body_of(f"<p>{ONE}</p><p>{TWO}</p><p>13 September 2023 14.05 WIB</p><p>{THREE}</p>").startswith(
        ONE
    )


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Tayang: Rabu, 13 September 2023 14:05 WIB", True),
        ("13 September 2023", True),
        ("Diperbaharui Jum'at, 8 Nop 2019 pkl. 14.05 WIT", True),
        ("Rebo Legi, 14 Djuni 2023 | 09.30", True),
        ("Terbit 12/9/2023 14.05 | Diperbarui 13/9/2023 09.00", True),
        ("Wira Samudra 13 September 2023", True),
        ("Teluk Biru, 13 September 2023.", False),
        ("Jakarta, 13 September 2023", False),
        ("Pameran dibuka kembali pada Rabu, 13 September 2023 14:05 WIB", False),
        ("Sebanyak 2.023 warga", False),
    ],
)
def test_date_line(text, is_one):
    assert is_date_line(text) is is_one


def test_caption_that_the_picture_has_is_not_a_paragraph():
    figure = (
        "<div class='foto'><img src='/a.jpg' width='800'><div>Tiga perahu garam bersandar</div>"
        "<div>Foto: Kabar Teluk/Wira Samudra</div></div>"
    )
    assert body_of(f"{figure}<p>13 September 2023 14.05 WIB</p>{STORY}") == BODY


@pytest.mark.parametrize(
    "label",
    [
        "<div>Putar pemutar</div>",
        "<div><a href='/aplikasi'>Pasang aplikasi Kabar Teluk</a></div>",
        "<a href='https://example.org/pilih'>Jadikan sumber pilihan</a>",
        "<div><a href='?p=1'>1</a><a href='?p=2'>2</a><a href='?p=2'>Berikut</a></div>",
    ],
)
def test_label_beside_the_paragraphs_is_not_one(label):
    article = read(f"<div><p>{ONE}</p><p>{TWO}</p>{label}<p>{THREE}</p></div>")
    assert article.article_body == BODY
    assert "label beside the paragraphs" in [removed.rule for removed in article.metadata.removed]


def test_label_beside_bare_text_is_not_a_paragraph():
    assert body_of(f"<div>{ONE}<br><br>{TWO}<div>Pasang aplikasi</div><br>{THREE}</div>") == BODY


@pytest.mark.parametrize(
    "line",
    [
        "<p>Gudang baru</p>",
        "<div><b>Gudang baru</b></div>",
        "<h3>Gudang baru</h3>",
        "<div class='subjudul'>Gudang baru</div>",
        "<div>Gudang baru dibuka.</div>",
        "<div>1. Gudang baru</div>",
        "<blockquote>Gudang baru</blockquote>",
        "<ul><li>Gudang baru</li></ul>",
        "<div>Gudang baru</div><div>Kolam baru</div><div>Tanggul baru</div><div>Jalan baru</div>",
    ],
)
def test_short_lines_of_the_article_stay(line):
    assert "Gudang baru" in body_of(f"<div><p>{ONE}</p><p>{TWO}</p>{line}<p>{THREE}</p></div>")


def test_lines_that_a_colon_announces_stay():
    body = f"<p>{ONE}</p><p>{TWO}</p><p>Yang dibangun:</p><div>Gudang baru</div><p>{THREE}</p>"
    assert "Gudang baru" in body_of(f"<div>{body}</div>")


def test_divs_that_hold_the_paragraphs_hold_its_short_lines():
    body = f"<div>{ONE}</div><div>{TWO}</div><div>Gudang baru</div><div>{THREE}</div>"
    assert "Gudang baru" in body_of(f"<div>{body}</div>")


def test_sentence_that_a_picture_has_as_its_caption_stays():
    blocks = tuple(TextBlock(text=text) for text in ("Kabar Teluk/Wira", ONE, TWO))
    picture = RawImage(url="https://contoh.id/a.jpg", caption=ONE, credit="Kabar Teluk/Wira")
    body = drop_page_lines(RawArticle(), Body(blocks=blocks, images=(picture,)), ())
    assert [block.text for block in body.blocks] == [ONE, TWO]


def test_a_credited_line_above_the_dateline_is_the_pictures_caption():
    line = "Deretan sepeda motor memenuhi lapangan voli di belakang Gedung C. (Foto: Wira Samudra)"
    article = read(
        f"<div><p><em>{line}</em></p><p><strong>Semarang</strong> - {ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"
    )
    assert article.article_body == BODY
    assert [(image.caption, image.credit) for image in article.images] == [
        (line.partition(" (")[0], "Wira Samudra")
    ]


@pytest.mark.parametrize("life", ["Guru SMP di Teluk Biru, pegiat taman baca", "Dosen Universitas Lintang"])
def test_who_the_writer_is_stands_below_the_name(life):
    markup = f"<div><p><strong>Oleh: Wira Samudra</strong><br><em>{life}</em></p>{STORY}</div>"
    assert read(markup).article_body == BODY


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Wira Samudra, pengajar di Universitas Lintang dan pegiat literasi desa", False),
        ("Wira Samudra adalah dosen Universitas Lintang.", False),
        ("Laksmi Asih, pengajar di Universitas Lintang, menunggu di dermaga sejak pagi.", True),
        ("Wira Samudra menunggu di dermaga sejak pagi bersama dosen lain.", True),
    ],
)
def test_who_the_writer_is_stands_behind_the_text(line, stays):
    article = read(f"<div><p>Oleh: Wira Samudra</p>{STORY}<p>{line}</p></div>")
    assert (line in article.article_body) == stays


HEAD = "<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{lines}{text}</div></body></html>"


@pytest.mark.parametrize(
    "lines",
    [
        "<ul><li>admin</li><li>504 kali</li></ul>",
        "<dl><dd>Hits: 1.322</dd></dl>",
        "<div>Dibaca 504 kali</div>",
        (
            "<div><span>13 September 2023 14:05 WIB</span><span>·</span><span>waktu baca 2 menit</span></div>"
            "<div><a href='/kabar-bola'>kabarBOLA</a><span>Menyajikan informasi seputar bola</span></div>"
        ),
    ],
)
def test_counts_and_accounts_above_the_text_are_no_text(lines):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    body = record(HEAD.format(title=title, lines=lines, text=STORY), URL).article_body
    assert body == f"{ONE}\n\n{TWO}\n\n{THREE}"


@pytest.mark.parametrize("line", ["Panen naik 504 kali lipat.", "Tiga kali", "Pembaca yang budiman"])
def test_a_short_sentence_with_a_count_is_text(line):
    blocks = tuple(TextBlock(text=text) for text in (line, ONE, TWO))
    assert drop_page_lines(RawArticle(), Body(blocks=blocks), ()).blocks == blocks


@pytest.mark.parametrize("line", ["504 kali", "Dibaca: 504", "1.204 views", "admin"])
def test_a_line_that_only_counts_is_none(line):
    blocks = tuple(TextBlock(text=text) for text in (line, ONE, TWO))
    assert drop_page_lines(RawArticle(), Body(blocks=blocks), ()).blocks == blocks[1:]


def test_a_date_line_behind_the_text_dates_the_page():
    article = read(f"{STORY}<p>Rabu, 13 September 2023 | 14:05:00 WIB</p>")
    assert (article.article_body, article.date_published) == (BODY, "2023-09-13T14:05:00+07:00")
    assert article.metadata.removed[-1].rule == "date line behind the text"


@pytest.mark.parametrize("line", ["31 Desember 2020", "Pukul 14.05 warga pulang"])
def test_a_last_line_without_date_and_clock_stays(line):
    assert body_of(f"{STORY}<p>{line}</p>").endswith(line)


@pytest.mark.parametrize("count", ["412 Kali dilihat", "412 views", "1.204 x dibaca", "Dibaca 412 kali"])
def test_a_count_of_readers_leaves_the_line_a_date_line(count):
    assert is_date_line(f"10 Nov 2020 Joko Santosa Kegiatan {count}")


def test_a_line_that_stands_in_no_element_is_no_label():
    """Found by `benchmarks.fuzz`: behind the end of a page's element text hangs at the root."""
    cell = lxml.html.fromstring("<td></td>")
    blocks = [TextBlock(text=text, box=cell) for text in (ONE, TWO, THREE)]
    strange = TextBlock(text="Depan | Kota | Ekonomi")
    assert drop_page_lines(RawArticle(), Body((strange, *blocks)), ()).blocks == (strange, *blocks)
