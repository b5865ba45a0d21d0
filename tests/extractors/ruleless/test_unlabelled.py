"""A writer's name without a label: it stands beside the date or before the outlet's name, at the headline."""

import pytest

from tests.extractors.ruleless.unknown import page
from tests.invented import STORY, URL, record

DATE = "Rabu, 13 September 2023 14:05 WIB"


def names(people):
    return [person.name for person in people]


@pytest.mark.parametrize(
    "line",
    [
        f"<div class='kiri'>Wira Samudra | {DATE}</div>",
        f"<div>Wira Samudra • {DATE}</div>",
        f"<div>Wira Samudra · {DATE} · 2 menit baca</div>",
        f"<div>Wira Samudra - {DATE}</div>",
        f"<div>Wira Samudra, {DATE}</div>",
        f"<div>{DATE} | Wira Samudra</div>",
        f"<div>{DATE}<br>Wira Samudra</div>",
        f"<div>Wira Samudra / {DATE}</div>",
        f"<div>Ekonomi | Wira Samudra | {DATE}</div>",
        f"<div>Wira Samudra | Jakarta | {DATE}</div>",
        f"<div>Wira Samudra, contoh.id | {DATE}</div>",
        f"<div><span>Wira Samudra</span><span>{DATE}</span></div>",
        f"<div><b>Wira Samudra</b></div><div>{DATE}</div>",
        f"<p>{DATE}</p><p>Wira Samudra</p>",
        "<div><span>Wira Samudra</span> / <time datetime='2023-09-13'>13 September 2023</time></div>",
        f"<div><a href='https://contoh.id/penulis-wira'>Wira Samudra</a><br>{DATE}</div>",
        f"<h4><a href='#'>Wira Samudra</a></h4><p>{DATE}</p>",
        f"<div><a href='#'>Wira Samudra</a>, Jurnalis · <b>{DATE}</b></div>",
        f"<p><i class='ikon'></i> Wira Samudra <i class='jam'></i> {DATE} <i class='mata'></i> 521</p>",
        f"<div>Oleh Wira Samudra pada {DATE}</div>",
        f"<span>Ditulis oleh Wira Samudra &nbsp;</span><p>{DATE}</p>",
        f"<p>{DATE} Oleh <b>Wira Samudra</b></p>",
        f"<p>{DATE} | oleh : Wira Samudra</p>",
        f"<i>Laporan Wira Samudra, Palu</i><p>{DATE}</p>",
        f"<span>Teks: Wira Samudra</span> <span>Foto: Toni Lensa</span> <span>{DATE}</span>",
        "<p>Posted by Wira Samudra on March 3, 2020</p>",
        "<div><strong>Wira Samudra</strong> - contoh</div>",
        "<p>Wira Samudra, CNN Indonesia</p>",
    ],
)
@pytest.mark.parametrize("place", ["under", "above"])
def test_a_name_at_the_headline_is_the_writers(line, place):
    assert names(page(**{place: line}).authors) == ["Wira Samudra"]


def test_a_name_right_below_the_headline_whose_date_stands_right_above_it():
    assert names(page(above=f"<p>{DATE}</p>", under="<p>Wira Samudra</p>").authors) == ["Wira Samudra"]


def test_two_names_beside_the_date():
    line = f"<div>Wira Samudra, Laksmi Asih | {DATE}</div>"
    assert names(page(under=line).authors) == ["Wira Samudra", "Laksmi Asih"]


def test_a_single_word_is_a_name_where_it_leads_to_a_writers_page():
    linked = f"<div><a href='https://contoh.id/penulis-wira'>Wira</a><br>{DATE}</div>"
    assert names(page(under=linked).authors) == ["Wira"]
    assert names(page(under=f"<div>Wira | {DATE}</div>").authors) == []


@pytest.mark.parametrize(
    "line",
    [
        f"<div>Gaya Hidup | {DATE}</div>",
        f"<div>Liga Inggris • {DATE}</div>",
        f"<div>Kabar Daerah - {DATE}</div>",
        f"<div>Jakarta Selatan | {DATE}</div>",
        f"<div>Kota Baru | {DATE}</div>",
        f"<div>Jawa Tengah, {DATE}</div>",
        f"<div>Harian Contoh | {DATE}</div>",
        f"<div>Contoh | {DATE}</div>",
        f"<div>Tim Redaksi | {DATE}</div>",
        f"<div>Diperbarui Kembali | {DATE}</div>",
        f"<div>Baca Nanti | {DATE}</div>",
        f"<div>Teluk Biru | {DATE}</div>",
        f"<div><a href='https://contoh.id/rubrik/kuliner-nusa'>Kuliner Nusa</a> | {DATE}</div>",
        f"<div>Rona Nusa | {DATE}</div><ul class='menu'><li><a href='https://contoh.id/rona'>Rona Nusa</a></li></ul>",
        f"<div><a href='https://contoh.id/1/kapal'>Kapal Baru Tiba di Sangatta</a><i>Toni Lensa | {DATE}</i></div>",
        f"<aside><b>Toni Lensa</b> | {DATE}</aside>",
        f"<figure><figcaption>Toni Lensa | {DATE}</figcaption></figure>",
    ],
)  # fmt: skip
def test_what_else_stands_beside_a_date_is_nobody(line):
    assert names(page(under=line).authors) == []


def test_a_label_at_the_headline_counts_also_where_the_editor_is_read_elsewhere():
    popup = "<div><ul><li><span>Sari Ombak</span><span>Editor</span></li></ul></div>"
    article = page(above=popup, under=f"<div>Penulis : Wira Samudra</div><i>{DATE}</i>")
    assert (names(article.authors), names(article.editors)) == (["Wira Samudra"], ["Sari Ombak"])


def test_a_labelled_name_leaves_no_room_for_another():
    line = f"<div>Editor: Sari Ombak</div><div>Oleh: Laksmi Asih</div><div>Wira Samudra | {DATE}</div>"
    assert names(page(under=line).authors) == ["Laksmi Asih"]


def test_writers_of_other_stories_are_nobodys():
    cards = "".join(
        f"<div class='item'><a href='https://contoh.id/{n}/kapal-{n}-tiba'>Kapal {n} tiba di pelabuhan Sangatta</a>"
        f"<span class='author'>Toni Lensa {word}</span><span class='date'>{n} jam lalu</span></div>"
        for n, word in enumerate(("Satu", "Dua", "Tiga"), 1)
    )
    article = page(
        under="<span class='author'>Wira Samudra</span>", below=f"<aside><h4>Terbaru</h4>{cards}</aside>"
    )
    assert names(article.authors) == ["Wira Samudra"]
    assert names(page(below=f"<div class='x'>{cards}</div>").authors) == []


@pytest.mark.parametrize(("box", "writers"), [("photo", []), ("author-photo", ["Wira Samudra"])])
def test_a_credit_in_a_pictures_box_beside_the_date_is_no_writer(box, writers):
    picture = f"<div class='{box}'><img src='/a.jpg'><span>Wira Samudra</span></div>"
    assert names(page(under=f"<div>{DATE}</div>{picture}").authors) == writers


def test_two_links_and_a_word_between_are_two_writers():
    box = "<ul><li><a>Wira Samudra</a> and <a>Laksmi Teluk</a><span> Contoh</span></li></ul>"
    assert names(page(under=f"<div>{box}</div><div>{DATE}</div>").authors) == ["Wira Samudra", "Laksmi Teluk"]


@pytest.mark.parametrize(
    "line", ["Wira Samudra · 3 jam yang lalu · 2 menit baca", "<b>Wira Samudra</b> | 2 hari lalu"]
)
def test_a_name_beside_an_age_is_the_writers(line):
    assert names(page(under=f"<div class='kiri'>{line}</div>").authors) == ["Wira Samudra"]


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{DATE}</p><p>Wira Samudra (Jakarta), Laksmi Asih (Semarang)</p>",
        f"<div>By WIRA SAMUDRA and LAKSMI ASIH</div><p>{DATE}</p>",
    ],
)
def test_two_names_in_a_line_of_their_own(line):
    assert [name.title() for name in names(page(under=line).authors)] == ["Wira Samudra", "Laksmi Asih"]


def test_a_post_and_its_place_before_a_name():
    line = f"<div><span>{DATE}</span><br><span>Kontributor Kabupaten Kediri, Wira Samudra</span></div>"
    assert names(page(under=line).authors) == ["Wira Samudra"]


def test_the_name_that_a_portrait_is_called_stands_beside_it():
    box = "<div><img src='/w.avif' alt='Wira Samudra'><div><b>Wira Samudra</b><i>Dosen hukum, Palu</i></div></div>"
    assert names(page(under=f"{box}<p>{DATE}</p>").authors) == ["Wira Samudra"]
    other = box.replace("alt='Wira Samudra'", "alt='Tambak garam'")
    assert names(page(under=f"{other}<p>{DATE}</p>").authors) == []


def test_a_channel_that_is_called_as_a_label_announces_nobody():
    menu = (
        "<nav><a href='/gagasan'>Gagasan</a><a href='/laporan'>Laporan</a><a href='/ulasan'>Ulasan</a></nav>"
    )
    assert names(page(above=menu, under=f"<p>{DATE}</p>").authors) == []


def test_a_post_glued_to_the_names_before_it_is_no_part_of_them():
    box = "<div class='author-post'><span>Wira Samudra and Laksmi Asih</span><span>Contributors</span></div>"
    assert names(page(under=f"{box}<p>{DATE}</p>").authors) == ["Wira Samudra", "Laksmi Asih"]


def test_a_link_to_all_that_a_writer_wrote_names_nobody_else():
    writer = f"<span class='byline'>by <a href='/author/wira'>Wira Samudra</a></span><p>{DATE}</p>"
    bio = "<div class='author-bio'><a rel='author' href='/author/wira'>More by Wira Samudra</a></div>"
    assert names(page(under=writer, below=bio).authors) == ["Wira Samudra"]


def test_the_update_that_a_theme_hides_is_not_the_publication():
    times = (
        "<time class='entry-date published' datetime='2023-09-13T16:42:00+07:00'>13 September 2023</time>"
        "<time class='updated' datetime='2023-09-14T08:02:00+07:00'>14 September 2023</time>"
    )
    article = page(above=f"<span class='posted-on'><a href='#'>{times}</a></span>")
    assert article.date_published == "2023-09-13T16:42:00+07:00"
    assert article.date_modified == "2023-09-14T08:02:00+07:00"


def test_the_sentence_below_old_themes_posts_tells_day_and_channel():
    said = (
        "<p class='postmetadata alt'><small>This entry was posted on Wednesday, September 13th, 2023 at 4:12 pm and is "
        "filed under <a href='/?cat=3'>Nelayan</a>. You can leave a response.</small></p>"
    )
    head = "<head><title>Panen Garam Naik | Contoh</title></head>"
    story = f"<h2>Panen Garam Naik</h2><div class='entry'>{STORY}{said}</div>"
    article = record(f"<html>{head}<body>{story}</body></html>", URL)
    assert (article.date_published, article.section) == ("2023-09-13T16:12:00+07:00", "Nelayan")


def test_a_single_word_in_the_date_line_is_a_name_where_the_pictures_credit_has_it():
    picture = "<figure><img src='/a.jpg'><figcaption>Tambak saat panen. (Foto: CTH/{})</figcaption></figure>"
    line = f"<div>Wiratama - {DATE}</div>"
    assert names(page(under=line + picture.format("Wiratama")).authors) == ["Wiratama"]
    assert names(page(under=line + picture.format("Toni")).authors) == []


def test_a_single_word_before_the_editors_name_in_the_date_line_is_the_writer():
    editor = "<table><tr><td>Editor :</td><td>Laksmi Asih</td></tr></table>"
    line = f"<div>{{}}Laksmi Asih | {DATE}</div>"
    assert names(page(under=line.format("Wiratama | "), below=editor).authors) == ["Wiratama"]
    assert names(page(under=line.format(""), below=editor).authors) == []


def test_a_link_below_the_outlets_newsroom_leads_to_a_writer():
    line = f"<p><a href='/redaksi/wira'>Wira Samudra</a> | {DATE}</p>"
    assert names(page(under=line).authors) == ["Wira Samudra"]
